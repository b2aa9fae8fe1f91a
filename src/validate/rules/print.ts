import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import type { Path, WrittenMap } from '../../core/written/node.ts';
import { nodeAt, spanAt } from '../../core/written/node.ts';

const MEANT: readonly Path[] = [['profiles'], ['print', 'profile']];

/** What is said of print shops' files. Who orders a bleed must not find out from the printer that there is none. */
export function printRules(map: WrittenMap, about: About | undefined): readonly Diagnostic[] {
  return MEANT.flatMap((path) => {
    const node = nodeAt(map, path);
    if (!node || (node.kind === 'scalar' && node.value === null)) return [];
    const span = node.kind === 'scalar' ? node.span : spanAt(map, path);
    const hint = 'Send the print shop the PDFs for screens only if it asks for no bleed; or delete this.';
    return [
      warning('print-unused', 'Files for print shops are not made yet: no PDF has a bleed or marks.', { span, about, hint }),
    ];
  });
}
