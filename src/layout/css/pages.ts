import type { Size } from '../../core/geometry.ts';
import { resolve } from '../lengths.ts';
import type { ContentPart, PageStyle, Sides } from '../types.ts';
import { cascade, computeStyle, type Matched, type Problem, type Styled } from './compute.ts';
import { get } from './full-style.ts';
import type { MediaEnvironment } from './media.ts';
import type { PageRule } from './page-rule.ts';
import { box, page, structure } from './properties/index.ts';
import type { Sheet } from './sheet.ts';

export interface ComputedPage {
  readonly style: PageStyle;
  readonly problems: readonly Problem[];
}

/** The `@page` rules of one medium. */
export interface Pages {
  /** Of the first page: what vw and vh are hundredths of. */
  readonly area: Size;
  /** @param index from 0; @param root what the page and its margin boxes inherit from */
  styleOf(index: number, root: Styled): ComputedPage;
}

interface PlacedRule extends Omit<Matched, 'declarations'> {
  readonly rule: PageRule;
  readonly place: number;
}

export function openPages(userAgent: Sheet, author: readonly Sheet[], environment: MediaEnvironment): Pages {
  const rules: PlacedRule[] = [];
  const add = (sheet: Sheet, origin: Matched['origin']): void => {
    for (const rule of sheet.pages)
      if (rule.media.every((test) => test(environment))) rules.push({ rule, origin, spanOf: sheet.spanOf, place: rules.length });
  };
  add(userAgent, 'user-agent');
  for (const sheet of author) add(sheet, 'author');
  const originOf = (one: PlacedRule): number => (one.origin === 'author' ? 1 : 0);
  rules.sort((a, b) => originOf(a) - originOf(b) || a.rule.specificity - b.rule.specificity || a.place - b.place);

  /** Kinds of pages: the first or not, left or right. */
  const kinds = new WeakMap<Styled, Map<string, ComputedPage>>();

  const matching = (first: boolean, side: 'left' | 'right'): readonly PlacedRule[] =>
    rules.filter(({ rule }) => (!rule.first || first) && (rule.side === undefined || rule.side === side));

  const margins = (values: readonly unknown[]): Sides<number> => {
    const { width, height } = environment.page;
    const of = (side: box.Side): number => {
      const value = get(values, box.margin[side]);
      if (value === 'auto') return 0;
      // Percentages of the width beside, of the height above and below (css-page-3, 6.1).
      return resolve(value, side === 'top' || side === 'bottom' ? height : width);
    };
    return Object.freeze({ top: of('top'), right: of('right'), bottom: of('bottom'), left: of('left') });
  };

  const own = (found: readonly PlacedRule[], area: Size, root: Styled | null): Styled =>
    computeStyle(
      cascade(found.map((one) => ({ declarations: one.rule.declarations, origin: one.origin, spanOf: one.spanOf }))),
      root,
      area,
    );

  const firstMargins = margins(own(matching(true, 'right'), environment.page, null).values);
  const area: Size = {
    width: Math.max(0, environment.page.width - firstMargins.left - firstMargins.right),
    height: Math.max(0, environment.page.height - firstMargins.top - firstMargins.bottom),
  };

  const compute = (first: boolean, side: 'left' | 'right', root: Styled): ComputedPage => {
    const found = matching(first, side);
    const context = own(found, environment.page, root);
    const problems = [...context.problems];
    const { values } = context;
    checkSize(values, found, problems);
    const boxes = new Map<string, { readonly style: Styled['style']; readonly content: readonly ContentPart[] }>();
    for (const name of page.MARGIN_BOXES) {
      const path = found.flatMap((one): Matched[] => {
        const declarations = one.rule.margins.get(name);
        return declarations ? [{ declarations, origin: one.origin, spanOf: one.spanOf }] : [];
      });
      if (!path.some((one) => one.origin === 'author')) continue;
      const styled = computeStyle(cascade(path), context, area);
      problems.push(...styled.problems);
      const content = parts(get(styled.values, structure.content), path, problems);
      if (content.length > 0) boxes.set(name, { style: styled.style, content });
    }
    const style: PageStyle = Object.freeze({
      margin: margins(values),
      bleed: get(values, page.bleed),
      safe: page.usedSafe(get(values, page.safe), environment.page),
      marks: get(values, page.marks),
      marginBoxes: boxes,
    });
    return { style, problems };
  };

  const checkSize = (values: readonly unknown[], found: readonly PlacedRule[], problems: Problem[]): void => {
    const size = get(values, page.size);
    if (size === 'auto') return;
    const { width, height } = environment.page;
    if (Math.abs(size.width - width) < 0.5 && Math.abs(size.height - height) < 0.5) return;
    for (const { rule, spanOf } of found)
      for (const declared of rule.declarations.declared)
        if (declared.property === page.size)
          problems.push({
            code: 'page-size-differs',
            message: `@page says ${format(size)}, but this job’s page is ${format({ width, height })}.`,
            hint: 'Leave the size out of @page: it comes from the piece in template.yaml.',
            start: declared.start,
            end: declared.end,
            spanOf,
          });
  };

  return {
    area,
    styleOf: (index, root) => {
      // The first page is a right one; in right-to-left documents a left one (css-page-3, 4.2).
      const odd = index % 2 === 0;
      const side = odd === (root.style.direction === 'ltr') ? 'right' : 'left';
      const kind = `${index === 0} ${side}`;
      let known = kinds.get(root);
      if (!known) {
        known = new Map();
        kinds.set(root, known);
      }
      let computed = known.get(kind);
      if (!computed) {
        computed = compute(index === 0, side, root);
        known.set(kind, computed);
      }
      return computed;
    },
  };
}

const format = ({ width, height }: Size): string => {
  const mm = (value: number): string => (Math.round((value * 25.4 * 10) / 72) / 10).toString();
  return `${mm(width)} × ${mm(height)} mm`;
};

/** What a margin box says: strings and the two page counters. */
function parts(content: structure.Content, path: readonly Matched[], problems: Problem[]): readonly ContentPart[] {
  if (typeof content === 'string') return [];
  return content.flatMap((item): ContentPart[] => {
    if (item.kind === 'text') return [item];
    if (item.kind === 'counter' && (item.name === 'page' || item.name === 'pages')) return [item];
    const what =
      item.kind === 'counter' || item.kind === 'counters'
        ? `the counter “${item.name}”`
        : item.kind === 'attr'
          ? 'attr()'
          : 'quotes';
    for (const { declarations, spanOf } of path)
      for (const one of declarations.declared)
        if (one.property === structure.content)
          problems.push({
            code: 'css-unsupported',
            message: `A margin box holds strings, counter(page) and counter(pages), not ${what}.`,
            hint: 'Write content: counter(page) " / " counter(pages), or words in quotation marks.',
            start: one.start,
            end: one.end,
            spanOf,
          });
    return [];
  });
}
