import type { Node } from './cursor.ts';

/** One component at the place where it is tried. Strings, urls, escapes and brackets are css-tree's to read. */
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?(?=([a-z%]*))/iy;
const IDENT = /-?[a-z_][\w-]*(?=(\(?))/iy;
const CUSTOM = /--[\w-]+(?!\()/y;
const HASH = /#([\w-]+)/y;
const SPACE = /[ \t\r\n]+/y;

/** A fault of reading: css-tree must look. */
const GIVE_UP = null;

/**
 * Reads plain values – numbers with units, names, colours, functions of them – as css-tree does, many times faster: values that a template computes
 * differ from library to library, so no cache helps. Gives up (null) on anything less plain.
 */
export function quickValue(text: string, base = 0): Node[] | null {
  // U+26 is one token, of characters.
  if (/u\+/i.test(text)) return GIVE_UP;
  const state: State = { text, at: 0, base };
  const nodes = readUntil(state, false);
  return nodes && state.at === text.length ? nodes : GIVE_UP;
}

interface State {
  readonly text: string;
  at: number;
  readonly base: number;
}

function match(s: State, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = s.at;
  return pattern.exec(s.text);
}

const place = (s: State, start: number): NonNullable<Node['loc']> => {
  const point = (offset: number) => ({ offset: s.base + offset, line: 1, column: s.base + offset + 1 });
  return { source: '', start: point(start), end: point(s.at) };
};

/** `/**\/` keeps the parts of a substituted value apart. */
function skip(s: State): boolean {
  const start = s.at;
  for (;;) {
    const space = match(s, SPACE);
    if (space) s.at += space[0].length;
    else if (s.text.startsWith('/**/', s.at)) s.at += 4;
    else return s.at > start;
  }
}

function readUntil(s: State, inside: boolean): Node[] | null {
  const nodes: Node[] = [];
  for (;;) {
    const spaced = skip(s);
    const ch = s.text[s.at];
    if (ch === undefined) return inside ? GIVE_UP : nodes;
    if (ch === ')') return inside ? nodes : GIVE_UP;
    const start = s.at;
    if (ch === '/' && s.text[s.at + 1] === '*') return GIVE_UP;
    if (ch === ',' || ch === '/' || ch === '*') {
      s.at++;
      nodes.push({ type: 'Operator', value: ch, loc: place(s, start) });
      continue;
    }
    if ((ch === '+' || ch === '-') && /\s/.test(s.text[s.at + 1] ?? '')) {
      // A sum needs spaces on both sides.
      if (!inside || !spaced) return GIVE_UP;
      s.at++;
      nodes.push({ type: 'Operator', value: ` ${ch} `, loc: place(s, start) });
      continue;
    }
    const node = readOne(s, ch);
    if (!node) return GIVE_UP;
    nodes.push(node);
  }
}

function readOne(s: State, ch: string): Node | null {
  const start = s.at;
  if (ch === '(') {
    s.at++;
    const children = readUntil(s, true);
    if (!children) return GIVE_UP;
    s.at++;
    return { type: 'Parentheses', children, loc: place(s, start) };
  }
  const numeric = match(s, NUMBER);
  if (numeric) {
    const [value, unit = ''] = numeric;
    s.at += value.length + unit.length;
    // `1e3`, `2-a`, `3\66`: rarely meant, so not read here.
    if (/e/i.test(value) || /[\w\\.-]/.test(s.text[s.at] ?? '')) return GIVE_UP;
    const loc = place(s, start);
    if (unit === '') return { type: 'Number', value, loc };
    if (unit === '%') return { type: 'Percentage', value, loc };
    return unit.includes('%') ? GIVE_UP : { type: 'Dimension', value, unit, loc };
  }
  if (ch === '#') {
    const hash = match(s, HASH);
    if (!hash?.[1]) return GIVE_UP;
    s.at += hash[0].length;
    return { type: 'Hash', value: hash[1], loc: place(s, start) };
  }
  const ident = ch === '-' && s.text[s.at + 1] === '-' ? match(s, CUSTOM) : match(s, IDENT);
  if (!ident) return GIVE_UP;
  const [name, open] = ident;
  s.at += name.length;
  if (/[\w\\-]/.test(s.text[s.at] ?? '')) return GIVE_UP;
  if (s.text[s.at] === '(' && open !== '(') return GIVE_UP;
  if (open !== '(') return { type: 'Identifier', name, loc: place(s, start) };
  // What is in these is not a value.
  if (/^(url|src|var|env|attr|element|expression|if)$/i.test(name)) return GIVE_UP;
  s.at++;
  const children = readUntil(s, true);
  if (!children) return GIVE_UP;
  s.at++;
  return { type: 'Function', name, children, loc: place(s, start) };
}
