import type { Pt } from '../../core/geometry.ts';
import type { Fragment } from '../types.ts';

/**
 * Height in an inline block of the baseline that it stands on: that of its last line (CSS 2.1, 10.8.1). As in browsers, lines in its tables are no lines of
 * its own, and a flex container in it is one line.
 */
export function standsOn(fragment: Fragment): Pt | undefined {
  return fragment.children.some(hasOwnLines) ? lastLine(fragment) : fragment.lastBaseline;
}

const isTable = ({ box, children }: Fragment): boolean =>
  box.style.display === 'table' ||
  (box.kind === 'block' && !box.element && children.some((child) => child.box.style.display === 'table'));

const isFlex = ({ box }: Fragment): boolean => box.style.display === 'flex' || box.style.display === 'inline-flex';

/** Whether a table or a flex container stands in it. */
const hasOwnLines = (fragment: Fragment): boolean =>
  fragment.box.kind === 'block' && (isTable(fragment) || isFlex(fragment) || fragment.children.some(hasOwnLines));

function lastLine(fragment: Fragment): Pt | undefined {
  const { children, baseline, lastBaseline } = fragment;
  if (isTable(fragment)) return undefined;
  if (isFlex(fragment)) return baseline;
  if (!children.some(hasOwnLines)) return lastBaseline;
  const marker = fragment.box.kind === 'block' ? fragment.box.marker : undefined;
  const below = children.findLast((child) => child.box !== marker && lastLine(child) !== undefined);
  const own = below && lastLine(below);
  if (!below || own === undefined || lastBaseline === undefined) return undefined;
  // A relative offset and a clip are heeded in the fragment's own baselines.
  const last = children.findLast((child) => child.lastBaseline !== undefined);
  return below.y + own + (last ? lastBaseline - last.y - (last.lastBaseline ?? 0) : 0);
}
