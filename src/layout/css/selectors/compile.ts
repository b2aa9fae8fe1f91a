import type { Complain } from '../declarations.ts';
import { didYouMean } from '../nearest.ts';
import type { Node } from '../values/cursor.ts';
import type { Subject } from './subject.ts';

export type Test = (subject: Subject) => boolean;
export type PseudoElement = 'before' | 'after' | 'marker';

/** A compiled complex selector, with the keys that rule buckets sort it by: those of its last compound. */
export interface Selector {
  readonly matches: Test;
  /** (ids, classes, types) as one number: a·10⁶ + b·10³ + c (Selectors 4, 17). */
  readonly specificity: number;
  readonly pseudo: PseudoElement | undefined;
  readonly id: string | undefined;
  readonly className: string | undefined;
  readonly tag: string | undefined;
}

interface Compound {
  readonly tests: Test[];
  tag: string | undefined;
  id: string | undefined;
  className: string | undefined;
  pseudo: PseudoElement | undefined;
  specificity: number;
}

const ID = 1_000_000;
const CLASS = 1000;
const TYPE = 1;

const compound = (): Compound => ({
  tests: [],
  tag: undefined,
  id: undefined,
  className: undefined,
  pseudo: undefined,
  specificity: 0,
});

/** Pseudo-classes without arguments. */
const SIMPLE: Readonly<Record<string, Test>> = {
  root: (s) => s.parent === null,
  scope: (s) => s.parent === null,
  'first-child': (s) => s.index === 0,
  'last-child': (s) => s.index === s.siblings.length - 1,
  'only-child': (s) => s.siblings.length === 1,
  'first-of-type': (s) => ofType(s, false) === 1,
  'last-of-type': (s) => ofType(s, true) === 1,
  'only-of-type': (s) => ofType(s, false) === 1 && ofType(s, true) === 1,
  empty: (s) => s.element.children.every((child) => child.kind === 'text' && child.text === ''),
  link: (s) => s.tag === 'a' && s.element.attributes.has('href'),
  'any-link': (s) => s.tag === 'a' && s.element.attributes.has('href'),
};
const NTH = ['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type'];
const LISTS = ['is', 'where', 'not'];
export const PSEUDO_CLASSES: readonly string[] = [
  ...Object.keys(SIMPLE).map((name) => `:${name}`),
  ...NTH.map((name) => `:${name}()`),
  ...LISTS.map((name) => `:${name}()`),
  ':lang()',
];
export const PSEUDO_ELEMENTS: readonly PseudoElement[] = ['before', 'after', 'marker'];
/** Known to CSS, without a meaning on paper or outside the subset. */
const OTHER_PSEUDO = new Set(
  `hover active focus focus-within focus-visible visited target checked disabled enabled has dir host defined first-line first-letter
  selection placeholder backdrop required optional valid invalid read-only read-write default indeterminate in-range out-of-range matches
  target-within local-link current past future playing paused fullscreen modal popover-open autofill placeholder-shown user-invalid
  nth-col nth-last-col blank slotted part cue file-selector-button`.split(/\s+/),
);

/** Place from 1 among siblings of the same tag, from the front or the back. */
function ofType(s: Subject, fromEnd: boolean): number {
  let place = 1;
  const step = fromEnd ? 1 : -1;
  for (let i = s.index + step; i >= 0 && i < s.siblings.length; i += step) if (s.siblings[i]?.tag === s.tag) place++;
  return place;
}

function place(s: Subject, fromEnd: boolean, of: Test | undefined): number {
  if (!of) return fromEnd ? s.siblings.length - s.index : s.index + 1;
  let count = 1;
  const step = fromEnd ? 1 : -1;
  for (let i = s.index + step; i >= 0 && i < s.siblings.length; i += step) {
    const sibling = s.siblings[i];
    if (sibling && of(sibling)) count++;
  }
  return count;
}

function language(s: Subject): string {
  for (let at: Subject | null = s; at; at = at.parent) {
    const lang = at.element.attributes.get('lang')?.value ?? at.element.attributes.get('xml:lang')?.value;
    if (lang !== undefined) return lang.toLowerCase();
  }
  return '';
}

/** The parts of one selector, or undefined after a complaint. */
export function compileSelector(node: Node, complain: Complain): Selector | undefined {
  if (node.type !== 'Selector') return refuse(node, 'This selector cannot be read.', 'css-syntax');
  const compounds: Compound[] = [compound()];
  const combinators: string[] = [];
  for (const part of node.children) {
    const current = compounds[compounds.length - 1];
    if (!current) return undefined;
    if (part.type === 'Combinator') {
      if (!' >+~'.includes(part.name)) return refuse(part, `The combinator “${part.name}” is not supported.`);
      if (current.pseudo) return refuse(part, 'Nothing may follow a pseudo-element.', 'css-syntax');
      combinators.push(part.name);
      compounds.push(compound());
    } else if (!addPart(current, part)) return undefined;
  }
  const last = compounds.at(-1);
  if (!last) return undefined;
  let matches = allOf(last.tests);
  for (const [i, combinator] of [...combinators.entries()]) {
    const left = compounds[i];
    if (left && i === 0) matches = allOf(left.tests);
    const right = compounds[i + 1];
    if (right) matches = combine(matches, combinator, allOf(right.tests));
  }
  const { pseudo, id, className, tag } = last;
  return { matches, specificity: compounds.reduce((sum, one) => sum + one.specificity, 0), pseudo, id, className, tag };

  function refuse(
    at: Node,
    message: string,
    code: 'css-unsupported' | 'css-syntax' = 'css-unsupported',
    hint?: string,
  ): undefined {
    const start = at.loc?.start.offset ?? node.loc?.start.offset ?? 0;
    const end = at.loc?.end.offset ?? node.loc?.end.offset ?? start;
    const more = hint ?? (code === 'css-syntax' ? undefined : 'Give the element a class, and name that.');
    complain(code === 'css-syntax' ? 'error' : 'warning', code, message, start, end, more);
    return undefined;
  }

  function addPart(to: Compound, part: Node): boolean {
    switch (part.type) {
      case 'TypeSelector': {
        if (part.name.includes('|')) return Boolean(refuse(part, 'Namespaces are not supported.'));
        if (part.name === '*') return true;
        const name = part.name;
        const lower = name.toLowerCase();
        to.tag = lower;
        to.specificity += TYPE;
        to.tests.push((s) => s.tag === lower || s.tag === name);
        return true;
      }
      case 'IdSelector': {
        const { name } = part;
        to.id = name;
        to.specificity += ID;
        to.tests.push((s) => s.id === name);
        return true;
      }
      case 'ClassSelector': {
        const { name } = part;
        to.className ??= name;
        to.specificity += CLASS;
        to.tests.push((s) => s.classes.includes(name));
        return true;
      }
      case 'AttributeSelector': {
        to.specificity += CLASS;
        to.tests.push(attributeTest(part));
        return true;
      }
      case 'PseudoElementSelector':
      case 'PseudoClassSelector': {
        const name = part.name.toLowerCase();
        const element = PSEUDO_ELEMENTS.find((one) => one === name);
        if (element && !to.pseudo) {
          to.pseudo = element;
          to.specificity += TYPE;
          return true;
        }
        return part.type === 'PseudoClassSelector' && !to.pseudo ? addPseudoClass(to, part, name) : unknownPseudo(part, name);
      }
      default: {
        // css-tree's types do not know the node that `&` makes.
        const nesting = String(part.type) === 'NestingSelector';
        return Boolean(refuse(part, nesting ? 'Nested rules are not supported.' : 'This part of the selector is not supported.'));
      }
    }
  }

  function unknownPseudo(part: Node & { name: string }, name: string): boolean {
    const known = OTHER_PSEUDO.has(name) || name.startsWith('-');
    const all = [...Object.keys(SIMPLE), ...NTH, ...LISTS, 'lang', ...PSEUDO_ELEMENTS];
    const hint = known ? undefined : (didYouMean(name, all) ?? 'Give the element a class, and name that.');
    const message = known ? `“:${name}” is not supported.` : `There is no “:${name}”.`;
    refuse(part, message, known ? 'css-unsupported' : 'css-syntax', hint);
    return false;
  }

  function addPseudoClass(to: Compound, part: Node & { type: 'PseudoClassSelector' }, name: string): boolean {
    const simple = SIMPLE[name];
    if (simple && part.children === null) {
      to.specificity += CLASS;
      to.tests.push(simple);
      return true;
    }
    const [argument] = part.children ?? [];
    if (LISTS.includes(name) && argument?.type === 'SelectorList') {
      const list = compileList(argument, complain);
      if (!list) return false;
      if (list.some((one) => one.pseudo))
        return Boolean(refuse(part, `A pseudo-element may not stand in :${name}().`, 'css-syntax'));
      const any = (s: Subject): boolean => list.some((one) => one.matches(s));
      to.tests.push(name === 'not' ? (s) => !any(s) : any);
      if (name !== 'where') to.specificity += Math.max(0, ...list.map((one) => one.specificity));
      return true;
    }
    if (NTH.includes(name) && argument?.type === 'Nth') {
      const test = nthTest(name, argument, to);
      if (test) to.tests.push(test);
      return test !== undefined;
    }
    if (name === 'lang' && part.children && part.children.length > 0) {
      const wanted = part.children.flatMap((each) =>
        'name' in each ? [String(each.name).toLowerCase()] : each.type === 'String' ? [each.value.toLowerCase()] : [],
      );
      to.specificity += CLASS;
      to.tests.push((s) => {
        const lang = language(s);
        return wanted.some((one) => lang === one || lang.startsWith(`${one}-`));
      });
      return true;
    }
    return unknownPseudo(part, name);
  }

  function nthTest(name: string, argument: Node & { type: 'Nth' }, to: Compound): Test | undefined {
    const { nth } = argument;
    const even = nth.type === 'Identifier' && nth.name === 'even';
    const a = nth.type === 'AnPlusB' ? Number(nth.a ?? 0) : 2;
    const b = nth.type === 'AnPlusB' ? Number(nth.b ?? 0) : even ? 0 : 1;
    const list = argument.selector?.type === 'SelectorList' ? compileList(argument.selector, complain) : undefined;
    if (argument.selector && !list) return undefined;
    const of = list && ((s: Subject): boolean => list.some((one) => one.matches(s)));
    to.specificity += CLASS + Math.max(0, ...(list ?? []).map((one) => one.specificity));
    const fromEnd = name.includes('last');
    const typed = name.endsWith('type');
    return (s) => {
      if (of && !of(s)) return false;
      const at = (typed ? ofType(s, fromEnd) : place(s, fromEnd, of)) - b;
      return a === 0 ? at === 0 : at % a === 0 && at / a >= 0;
    };
  }
}

export function compileList(node: Node, complain: Complain): readonly Selector[] | undefined {
  if (node.type !== 'SelectorList') return undefined;
  const list: Selector[] = [];
  for (const child of node.children) {
    const selector = compileSelector(child, complain);
    // One bad selector makes the whole list invalid (Selectors 4, 4.1).
    if (!selector) return undefined;
    list.push(selector);
  }
  return list;
}

function allOf(tests: readonly Test[]): Test {
  const [first, second] = tests;
  if (!first) return () => true;
  if (!second) return first;
  if (tests.length === 2) return (s) => first(s) && second(s);
  return (s) => tests.every((test) => test(s));
}

function combine(left: Test, combinator: string, right: Test): Test {
  switch (combinator) {
    case '>':
      return (s) => right(s) && s.parent !== null && left(s.parent);
    case '+':
      return (s) => {
        if (!right(s)) return false;
        const before = s.siblings[s.index - 1];
        return before !== undefined && left(before);
      };
    case '~':
      return (s) => {
        if (!right(s)) return false;
        for (let i = s.index - 1; i >= 0; i--) {
          const before = s.siblings[i];
          if (before && left(before)) return true;
        }
        return false;
      };
    default:
      return (s) => {
        if (!right(s)) return false;
        for (let above = s.parent; above; above = above.parent) if (left(above)) return true;
        return false;
      };
  }
}

function attributeTest(part: Node & { type: 'AttributeSelector' }): Test {
  const name = part.name.name;
  const lower = name.toLowerCase();
  const insensitive = part.flags?.toLowerCase() === 'i';
  const fold = (text: string): string => (insensitive ? text.toLowerCase() : text);
  const get = (s: Subject): string | undefined => (s.element.attributes.get(lower) ?? s.element.attributes.get(name))?.value;
  if (part.value === null) return (s) => get(s) !== undefined;
  const wanted = fold(part.value.type === 'String' ? part.value.value : part.value.name);
  const compare = (test: (value: string) => boolean): Test => {
    return (s) => {
      const value = get(s);
      return value !== undefined && test(fold(value));
    };
  };
  switch (part.matcher) {
    case '~=':
      return compare((value) => wanted !== '' && value.split(/\s+/).includes(wanted));
    case '|=':
      return compare((value) => value === wanted || value.startsWith(`${wanted}-`));
    case '^=':
      return compare((value) => wanted !== '' && value.startsWith(wanted));
    case '$=':
      return compare((value) => wanted !== '' && value.endsWith(wanted));
    case '*=':
      return compare((value) => wanted !== '' && value.includes(wanted));
    default:
      return compare((value) => value === wanted);
  }
}
