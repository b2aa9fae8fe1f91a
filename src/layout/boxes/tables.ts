import { anonymousStyle, type FullStyle } from '../css/index.ts';
import type { BlockBox, Box } from '../types.ts';

type Display = FullStyle['display'];

const GROUPS: ReadonlySet<Display> = new Set<Display>(['table-row-group', 'table-header-group', 'table-footer-group']);
const PARTS: ReadonlySet<Display> = new Set<Display>([...GROUPS, 'table-row', 'table-cell', 'table-caption']);

const outOfFlow = ({ style }: Box): boolean => style.position === 'absolute' || style.position === 'fixed';
const displayOf = (box: Box): Display | undefined => (box.kind === 'block' && !outOfFlow(box) ? box.style.display : undefined);
const isOne = (box: Box, ...wanted: readonly Display[]): boolean => wanted.includes(displayOf(box) ?? 'none');

/** A box between a parent and children that do not fit it (CSS 2.1, 17.2.1). */
const wrap = (children: readonly Box[], style: FullStyle, display: Display, lang: string): BlockBox => ({
  kind: 'block',
  style: anonymousStyle(style, display),
  element: null,
  node: null,
  lang,
  children,
});

/** Runs of boxes that are not as wanted, each wrapped. */
function wrapRuns(boxes: readonly Box[], fits: (box: Box) => boolean, make: (run: readonly Box[]) => Box): readonly Box[] {
  if (boxes.every(fits)) return boxes;
  const result: Box[] = [];
  let run: Box[] = [];
  const flush = (): void => {
    // Boxes out of the flow need no cell.
    if (run.some((box) => !outOfFlow(box))) result.push(make(run));
    else result.push(...run);
    run = [];
  };
  for (const box of boxes) {
    if (fits(box)) {
      flush();
      result.push(box);
    } else run.push(box);
  }
  flush();
  return result;
}

/** The children that a box may have: missing rows, cells and tables are put around what needs them. */
export function fixTables(boxes: readonly Box[], style: FullStyle, lang: string): readonly Box[] {
  const cells = (run: readonly Box[]): readonly Box[] =>
    wrapRuns(
      run,
      (box) => isOne(box, 'table-cell'),
      (loose) => wrap(loose, style, 'table-cell', lang),
    );
  const row = (run: readonly Box[]): Box => wrap(cells(run), style, 'table-row', lang);
  const { display } = style;
  if (display === 'table-row') return cells(boxes);
  if (GROUPS.has(display)) return wrapRuns(boxes, (box) => isOne(box, 'table-row'), row);
  if (display === 'table')
    return wrapRuns(boxes, (box) => GROUPS.has(displayOf(box) ?? 'none') || isOne(box, 'table-row', 'table-caption'), row);
  if (!boxes.some((box) => PARTS.has(displayOf(box) ?? 'none'))) return boxes;
  return wrapRuns(
    boxes,
    (box) => !PARTS.has(displayOf(box) ?? 'none'),
    (run) => {
      const table = anonymousStyle(style, 'table');
      return { ...wrap([], style, 'table', lang), children: fixTables(run, table, lang) };
    },
  );
}
