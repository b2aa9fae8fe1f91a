import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import { mm } from '../../../src/core/geometry.ts';
import type { Rendered } from '../../../src/core/rendered.ts';
import type { Source } from '../../../src/core/source.ts';
import { type FullStyle, openStyles, type Styles, type StyleTree, styleTree } from '../../../src/layout/css/index.ts';
import { parseHtml } from '../../../src/layout/dom/index.ts';
import type { ElementNode } from '../../../src/layout/types.ts';

export const A4 = { width: mm(210), height: mm(297) };
export const MEDIA = { page: A4, monochrome: false, lang: 'da' };

/** HTML as render would give it, its own source: every place is known. */
export function rendered(html: string): Rendered {
  const source: Source = { path: 'piece.hbs', text: html };
  return {
    html: `\uFDD00\uFDD1${html}`,
    positions: [{ span: { source, start: 0, end: html.length }, literal: true }],
    title: 'Titel',
    lang: 'da',
  };
}

export const open = (css: string): Styles => openStyles([{ source: { path: 'theme.css', text: css }, folder: '' }]);

export interface Styled {
  readonly root: ElementNode;
  readonly styles: Styles;
  readonly tree: StyleTree;
  readonly diagnostics: readonly Diagnostic[];
  style(tag: string): FullStyle;
}

export function style(html: string, css = '', media = MEDIA): Styled {
  const styles = open(css);
  const { root, diagnostics } = parseHtml(rendered(html));
  const tree = styleTree(root, styles, media);
  return {
    root,
    styles,
    tree,
    diagnostics: [...styles.diagnostics, ...diagnostics, ...tree.diagnostics],
    style: (tag) => tree.styleOf(find(root, tag)),
  };
}

/** The first element of a tag, or with an id (`#x`). */
export function find(root: ElementNode, what: string): ElementNode {
  const search = (element: ElementNode): ElementNode | undefined => {
    if (what.startsWith('#') ? element.attributes.get('id')?.value === what.slice(1) : element.tag === what) return element;
    for (const child of element.children) {
      const found = child.kind === 'element' ? search(child) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const found = search(root);
  if (!found) throw new Error(`no ${what}`);
  return found;
}

/** Diagnostics as `code: the marked words`. */
export const marked = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, span }) => `${code}: ${span ? span.source.text.slice(span.start, span.end) : '(nowhere)'}`);

/** Style of `<b>` in `<p>` with one declaration on it. */
export const declared = (declaration: string, css = ''): FullStyle =>
  style('<p><b>x</b></p>', `${css} b { ${declaration} }`).style('b');
