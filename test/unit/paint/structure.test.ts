import { beforeAll, describe, expect, it } from 'vitest';
import type { FontFace } from '../../../src/core/text/types.ts';
import type { PdfKit } from '../../../src/paint/pdf/index.ts';
import {
  readAnnotations,
  readMarked,
  readOutline,
  readRaw,
  readStructure,
  structureLines,
  withPdfjs,
} from '../../support/pdf/index.ts';
import { documentOf, group, link, node, page, paint, rectangle, slot, testFonts, testKit, text } from './fixture.ts';

let kit: PdfKit;
let serif: readonly FontFace[];
beforeAll(async () => {
  const [fonts, made] = await Promise.all([testFonts(), testKit()]);
  kit = made;
  serif = fonts.match({ families: ['Alegreya'], weight: 400, style: 'normal' });
});
const black = { kind: 'color', color: { space: 'srgb', r: 0, g: 0, b: 0, a: 1 } } as const;

describe('the structure tree', () => {
  it('keeps the order of the source, whatever order things are painted in', () => {
    const [a, b, c] = [slot(), slot(), slot()];
    const items = [
      ...text(c, serif, 'tredje', { y: 60 }),
      ...text(a, serif, 'første', { y: 20 }),
      ...text(b, serif, 'andet', { y: 40 }),
    ];
    const tree = [node('H1', [a]), node('P', [b, node('Span', [c], { lang: 'en' })])];
    expect(structureLines(readStructure(paint(documentOf([page(items)], tree), kit)))).toEqual([
      'Document',
      '  H1',
      '    "første"',
      '  P',
      '    "andet"',
      '    Span [en]',
      '      "tredje"',
    ]);
  });

  it('holds a node that lies on two pages together', () => {
    const s = slot();
    const pages = [page(text(s, serif, 'begynder her ', { y: 20 })), page(text(s, serif, 'og ender her', { y: 20 }))];
    const pdf = paint(documentOf(pages, [node('P', [s])]), kit);
    expect(structureLines(readStructure(pdf))).toEqual(['Document', '  P', '    "begynder her "', '    "og ender her"']);
  });

  it('marks neighbours of one slot once', () => {
    const s = slot();
    const pdf = paint(documentOf([page(text(s, serif, 'mange små ord i en sætning', { y: 20 }))], [node('P', [s])]), kit);
    const raw = readRaw(pdf);
    expect(readMarked(raw, raw.pages[0]!.dict).byId.size).toBe(1);
  });

  it('leaves out what nothing was painted for, but not the cells of a table', () => {
    const [a, gone] = [slot(), slot()];
    const tree = [
      node('P', [gone]),
      node('Table', [node('TR', [node('TH', [a], { scope: 'Row' }), node('TD', []), node('TD', [gone], { colSpan: 2 })])]),
      node('Figure', [gone], { alt: 'ikke vist' }),
      node('P', [node('Span', [gone])]),
    ];
    const pdf = paint(documentOf([page(text(a, serif, 'Tid', { y: 20 }))], tree), kit);
    expect(structureLines(readStructure(pdf))).toEqual([
      'Document',
      '  Table',
      '    TR',
      '      TH',
      '        "Tid"',
      '      TD',
      '      TD',
    ]);
    const [th, , td] = readStructure(pdf).children[0]?.children[0]?.children ?? [];
    expect(th?.attributes).toEqual({ Scope: 'Row' });
    expect(td?.attributes).toEqual({ ColSpan: 2 });
  });

  it('says what lists, languages and pictures are', () => {
    const [lbl, body, picture] = [slot(), slot(), slot()];
    const tree = [
      node('L', [node('LI', [node('Lbl', [lbl]), node('LBody', [body])])], { listNumbering: 'Decimal' }),
      node('Figure', [picture], { alt: 'En „gryde“ med (låg)' }),
    ];
    const items = [
      ...text(lbl, serif, '1. ', { x: 10, y: 20 }),
      ...text(body, serif, 'Suppe', { x: 24, y: 20 }),
      group([{ kind: 'path', content: null, path: rectangle(0, 0, 10, 20), fill: black }], {
        content: picture,
        transform: [2, 0, 0, 2, 30, 40],
      }),
    ];
    const pdf = paint(documentOf([page(items, { width: 200, height: 100 })], tree), kit);
    const [list, figure] = readStructure(pdf).children;
    expect(list?.attributes).toEqual({ ListNumbering: 'Decimal' });
    expect(figure?.alt).toBe('En „gryde“ med (låg)');
    expect(figure?.attributes).toEqual({ Placement: 'Block', BBox: [30, 20, 50, 60] });
  });

  it('has nothing painted outside of it but artifacts', () => {
    const s = slot();
    const items = [
      { kind: 'path', content: null, path: rectangle(0, 0, 50, 50), fill: black } as const,
      ...text(s, serif, 'ord', { y: 20 }),
      ...text(null, serif, 'pynt', { y: 40 }),
      group([group(text(null, serif, 'kant', { y: 50 }), { clip: rectangle(0, 0, 90, 90) })], { opacity: 0.5 }),
    ];
    const raw = readRaw(paint(documentOf([page(items)], [node('P', [s])]), kit));
    const marked = readMarked(raw, raw.pages[0]!.dict);
    expect(marked).toMatchObject({ unmarked: '', artifacts: 'pyntkant', paintedUnmarked: false });
  });

  it('finds the texts in a faded group that holds several', async () => {
    const [a, b, c] = [slot(), slot(), slot()];
    const faded = group([...text(a, serif, 'over', { y: 20 }), ...text(b, serif, 'under', { y: 40 })], { opacity: 0.4 });
    const pdf = paint(
      documentOf([page([faded, ...text(c, serif, 'efter', { y: 60 })])], [node('P', [c]), node('P', [a]), node('P', [b])]),
      kit,
    );
    expect(readStructure(pdf).children.map((p) => p.text)).toEqual(['efter', 'over', 'under']);
    // Another reader finds each text under the element that holds it.
    const found = await withPdfjs(pdf, async (document) => {
      const first = await document.getPage(1);
      const { items } = await first.getTextContent({ includeMarkedContent: true });
      const texts = new Map<string, string>();
      let id = '';
      for (const item of items) {
        if ('str' in item) texts.set(id, (texts.get(id) ?? '') + item.str);
        else if (item.type === 'beginMarkedContentProps') id = item.id ?? '';
      }
      const tree = await first.getStructTree();
      return JSON.stringify(
        tree?.children.map((d) =>
          'children' in d
            ? d.children.map((p) => ('children' in p ? p.children.map((k) => ('id' in k ? texts.get(k.id) : '')) : ''))
            : '',
        ),
      );
    });
    expect(found).toBe('[[["efter"],["over"],["under"]]]');
  });
});

describe('links and bookmarks', () => {
  it('ties a link to its words, on both lines', async () => {
    const s = slot();
    const a = node('Link', [s]);
    const items = [
      ...text(s, serif, 'læs mere på', { x: 10, y: 20 }),
      ...text(s, serif, 'nettet', { x: 10, y: 34 }),
      link(a, 'https://example.dk/æblegrød?a=(1)', 'læs mere på nettet'),
      link(a, 'https://example.dk/æblegrød?a=(1)', 'læs mere på nettet', { x: 10, y: 24, width: 30, height: 12 }),
    ];
    const pdf = paint(documentOf([page(items, { width: 200, height: 100 })], [node('P', [a])]), kit);
    const [element] = readStructure(pdf).children[0]?.children ?? [];
    expect(element).toMatchObject({ tag: 'Link', text: 'læs mere pånettet' });
    expect(element?.links).toEqual([
      'https://example.dk/%C3%A6blegr%C3%B8d?a=(1)',
      'https://example.dk/%C3%A6blegr%C3%B8d?a=(1)',
    ]);
    expect((await readAnnotations(pdf))[0]).toMatchObject({ page: 0, contents: 'læs mere på nettet', rect: [10, 78, 60, 90] });
  });

  it('nests bookmarks by level', async () => {
    const s = slot();
    const pages = [page(text(s, serif, 'a')), page(text(s, serif, 'b'))];
    const outline = [
      { title: 'Rubrik', level: 1, page: 0, y: 10 },
      { title: 'Fakta – kort', level: 3, page: 0, y: 50 },
      { title: 'Kontakt', level: 2, page: 1, y: 10 },
      { title: 'Bilag', level: 1, page: 1, y: 90 },
    ];
    expect(await readOutline(paint(documentOf(pages, [node('P', [s])], { outline }), kit))).toEqual([
      {
        title: 'Rubrik',
        page: 0,
        items: [
          { title: 'Fakta – kort', page: 0, items: [] },
          { title: 'Kontakt', page: 1, items: [] },
        ],
      },
      { title: 'Bilag', page: 1, items: [] },
    ]);
  });
});
