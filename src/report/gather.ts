import type { About, Diagnostic } from '../core/diagnostics.ts';

/** Diagnostics that say the same of the same place, for several libraries, languages or pieces. */
export interface Gathered {
  readonly diagnostic: Diagnostic;
  /** How many there were. */
  readonly count: number;
}

const keyOf = (d: Diagnostic): string =>
  JSON.stringify([d.severity, d.code, d.message, d.span?.source.path, d.span?.start, d.span?.end, d.hints]);

const all = (diagnostics: readonly Diagnostic[], key: keyof About): string | undefined => {
  const names = [...new Set(diagnostics.map((d) => d.about?.[key]).filter((name) => name !== undefined))];
  if (names.length === 0) return undefined;
  return names.length > 4 ? `${names.slice(0, 3).join(' ')} and ${names.length - 3} more` : names.join(' ');
};

/** A fault in a template shows in 19 libraries and two languages: a person is told once, with whom it concerns. Order of first appearance. */
export function gather(diagnostics: readonly Diagnostic[]): readonly Gathered[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const d of diagnostics) {
    const group = groups.get(keyOf(d));
    if (group) group.push(d);
    else groups.set(keyOf(d), [d]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) throw new Error('a group holds at least one diagnostic');
    const [library, language, piece] = [all(group, 'library'), all(group, 'language'), all(group, 'piece')];
    const size = all(group, 'size');
    const about = { ...(library && { library }), ...(language && { language }), ...(piece && { piece }), ...(size && { size }) };
    return { diagnostic: first.about ? { ...first, about } : first, count: group.length };
  });
}
