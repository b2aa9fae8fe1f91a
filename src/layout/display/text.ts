import type { Color } from '../../core/color.ts';
import type { GlyphRun, PathItem } from '../../core/display.ts';
import type { Pt } from '../../core/geometry.ts';
import type { InlineBox, LineItem } from '../types.ts';
import type { Decoration } from './state.ts';

type TextItem = Extract<LineItem, { kind: 'text' }>;

const faded = (color: Color, opacity: number): Color => (opacity === 1 ? color : { ...color, a: color.a * opacity });

/** Inline boxes do not make groups: what stands in a faded one is faded piece by piece, which is the same where nothing overlaps. */
export const opacityWithin = (within: readonly InlineBox[]): number =>
  within.reduce((product, b) => product * b.style.opacity, 1);

/** Glyphs of one item, the line's left top at (x, y). */
export function glyphItem(item: TextItem, x: Pt, y: Pt, repeated: boolean): GlyphRun {
  const { run, from, to, size, letterSpacing, wordSpacing, actualText, source, style } = item;
  return {
    kind: 'glyphs',
    content: repeated ? null : item.content,
    run,
    from,
    to,
    x: x + item.x,
    y: y + item.y,
    size,
    letterSpacing,
    wordSpacing,
    color: faded(style.color, opacityWithin(item.within)),
    ...(actualText !== undefined && { actualText }),
    ...(source && { source }),
  };
}

/** Two neighbours as one, where the second goes on where the first ends; null: they are not alike. */
export function joinGlyphs(a: TextItem, b: TextItem): TextItem | null {
  const alike =
    a.run === b.run &&
    a.to === b.from &&
    // White space that hangs before a line from right to left takes no room: drawn with the glyphs behind it, it would push them out.
    a.width !== 0 &&
    a.y === b.y &&
    a.size === b.size &&
    a.letterSpacing === b.letterSpacing &&
    a.wordSpacing === b.wordSpacing &&
    a.style.color === b.style.color &&
    a.content === b.content &&
    a.actualText === undefined &&
    b.actualText === undefined &&
    Math.abs(a.x + a.width - b.x) < 1e-4 &&
    opacityWithin(a.within) === opacityWithin(b.within);
  return alike ? { ...a, to: b.to, width: a.width + b.width } : null;
}

interface Stretch {
  readonly color: Color;
  readonly y: Pt;
  readonly thickness: Pt;
  readonly from: Pt;
  to: Pt;
}

/** Which lines an item has, and in whose colour: that of the box which asks for them, the outermost first (CSS 2.1, 16.3.1). */
function decorationOf(item: TextItem, inherited: Decoration): Decoration {
  let { underline, lineThrough } = inherited;
  const styles = [...item.within.map((b) => b.style), item.style];
  for (const { textDecoration: d, color } of styles) {
    const own = d.color === 'currentcolor' ? color : d.color;
    if (d.underline) underline ??= own;
    if (d.lineThrough) lineThrough ??= own;
  }
  return { underline, lineThrough };
}

export function extendDecoration(inherited: Decoration, style: TextItem['style']): Decoration {
  const { textDecoration: d, color } = style;
  if (!d.underline && !d.lineThrough) return inherited;
  const own = d.color === 'currentcolor' ? color : d.color;
  return {
    underline: inherited.underline ?? (d.underline ? own : null),
    lineThrough: inherited.lineThrough ?? (d.lineThrough ? own : null),
  };
}

/** Lines under and through the texts of one line of text, neighbours joined. Thickness and place are the font's. */
export function decorationLines(
  items: readonly TextItem[],
  x: Pt,
  y: Pt,
  inherited: Decoration,
): { readonly under: readonly PathItem[]; readonly through: readonly PathItem[] } {
  const under: Stretch[] = [];
  const through: Stretch[] = [];
  const add = (list: Stretch[], item: TextItem, color: Color, offset: Pt) => {
    const thickness = (item.run.face.underlineThickness * item.size) / item.run.face.unitsPerEm;
    const from = x + item.x;
    const at = y + item.y + offset;
    const to = from + item.width;
    const last = list.at(-1);
    const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
    const joins = last && near(last.to, from) && near(last.y, at) && near(last.thickness, thickness) && last.color === color;
    if (joins) last.to = to;
    else list.push({ color, y: at, thickness, from, to });
  };
  for (const item of items) {
    const { underline, lineThrough } = decorationOf(item, inherited);
    const { face } = item.run;
    const scale = item.size / face.unitsPerEm;
    const opacity = opacityWithin(item.within);
    if (underline) add(under, item, faded(underline, opacity), face.underlineOffset * scale);
    if (lineThrough) add(through, item, faded(lineThrough, opacity), face.strikeOffset * scale);
  }
  return { under: under.map(strokeOf), through: through.map(strokeOf) };
}

const strokeOf = ({ color, y, thickness, from, to }: Stretch): PathItem => ({
  kind: 'path',
  content: null,
  path: {
    segments: [
      ['M', from, y],
      ['L', to, y],
    ],
  },
  stroke: { color, width: thickness },
});
