import type { Pt } from '../../core/geometry.ts';
import { isWordSpace } from '../../core/text/index.ts';
import type { InlineBox } from '../types.ts';
import { isRtlAt } from './levels.ts';
import type { Measure } from './measure.ts';
import { partOf, type Segment, segmentsOf } from './segments.ts';
import type { Leaf, LineRange, Special, TextLeaf } from './types.ts';

/** Something that has a width on the line, in logical order. */
export type Piece = TextPiece | SpecialPiece | GapPiece;

export interface TextPiece {
  readonly kind: 'text';
  readonly segment: Segment;
  readonly leaf: TextLeaf;
  readonly level: number;
  readonly within: readonly InlineBox[];
  /** Hanging white space takes no room: 0. */
  readonly width: Pt;
  /** Places that justification widens: word separators, or those around wide characters. */
  readonly spaces: number;
  /** All of it is of wide characters, each of which is widened, with so many places before the first. */
  readonly wide?: { readonly lead: number };
  readonly actualText?: string;
  readonly hangs?: boolean;
}

export interface SpecialPiece {
  readonly kind: 'special';
  readonly special: Special;
  readonly level: number;
  readonly within: readonly InlineBox[];
  readonly width: Pt;
}

export interface GapPiece {
  readonly kind: 'gap';
  readonly level: number;
  readonly within: readonly InlineBox[];
  readonly width: Pt;
}

/** What stands between two cuts, in logical order, each with its width. */
export function piecesOf(m: Measure, { from, to }: LineRange): Piece[] {
  const { p } = m;
  const pieces: Piece[] = [];
  const visible = Math.max(to.trim, from.skip);
  const shown = segmentsOf(p, from.skip, visible);
  const hanging = visible < to.offset ? segmentsOf(p, visible, to.offset) : [];
  for (let i = leafFrom(p.leaves, from.offset, from.edge); i < p.leaves.length; i++) {
    const leaf = p.leaves[i];
    if (!leaf) break;
    if (leaf.kind === 'text') {
      if (leaf.start >= to.offset) break;
      addText(m, pieces, leaf, shown, Math.max(leaf.start, from.skip), Math.min(leaf.end, visible));
      if (leaf.end > visible) addHanging(m, pieces, leaf, hanging);
    } else {
      if (leaf.index >= to.edge) break;
      if (leaf.index < from.edge) continue;
      const level = p.levels
        ? leaf.kind === 'out-of-flow'
          ? Math.min(p.levels[leaf.start - 1] ?? baseLevel(m, leaf.start), p.levels[leaf.start] ?? baseLevel(m, leaf.start))
          : (p.levels[leaf.kind === 'close' && !isEmpty(p.leaves[i - 1], leaf) ? leaf.start - 1 : leaf.start] ??
            baseLevel(m, leaf.start))
        : 0;
      pieces.push({ kind: 'special', special: leaf, level, within: leaf.within, width: widthOf(m, leaf) });
    }
  }
  if (to.hyphen) addHyphen(m, pieces, to.hyphen);
  return pieces;
}

/** An inline box with nothing in it stands where what follows it does. */
const isEmpty = (before: Leaf | undefined, { edgeOf }: Special): boolean =>
  before !== undefined && before.kind === 'open' && before.edgeOf === edgeOf;

/** Index of the first leaf that may have a part after a cut. */
function leafFrom(leaves: Measure['p']['leaves'], offset: number, edge: number): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const leaf = leaves[middle];
    if (leaf && (leaf.kind === 'text' ? leaf.end <= offset : leaf.index < edge)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const baseLevel = (m: Measure, offset: number): number => (isRtlAt(m.p, offset) ? 1 : 0);

function widthOf(m: Measure, special: Special): Pt {
  return (m.edges[special.index + 1] ?? 0) - (m.edges[special.index] ?? 0);
}

function addText(m: Measure, pieces: Piece[], leaf: TextLeaf, segments: readonly Segment[], start: number, end: number): void {
  const { p, scale } = m;
  const { within } = leaf;
  let at = start;
  for (const whole of segments) {
    if (whole.end <= start) continue;
    if (whole.start >= end) break;
    const segment = partOf(whole, start, end);
    addGap(m, pieces, leaf, at, segment.start);
    at = segment.end;
    const between = (p.pen[at] ?? 0) - (p.pen[segment.start] ?? 0);
    const width = (between + segment.change) * scale;
    pieces.push({
      kind: 'text',
      segment,
      leaf,
      level: segment.level,
      within,
      width,
      spaces: countSpaces(p.text, segment.start, at),
    });
  }
  if (end > start) addGap(m, pieces, leaf, at, end);
}

function addHanging(m: Measure, pieces: Piece[], leaf: TextLeaf, segments: readonly Segment[]): void {
  for (const whole of segments) {
    if (whole.end <= leaf.start) continue;
    if (whole.start >= leaf.end) break;
    const segment = partOf(whole, leaf.start, leaf.end);
    const before = pieces[pieces.length - 1];
    // Where the space goes on behind the line's last glyphs it is drawn with them.
    const follows =
      before?.kind === 'text' && before.leaf === leaf && before.segment.run === segment.run && before.segment.to === segment.from;
    if (follows && m.p.levels === null) pieces[pieces.length - 1] = { ...before, segment: { ...before.segment, to: segment.to } };
    // UAX 9, L1: white space at a line's end has the paragraph's level.
    else
      pieces.push({
        kind: 'text',
        segment,
        leaf,
        level: baseLevel(m, segment.start),
        within: leaf.within,
        width: 0,
        spaces: 0,
        hangs: true,
      });
  }
}

/** Tabs have no glyphs, but their room. */
function addGap(m: Measure, pieces: Piece[], leaf: TextLeaf, start: number, end: number): void {
  const { pen, levels } = m.p;
  const width = ((pen[end] ?? 0) - (pen[start] ?? 0)) * m.scale;
  if (width !== 0) pieces.push({ kind: 'gap', level: levels?.[start] ?? 0, within: leaf.within, width });
}

function countSpaces(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (isWordSpace(text.charCodeAt(i))) count++;
  return count;
}

function addHyphen(m: Measure, pieces: Piece[], hyphen: NonNullable<LineRange['to']['hyphen']>): void {
  const { run, level } = hyphen;
  const leaf = m.p.texts[hyphen.of];
  if (!leaf) return;
  const at = leaf.end;
  const segment: Segment = {
    run,
    from: 0,
    to: run.glyphs.length,
    start: at,
    end: at,
    level,
    size: leaf.item.style.fontSize,
    change: 0,
    base: at,
    whole: null,
  };
  const piece: TextPiece = {
    kind: 'text',
    segment,
    leaf,
    level,
    within: leaf.within,
    width: hyphen.width * m.scale,
    spaces: 0,
    actualText: '\u00ad',
  };
  // Before end tags that stand on this line.
  let index = pieces.length;
  while (index > 0 && pieces[index - 1]?.kind === 'special') index--;
  pieces.splice(index, 0, piece);
}
