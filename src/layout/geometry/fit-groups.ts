import type { Pt } from '../../core/geometry.ts';
import type { Fragment } from '../types.ts';
import type { FitCaps } from './context.ts';

/** Groups of fitted texts (`-kit-fit-group`) whose members came out in several sizes, with the smallest of them. */
export function unevenGroups(fragments: readonly Fragment[]): FitCaps {
  const sizes = new Map<string, { least: Pt; most: Pt }>();
  const visit = (fragment: Fragment): void => {
    const { fitGroup } = fragment.box.style;
    const { fittedSize: size } = fragment;
    if (size !== undefined && fitGroup !== null) {
      const known = sizes.get(fitGroup);
      sizes.set(fitGroup, {
        least: Math.min(size, known?.least ?? size),
        most: Math.max(size, known?.most ?? size),
      });
    }
    for (const line of fragment.lines ?? []) for (const item of line.items) if (item.kind === 'atomic') visit(item.fragment);
    for (const child of fragment.children) visit(child);
  };
  fragments.forEach(visit);
  return new Map([...sizes].flatMap(([name, { least, most }]) => (most > least + 1e-9 ? [[name, least] as const] : [])));
}
