import { mm, px } from './geometry.ts';
import { nearest } from './model/nearest.ts';
import type { PieceSize } from './template-set.ts';

/** Trimmed sizes by name, portrait, in mm. A and B by ISO 216, DL as print shops cut it, the rest by ANSI/ASME Y14.1. */
const NAMED: ReadonlyMap<string, readonly [width: number, height: number]> = new Map([
  ...isoSeries('a', 841, 1189),
  ...isoSeries('b', 1000, 1414),
  ['dl', [99, 210]],
  ['us-letter', [215.9, 279.4]],
  ['us-legal', [215.9, 355.6]],
  ['tabloid', [279.4, 431.8]],
]);

/** Each half of the one before, the odd millimetre dropped (ISO 216, 3). */
function isoSeries(letter: string, width: number, height: number): [string, [number, number]][] {
  const sizes: [string, [number, number]][] = [];
  let [w, h] = [width, height];
  for (let n = 0; n <= 10; n++) {
    sizes.push([`${letter}${n}`, [w, h]]);
    [w, h] = [Math.floor(h / 2), w];
  }
  return sizes;
}

const ALIASES: Readonly<Record<string, string>> = {
  letter: 'us-letter',
  legal: 'us-legal',
  ledger: 'tabloid',
  'us-tabloid': 'tabloid',
};

const UNITS: Readonly<Record<string, (value: number) => number>> = {
  mm,
  cm: (value) => mm(value * 10),
  in: (value) => value * 72,
  px,
};

/** PDF 1.7, Annex C: a page is at most 14,400 units wide. */
const MAX_SIDE = 14_400;
const MIN_SIDE = 20;

export type ParsedSize = { readonly size: PieceSize } | { readonly hint: string };

/** "A3", "A4 landscape", "DL", "US letter", "500x700mm", "1080 x 1350 px". Named sizes stand upright unless they say landscape. */
export function parseSize(written: string): ParsedSize {
  const words = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const measured = /^(\d+(?:[.,]\d+)?)-?(?:mm|cm|in|px)?-?[x×]-?(\d+(?:[.,]\d+)?)-?(mm|cm|in|px)$/.exec(words);
  if (measured) return fromMeasures(measured[1] ?? '', measured[2] ?? '', measured[3] ?? '');
  const [, name = '', turned] = /^(.+?)(-landscape|-portrait)?$/.exec(words) ?? [];
  const known = ALIASES[name] ?? name;
  const sides = NAMED.get(known);
  if (!sides) {
    const near = nearest(name, NAMED.keys());
    const examples = 'A3, A5 landscape, DL, US letter, 500x700mm, 1080x1350px';
    return {
      hint:
        near === undefined
          ? `Sizes look like ${examples}.`
          : `Did you mean “${near.toUpperCase()}”? Sizes look like ${examples}.`,
    };
  }
  const [short, long] = sides;
  return turned === '-landscape'
    ? { size: { name: `${known}-landscape`, width: mm(long), height: mm(short) } }
    : { size: { name: known, width: mm(short), height: mm(long) } };
}

function fromMeasures(first: string, second: string, unit: string): ParsedSize {
  const toPt = UNITS[unit];
  const [w, h] = [first, second].map((side) => Number(side.replace(',', '.')));
  if (!toPt || w === undefined || h === undefined) return { hint: 'Sizes in numbers look like 500x700mm.' };
  const size = { name: `${w}x${h}${unit}`, width: toPt(w), height: toPt(h) };
  const sides = [size.width, size.height];
  if (sides.some((side) => side < MIN_SIDE || side > MAX_SIDE)) return { hint: 'A side is between 7 mm and 5,080 mm.' };
  return { size };
}
