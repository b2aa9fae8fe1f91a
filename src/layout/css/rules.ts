import type { Size } from '../../core/geometry.ts';
import { computeStyle, extend, keyOf, type Matched, NO_WINNERS, type Styled, type Winners } from './compute.ts';
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
interface PathNode {
  /** The list without its last rule, and that rule. */
  readonly before: PathNode | null;
  readonly matched: Matched | null;
  next: WeakMap<object, PathNode> | undefined;
  winners: Winners | undefined;
  /** Key of the parent's inherited values, or the parent itself → the style. The first pair stands by itself: mostly it stays the only one. */
  key: object | undefined;
  styled: Styled | undefined;
  others: WeakMap<object, Styled> | undefined;
}

const pathNode = (before: PathNode | null, matched: Matched | null): PathNode => ({
  before,
  matched,
  next: undefined,
  winners: undefined,
  key: undefined,
  styled: undefined,
  others: undefined,
});

function step(from: PathNode, key: object, matched: Matched): PathNode {
  from.next ??= new WeakMap();
  let to = from.next.get(key);
  if (!to) {
    to = pathNode(from, matched);
    from.next.set(key, to);
  }
  return to;
}

function winnersOf(node: PathNode): Winners {
  node.winners ??= node.before && node.matched ? extend(winnersOf(node.before), node.matched) : NO_WINNERS;
  return node.winners;
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

  const start = pathNode(null, null);
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
    const won = winnersOf(at);
    const key = won.needsParent && parent ? parent : keyOf(parent);
    if (at.key === key && at.styled) return at.styled;
    const known = at.others?.get(key);
    if (known) return known;
    const styled = computeStyle(won, parent, area);
    if (at.key) {
      at.others ??= new WeakMap();
      at.others.set(key, styled);
    } else {
      at.key = key;
      at.styled = styled;
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
