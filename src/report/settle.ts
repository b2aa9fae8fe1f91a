import type { About, Diagnostic } from '../core/diagnostics.ts';

/** What follows from a box that is taller than its page, in the same document. */
const ECHOES: ReadonlySet<string> = new Set(['page-count', 'text-off-page']);

/** Told anew for each size that a piece is laid out in, only by another length. */
const BY_SIZE: ReadonlySet<string> = new Set(['text-overflow', 'text-off-page', 'word-too-long']);

const LENGTH = /(\d+(?:\.\d+)?) (?:mm|pt)/g;

const documentOf = (about: About | undefined): string =>
  JSON.stringify([about?.library, about?.language, about?.piece, about?.size]);

/** What was meant to be told: causes without what follows from them, and one place once, however many sizes it goes wrong in. */
export function settled(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return ofAllSizes(withoutEchoes(diagnostics));
}

function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const tall = new Set(diagnostics.flatMap(({ code, about }) => (code === 'box-taller-than-page' ? [documentOf(about)] : [])));
  if (tall.size === 0) return diagnostics;
  return diagnostics.filter(({ code, about }) => !ECHOES.has(code) || !tall.has(documentOf(about)));
}

const placeOf = ({ severity, code, message, span, about }: Diagnostic): string =>
  JSON.stringify([
    severity,
    code,
    message.replace(LENGTH, '#'),
    span?.source.path,
    span?.start,
    about?.library,
    about?.language,
    about?.piece,
  ]);

/** The first length of a message: how far something stands out. */
const farOf = ({ message }: Diagnostic): number => Number(message.match(LENGTH)?.[0]?.split(' ')[0] ?? 0);

function ofAllSizes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Map<string, Diagnostic[]>();
  for (const d of diagnostics) {
    if (!BY_SIZE.has(d.code)) continue;
    const key = placeOf(d);
    const known = places.get(key);
    if (known) known.push(d);
    else places.set(key, [d]);
  }
  if ([...places.values()].every((group) => group.length === 1)) return diagnostics;
  const told = new Set<string>();
  return diagnostics.flatMap((d) => {
    if (!BY_SIZE.has(d.code)) return [d];
    const key = placeOf(d);
    if (told.has(key)) return [];
    told.add(key);
    return [worst(places.get(key) ?? [d])];
  });
}

/** The farthest one, with the sizes in which the others are. */
function worst(group: readonly Diagnostic[]): Diagnostic {
  const [first, ...others] = [...group].sort((a, b) => farOf(b) - farOf(a));
  if (!first) throw new Error('a group holds at least one diagnostic');
  if (others.length === 0) return first;
  const sizes = [...new Set(group.flatMap(({ about }) => about?.size ?? []))];
  const of = sizes.length > 1 ? sizes.map((size) => size.toUpperCase()).join(', ') : `${group.length} places or sizes`;
  return { ...first, message: `${first.message.replace(/\.$/, '')} (the worst of ${of}).` };
}
