import { readFileSync } from 'node:fs';
import { px } from '../../src/core/geometry.ts';
import type { PieceTemplate } from '../../src/core/template-set.ts';
import { type FontBook, loadShaper, openFonts } from '../../src/core/text/index.ts';
import { openStyles } from '../../src/layout/css/index.ts';
import type { LayoutDesk } from '../../src/layout/desk.ts';
import { type Geometry, layoutGeometry } from '../../src/layout/index.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { FOLDER, FONT_FILES, fontFace, HEIGHT, PRELUDE, WIDTH } from './pages.ts';

let opened: FontBook | undefined;

/** The suite's fonts, opened once. */
async function suiteFonts(): Promise<FontBook> {
  if (opened) return opened;
  await loadShaper();
  const fonts = openFonts(FONT_FILES.map(({ file, ...rest }) => ({ family: 'Suite', ...rest, bytes: readFileSync(file), file })));
  if (!fonts.value || fonts.diagnostics.length > 0) throw new Error('the fonts of the suite do not open');
  opened = fonts.value;
  return opened;
}

interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly span?: { start: number; end: number; source: { text: string } };
}

const told = ({ code, message, span }: Complaint): string =>
  `${code}: ${message} ${span ? `‘${span.source.text.slice(span.start, span.end)}’` : ''}`;

/** A stylesheet of the suite opened, to lay pages out with as kit would a template. */
export interface Opened {
  /** @param html attributes of the `html` element */
  readonly geometryOf: (body: string, html?: string) => Promise<{ geometry: Geometry; complaints: string[] }>;
}

/** @param height of the page, px */
export async function openSuite(css: string, height = HEIGHT): Promise<Opened> {
  const book = await suiteFonts();
  const sheet = { path: 'suite.css', text: `${fontFace((file) => file)}\n@page { margin: 0 }\n${PRELUDE}\n${css}` };
  const piece: PieceTemplate = {
    name: 'suite',
    template: { path: 'suite.hbs', text: '' },
    styles: [sheet],
    sizes: [],
    outputs: ['pdf'],
    texts: {},
    title: { path: 'title', text: 'Suite' },
    label: {},
  };
  const styles = openStyles([{ source: sheet, folder: '/work' }]);
  const first = styles.diagnostics.map(told);
  const desk: LayoutDesk = {
    styles: new Map([[piece, styles]]),
    fonts: book,
    facesFor: (style) => book.match({ families: style.fontFamily, weight: style.fontWeight, style: style.fontStyle }),
    roots: { template: '/work', campaign: '/work' },
    world: memoryWorld({ '/work/picture.png': readFileSync(`${FOLDER}/picture.png`) }),
    diagnostics: [],
  };
  const size = { name: 'suite', width: px(WIDTH), height: px(height) };
  return {
    geometryOf: async (body, html = '') => {
      const complaints = [...first];
      const rendered = {
        html: `<html lang="en"${html}><body>${body}</body></html>`,
        positions: [],
        title: 'Suite',
        lang: 'en',
      };
      const geometry = await layoutGeometry(rendered, { piece, size }, desk, (d) => void complaints.push(told(d)));
      return { geometry, complaints };
    },
  };
}
