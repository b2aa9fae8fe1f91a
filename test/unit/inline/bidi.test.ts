import { describe, expect, it } from 'vitest';
import type { GlyphRun, Item } from '../../../src/core/display.ts';
import { FIRA, onePage, packaged } from '../../support/one-page.ts';

const runs = (items: readonly Item[]): GlyphRun[] =>
  items.flatMap((item) => (item.kind === 'glyphs' ? [item] : item.kind === 'group' ? runs(item.items) : []));

/** The characters of the first line as they stand on paper, from left to right. */
async function seen(html: string, css = ''): Promise<string> {
  const { document, diagnostics } = await onePage(html, { css: `${FIRA} body { padding: 10mm } ${css}` });
  expect(diagnostics).toEqual([]);
  const all = runs(document?.pages[0]?.items ?? []);
  const [first] = all;
  return all
    .filter(({ y }) => y === first?.y)
    .sort((a, b) => a.x - b.x)
    .map(({ run, from, to }) => {
      const clusters = [...run.clusters.slice(from, to)];
      return clusters.map((cluster) => run.text[cluster]).join('');
    })
    .join('');
}

describe('both directions in one line (UAX 9)', () => {
  it('sets a Danish address and a telephone number in Hebrew as they are read; brackets turn', async () => {
    expect(await seen('<p dir="rtl">בוא (Torvet 5, 2000 F) שלום</p>')).toBe(
      'םולש )F 2000 ,Torvet 5( אוב'.replace('F 2000 ,Torvet 5', 'Torvet 5, 2000 F'),
    );
    expect(await seen('<p dir="rtl">טלפון 33 12 34 56</p>')).toBe('56 34 12 33 ןופלט');
    expect(await seen('<p dir="rtl">טלפון <bdi>+45 33 12</bdi> א</p>')).toBe(
      'א +45 33 12 ןופלט'.replace('+45 33 12', '12 33 45+'),
    );
    expect(await seen('<p dir="rtl">טלפון <span dir="ltr">+45 33 12</span> א</p>')).toBe('א +45 33 12 ןופלט');
  });

  it('keeps a value of the other direction from turning what stands around it', async () => {
    expect(await seen('<p>אבג: 3 stemmer</p>')).toBe('3 :גבא stemmer');
    expect(await seen('<p><bdi>אבג</bdi>: 3 stemmer</p>')).toBe('גבא: 3 stemmer');
    expect(await seen('<p><span class="name">אבג</span>: 3</p>', '.name { unicode-bidi: isolate }')).toBe('גבא: 3');
  });

  it('takes the direction of the first letter for dir="auto", tags aside that say their own', async () => {
    expect(await seen('<p dir="auto">12 שלום a</p>')).toBe('a םולש 12');
    expect(await seen('<p dir="auto">12 abc שלום</p>')).toBe('12 abc םולש');
    expect(await seen('<p dir="auto"><span dir="rtl">שלום</span> b 1</p>')).toBe('םולש b 1');
  });

  it('overrides where it is asked to', async () => {
    expect(await seen('<p><bdo dir="rtl">abc</bdo> d</p>')).toBe('cba d');
    expect(await seen('<p class="x">abc</p>', '.x { direction: rtl; unicode-bidi: bidi-override }')).toBe('cba');
    expect(await seen('<p>1 <span class="x">2 ש</span> 3</p>', '.x { direction: rtl; unicode-bidi: embed }')).toBe('1 3 ש 2');
    expect(await seen('<p>1 <span class="x">2 ש</span> 3</p>', '.x { direction: rtl; unicode-bidi: isolate }')).toBe('1 ש 2 3');
  });
});

describe('unicode-bidi: plaintext', () => {
  it('lets each paragraph of a block run as its first letter does', async () => {
    expect(await seen('<p class="x">12 שלום a</p>', '.x { unicode-bidi: plaintext }')).toBe('a םולש 12');
    expect(await seen('<p class="x" dir="rtl">12 abc (שלום).</p>', '.x[dir] { unicode-bidi: plaintext }')).toBe('12 abc (םולש).');
  });

  it('aligns each to its own start', async () => {
    const css = `${FIRA} body { margin: 0 } p { width: 60mm; margin: 0; unicode-bidi: plaintext }`;
    const { document } = await onePage('<p dir="rtl">abc<br>שלום<br>12</p>', { css });
    const starts = new Map<string, number>();
    for (const { run, from, x } of runs(document?.pages[0]?.items ?? [])) starts.set(run.text[run.clusters[from] ?? 0] ?? '', x);
    expect(starts.get('a')).toBe(0);
    expect(starts.get('1')).toBe(0);
    expect(starts.get('ם')).toBeGreaterThan(100);
  });

  it('sets an inline box apart, with the direction of its first letter', async () => {
    const css = '.x { unicode-bidi: plaintext }';
    expect(await seen('<p>1 <span class="x">2 ש</span> 3</p>', css)).toBe('1 ש 2 3');
    expect(await seen('<p>1 <span class="x">2 a ש</span> 3</p>', css)).toBe('1 2 a ש 3');
  });
});

describe('the ends of lines from right to left', () => {
  const ARABIC = `@font-face { font-family: Arabic; src: url("${packaged('noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf')}") }
    html { font: 12pt/1.5 Arabic } body { margin: 10mm } p { margin: 0; width: 20mm }`;

  /** Right ends of the glyphs of each line. */
  async function ends(html: string, css: string): Promise<number[]> {
    const { document, diagnostics } = await onePage(html, { css });
    expect(diagnostics).toEqual([]);
    const right = new Map<number, number>();
    for (const { run, from, to, x, y, size } of runs(document?.pages[0]?.items ?? [])) {
      if (run.text.slice(run.clusters[to - 1]).trim() === '') continue;
      const advance = run.advances.slice(from, to).reduce((sum, one) => sum + one, 0);
      right.set(y, Math.max(right.get(y) ?? 0, x + (advance * size) / run.face.unitsPerEm));
    }
    return [...right.values()];
  }

  it('keeps the space that hangs at a break from pushing the line over its right edge', async () => {
    const lines = await ends('<p dir="rtl">مكتبة مكتبة مكتبة مكتبة</p>', ARABIC);
    expect(lines.length).toBeGreaterThan(2);
    for (const end of lines) expect(end).toBeCloseTo(lines[0] ?? 0, 3);
    expect(lines[0]).toBeLessThanOrEqual((30 * 72) / 25.4 + 0.01);
  });

  it('keeps a full stop off the Latin words that it follows', async () => {
    const { document } = await onePage('<p dir="rtl"><bdi>Torvet 5, 8000 C</bdi>. שלום שלום</p>', {
      css: `${FIRA} p { width: 34mm }`,
    });
    const all = runs(document?.pages[0]?.items ?? []);
    const stop = all.find(({ run, to }) => run.text[run.clusters[to - 1] ?? -1] === '.');
    const words = all.find(({ run }) => run.text.startsWith('Torvet'));
    if (!stop || !words) throw new Error('not set');
    expect(stop.y).toBe(words.y);
    const advance = stop.run.advances.slice(stop.from, stop.to).reduce((sum, one) => sum + one, 0);
    expect(stop.x + (advance * stop.size) / stop.run.face.unitsPerEm).toBeLessThanOrEqual(words.x + 0.01);
  });
});
