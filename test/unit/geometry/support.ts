import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import { buildBoxes } from '../../../src/layout/boxes/index.ts';
import { type LaidPage, layoutPages } from '../../../src/layout/geometry/index.ts';
import type { PictureSource } from '../../../src/layout/pictures/types.ts';
import type { Fragment, Picture } from '../../../src/layout/types.ts';
import { marked, style } from '../css/support.ts';
import { fixedPitch } from './fixed-pitch.ts';

/** 120 × 60 pt; `ratio.svg` has a ratio of 2 and no size, `none.svg` neither. */
function pictureOf(url: string): Picture {
  const body = { kind: 'missing' } as const;
  if (url === 'ratio.svg') return { key: url, width: null, height: null, ratio: 2, body };
  if (url === 'none.svg') return { key: url, width: null, height: null, ratio: null, body };
  return { key: url, width: 120, height: 60, ratio: 2, body };
}

const any = pictureOf('any');
const pictures: PictureSource = { get: pictureOf, drawing: () => any, qr: () => any, diagnostics: [] };

/** Type of 10 pt: characters are 5 wide, lines 10 high. Nothing has a margin or padding but what a test gives it. */
export const RESET = `
  * { margin: 0; padding: 0; }
  html { font-size: 10pt; line-height: 1; }
  table { border-spacing: 0; }
  td, th { vertical-align: top; font-weight: 400; text-align: left; }
  p { orphans: 1; widows: 1; }
  h2 { font-size: 10pt; }
`;

export interface Laid {
  readonly pages: readonly LaidPage[];
  /** Where the element with this id is, in page coordinates: 'x y width height', by page ('p2: …' after the first). */
  at(id: string): string;
  /** The texts of a page's lines, from top to bottom. */
  lines(page: number): readonly string[];
  readonly told: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly html: string;
}

/** A body on pages of 200 × 200 pt without margins, unless the sheet or `size` say otherwise. */
export function lay(body: string, css = '', size = { width: 200, height: 200 }): Laid {
  const html = `<html lang="en"><body>${body}</body></html>`;
  const page = style(html, RESET + css, { page: size, monochrome: false, lang: 'en' });
  const built = buildBoxes(page.root, page.tree, pictures);
  const diagnostics: Diagnostic[] = [];
  const { pages } = layoutPages(
    built.box,
    { size, styleOf: (index) => page.tree.pageStyle(index, null) },
    { facesFor: () => [], report: (d) => diagnostics.push(d) },
    fixedPitch,
  );
  return {
    pages,
    at: (id) => pages.flatMap((p, i) => find(p.fragment, 0, 0, id).map((r) => (i === 0 ? r : `p${i + 1}: ${r}`))).join('; '),
    lines: (i) =>
      pages[i]
        ? textLines(pages[i].fragment, 0)
            .sort((a, b) => a.y - b.y)
            .map((l) => l.text)
        : [],
    told: marked(diagnostics),
    diagnostics,
    html,
  };
}

const round = (v: number) => String(Math.round(v * 100) / 100);

function find(f: Fragment, dx: number, dy: number, id: string): string[] {
  const x = dx + f.x;
  const y = dy + f.y;
  const mine = f.box.element?.attributes.get('id')?.value === id;
  const own = mine ? [[x, y, f.width, f.height].map(round).join(' ')] : [];
  const inLines = (f.lines ?? []).flatMap((l) =>
    l.items.flatMap((i) => (i.kind === 'atomic' ? find({ ...i.fragment, x: 0, y: 0 }, x + l.x + i.x, y + l.y + i.y, id) : [])),
  );
  return [...own, ...inLines, ...f.children.flatMap((c) => find(c, x, y, id))];
}

export function textLines(f: Fragment, dy: number): { y: number; text: string }[] {
  const y = dy + f.y;
  const own = (f.lines ?? []).map((l) => ({
    y: y + l.y,
    text: l.items.map((i) => (i.kind === 'text' ? i.run.text.slice(i.from, i.to) : '')).join(' '),
  }));
  const inner = (f.lines ?? []).flatMap((l) =>
    l.items.flatMap((i) => (i.kind === 'atomic' ? textLines({ ...i.fragment, y: 0 }, y + l.y + i.y) : [])),
  );
  return [...own, ...inner, ...f.children.flatMap((c) => textLines(c, y))];
}

/** The first fragment of the element with this id. */
export function fragmentOf(f: Fragment, id: string): Fragment | undefined {
  if (f.box.element?.attributes.get('id')?.value === id) return f;
  for (const c of f.children) {
    const found = fragmentOf(c, id);
    if (found) return found;
  }
  return undefined;
}
