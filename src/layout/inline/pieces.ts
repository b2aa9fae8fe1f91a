import type { Pt } from '../../core/geometry.ts';
import { isWordSpace } from '../../core/text/index.ts';
import type { InlineBox } from '../types.ts';
import type { Measure } from './measure.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { LineRange, Special, TextLeaf } from './types.ts';

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
  /** Word separators that justification widens. */
  readonly spaces: number;
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
  for (let i = leafFrom(p.leaves, from.offset, from.edge); i < p.leaves.length; i++) {
    const leaf = p.leaves[i];
    if (!leaf) break;
    if (leaf.kind === 'text') {
      if (leaf.start >= to.offset) break;
      addText(m, pieces, leaf, Math.max(leaf.start, from.skip), Math.min(leaf.end, visible), false);
      addText(m, pieces, leaf, Math.max(leaf.start, visible), Math.min(leaf.end, to.offset), true);
    } else {
      if (leaf.index >= to.edge) break;
      if (leaf.index < from.edge) continue;
      const level = p.levels ? (p.levels[leaf.kind === 'close' ? leaf.start - 1 : leaf.start] ?? baseLevel(m)) : 0;
      pieces.push({ kind: 'special', special: leaf, level, within: leaf.within, width: widthOf(m, leaf) });
    }
  }
  if (to.hyphen) addHyphen(m, pieces, to.hyphen);
  return pieces;
}

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

const baseLevel = (m: Measure): number => (m.p.root.style.direction === 'rtl' ? 1 : 0);

function widthOf(m: Measure, special: Special): Pt {
  return (m.edges[special.index + 1] ?? 0) - (m.edges[special.index] ?? 0);
}

function addText(m: Measure, pieces: Piece[], leaf: TextLeaf, start: number, end: number, hangs: boolean): void {
  if (end <= start) return;
  const { p, scale } = m;
  const { within } = leaf;
  let at = start;
  for (const segment of segmentsOf(p, start, end)) {
    if (hangs) {
      const before = pieces[pieces.length - 1];
      // Where the space goes on behind the line's last glyphs it is drawn with them.
      if (
        p.levels === null &&
        before?.kind === 'text' &&
        before.leaf === leaf &&
        before.segment.run === segment.run &&
        before.segment.to === segment.from
      ) {
        pieces[pieces.length - 1] = { ...before, segment: { ...before.segment, to: segment.to } };
      } else {
        // UAX 9, L1: white space at a line's end has the paragraph's level.
        pieces.push({ kind: 'text', segment, leaf, level: baseLevel(m), within, width: 0, spaces: 0, hangs: true });
      }
      continue;
    }
    addGap(m, pieces, leaf, at, segment.start);
    at = segment.end;
    const between = (p.pen[segment.end] ?? 0) - (p.pen[segment.start] ?? 0);
    const width = (between + segment.change) * scale;
    pieces.push({
      kind: 'text',
      segment,
      leaf,
      level: segment.level,
      within,
      width,
      spaces: countSpaces(p.text, segment.start, segment.end),
    });
  }
  if (!hangs) addGap(m, pieces, leaf, at, end);
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
  const { run, leaf, level } = hyphen;
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
