import { describe, expect, it } from 'vitest';
import { NO_FINE } from '../../../src/layout/css/properties/typesetting.ts';
import { layoutInline } from '../../../src/layout/inline/index.ts';
import { overhang } from '../../../src/layout/overhang.ts';
import type { ComputedStyle, FineSetting, LineFragment } from '../../../src/layout/types.ts';
import { context, lineTexts, root, textsOf } from './support.ts';

const hanging = (value: Partial<FineSetting['hanging']>): Partial<ComputedStyle> => ({
  fine: { ...NO_FINE, hanging: { ...NO_FINE.hanging, ...value } },
});
const set = (text: string, width: number, style: Partial<ComputedStyle> = {}) =>
  layoutInline(root([text], style), width, context()).lines;
const advance = (text: string) => set(text, 1000)[0]?.width ?? 0;
/** Where the first glyph stands, and where the last ends; from the column's left. */
const ends = (line: LineFragment | undefined): [number, number] => {
  const items = line ? textsOf(line) : [];
  const [first, last] = [items[0], items.at(-1)];
  return [(line?.x ?? 0) + (first?.x ?? 0), (line?.x ?? 0) + (last?.x ?? 0) + (last?.width ?? 0)];
};

describe('hanging-punctuation', () => {
  it('first: an opening mark stands out of the first line, and of no other', () => {
    const quote = '”Kom”, sagde hun, ”og spis.”';
    const width = advance('”Kom”, sagde hun,') + 1;
    const plain = set(quote, width, hanging({ first: true }));
    expect(ends(plain[0])[0]).toBeCloseTo(-advance('”'), 3);
    expect(ends(plain[1])[0]).toBe(0);
    expect(plain[0]?.x).toBe(0);
    // It takes no room: the line may be narrower by it.
    expect(lineTexts(set(quote, width - advance('”'), hanging({ first: true })))[0]).toBe('”Kom”, sagde hun, ');
    expect(lineTexts(set(quote, width - advance('”')))[0]).toBe('”Kom”, sagde ');
  });

  it('last: a closing mark stands out of the last line', () => {
    const [line] = set('”Kom og spis”', 200, { ...hanging({ last: true }), textAlign: 'right' });
    expect(ends(line)[1]).toBeCloseTo(200 + advance('”'), 3);
  });

  it('force-end: stops and commas stand out of every line', () => {
    const lines = set('Kom, sagde hun. Og de kom.', 60, { ...hanging({ end: 'force' }), textAlign: 'right' });
    for (const line of lines) {
      const stops = /[.,]\s*$/.exec(lineTexts([line])[0] ?? '')?.[0].trim() ?? '';
      expect(ends(line)[1]).toBeCloseTo(60 + (stops ? advance(stops) : 0), 1);
    }
    expect(lines.length).toBeGreaterThan(1);
  });

  it('allow-end: only where the line would not fit otherwise', () => {
    const width = advance('Kom nu,') - advance(',') / 2;
    expect(lineTexts(set('Kom nu, alle', width, hanging({ end: 'allow' })))[0]).toBe('Kom nu, ');
    expect(lineTexts(set('Kom nu, alle', width))[0]).toBe('Kom ');
    const [roomy] = set('Kom nu,', width + 20, { ...hanging({ end: 'allow' }), textAlign: 'right' });
    expect(ends(roomy)[1]).toBeCloseTo(width + 20, 3);
  });

  it('from the right it is mirrored', () => {
    const lines = set('”קפה”', 100, { ...hanging({ first: true }), direction: 'rtl', fontFamily: ['Fira Sans'] });
    expect((lines[0]?.x ?? 0) + (lines[0]?.width ?? 0)).toBeCloseTo(100, 3);
  });

  it('is no word too long, and centres what does not hang', () => {
    const style = { ...hanging({ first: true, last: true }), textAlign: 'center' } as const;
    const made = root(['”Kom”'], style);
    const [line] = layoutInline(made, 100, context()).lines;
    const word = advance('Kom');
    // But for the kerning between letters and marks.
    expect(Math.abs((line?.x ?? 0) - (100 - word) / 2)).toBeLessThan(1);
    const narrow = layoutInline(made, word + 1, context()).lines;
    const sides = { top: 0, right: 0, bottom: 0, left: 0 };
    const place = { x: 0, y: 0, width: word + 1, height: 18, padding: sides, border: sides, children: [] };
    expect(overhang(narrow[0] as LineFragment, { box: made, ...place, lines: narrow })).toBeLessThanOrEqual(0.01);
  });
});

describe('-kit-optical-margins', () => {
  const optical: Partial<ComputedStyle> = { fine: { ...NO_FINE, opticalMargins: true } };
  it('light marks stand out by a part of their width, letters do not', () => {
    const [line] = set('”Kom,', 200, { ...optical, textAlign: 'right' });
    expect(ends(line)[1]).toBeCloseTo(200 + 0.7 * advance(','), 2);
    expect(ends(set('”Kom,', 200, optical)[0])[0]).toBeCloseTo(-0.5 * advance('”'), 2);
    expect(ends(set('mund', 200, optical)[0])[0]).toBe(0);
  });

  it('a hyphen at a line’s end stands out, too', () => {
    const text = 'fælles\u00adspisning';
    const [line] = set(text, advance('fælles') + 5, { ...optical, textAlign: 'right' });
    const hyphen = textsOf(line as LineFragment).at(-1);
    expect(ends(line)[1]).toBeCloseTo(advance('fælles') + 5 + 0.6 * (hyphen?.width ?? 0), 2);
  });
});
