const VAR = /var\(/i;

/** Where `var(` stands as a function, outside strings. */
function findVar(text: string, from: number): number {
  if (!VAR.test(text)) return -1;
  let quote = '';
  for (let i = from; i < text.length; i++) {
    const ch = text[i];
    if (ch === '\\') i++;
    else if (quote) {
      if (ch === quote) quote = '';
    } else if (ch === '"' || ch === "'") quote = ch;
    else if ((ch === 'v' || ch === 'V') && /^var\(/i.test(text.slice(i, i + 4)) && !/[\w-]/.test(text[i - 1] ?? ' ')) return i;
  }
  return -1;
}

/** End of the parenthesis that opens before `from`, and the first comma at its own level. */
function closing(text: string, from: number): { readonly end: number; readonly comma: number } {
  let depth = 0;
  let comma = -1;
  let quote = '';
  for (let i = from; i < text.length; i++) {
    const ch = text[i];
    if (ch === '\\') i++;
    else if (quote) {
      if (ch === quote) quote = '';
    } else if (ch === '"' || ch === "'") quote = ch;
    else if (ch === '(' || ch === '[' || ch === '{') depth++;
    else if (ch === ')' || ch === ']' || ch === '}') {
      if (depth === 0) return { end: i, comma };
      depth--;
    } else if (ch === ',' && depth === 0 && comma === -1) comma = i;
  }
  return { end: text.length, comma };
}

export const hasVar = (text: string): boolean => findVar(text, 0) !== -1;

export type Substitution = { readonly text: string } | { readonly missing: string };

/**
 * Replaces every var() (CSS Custom Properties 1, 3).
 * @param lookup value of a custom property; undefined: not set, or invalid
 */
export function substitute(text: string, lookup: (name: string) => string | undefined): Substitution {
  let result = '';
  let from = 0;
  for (let at = findVar(text, 0); at !== -1; at = findVar(text, from)) {
    const { end, comma } = closing(text, at + 4);
    const name = text.slice(at + 4, comma === -1 ? end : comma).trim();
    let value = lookup(name);
    if (value === undefined) {
      if (comma === -1) return { missing: name };
      const fallback = substitute(text.slice(comma + 1, end), lookup);
      if ('missing' in fallback) return fallback;
      value = fallback.text;
    }
    // A comment keeps what stands side by side from running together.
    result += `${text.slice(from, at)}/**/${value}/**/`;
    from = end + 1;
    if (result.length > MAX_LENGTH) return { missing: name };
  }
  return { text: result + text.slice(from) };
}

/** Text without the comments that kept its parts apart; a space where they would run together. */
export const uncomment = (text: string): string =>
  text
    .replace(/\/\*\*\//g, (_, at: number) => (/[\w%]/.test(text[at - 1] ?? '') && /[\w.#-]/.test(text[at + 4] ?? '') ? ' ' : ''))
    .trim();

/** Properties that name each other twice, again and again, would grow without bound. */
const MAX_LENGTH = 100_000;

/**
 * The custom properties of an element: its own declarations resolved against each other and the parent's. What goes in circles, or names
 * something that is not set, is not set itself.
 */
export function resolveCustom(
  own: ReadonlyMap<string, string>,
  inherited: ReadonlyMap<string, string>,
  problem: (name: string, message: string) => void,
): ReadonlyMap<string, string> {
  const resolved = new Map(inherited);
  const done = new Set<string>();
  const open: string[] = [];
  const circular = new Set<string>();

  const lookup = (name: string): string | undefined => {
    const raw = own.get(name);
    if (raw === undefined || done.has(name)) return resolved.get(name);
    const at = open.indexOf(name);
    if (at !== -1) {
      for (const each of open.slice(at)) circular.add(each);
      return undefined;
    }
    const wide = raw.toLowerCase();
    if (wide === 'inherit' || wide === 'unset' || wide === 'revert') {
      done.add(name);
      return resolved.get(name);
    }
    open.push(name);
    const value = wide === 'initial' ? { missing: '' } : findVar(raw, 0) === -1 ? { text: raw } : substitute(raw, lookup);
    open.pop();
    done.add(name);
    if ('text' in value && !circular.has(name)) {
      resolved.set(name, uncomment(value.text));
    } else {
      resolved.delete(name);
      if (circular.has(name)) problem(name, `“${name}” goes in circles.`);
      else if ('missing' in value && value.missing)
        problem(name, `“${value.missing}” is not set here, and var() gives no fallback.`);
    }
    return resolved.get(name);
  };
  for (const name of own.keys()) lookup(name);
  return resolved;
}
