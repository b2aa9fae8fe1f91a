import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '../support/lydnat.ts';
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
      expect(diagnostics).toEqual([]);
      const file = join(scratch(), `${lang}.pdf`);
      writeFileSync(file, pdf ?? '');
      const found = words(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
      // Poppler orders a line of two directions as it lies on paper; the words are whole all the same.
      expect([...found].sort()).toEqual([...words(text), ...words(text)].sort());
    });
  }
});
