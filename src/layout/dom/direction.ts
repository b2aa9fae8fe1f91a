import type { ElementNode } from '../types.ts';

const STRONG = /[\p{L}\p{Nl}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Direction of the first letter in an element, but not of parts that say their own (HTML, 3.2.6.4); null: it has none. */
function firstStrong(element: ElementNode): 'ltr' | 'rtl' | null {
  for (const child of element.children) {
    if (child.kind === 'element') {
      if (child.tag === 'bdi' || child.tag === 'style' || child.attributes.has('dir')) continue;
      const found = firstStrong(child);
      if (found) return found;
    } else {
      const letter = STRONG.exec(child.text)?.[0];
      if (letter) return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
    }
  }
  return null;
}

interface Directed extends ElementNode {
  readonly attributes: Map<string, { readonly value: string }>;
}

/** `dir="auto"`, and `<bdi>` that does not say, take the direction of what they hold: written down, so that styles need not look at texts. */
export function resolveDirections(element: ElementNode, around: 'ltr' | 'rtl' = 'ltr'): void {
  const said = element.attributes.get('dir')?.value.toLowerCase();
  const auto = said === 'auto' || (element.tag === 'bdi' && said !== 'ltr' && said !== 'rtl');
  const found = auto ? (firstStrong(element) ?? (element.tag === 'bdi' ? around : 'ltr')) : null;
  if (found) (element as Directed).attributes.set('dir', { ...element.attributes.get('dir'), value: found });
  const own = found ?? (said === 'ltr' || said === 'rtl' ? said : around);
  for (const child of element.children) if (child.kind === 'element') resolveDirections(child, own);
}
