import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mm } from '../../src/core/geometry.ts';
import { filesBelow, kit } from '../support/cli.ts';
import { ROOT, SET_FONTS, scratch } from '../support/lydnat.ts';
import { readBoxes, readRaw, readStructure, readText, type StructureElement } from '../support/pdf/index.ts';

/** A campaign of another country: languages, sizes, pieces and a library that no file in src/ knows of. */
const FILES: Readonly<Record<string, string>> = {
  'campaign.yaml': `id: skogens-natt
title: { sv: Skogens natt, de: Nacht des Waldes, pl: Noc lasu }
status: final
template: sets/gran
languages: [sv, de, pl]
organiser:
  name: { sv: Bibliotekskretsen, de: Der Bibliothekskreis, pl: Krąg bibliotek }
event:
  date: 2031-08-16
  start: "19:30"
  end: "22:00"
texts:
  sv:
    natt:
      rubrik: Skogens natt
      brodtext: |
        Välkommen till **biblioteket** lördag 16 augusti. Vi läser högt för varandra i bibliotekets trädgård, och den som
        vill kan bidra med egna upptäckter och naturbeskrivningar. Man sitter på filtar under ”granarna”.
  de:
    natt:
      rubrik: Nacht des Waldes
      brodtext: |
        Willkommen in der **Bibliothek**. Wir lesen einander im Bibliotheksgarten vor, und wer möchte, bringt eigene
        Naturbeschreibungen und Entdeckungen mit. Größere Gruppen sind herzlich willkommen.
  pl:
    natt:
      rubrik: Noc lasu
      brodtext: |
        Zapraszamy do **biblioteki**. Będziemy czytać na głos w bibliotecznym ogrodzie; każdy może przynieść własne
        najciekawsze przyrodoznawcze nieprawdopodobieństwa i odkrycia. Święto źródeł, żółtych liści i jaźni.
pieces: { bogmaerke: , kort: { sizes: [A6 landscape, 90x55mm] } }
libraries:
  - id: tjaernudden
    name: { sv: Biblioteket vid Tjärnudden, de: Bibliothek am Tjärnudden, pl: Biblioteka w Tjärnudden }
    address: { street: Östra Ängsvägen 7, postcode: "91234", town: Tjärnudden }
`,
  'sets/gran/template.yaml': `name: gran
styles: [gran.css]
pieces:
  bogmaerke:
    label: { sv: Bokmärke, de: Lesezeichen, pl: Zakładka }
    template: bogmaerke.hbs
    sizes: [137x211mm]
    sized: true
    outputs: [pdf, docx, txt]
    title: "{{texts.natt.rubrik}} – {{library.name}}"
    texts: { natt.rubrik: inline, natt.brodtext: block }
  kort:
    label: { sv: Kort, de: Karte, pl: Karta }
    template: kort.hbs
    sizes: [A6]
    title: "{{texts.natt.rubrik}}"
    texts: { natt.rubrik: inline }
`,
  'sets/gran/bogmaerke.hbs': `<h1>{{texts.natt.rubrik}}</h1>
<p>{{library.name}}</p>
<p class="when">{{when event}}</p>
<p>{{date event.date "no-year"}} | {{date event.date "short"}} | {{#if event.start}}{{time event.start}}{{/if}}</p>
<div class="narrow">{{texts.natt.brodtext}}</div>
`,
  'sets/gran/kort.hbs': '<h1>{{texts.natt.rubrik}}</h1><p>{{date}}</p>',
  'sets/gran/gran.css': `@font-face { font-family: Gran; font-weight: 400; src: url(fonts/regular.ttf) }
@font-face { font-family: Gran; font-weight: 700; src: url(fonts/bold.ttf) }
@page { margin: 9mm; bleed: 3mm }
html { font-family: Gran; font-size: 9pt; line-height: 1.3 } h1 { font-size: 1.6em; margin: 0 } p { margin: 0 0 1mm; hyphens: auto }
.narrow { width: 38mm }
`,
};

function written(): string {
  const folder = join(scratch(), 'skog');
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, 'sets/gran/fonts'), { recursive: true });
  for (const [name, path] of Object.entries(SET_FONTS))
    writeFileSync(join(folder, name.replace('plain', 'gran')), readFileSync(path));
  return folder;
}

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ');
const textOf = (node: StructureElement): string =>
  node.content.map((part) => (typeof part === 'string' ? part : ` ${textOf(part)} `)).join('');

describe('a library, languages, sizes and pieces that no source file names', () => {
  it('no source file names them', async () => {
    const { readdirSync } = await import('node:fs');
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    for (const name of files)
      expect(readFileSync(join(ROOT, 'src', name), 'utf8'), name).not.toMatch(/tjaernudden|bogmaerke|137x211|90x55|skogens/i);
  });

  it('become a kit', async () => {
    const folder = written();
    const out = join(folder, '..', 'out');
    const ran = await kit(['build', join(folder, 'campaign.yaml'), '--out', out, '--no-gallery']);
    expect(ran.stderr).not.toMatch(/error|warning/);
    expect(ran.code).toBe(0);
    const files = filesBelow(join(out, 'skogens-natt', 'tjaernudden'));
    expect([...files.keys()]).toEqual(
      ['de', 'pl', 'sv']
        .flatMap((l) => [
          `bogmaerke-137x211mm-${l}.docx`,
          `bogmaerke-137x211mm-${l}.pdf`,
          `bogmaerke-137x211mm-${l}.txt`,
          `kort-90x55mm-${l}.pdf`,
          `kort-a6-landscape-${l}.pdf`,
        ])
        .sort(),
    );
    const file = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();

    const dates: Readonly<Record<string, readonly string[]>> = {
      sv: ['lördag 16 augusti 2031, 19:30–22:00', 'lördag 16 augusti |', '| 19:30', '”granarna”'],
      de: ['Samstag, 16. August 2031, 19:30–22:00', 'Samstag, 16. August |', 'Größere'],
      pl: ['sobota, 16 sierpnia 2031, godz. 19:30–22:00', 'sobota, 16 sierpnia |', 'Święto źródeł, żółtych liści'],
    };
    for (const [lang, said] of Object.entries(dates)) {
      const pdf = file(`bogmaerke-137x211mm-${lang}.pdf`);
      const tree = readStructure(pdf);
      expect(tree.lang, lang).toBe(lang);
      const text = plain(textOf(tree).replaceAll('\u00ad', ''));
      for (const words of said) expect(text).toContain(words);
      // Divided at line ends: the hyphen is there, and the word is whole for whoever reads it.
      expect((await readText(pdf)).join(''), lang).toMatch(/\p{Ll}[-\u2010]\n/u);
      expect(text).not.toMatch(/\p{Ll}[-\u2010] \p{Ll}/u);
      expect(plain(Buffer.from(file(`bogmaerke-137x211mm-${lang}.txt`)).toString('utf8'))).toContain(said[0]);
      const docx = unzipSync(file(`bogmaerke-137x211mm-${lang}.docx`));
      const xml = Buffer.concat(Object.values(docx).map((part) => Buffer.from(part))).toString('utf8');
      expect(xml).toMatch(new RegExp(`w:lang [^>]*w:val="${lang}`));
    }

    const [page] = readBoxes(file('bogmaerke-137x211mm-sv.pdf'));
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page?.trim ?? [];
    expect([x1 - x0, y1 - y0]).toEqual([expect.closeTo(mm(137), 1), expect.closeTo(mm(211), 1)]);
    expect(readRaw(file('kort-90x55mm-de.pdf')).pages).toHaveLength(1);
  });

  it('says so where a language has no calendar', async () => {
    const folder = written();
    writeFileSync(
      join(folder, 'campaign.yaml'),
      (FILES['campaign.yaml'] ?? '').replace('languages: [sv, de, pl]', 'languages: [sv, de, xq]'),
    );
    const ran = await kit(['check', join(folder, 'campaign.yaml')]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/unknown-language/);
    expect(ran.stderr).toContain('xq');
  });

  it('contradicts weekdays and dates in their texts too', async () => {
    const folder = written();
    writeFileSync(
      join(folder, 'campaign.yaml'),
      (FILES['campaign.yaml'] ?? '').replace('lördag 16 augusti', 'söndag 16 augusti'),
    );
    const ran = await kit(['check', join(folder, 'campaign.yaml')]);
    expect(ran.stderr).toMatch(/weekday-mismatch/);
    expect(ran.stderr).toContain('söndag');
  });
});
