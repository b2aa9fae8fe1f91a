import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../src/core/geometry.ts';
import type { Job } from '../../src/core/job.ts';
import { SCREEN } from '../../src/core/profile.ts';
import type { PieceTemplate } from '../../src/core/template-set.ts';
import { loadShaper, openFonts } from '../../src/core/text/index.ts';
import { openStyles } from '../../src/layout/css/index.ts';
import type { LayoutDesk } from '../../src/layout/desk.ts';
import { openPdfKit, type PdfKit } from '../../src/paint/pdf/index.ts';
import { SET_FONTS } from '../support/lydnat.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { compare, difference, leaves, pdfjsLeaves } from '../support/structure-check.ts';

const CSS = `
  html { font-family: Plain; font-size: 10pt; line-height: 1.3; hyphens: auto }
  section { display: block } .columns { display: flex; gap: 4mm } .columns > * { flex: 1 1 0 }
  .backwards { display: flex; flex-direction: row-reverse } .backwards > *:first-child { order: 2 }
  .corner { position: absolute; right: 0; bottom: 0; width: 30mm } .box { display: inline-block } .own-line { display: block }
  .newspaper { columns: 2; column-gap: 4mm } .newspaper h2 { column-span: all } .page { break-before: page } .line::before { content: "→ " } .upper { text-transform: uppercase }
  th, td { border: 0.5pt solid #333; padding: 1mm } img { width: 6mm; height: 6mm }
  @page { margin: 12mm; @bottom-center { content: "side " counter(page) } }`;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#a33"/></svg>';

let desk: LayoutDesk;
let job: Job;
let kit: PdfKit;

beforeAll(async () => {
  await loadShaper();
  const sheet = { path: 'sheet.css', text: CSS };
  const piece: PieceTemplate = {
    name: 'sheet',
    template: { path: 'sheet.hbs', text: '' },
    styles: [sheet],
    sizes: [],
    outputs: ['pdf'],
    texts: {},
    title: { path: 'title', text: 'Sheet' },
    label: {},
  };
  const files = Object.entries(SET_FONTS);
  const fonts = openFonts(
    files.map(([file, path], i) => ({
      family: 'Plain',
      weight: i === 0 ? 400 : 700,
      style: 'normal',
      bytes: readFileSync(path),
      file,
    })),
  ).value;
  if (!fonts) throw new Error('the fonts do not open');
  desk = {
    styles: new Map([[piece, openStyles([{ source: sheet, folder: '/work' }])]]),
    fonts,
    facesFor: (style) => fonts.match({ families: style.fontFamily, weight: style.fontWeight, style: style.fontStyle }),
    roots: { template: '/work', campaign: '/work' },
    world: memoryWorld({ '/work/picture.svg': PICTURE }),
    diagnostics: [],
  };
  const size = { name: 'sheet', width: mm(137), height: mm(120) };
  job = { id: 'x', library: { id: 'x' }, language: 'da', piece, size, profile: SCREEN, outputs: [] } as unknown as Job;
  kit = await openPdfKit({ languages: ['da', 'en'] });
});

// Words of three languages, some long enough to be divided, some with soft hyphens of the author's.
const WORDS =
  'bibliotek middag å ø æblegrød Århus rugbrødsmad foredrags\u00adaften arbejds\u00admarked the a dinner neighbour throughout everyone zażółć gęślą jaźń źdźbło kolacja 17.30 6. “citat” it’s kl.\u00a019 café Føtex&amp;Co international samarbejdsaftale velkommen'.split(
    ' ',
  );
const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

const element = (tag: string, attributes: string, inner: string): string => `<${tag}${attributes}>${inner}</${tag}>`;
const LANGS = ['', '', ' lang="en"', ' lang="pl"', ' lang="da"'];
const INLINE_ATTRIBUTES = ['', '', '', ' lang="en"', ' lang="pl"', ' class="upper"', ' hidden', ' aria-hidden="true"'];
const IMAGES = [
  '<img src="picture.svg" alt="Et billede">',
  '<img src="picture.svg" alt="">',
  '<img src="picture.svg" alt="A picture" lang="en">',
];

const { block, columns } = fc.letrec<{ inline: string; block: string; columns: string; list: string; table: string }>((tie) => ({
  inline: fc
    .array(
      fc.oneof(
        { maxDepth: 3, depthIdentifier: 'inline' },
        { weight: 6, arbitrary: words },
        {
          weight: 3,
          arbitrary: fc
            .tuple(
              fc.constantFrom('em', 'strong', 'span', 'b', 'q', 'small', 'code'),
              fc.constantFrom(...INLINE_ATTRIBUTES),
              tie('inline'),
            )
            .map(([tag, attributes, inner]) => element(tag, attributes, attributes.includes('aria-hidden') ? 'pynt 17' : inner)),
        },
        { weight: 1, arbitrary: words.map((inner) => element('a', ' href="https://example.org/"', inner)) },
        { weight: 1, arbitrary: fc.constantFrom('<br>', ...IMAGES) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom('box', 'box', 'own-line', 'corner', 'line'), fc.constantFrom(...LANGS), words)
            .map(([name, lang, inner]) => ` ${element('span', ` class="${name}"${lang}`, inner)} `),
        },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .chain((parts) => fc.constantFrom(' ', ' ', '').map((space) => parts.join(space))),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    {
      weight: 6,
      arbitrary: fc.tuple(fc.constantFrom(...LANGS), tie('inline')).map(([lang, inner]) => element('p', lang, inner)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(words, tie('inline')).map(([a, b]) => element('h2', '', a) + element('h3', ' lang="en"', `x ${b}`)),
    },
    { weight: 2, arbitrary: tie('list') },
    { weight: 1, arbitrary: tie('table') },
    // Loose text. What a block inside a loose inline element is part of, HTML does not say.
    { weight: 1, arbitrary: tie('inline').filter((text) => !text.includes('own-line')) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('section', 'article', 'div', 'blockquote', 'aside'),
          fc.constantFrom(
            '',
            '',
            ' class="columns"',
            ' class="backwards"',
            ' class="newspaper"',
            ' class="corner"',
            ' class="page"',
            ' hidden',
            ' aria-hidden="true"',
            ' lang="en"',
          ),
          fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
        )
        .map(([tag, attributes, inner]) => element(tag, attributes, inner.join('\n'))),
    },
    {
      weight: 1,
      arbitrary: tie('inline').map((caption) =>
        element('figure', '', `<img src="picture.svg" alt="Et bord">${element('figcaption', '', `z ${caption}`)}`),
      ),
    },
  ),
  columns: fc.array(tie('block'), { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n')),
  list: fc
    .tuple(
      fc.constantFrom('ul', 'ol', 'ol start="4"', 'ul style="list-style: none"'),
      fc.array(fc.tuple(tie('inline'), fc.option(tie('list'))), { minLength: 1, maxLength: 3 }),
    )
    .map(([tag, items]) =>
      element(
        tag.split(' ')[0] ?? tag,
        tag.slice((tag.split(' ')[0] ?? tag).length),
        items.map(([inner, nested]) => element('li', '', `y ${inner}${nested ?? ''}`)).join('\n'),
      ),
    ),
  table: fc
    .tuple(
      fc.array(tie('inline'), { minLength: 2, maxLength: 2 }),
      fc.array(fc.array(words, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([heads, rows, wide]) => {
      const head = element('thead', '', element('tr', '', heads.map((h) => element('th', ' scope="col"', h)).join('')));
      const body = rows.map(([a = '', b = ''], i) => {
        if (wide && i === 0) return element('tr', '', element('td', ' colspan="2"', a));
        return element('tr', '', element('th', ' scope="row"', a) + element('td', '', b));
      });
      return element('table', '', head + element('tbody', '', body.join('')));
    }),
}));
const body = fc
  .tuple(words, columns, fc.array(block, { maxLength: 4 }))
  .map(([title, a, more]) => `<h1>${title}</h1>\n${a}\n${more.join('\n')}`);

/** A page that is refused, for a word too long or a box too narrow, has no structure to look at. */
async function pageOf(inner: string) {
  const html = `<!doctype html>\n<html lang="da"><body>${inner}</body></html>`;
  const compared = await compare({ html, positions: [], title: 'Prøve', lang: 'da' }, job, desk, kit, EXCUSED);
  fc.pre(compared !== null);
  return compared as NonNullable<typeof compared>;
}

const EXCUSED = [
  'contrast-low',
  'text-over-text',
  'text-covered',
  'text-overflow',
  'word-too-long',
  'box-taller-than-page',
  'text-off-page',
];

const RUNS = process.env.KIT_FULL ? 3000 : 30;

describe('the structure of a generated page', () => {
  it('has every word once, in source order, in its language, under the tags that HTML gives it', async () => {
    let pages = 0;
    await fc.assert(
      fc.asyncProperty(body, async (inner) => {
        const compared = await pageOf(inner);
        const { tree, words: said } = difference(compared);
        pages += compared.pages;
        expect(said[1]).toEqual(said[0]);
        expect(tree[1]).toEqual(tree[0]);
      }),
      { numRuns: RUNS, seed: Number(process.env.KIT_SEED ?? 2012), endOnFailure: !process.env.KIT_SHRINK },
    );
    expect(pages).toBeGreaterThan(RUNS);
  }, 600_000);

  it('is read alike by another program', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (inner) => {
        const { pdf, found } = await pageOf(inner);
        expect(await pdfjsLeaves(pdf)).toEqual(leaves(found));
      }),
      { numRuns: process.env.KIT_FULL ? 300 : 12, seed: 7, endOnFailure: true },
    );
  });
});
