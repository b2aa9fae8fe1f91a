import type { Span } from '../../../core/source.ts';

export interface SvgAttribute {
  readonly value: string;
  /** The value in its file. */
  readonly source?: Span;
}

export interface SvgWords {
  readonly words: string;
  readonly source?: Span;
}

/** An element of SVG, whether it stood in a file or in HTML. Names are lower-case and without the `svg:` prefix; `xlink:href` is `href`. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, SvgAttribute>;
  readonly children: readonly SvgElement[];
  /** Of `<text>` and what stands in it: words and elements in their order. */
  readonly mixed?: readonly (SvgElement | SvgWords)[];
  /** Of `<style>` only. */
  readonly text: string;
  readonly textSource?: Span;
  readonly source?: Span;
}

/** Deeper nesting is refused: it is an attack or a broken export. */
export const MAX_DEPTH = 200;

/** Elements by id; the first of equal ids counts. */
export function indexById(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const found = new Map<string, SvgElement>();
  const visit = (el: SvgElement) => {
    const id = el.attributes.get('id')?.value;
    if (id && !found.has(id)) found.set(id, el);
    for (const child of el.children) visit(child);
  };
  visit(root);
  return found;
}

/** null: an attribute of another program's namespace, which draws nothing. */
export function attributeName(written: string): string | null {
  const name = written.toLowerCase();
  if (name === 'xlink:href') return 'href';
  if (name === 'xml:space') return name;
  return name.includes(':') || name === 'xmlns' ? null : name;
}

/** null: an element of another program's namespace (inkscape, sodipodi, rdf), which draws nothing. */
export function elementName(written: string): string | null {
  const name = written.toLowerCase();
  if (name.startsWith('svg:')) return name.slice(4);
  return name.includes(':') ? null : name;
}
