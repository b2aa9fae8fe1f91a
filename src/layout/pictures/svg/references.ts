import { invalid, type SvgRun } from './environment.ts';
import { spelled } from './spelling.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';

/** A gradient or pattern and the ones it takes values from by `href`, nearest first. */
export function chainOf(run: SvgRun, first: SvgElement): readonly SvgElement[] {
  const chain: SvgElement[] = [];
  let el: SvgElement | undefined = first;
  while (el && !chain.includes(el)) {
    chain.push(el);
    const href: SvgAttribute | undefined = el.attributes.get('href');
    if (!href) break;
    el = href.value.startsWith('#') ? run.ids.get(href.value.slice(1)) : undefined;
    if (!el) invalid(run, `There is no ${spelled(first.name)} ${href.value} in this drawing.`, href.source);
  }
  return chain;
}
