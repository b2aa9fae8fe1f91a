import { warning } from '../../core/diagnostics.ts';
import type { Box, LayoutServices } from '../types.ts';

const told = new WeakSet<Box>();

/** Declarations that have no effect on a block in block flow, each once a box. */
export function reportIdle(box: Box, services: LayoutServices): void {
  if (box.kind === 'inline-root') return;
  const { spansColumns, fitGroup, fit } = box.style;
  if ((!spansColumns && (fitGroup === null || fit)) || told.has(box)) return;
  told.add(box);
  const [message, hint] = spansColumns
    ? [
        '`column-span: all` stands on what is no child of a multi-column element.',
        'Move the element right into the one with `columns`.',
      ]
    : ['`-kit-fit-group` does nothing without `-kit-fit`.', 'Give the element `-kit-fit: <smallest> <largest>`.'];
  services.report(warning('css-without-effect', message, { span: box.source, hint }));
}
