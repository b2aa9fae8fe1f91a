import { type Declarations, type Declared, readDeclarations, type TextPlace } from './declarations.ts';
import type { MediaTest } from './media.ts';
import { didYouMean } from './nearest.ts';
import { box, type Property, page, structure } from './properties/index.ts';
import type { Node } from './values/cursor.ts';

/** Which pages an `@page` rule is for (css-page-3, 4.4). */
export interface PageRule {
  readonly first: boolean;
  readonly side: 'left' | 'right' | undefined;
  /** :first counts more than :left and :right. */
  readonly specificity: number;
  readonly declarations: Declarations;
  /** Margin box name → declarations. */
  readonly margins: ReadonlyMap<string, Declarations>;
  readonly media: readonly MediaTest[];
}

const PAGE_MARGINS: ReadonlySet<Property> = new Set<Property>(Object.values(box.margin));

export function readPageRule(
  node: Node & { type: 'Atrule' },
  place: TextPlace,
  media: readonly MediaTest[],
): PageRule | undefined {
  const { complain } = place;
  let first = false;
  let side: 'left' | 'right' | undefined;
  const selectors = node.prelude?.type === 'AtrulePrelude' ? node.prelude.children[0] : undefined;
  const list = selectors?.type === 'SelectorList' ? selectors.children : [];
  const refuse = (at: Node, message: string): undefined => {
    complain(
      'warning',
      'css-unsupported',
      message,
      at.loc?.start.offset ?? 0,
      at.loc?.end.offset ?? 0,
      'Known are :first, :left and :right.',
    );
    return undefined;
  };
  if (list.length > 1 && selectors) return refuse(selectors, 'One page selector a rule, please.');
  const [selector] = list;
  for (const part of selector?.type === 'Selector' ? selector.children : []) {
    if (part.type !== 'PseudoClassSelector') return refuse(part, 'Named pages are not supported.');
    const name = part.name.toLowerCase();
    if (name === 'first') first = true;
    else if (name === 'left' || name === 'right') side = name;
    else return refuse(part, `“:${name}” of @page is not supported.`);
  }
  const children = node.block?.children ?? [];
  const declarations = filtered(readDeclarations(children, place), place, (property) => {
    if (page.PAGE_ONLY.has(property) || PAGE_MARGINS.has(property) || property.inherited) return undefined;
    return `“${property.name}” says nothing on @page.`;
  });
  const margins = new Map<string, Declarations>();
  for (const child of children) {
    if (child.type !== 'Atrule' || !child.block) continue;
    const name = child.name.toLowerCase();
    if (!page.MARGIN_BOXES.includes(name)) {
      const start = child.loc?.start.offset ?? 0;
      complain(
        'error',
        'css-syntax',
        `@page has no margin box “${child.name}”.`,
        start,
        start + 1 + child.name.length,
        didYouMean(name, page.MARGIN_BOXES) ?? `Known are: ${page.MARGIN_BOXES.map((box) => `@${box}`).join(', ')}.`,
      );
      continue;
    }
    const own = filtered(readDeclarations(child.block.children, place), place, (property) => {
      if (page.PAGE_ONLY.has(property)) return `“${property.name}” belongs on @page itself.`;
      return property === structure.counterReset ? 'Counters in margin boxes are `page` and `pages`.' : undefined;
    });
    const before = margins.get(name);
    margins.set(
      name,
      before ? { declared: [...before.declared, ...own.declared], custom: [...before.custom, ...own.custom] } : own,
    );
  }
  return { first, side, specificity: (first ? 2 : 0) + (side ? 1 : 0), declarations, margins, media };
}

/** Leaves out, with a complaint a declaration, what does not belong here. */
export function filtered(
  declarations: Declarations,
  place: TextPlace,
  wrong: (property: Property) => string | undefined,
): Declarations {
  const told = new Set<number>();
  const keep = (one: Declared): boolean => {
    const message = wrong(one.property);
    if (message === undefined) return true;
    if (!told.has(one.start))
      place.complain('warning', 'css-unsupported', message, one.start, one.end, 'Move it to where it acts, or delete it.');
    told.add(one.start);
    return false;
  };
  return { declared: declarations.declared.filter(keep), custom: declarations.custom };
}
