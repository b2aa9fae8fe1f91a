import { counterText } from '../counter-text.ts';
import type { FullStyle } from '../css/index.ts';
import { attribute } from '../dom/index.ts';
import type { ElementNode } from '../types.ts';
import type { Counters, ListCounter } from './counters.ts';

const markers = new WeakMap<FullStyle, FullStyle>();

/** Markers keep their spaces and letters as they are, and their figures are equally wide (CSS Lists 3, 4.1). */
export function markerStyle(style: FullStyle): FullStyle {
  let known = markers.get(style);
  if (!known) {
    known = Object.freeze<FullStyle>({
      ...style,
      display: 'inline',
      whiteSpace: 'pre',
      textTransform: 'none',
      textIndent: { pt: 0, percent: 0 },
      textAlign: 'start',
      fontFeatures: style.fontFeatures.includes('tnum') ? style.fontFeatures : [...style.fontFeatures, 'tnum'].sort(),
    });
    markers.set(style, known);
  }
  return known;
}

/** What stands before a list item; bullets and numbers end in the space that sets them off. */
export function markerText(type: FullStyle['listStyleType'], counters: Counters): string {
  if (typeof type === 'object') return type.text;
  if (type === 'none') return '';
  const text = counterText(counters.values('list-item').at(-1) ?? 0, type);
  return type === 'disc' ? `${text} ` : `${text}. `;
}

const integer = (element: ElementNode, name: string): number | undefined => {
  const value = attribute(element, name);
  return value !== undefined && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
};

/** What an element does to the counter of list items (HTML, 4.4.5 and 4.4.8). */
export function listCounter(element: ElementNode, style: FullStyle): ListCounter | undefined {
  if (element.tag === 'ol' || element.tag === 'ul') {
    const reversed = element.tag === 'ol' && element.attributes.has('reversed');
    const count = element.children.filter((child) => child.kind === 'element' && child.tag === 'li').length;
    const start = (element.tag === 'ol' ? integer(element, 'start') : undefined) ?? (reversed ? count : 1);
    return { reset: reversed ? start + 1 : start - 1 };
  }
  if (style.display !== 'list-item') return undefined;
  const list = element.parent;
  const step = list?.tag === 'ol' && list.attributes.has('reversed') ? -1 : 1;
  const set = element.tag === 'li' ? integer(element, 'value') : undefined;
  return set === undefined ? { step } : { step, set };
}
