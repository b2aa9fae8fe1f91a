import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, scratch } from '../support/lydnat.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { FIRA, onePage } from '../support/one-page.ts';

/** What a coordinator in a Danish library pastes: words of the language, a Danish address, a telephone number, a time. */
const TEXTS: Readonly<Record<string, string>> = {
  vi: 'Chào mừng bạn đến với quán cà phê ngôn ngữ, Nørrebrogade 12, 2200 København N, thứ Ba 17.30',
  uk: 'Ласкаво просимо до мовного кафе, Nørrebrogade 12, щовівторка о 17.30, ґанок',
  hi: 'भाषा कैफ़े में आपका स्वागत है। हर मंगलवार को क्षत्रिय विद्यार्थी, Nørrebrogade 12, क्\u200dष',
  th: 'ยินดีต้อนรับสู่คาเฟ่ภาษาที่ห้องสมุดทุกวันอังคาร น้ำ ไม่มีค่าใช้จ่าย Nørrebrogade 12 ปั่น',
  ti: 'ናብ ካፈ ቋንቋታት እንቋዕ ብደሓን መጻእኩም። ኩሉ ሰሉስ ኣብ ቤተ-መጻሕፍቲ Nørrebrogade 12',
  ar: 'مرحبا بكم في المقهى اللغوي في Nørrebrogade 12، هاتف 45331234، يوم الثلاثاء والإثنين',
  fa: 'به کافه زبان خوش آمدید، هر هفته ساعت ۱۷:۳۰ در کتابخانه Nørrebrogade 12',
  he: 'ברוכים הבאים לבית הקפה לשפות ברחוב Torvet 5, טלפון 45331234',
};
const RTL = new Set(['ar', 'fa', 'he']);
const hasPoppler = spawnSync('pdftotext', ['-v']).status !== null;

/** As poppler gives the words, without the marks that it puts around a change of direction. */
const words = (text: string): string[] =>
  text
    .replace(/[\u202a-\u202e]/g, ' ')
    .split(/[\s,،.]+/)
    .filter(Boolean);

describe.skipIf(!hasPoppler)('words of any script come back out of the PDF', () => {
  for (const [lang, text] of Object.entries(TEXTS)) {
    it(lang, async () => {
      const dir = RTL.has(lang) ? 'rtl' : 'ltr';
      const html = `<h1 dir="${dir}">${text}</h1><p dir="${dir}">${text}</p>`;
      const { pdf, diagnostics } = await onePage(html, { lang, css: `${FIRA} h1 { font: 700 8pt/1.5 Fira }` });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const file = join(scratch(), `${lang}.pdf`);
      writeFileSync(file, pdf ?? '');
      const found = words(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
      // Poppler orders a line of two directions as it lies on paper; the words are whole all the same.
      expect([...found].sort()).toEqual([...words(text), ...words(text)].sort());
    });
  }
});

describe.skipIf(!hasPoppler)('vowel signs and joiners come back where they are written', () => {
  const WORDS: Readonly<Record<string, readonly string[]>> = {
    fa: ['می\u200cخواهم', 'کتاب\u200cها', 'خانه\u200cای'],
    ar: ['مَرْحَبًا', 'بِكُمْ', 'اللُّغَةُ', 'لَا'],
    he: ['שָׁלוֹם', 'עֲלֵיכֶם'],
  };
  for (const [lang, all] of Object.entries(WORDS)) {
    it(lang, async () => {
      const { pdf, diagnostics } = await onePage(`<p dir="rtl">${all.join(' ')}</p>`, { lang, css: FIRA });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const file = join(scratch(), `${lang}-marks.pdf`);
      writeFileSync(file, pdf ?? '');
      const found = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
      expect(found.replace(/[\u202a-\u202e\f\n]/g, '')).toBe(all.join(' '));
    });
  }
});

describe('fonts of every kind in one PDF', () => {
  const font = (name: string): Uint8Array => readFileSync(join(ROOT, 'test/support/fonts', name));
  it('are embedded as what they are, variable ones once a weight', async () => {
    const world = memoryWorld({
      '/work/thai.otf': font('noto-sans-thai.otf'),
      '/work/thai.woff2': font('noto-sans-thai.woff2'),
      '/work/hebrew.woff2': font('noto-sans-hebrew-variable.woff2'),
    });
    const css = `@font-face { font-family: Cubic; src: url(thai.otf) } @font-face { font-family: Web; src: url(thai.woff2) format("woff2") }
      @font-face { font-family: Variable; font-weight: 100 900; src: url(hebrew.woff2) format("woff2-variations") }
      html { font: 14pt/1.6 Web } body { padding: 15mm } .cubic { font-family: Cubic } .variable { font-family: Variable }`;
    const thai = 'ยินดีต้อนรับ';
    const hebrew = '<b>שלום</b><i>שלום</i><span style="font-weight: 150">שלום</span>';
    const html = `<p>${thai}</p><p class="cubic">${thai}</p><p class="variable" dir="rtl">${hebrew}</p>`;
    const { pdf, diagnostics } = await onePage(html, { css, lang: 'th', folder: '/work', world });
    expect(diagnostics).toEqual([]);
    const raw = Buffer.from(pdf ?? '').toString('latin1');
    const names = new Set([...raw.matchAll(/\/BaseFont\/[A-Z]{6}\+([\w.-]+)/g)].map(([, name]) => name));
    expect([...names].sort()).toEqual([
      'NotoSansHebrewThin-Regular-wght_150',
      'NotoSansHebrewThin-Regular-wght_400',
      'NotoSansHebrewThin-Regular-wght_700',
      'NotoSansThai-Regular',
      'NotoSansThai-Regular-Identity-H',
    ]);
    expect(raw).toContain('/Subtype/CIDFontType0C');
  });
});
