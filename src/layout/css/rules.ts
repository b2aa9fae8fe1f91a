import type { Size } from '../../core/geometry.ts';
import { cascade, computeStyle, keyOf, type Matched, type Styled, type Winners } from './compute.ts';
import type { Declarations } from './declarations.ts';
import type { MediaEnvironment } from './media.ts';
import type { PseudoElement, Selector } from './selectors/compile.ts';
import type { Subject } from './selectors/subject.ts';
import type { Sheet } from './sheet.ts';

interface RankedRule extends Matched {
  readonly selector: Selector;
  /** Place in the order of the cascade. */
  readonly rank: number;
}

/** Rules sorted by what their last compound asks for: an element then meets only rules that may match it. */
interface Buckets {
  readonly id: Map<string, RankedRule[]>;
  readonly className: Map<string, RankedRule[]>;
  readonly tag: Map<string, RankedRule[]>;
  readonly others: RankedRule[];
}

/**
 * A list of matched rules, as a place in a tree whose edges are rules: equal lists are the same place, which keeps what was computed for
 * them. Keys that documents make are held weakly, so that memory does not grow with documents.
 */
export interface PathNode {
  readonly path: readonly Matched[];
  readonly next: WeakMap<object, PathNode>;
  winners: Winners | undefined;
  /** Key of the parent's inherited values, or the parent itself → the style. */
  readonly computed: WeakMap<object, Styled>;
}

const pathNode = (path: readonly Matched[]): PathNode => ({
  path,
  next: new WeakMap(),
  winners: undefined,
  computed: new WeakMap(),
});

function step(from: PathNode, key: object, matched: Matched): PathNode {
  let to = from.next.get(key);
  if (!to) {
    to = pathNode([...from.path, matched]);
    from.next.set(key, to);
  }
  return to;
}

export interface Rules {
  /** Style of an element, or of one of its pseudo-elements if any rule speaks of it. */
  styleOf(subject: Subject, own: ElementDeclarations, parent: Styled | null): Styled;
  pseudoOf(subject: Subject, pseudo: PseudoElement, parent: Styled): Styled | null;
}

/** What an element itself says. */
export interface ElementDeclarations {
  /** width and height of an <img>: before all rules of the template (HTML, 15.1). */
  readonly hint: Declarations | undefined;
  readonly attribute: Declarations | undefined;
}

const buckets = (): Buckets => ({ id: new Map(), className: new Map(), tag: new Map(), others: [] });

function put(into: Buckets, rule: RankedRule): void {
  const { id, className, tag } = rule.selector;
  const [map, key] = id !== undefined ? [into.id, id] : className !== undefined ? [into.className, className] : [into.tag, tag];
  if (key === undefined) {
    into.others.push(rule);
    return;
  }
  const list = map.get(key);
  if (list) list.push(rule);
  else map.set(key, [rule]);
}

const byRank = (a: RankedRule, b: RankedRule): number => a.rank - b.rank;

function collect(from: Buckets, subject: Subject): readonly RankedRule[] {
  const found: RankedRule[] = [];
  const test = (rules: readonly RankedRule[] | undefined): void => {
    if (rules) for (const rule of rules) if (rule.selector.matches(subject)) found.push(rule);
  };
  if (subject.id !== undefined) test(from.id.get(subject.id));
  for (const name of subject.classes) test(from.className.get(name));
  test(from.tag.get(subject.tag));
  test(from.others);
  return found.sort(byRank);
}

/**
 * The rules that apply in one medium, in cascade order.
 * @param userAgent the sheet that stands behind all others
 * @param area the page area; pt
 */
export function openRules(userAgent: Sheet, author: readonly Sheet[], environment: MediaEnvironment, area: Size): Rules {
  const ranked: { rule: Omit<RankedRule, 'rank'>; place: number }[] = [];
  const add = (sheet: Sheet, origin: Matched['origin']): void => {
    for (const { selector, declarations, media } of sheet.rules)
      if (media.every((test) => test(environment)))
        ranked.push({ rule: { selector, declarations, origin, spanOf: sheet.spanOf }, place: ranked.length });
  };
  add(userAgent, 'user-agent');
  for (const sheet of author) add(sheet, 'author');
  const originOf = (rule: { origin: Matched['origin'] }): number => (rule.origin === 'author' ? 1 : 0);
  ranked.sort(
    (a, b) =>
      originOf(a.rule) - originOf(b.rule) || a.rule.selector.specificity - b.rule.selector.specificity || a.place - b.place,
  );

  const main = buckets();
  const pseudos: Record<PseudoElement, Buckets> = { before: buckets(), after: buckets(), marker: buckets() };
  for (const [rank, { rule }] of ranked.entries())
    put(rule.selector.pseudo ? pseudos[rule.selector.pseudo] : main, { ...rule, rank });

  const start = pathNode([]);
  /** Declarations shared by the selectors of one rule match once, by their strongest selector. */
  const walk = (rules: readonly RankedRule[], own: ElementDeclarations | null): PathNode => {
    let at = start;
    let hint = own?.hint;
    for (const rule of rules) {
      if (hint && rule.origin === 'author') {
        at = step(at, hint, { declarations: hint, origin: 'author', spanOf: undefined });
        hint = undefined;
      }
      at = step(at, rule, rule);
    }
    if (hint) at = step(at, hint, { declarations: hint, origin: 'author', spanOf: undefined });
    const inline = own?.attribute;
    return inline ? step(at, inline, { declarations: inline, origin: 'author', spanOf: undefined }) : at;
  };

  const compute = (at: PathNode, parent: Styled | null): Styled => {
    at.winners ??= cascade(at.path);
    const key = at.winners.needsParent && parent ? parent : keyOf(parent);
    let styled = at.computed.get(key);
    if (!styled) {
      styled = computeStyle(at.winners, parent, area);
      at.computed.set(key, styled);
    }
    return styled;
  };

  return {
    styleOf: (subject, own, parent) => compute(walk(collect(main, subject), own), parent),
    pseudoOf: (subject, pseudo, parent) => {
      const rules = collect(pseudos[pseudo], subject);
      return rules.length > 0 ? compute(walk(rules, null), parent) : null;
    },
  };
}
