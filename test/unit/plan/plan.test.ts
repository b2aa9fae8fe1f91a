import { describe, expect, it } from 'vitest';
import { parseSize } from '../../../src/core/paper.ts';
import type { Filter } from '../../../src/plan/index.ts';
import { plan } from '../../../src/plan/index.ts';
import { outcome } from '../validate/support.ts';

const TEXTS =
  'texts:\n  da: {poster: {headline: Kom}, press: {headline: P}}\n  en: {poster: {headline: Come}, press: {headline: Q}}\n';

function planned(parts: Parameters<typeof outcome>[0] = {}, filter: Filter = {}) {
  const all = { texts: TEXTS, pieces: 'pieces: {poster: , press-release: }\n', ...(parts as object) };
  const { campaign, set, said } = outcome(all);
  if (!campaign || !set) throw new Error(said.join('\n'));
  const { value, diagnostics } = plan(campaign, set, filter);
  return { plan: value, files: value?.jobs.flatMap((job) => job.outputs.map(({ path }) => path)) ?? [], diagnostics };
}

describe('a plan', () => {
  it('goes by libraries, pieces, languages, sizes', () => {
    expect(planned().files).toEqual(
      ['nord', 'syd'].flatMap((id) =>
        [
          'poster-a3-da.pdf',
          'poster-a4-da.pdf',
          'poster-a3-en.pdf',
          'poster-a4-en.pdf',
          'press-release-da.pdf',
          'press-release-da.docx',
          'press-release-da.txt',
          'press-release-en.pdf',
          'press-release-en.docx',
          'press-release-en.txt',
        ].map((name) => `${id}/${name}`),
      ),
    );
  });

  it('takes the sizes and outputs that were asked for', () => {
    const { files } = planned({
      pieces: 'pieces: {poster: {sizes: [a4]}, press-release: {outputs: [txt]}}\n',
      libraries: 'libraries: [{id: a, name: A, languages: da}]\n',
    });
    expect(files).toEqual(['a/poster-a4-da.pdf', 'a/press-release-da.txt']);
  });

  it('takes any size, whether the template set names it or not', () => {
    const { files, plan: made } = planned({
      pieces: 'pieces: {poster: {sizes: [A4 landscape, 137x211mm, "137 x 211 mm"]}}\n',
      libraries: 'libraries: [{id: a, name: A, languages: da}]\n',
    });
    expect(files).toEqual(['a/poster-a4-landscape-da.pdf', 'a/poster-137x211mm-da.pdf']);
    expect(made?.jobs[1]?.size.width).toBeCloseTo((137 / 25.4) * 72, 6);
  });

  it('makes a piece for each profile that it names, and what has no pages once', () => {
    const { files } = planned({
      pieces: 'pieces: {poster: {sizes: [a4], profiles: [screen, press]}, press-release: {profiles: [press]}}\n',
      libraries: 'libraries: [{id: a, name: A, languages: da}]\n',
    });
    expect(files).toEqual(
      [
        'poster-a4-da.pdf',
        'poster-a4-da-press.pdf',
        'poster-a4-da-press.txt',
        'press-release-da-press.pdf',
        'press-release-da.docx',
        'press-release-da.txt',
        'press-release-da-press.txt',
      ].map((name) => `a/${name}`),
    );
  });

  it('gives a library what its print shop wants, in the number that it wants', () => {
    const parts = {
      pieces: 'profiles: {shop: {extends: press-crop, bleed: 5mm}}\npieces: {poster: {sizes: [a4], profiles: [screen, press]}}\n',
      libraries:
        'libraries: [{id: a, name: A, languages: da, print: {profile: shop, quantities: {poster-a4-da: 25}}}, {id: b, name: B, languages: da}]\n',
    };
    const { files, plan: made, diagnostics } = planned(parts);
    expect(diagnostics).toEqual([]);
    expect(files.filter((file) => file.endsWith('.pdf'))).toEqual([
      'a/poster-a4-da.pdf',
      'a/poster-a4-da-shop.pdf',
      'b/poster-a4-da.pdf',
      'b/poster-a4-da-press.pdf',
    ]);
    const shop = made?.jobs[1];
    expect(shop?.quantity).toBe(25);
    expect(shop?.profile).toMatchObject({ name: 'shop', kind: 'press', marks: { crop: true, cross: false }, inkLimit: 300 });
    expect(shop?.profile.bleed).toBeCloseTo((5 / 25.4) * 72, 9);
  });

  it('leaves withdrawn libraries out', () => {
    const { plan: made } = planned({
      libraries: 'libraries: [{id: a, name: A, state: withdrawn}, {id: b, name: B, pieces: {poster: null}}]\n',
    });
    expect(made?.libraries.map(({ id }) => id)).toEqual(['b']);
    expect(made?.jobs.map(({ id }) => id)).toEqual(['b/press-release-da', 'b/press-release-en']);
  });

  it('is restricted by a filter, and still knows every library that has a kit', () => {
    const { plan: made, files } = planned({}, { library: ['syd'], language: ['en'], piece: ['poster'] });
    expect(files).toEqual(['syd/poster-a3-en.pdf', 'syd/poster-a4-en.pdf']);
    expect(made?.libraries).toHaveLength(2);
  });

  it.each([
    [{ library: ['sid'] }, '--library: there is no library “sid”.', 'Did you mean “syd”?'],
    [{ language: ['de'] }, '--language: there is no language “de”.', undefined],
    [{ piece: ['postr'] }, '--piece: there is no piece “postr”.', 'Did you mean “poster”?'],
    [{ library: ['zzzzzz'] }, '--library: there is no library “zzzzzz”.', 'There are: nord, syd.'],
  ])('refuses a filter that finds nothing: %j', (filter, message, hint) => {
    const { plan: made, diagnostics } = planned({}, filter);
    expect(made).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'filter-unknown', message }]);
    if (hint) expect(diagnostics[0]?.hints).toEqual([hint]);
  });

  it('does not call a faulty library unknown', () => {
    const { diagnostics, files } = planned(
      { libraries: 'libraries: [{id: a, name: A}, {id: b, name: B, url: x}]\n' },
      { library: ['b'] },
    );
    expect(diagnostics).toEqual([]);
    expect(files).toEqual([]);
  });

  it('writes no file twice', () => {
    const { campaign, set } = outcome({
      texts: TEXTS,
      libraries: 'libraries: [{id: a, name: A, languages: da}]\n',
      pieces: 'pieces: {poster: }\n',
    });
    if (!campaign || !set?.pieces.poster) throw new Error('no set');
    const unsized = { ...set, pieces: { poster: { ...set.pieces.poster, sized: false } } };
    const { value, diagnostics } = plan(campaign, unsized);
    expect(value?.jobs.map(({ size }) => size.name)).toEqual(['a3']);
    expect(diagnostics).toMatchObject([{ code: 'output-clash', about: { piece: 'poster' } }]);
  });
});

describe('sizes', () => {
  it.each([
    ['A3', 'a3', 297, 420],
    ['a3 landscape', 'a3-landscape', 420, 297],
    ['A0', 'a0', 841, 1189],
    ['A10', 'a10', 26, 37],
    ['B2', 'b2', 500, 707],
    ['DL', 'dl', 99, 210],
    ['US Letter', 'us-letter', 215.9, 279.4],
    ['letter', 'us-letter', 215.9, 279.4],
    ['Tabloid', 'tabloid', 279.4, 431.8],
    ['500x700mm', '500x700mm', 500, 700],
    ['50 x 70 cm', '50x70cm', 500, 700],
    ['50cm × 70cm', '50x70cm', 500, 700],
    ['1080x1350px', '1080x1350px', 285.75, 357.1875],
    ['8.5x11in', '8.5x11in', 215.9, 279.4],
  ])('%s is %s', (written, name, width, height) => {
    const parsed = parseSize(written);
    if (!('size' in parsed)) throw new Error(parsed.hint);
    expect(parsed.size.name).toBe(name);
    expect(parsed.size.width).toBeCloseTo((width * 72) / 25.4, 6);
    expect(parsed.size.height).toBeCloseTo((height * 72) / 25.4, 6);
  });

  it.each(['A11', 'C4', '0x5mm', '9999x9999cm', 'poster', '', '500x700'])('%j is none', (written) => {
    expect('hint' in parseSize(written)).toBe(true);
  });
});
