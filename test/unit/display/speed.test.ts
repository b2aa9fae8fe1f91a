import { expect, it } from 'vitest';
import type { Fragment } from '../../../src/layout/types.ts';
import { corners, pt, sides } from './style.ts';
import { BLUE, block, colored, line, lines, RED, show, text } from './support.ts';

it('makes a list of 100 items in well under a millisecond of CPU', () => {
  const card = (i: number): Fragment =>
    colored(
      RED,
      [0, i * 20, 100, 20],
      { borderRadius: corners(pt(3)), border: sides({ width: 1, style: 'solid', color: BLUE }) },
      [
        lines([0, 0, 100, 12], line([text('Middag', 0), text('for alle', 40)])),
        block({ overflow: 'hidden', position: 'relative' }, [0, 0, 100, 20], [colored(BLUE, [0, 0, 50, 5])]),
      ],
    );
  const page = Array.from({ length: 20 }, (_, i) => card(i));
  expect(show(page).items).toHaveLength(100);
  for (let i = 0; i < 200; i++) show(page);
  const rounds = 400;
  const before = process.cpuUsage();
  for (let i = 0; i < rounds; i++) show(page);
  const { user, system } = process.cpuUsage(before);
  // About 0.1 ms on a machine of 2020; the bound leaves room for a loaded one.
  expect((user + system) / 1000 / rounds).toBeLessThan(1);
});
