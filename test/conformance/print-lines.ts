import type { Geometry } from '../../src/layout/index.ts';
import type { Fragment } from '../../src/layout/types.ts';
import { readPlacedText } from '../support/pdf/pdfjs.ts';

/** All text on one baseline of a page, without spaces and bullets; y: of the baseline, px from the page's top. */
export interface PrintedLine {
  readonly text: string;
  readonly y: number;
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Baselines this close are one, px. */
const SAME = 1;

function linesOf(pieces: readonly Piece[]): PrintedLine[] {
  const lines: { y: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && piece.y - line.y < SAME) line.pieces.push(piece);
    else lines.push({ y: piece.y, pieces: [piece] });
  }
  return lines
    .map(({ y, pieces: own }) => ({
      y,
      text: own
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join('')
        .replace(/[\s•]/gu, ''),
    }))
    .filter(({ text }) => text !== '');
}

/** The lines of each page of a PDF. */
export async function linesOfPdf(pdf: Uint8Array): Promise<PrintedLine[][]> {
  const pages = await readPlacedText(pdf);
  return pages.map((pieces) => linesOf(pieces.map(({ text, x, y }) => ({ text, x: x / 0.75, y: y / 0.75 }))));
}

/** The lines of each page of ours. */
export function linesOfPages({ pages }: Geometry): PrintedLine[][] {
  return pages.map(({ fragment, marginBoxes }) => {
    const pieces: Piece[] = [];
    const visit = (f: Fragment, x: number, y: number): void => {
      for (const line of f.lines ?? []) {
        for (const item of line.items) {
          const [ix, iy] = [x + line.x, y + line.y];
          if (item.kind === 'atomic') visit(item.fragment, ix + item.x, iy + item.y);
          if (item.kind !== 'text') continue;
          const clusters = [...item.run.clusters.slice(item.from, item.to)];
          const last = Math.max(...clusters);
          const end = Math.min(item.run.text.length, ...item.run.clusters.filter((cluster) => cluster > last));
          pieces.push({
            text: item.run.text.slice(Math.min(...clusters), end),
            x: (ix + item.x) / 0.75,
            y: (iy + item.y) / 0.75,
          });
        }
      }
      for (const child of f.children) visit(child, x + child.x, y + child.y);
    };
    for (const f of [fragment, ...marginBoxes]) visit(f, f.x, f.y);
    return linesOf(pieces);
  });
}
