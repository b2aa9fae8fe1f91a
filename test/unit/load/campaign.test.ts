import { describe, expect, it } from 'vitest';
import { loadCampaign, loadTemplateSet } from '../../../src/load/index.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { described, outcome, TEMPLATE } from '../validate/support.ts';

const template = (yaml: string, files: Record<string, string> = {}, name = 'sets/plain') => {
  const world = memoryWorld({
    '/work/sets/plain/template.yaml': yaml,
    '/work/sets/plain/poster.hbs': '<h1>x</h1>',
    '/work/built/night/template.yaml': TEMPLATE.replace('name: plain', 'name: night'),
    '/work/built/night/poster.hbs': 'x',
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`/work/sets/plain/${path}`, text])),
  });
  const { value, diagnostics } = loadTemplateSet(name, { builtIn: '/work/built', campaign: '/work' }, world);
  return { set: value, said: diagnostics.map(described), diagnostics };
};

describe('files that a campaign names', () => {
  it.each([
    [
      'texts that are not there',
      { texts: 'texts: {da: texts/da.md, en: {poster: {headline: Come}}}\n' },
      ['file-missing «texts/da.md»'],
    ],
    ['texts outside', { texts: 'texts: {da: ../da.md, en: {poster: {headline: Come}}}\n' }, ['file-outside «../da.md»']],
    ['an absolute path', { libraries: 'libraries: /etc/libraries.csv\n' }, ['file-outside «/etc/libraries.csv»']],
    ['a web address', { libraries: 'libraries: https://example.org/l.csv\n' }, ['file-outside «https://example.org/l.csv»']],
    ['a Windows path', { libraries: 'libraries: C:\\l.csv\n' }, ['file-outside «C:\\l.csv»']],
    [
      'a kind of file that is not read',
      { texts: 'texts: {da: da.docx, en: {poster: {headline: Come}}}\n' },
      ['file-kind «da.docx»'],
    ],
    ['libraries of no kind', { libraries: 'libraries: people\n' }, ['file-missing «people»']],
    ['a picture that is not there', { more: 'images: {a: {file: a.jpg}}\n' }, ['file-missing «a.jpg»']],
    ['a logo outside', { more: 'marks: {eu: {files: {colour: ../eu.svg}, alt: EU}}\n' }, ['file-outside «../eu.svg»']],
  ])('%s', (_, parts, expected) => {
    const { said, campaign } = outcome(parts);
    expect(said).toEqual(expected);
    expect(campaign).toBeUndefined();
  });

  it('leaves out the one library whose row or file cannot be read', () => {
    const rows = outcome({ libraries: 'libraries: l.csv\n' }, { 'l.csv': 'id;name\na;A;oops\nb;B\nc;C;;x\n' });
    expect(rows.said).toEqual(['csv-ragged «oops» @a', 'csv-ragged «x» @c']);
    expect(rows.campaign?.libraries.map(({ id }) => id)).toEqual(['b']);
    expect(rows.campaign?.faulty).toEqual(['a', 'c']);
    const files = outcome({ libraries: 'libraries: [{id: a, name: A, texts: {da: a.md}}, {id: b, name: B}]\n' });
    expect(files.said).toEqual(['file-missing «a.md» @a']);
    expect(files.campaign?.libraries.map(({ id }) => id)).toEqual(['b']);
  });

  it('says what there is instead', () => {
    const { diagnostics } = outcome({ texts: 'texts: {da: texts/DA.md}\n' }, { 'texts/da.md': '# poster.headline\nKom\n' });
    expect(diagnostics[0]?.hints).toEqual(['There is “texts/da.md”.']);
  });

  it('reads a folder of libraries, in the order of their names', () => {
    const files = {
      'libs/b.yaml': 'id: b\nname: B\n',
      'libs/a.yaml': '- {id: a1, name: A}\n- {id: a2, name: A}\n',
      'libs/c.csv': 'id,name\nc,C\n',
    };
    const { campaign, said } = outcome({ libraries: 'libraries: libs\n' }, files);
    expect(said).toEqual([]);
    expect(campaign?.libraries.map(({ id }) => id)).toEqual(['a1', 'a2', 'b', 'c']);
  });

  it('finds what a library’s file names beside it', () => {
    const { campaign } = outcome(
      { libraries: 'libraries: [libs/a.yaml]\n' },
      { 'libs/a.yaml': 'id: a\nname: A\ntexts: {da: a.md}\n', 'libs/a.md': '# poster.headline\nSelv\n' },
    );
    expect(campaign?.libraries[0]?.texts.da?.get('poster.headline')).toMatchObject({ markdown: 'Selv' });
  });

  it('refuses letters in the wrong encoding, and data that no file may hold', () => {
    const windows = Uint8Array.from([...'# poster.headline\nK\u00f8benhavn\n'].map((c) => c.charCodeAt(0)));
    expect(outcome({ texts: 'texts: {da: da.md, en: {poster: {headline: C}}}\n' }, { 'da.md': windows }).said[0]).toBe(
      'file-encoding «ø»',
    );
    expect(outcome({ libraries: 'libraries: l.csv\n' }, { 'l.csv': 'id;name\na;K\ufffdbenhavn\n' }).said).toEqual([
      'damaged-letters «\ufffd»',
    ]);
    expect(outcome({ libraries: 'libraries: l.csv\n' }, { 'l.csv': 'id;name\na;KÃ¸benhavn\n' }).said).toEqual([
      'damaged-letters «Ã¸»',
    ]);
    expect(outcome({ libraries: 'libraries: l.csv\n' }, { 'l.csv': 'id;name\na;K\u0007\n' }).said).toEqual([
      'forbidden-character «\u0007»',
    ]);
    expect(outcome({ libraries: 'libraries: l.csv\n' }, { 'l.csv': 'id;name\na;K\ufdd0\n' }).said).toEqual([
      'forbidden-character «\ufdd0»',
    ]);
  });

  it('says so where there is no campaign', () => {
    const { value, diagnostics } = loadCampaign('/work/campaign.yaml', memoryWorld({}));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-missing']);
    expect(outcome('- a\n- b\n').said).toEqual(['wrong-shape «a»']);
    expect(outcome('').said).toEqual(['wrong-shape «»']);
    expect(outcome('a: [').campaign).toBeUndefined();
  });

  it('reads no giant', () => {
    const { said } = outcome({ libraries: 'libraries: l.csv\n' }, { 'l.csv': new Uint8Array(9 * 1024 * 1024) });
    expect(said[0]).toBe('file-too-large «l.csv»');
  });
});

describe('template sets', () => {
  it('are whole', () => {
    const { set, said } = template(
      'name: plain\nstyles: [all.css]\nextra: {tables: number}\nwords: {da: {free: Gratis}}\npieces:\n  poster:\n    label: {da: Plakat}\n    template: poster.hbs\n    styles: [all.css, poster.css]\n    sizes: [A3, A4 landscape, 500x700mm, 1080x1350px, DL, US letter]\n    title: "{{campaign.title}}"\n    texts: {a.b: inline, c.d: {kind: list, required: false}, e.f: }\n  letter: {template: poster.hbs, sizes: [A4], outputs: [pdf, docx], title: x}\n',
      { 'all.css': 'p{}', 'poster.css': 'h1{}', 'partials/foot.hbs': 'foot', 'partials/deep/x.hbs': 'x' },
    );
    expect(said).toEqual([]);
    expect(set?.folder).toBe('/work/sets/plain');
    expect(set?.pieces.poster?.sizes.map(({ name }) => name)).toEqual([
      'a3',
      'a4-landscape',
      '500x700mm',
      '1080x1350px',
      'dl',
      'us-letter',
    ]);
    expect(set?.pieces.poster?.sizes[1]?.width).toBeCloseTo((297 * 72) / 25.4, 6);
    expect(set?.pieces.poster?.styles.map(({ path }) => path)).toEqual(['sets/plain/all.css', 'sets/plain/poster.css']);
    expect(set?.pieces.poster?.styles[0]).toBe(set?.pieces.letter?.styles[0]);
    expect(set?.pieces.poster?.texts).toMatchObject({
      'a.b': { kind: 'inline', required: true },
      'c.d': { kind: 'list', required: false },
    });
    expect(set?.pieces.poster?.outputs).toEqual(['pdf']);
    expect([set?.pieces.poster?.sized, set?.pieces.letter?.sized]).toEqual([true, false]);
    expect([...(set?.partials.keys() ?? [])]).toEqual(['deep/x', 'foot']);
    expect(set?.words.da?.get('free')?.text).toBe('Gratis');
    expect(set?.extra).toEqual({ tables: 'number' });
    expect(set?.pieces.poster?.label).toEqual({ da: 'Plakat' });
  });

  it('keep the line of a title', () => {
    const { set } = template(TEMPLATE);
    const title = set?.pieces.poster?.title;
    expect(title?.text.trim()).toBe('{{campaign.title}}');
    expect(title?.text.split('\n')).toHaveLength(8);
  });

  it('that come with kit go by their name', () => {
    expect(template(TEMPLATE, {}, 'night').set?.name).toBe('night');
    const { diagnostics } = template(TEMPLATE, {}, 'nigth');
    expect(diagnostics[0]).toMatchObject({ code: 'file-missing', hints: ['Did you mean “night”?'] });
  });

  const piece = (inside: string): string =>
    `name: plain\npieces: {poster: {template: poster.hbs, title: x, sizes: [A3]${inside}}}\n`;
  it.each([
    [
      'a file that is not there',
      'name: plain\npieces: {poster: {template: postre.hbs, title: x, sizes: [A3]}}\n',
      ['file-missing «postre.hbs»'],
    ],
    [
      'a file outside',
      'name: plain\npieces: {poster: {template: ../x.hbs, title: x, sizes: [A3]}}\n',
      ['file-outside «../x.hbs»'],
    ],
    ['a stylesheet that is not there', piece(', styles: [a.css]'), ['file-missing «a.css»']],
    ['a misspelt key', piece(', output: [pdf]'), ['unknown-key «output»']],
    ['an output', piece(', outputs: [pdf, epub]'), ['unknown-word «epub»']],
    ['a size', 'name: plain\npieces: {poster: {template: poster.hbs, title: x, sizes: [A11]}}\n', ['size-unknown «A11»']],
    ['a kind of text', piece(', texts: {a.b: inlin}'), ['unknown-word «inlin»']],
    ['a key of a text', piece(', texts: {a.b: {knd: block}}'), ['unknown-key «knd»']],
    ['a missing title', 'name: plain\npieces: {poster: {template: poster.hbs, sizes: [A3]}}\n', ['missing-key «poster»']],
    [
      'a piece’s name',
      'name: plain\npieces: {Poster A: {template: poster.hbs, title: x, sizes: [A3]}}\n',
      ['key-unsafe «Poster A»'],
    ],
    ['no pieces', 'name: plain\n', ['missing-key «name»']],
  ])('may be wrong: %s', (_, yaml, expected) => {
    const { said, set } = template(yaml);
    expect(said).toEqual(expected);
    expect(set).toBeUndefined();
  });
});
