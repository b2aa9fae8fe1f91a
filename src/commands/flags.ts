import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Order } from '../pipeline/outcome.ts';
import type { Format } from '../report/index.ts';

/** Options that mean the same in each command. */
export interface SharedFlags {
  readonly library?: readonly string[];
  readonly language?: readonly string[];
  readonly piece?: readonly string[];
  readonly strict?: boolean;
  readonly format: Format;
  readonly verbose?: boolean;
}

/** `templates/` of the package that this program came in: two folders above the bundle, one above the sources. */
function builtInTemplates(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, '..', '..', 'templates');
}

export function orderOf(
  file: string,
  flags: SharedFlags,
  rest: Pick<Order, 'gallery' | 'dryRun'> & { readonly out: string | null },
): Order {
  return {
    file: resolve(file),
    out: rest.out === null ? null : resolve(rest.out),
    builtIn: builtInTemplates(),
    filter: { library: flags.library, language: flags.language, piece: flags.piece },
    strict: flags.strict ?? false,
    gallery: rest.gallery,
    dryRun: rest.dryRun,
  };
}
