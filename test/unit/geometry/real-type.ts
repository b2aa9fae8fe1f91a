import { buildBoxes } from '../../../src/layout/boxes/index.ts';
import { type LaidPage, layoutPages } from '../../../src/layout/geometry/index.ts';
import { inlineContentSizes, layoutInline } from '../../../src/layout/inline/index.ts';
import type { PictureSource } from '../../../src/layout/pictures/types.ts';
import type { Picture } from '../../../src/layout/types.ts';
import { style } from '../css/support.ts';
import { context } from '../inline/support.ts';

const nothing: Picture = { key: '', width: 1, height: 1, ratio: 1, body: { kind: 'missing' } };
const pictures: PictureSource = { get: () => nothing, drawing: () => nothing, qr: () => nothing, diagnostics: [] };

/** Danish HTML on pages, by the real line breaker, in Alegreya of 12 pt without margins. */
export function layInType(body: string, css = '', size = { width: 600, height: 400 }): readonly LaidPage[] {
  const reset = '* { margin: 0; padding: 0 } html { font-family: Alegreya; font-size: 12pt; line-height: 1.2 }';
  const page = style(`<html lang="da"><body>${body}</body></html>`, reset + css, { page: size, monochrome: false, lang: 'da' });
  const built = buildBoxes(page.root, page.tree, pictures);
  const { facesFor } = context();
  const services = { facesFor, report: () => {} };
  const port = { layoutInline, inlineContentSizes };
  return layoutPages(built.box, { size, styleOf: (i) => page.tree.pageStyle(i, null) }, services, port).pages;
}
