import { describe, expect, it } from 'vitest';
import { parseSize } from '../../../src/core/paper.ts';
import { BUILT_IN, changedStock, type SheetName } from '../../../src/core/profile.ts';
import { wayName } from '../../../src/core/sheets/way.ts';

const stock = BUILT_IN.office?.stock;
const way = (size: string, sheet: SheetName): string => {
  const parsed = parseSize(size);
  if (!('size' in parsed)) throw new Error(size);
  return wayName(parsed.size, changedStock(stock, { sheet }));
};

describe('how pages come onto office sheets', () => {
  it.each([
    ['A4', 'a4', '1up-a4'],
    ['A5', 'a4', '2up-a4'],
    ['A6', 'a4', '4up-a4'],
    ['DL', 'a4', '3up-a4'],
    ['A5', 'a3', '4up-a3'],
    ['A3', 'a3', '1up-a3'],
    ['A3', 'a4', 'tiled-a4'],
    ['A2', 'a3', 'tiled-a3'],
    ['5.5x8.5in', 'letter', '2up-letter'],
    ['A4', 'letter', '1up-letter'],
    ['US letter', 'tabloid', '2up-tabloid'],
    ['500x700mm', 'a3', 'tiled-a3'],
  ] as const)('%s on %s is %s', (size, sheet, name) => {
    expect(way(size, sheet)).toBe(name);
  });
});
