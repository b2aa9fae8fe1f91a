import { beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN, SCREEN } from '../../../src/core/profile.ts';
import { TYPED, typed } from '../../../src/core/text/typed.ts';
import { impose } from '../../../src/impose/index.ts';
import { openPdfKit, paintPdf } from '../../../src/paint/pdf/index.ts';
import { FIRA, type OnePage, onePage } from '../../support/one-page.ts';
import { type RawPdf, readRaw, readText, withPdfjs } from '../../support/pdf/index.ts';
import type { Dict, Ref, Value } from '../../support/pdf/raw.ts';

const OPEN = BUILT_IN.open ?? SCREEN;
const BLANK = BUILT_IN.blank ?? SCREEN;
const CSS = `${FIRA} @page { margin: 10mm } .f { width: 80mm; height: 8mm; font-size: 14pt; color: #8e1345 } .g { -kit-fit: 8pt 20pt; text-align: center }
  .small { font-size: 9pt; height: 5mm; width: 60mm; position: absolute; left: 30mm; top: 100mm; transform: translate(-50%, 0) }`;
const HTML = `<html><body><h1>Middag</h1>
  <p class="f" data-field="room" aria-label="Lokale" data-max="30">Store sal</p>
  <p>Kom <strong>gerne</strong></p>
  <div class="f g" data-field="name" aria-label="Bibliotek" data-max="60"></div>
  <p class="small" data-field="room" aria-label="Lokale" data-max="30">Store sal</p></body></html>`;

let fill: OnePage;
let blank: OnePage;
let raw: RawPdf;
beforeAll(async () => {
  fill = await onePage(HTML, { css: CSS, profile: OPEN });
  blank = await onePage(HTML, { css: CSS, profile: BLANK });
  raw = readRaw(fill.pdf ?? new Uint8Array());
});

const listed = (value: Value): Value[] => (Array.isArray(value) ? value : []);
const fields = (): Dict[] => listed(raw.at(raw.root, 'AcroForm', 'Fields')).map((field) => raw.dict(field));
const kidsOf = (field: Dict): Dict[] => listed(raw.at(field, 'Kids')).map((kid) => raw.dict(kid));

/** As a program does that people fill forms in; it draws the new looks itself, in the field's own font. */
const filled = (pdf: Uint8Array, values: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  withPdfjs(pdf, async (document) => {
    const found = (await document.getFieldObjects()) as Record<string, { id: string }[]> | null;
    for (const [name, value] of Object.entries(values))
      for (const { id } of found?.[name] ?? []) document.annotationStorage.setValue(id, { value });
    return new Uint8Array(await document.saveDocument());
  });

const valuesOf = (pdf: Uint8Array) =>
  withPdfjs(pdf, async (document) => {
    const annotations = await (await document.getPage(1)).getAnnotations();
    return annotations.filter((a) => a.subtype === 'Widget').map((a) => [a.fieldName, a.fieldValue] as const);
  });

describe('a page to fill in', () => {
  it('has a field a name, with what is known, how much fits and what belongs there', () => {
    expect(
      fields().map((field) => [raw.at(field, 'T'), raw.at(field, 'V'), raw.at(field, 'MaxLen'), raw.at(field, 'TU')]),
    ).toEqual([
      ['room', 'Store sal', 30, 'Lokale'],
      ['name', '', 60, 'Bibliotek'],
    ]);
    expect(fields().map((field) => kidsOf(field).length)).toEqual([2, 1]);
    expect(raw.at(raw.root, 'AcroForm', 'NeedAppearances')).toBeNull();
  });

  it('is drawn where layout put it, with an appearance of its own', () => {
    const [room] = fields();
    const [first, second] = room ? kidsOf(room) : [];
    const rect = (of: Dict | undefined) => listed(raw.at(of, 'Rect')).map(Number);
    const mm = (n: number) => (n * 72) / 25.4;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect(first);
    expect([x1 - x0, y1 - y0]).toEqual([expect.closeTo(mm(80), 1), expect.closeTo(mm(8), 1)]);
    const [a0 = 0, , a1 = 0] = rect(second);
    expect([a0, a1]).toEqual([expect.closeTo(mm(10), 1), expect.closeTo(mm(70), 1)]);
    const looks = raw.text(raw.at(first, 'AP', 'N'));
    expect(looks).toMatch(/^\/Tx BMC q .* \/FFiraSansRegular 14 Tf 0\.557 0\.075 0\.271 rg .*Tj ET Q EMC$/);
    expect(raw.at(first, 'DA')).toBe('/FFiraSansRegular 14 Tf 0.557 0.075 0.271 rg');
    expect(raw.at(second, 'DA')).toMatch(/ 9 Tf /);
    // What has to fit is set by the viewer, as large as it can be.
    const [name] = fields().slice(1).flatMap(kidsOf);
    expect([raw.at(name, 'DA'), raw.at(name, 'Q')]).toEqual([expect.stringContaining(' 0 Tf '), 1]);
    expect(raw.text(raw.at(name, 'AP', 'N'))).toBe('/Tx BMC EMC');
  });

  it('is typed in a font that has every letter of Western Europe, by its code', () => {
    const font = raw.dict(raw.root, 'AcroForm', 'DR', 'Font', 'FFiraSansRegular');
    expect([raw.at(font, 'Encoding'), raw.at(font, 'Subtype')].map((n) => (n as { name: string }).name)).toEqual([
      'WinAnsiEncoding',
      'TrueType',
    ]);
    const widths = listed(raw.at(font, 'Widths')).map(Number);
    expect(widths).toHaveLength(224);
    for (const character of 'abcxyzæøåÆØÅéüßñ0189.,:–»«€') expect(widths[(typed(character) ?? 0) - 32]).toBeGreaterThan(0);
    expect([typed('ž'), typed('ł'), typed('\u0081')]).toEqual([158, undefined, undefined]);
    expect(TYPED.size).toBe(218);
    expect(raw.at(font, 'FontDescriptor', 'FontFile2')).not.toBeNull();
  });

  it('is tagged: a Form element a place, in the order of reading, which is that of the tab key', () => {
    const page = raw.pages[0]?.dict;
    expect((raw.at(page, 'Tabs') as { name: string }).name).toBe('S');
    const owners = listed(raw.at(raw.root, 'StructTreeRoot', 'ParentTree', 'Nums'));
    const widgets = listed(raw.at(page, 'Annots'));
    const labels = widgets.map((widget) => {
      const key = raw.at(widget, 'StructParent');
      const element = raw.dict(owners[owners.indexOf(key as number, 0) + 1]);
      expect((raw.at(element, 'S') as { name: string }).name).toBe('Form');
      expect((raw.at(element, 'K', 'Obj') !== null && (raw.dict(element.get('K')).get('Obj') as Ref)).valueOf()).toEqual(widget);
      return raw.at(widget, 'TU');
    });
    expect(labels).toEqual(['Lokale', 'Bibliotek', 'Lokale']);
  });

  it('holds what is typed nowhere but in the fields', async () => {
    expect((await readText(fill.pdf ?? new Uint8Array())).join('')).not.toContain('Store sal');
    expect((await readText(fill.pdf ?? new Uint8Array())).join('')).toContain('Kom gerne');
  });

  it('is filled by a program that did not make it, at all places of a name', async () => {
    const pdf = fill.pdf ?? new Uint8Array();
    const done = await filled(pdf, { room: 'Mødelokale 3, 1. sal', name: 'Ærø Folkebibliotek' });
    expect(await valuesOf(done)).toEqual([
      ['room', 'Mødelokale 3, 1. sal'],
      ['name', 'Ærø Folkebibliotek'],
      ['room', 'Mødelokale 3, 1. sal'],
    ]);
  });

  it('is drawn whole for pictures', async () => {
    if (!fill.document) throw new Error('no document');
    const kit = await openPdfKit({ languages: ['da'] });
    const flat = paintPdf(impose(fill.document, OPEN), { created: new Date(0) }, kit, true);
    expect(readRaw(flat).root.has('AcroForm')).toBe(false);
    expect((await readText(flat)).join('').match(/Store sal/g)).toHaveLength(2);
  });

  it('is the same again', async () => {
    const again = await onePage(HTML, { css: CSS, profile: OPEN });
    expect(Buffer.from(again.pdf ?? []).equals(Buffer.from(fill.pdf ?? []))).toBe(true);
  });
});

describe('the same to write on', () => {
  it('leaves the space, and has no form', async () => {
    const file = readRaw(blank.pdf ?? new Uint8Array());
    expect(file.root.has('AcroForm')).toBe(false);
    expect((await readText(blank.pdf ?? new Uint8Array())).join('')).not.toContain('Store sal');
    const height = ({ document }: OnePage) => document?.pages[0]?.items.length;
    expect(height(blank)).toBe(height(fill));
  });

  it('asks nothing of a page that is neither', async () => {
    const plain = await onePage(HTML, { css: CSS });
    expect((await readText(plain.pdf ?? new Uint8Array())).join('')).toContain('Store sal');
    expect(readRaw(plain.pdf ?? new Uint8Array()).root.has('AcroForm')).toBe(false);
  });
});

describe('fields that cannot be', () => {
  const says = async (html: string, css = '') => {
    const { diagnostics } = await onePage(`<html><body>${html}</body></html>`, { css: `${CSS} ${css}`, profile: OPEN });
    return diagnostics.map(({ code, message }) => `${code}: ${message}`);
  };
  it.each([
    ['<p class="f" data-field="a b" aria-label="A">x</p>', 'is no name'],
    ['<p class="f" data-field="a">x</p>', 'does not say what belongs'],
    ['<p class="f" data-field="a" aria-label="A" data-max="many">x</p>', 'not a whole number'],
    ['<p class="f" data-field="a" aria-label="A" data-max="3">long</p>', 'longer than the 3'],
    ['<p>Kom <span data-field="a" aria-label="A">x</span></p>', 'in a line of text'],
    ['<p data-field="a" aria-label="A"></p>', 'has no room'],
    ['<p class="f" style="width: 9mm" data-field="a" aria-label="A">much too long</p>', 'does not fit'],
    ['<p class="f" style="transform: rotate(9deg)" data-field="a" aria-label="A">x</p>', 'turned or scaled'],
    ['<p class="f" data-field="a" aria-label="A">Łódź</p>', 'holds “Ł”'],
    ['<p class="f" lang="ar" dir="rtl" data-field="a" aria-label="A"></p>', 'from right to left'],
    ['<p class="f" data-field="a" aria-label="A">x</p><p class="f" data-field="a" aria-label="A">y</p>', 'at another'],
  ])('%s', async (html, message) => {
    const found = await says(html);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('field-invalid');
    expect(found[0]).toContain(message);
  });
});
