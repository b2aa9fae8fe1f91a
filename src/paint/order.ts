import type { Pt } from '../core/geometry.ts';
import type { Job } from '../core/job.ts';
import type { Imposition } from '../core/sheet.ts';
import type { Press } from './press.ts';

/** What an order says, in one language. */
interface Words {
  readonly order: string;
  readonly file: string;
  readonly size: string;
  readonly bleed: string;
  readonly pages: (count: number) => string;
  readonly sides: string;
  readonly colours: string;
  readonly black: string;
  readonly marks: string;
  readonly none: string;
  readonly crop: string;
  readonly registration: string;
  readonly standard: string;
  readonly quantity: string;
  readonly unknown: string;
  readonly to: string;
}

/** Printers read the libraries' Danish; everybody else's reads English. */
const WORDS: Readonly<Record<string, Words>> = {
  da: {
    order: 'Bestilling af tryk',
    file: 'Fil',
    size: 'Færdigt format',
    bleed: 'Til beskæring (på alle sider)',
    pages: (count) => (count === 1 ? '1 side' : `${count} sider`),
    sides: 'Omfang',
    colours: 'Farver',
    black: 'tekst i ren sort overtrykker',
    marks: 'Skæremærker',
    none: 'ingen',
    crop: 'skæremærker',
    registration: 'skæremærker og pasmærker',
    standard: 'Standard',
    quantity: 'Oplag',
    unknown: 'skrives her: ______',
    to: 'Leveres til',
  },
  en: {
    order: 'Order for printing',
    file: 'File',
    size: 'Trimmed size',
    bleed: 'Bleed (on all sides)',
    pages: (count) => (count === 1 ? '1 page' : `${count} pages`),
    sides: 'Extent',
    colours: 'Colours',
    black: 'black type overprints',
    marks: 'Marks',
    none: 'none',
    crop: 'crop marks',
    registration: 'crop marks and registration marks',
    standard: 'Standard',
    quantity: 'Quantity',
    unknown: 'to be filled in: ______',
    to: 'Deliver to',
  },
};

/** Millimetres as a language writes them, to a tenth. */
const millimetres = (value: Pt, comma: boolean): string => {
  const text = String(Math.round(((value * 25.4) / 72) * 10) / 10);
  return comma ? text.replace('.', ',') : text;
};

/** What a library writes to its print shop about one file: in the library's first language where it is Danish, else in English. */
export function orderText(job: Job, file: string, { document }: Imposition, { condition, kit }: Press): string {
  const { library, size, profile, quantity } = job;
  const language = library.languages[0] === 'da' ? 'da' : 'en';
  const words = WORDS[language] ?? WORDS.en;
  if (!words) throw new Error('English is always there');
  const mm = (value: Pt): string => millimetres(value, language === 'da');
  const bleed = document.pages[0] ? -document.pages[0].boxes.bleed.x : 0;
  const marks = profile.marks?.cross ? words.registration : profile.marks?.crop ? words.crop : words.none;
  const address = [library.address?.street, [library.address?.postcode, library.address?.town].filter(Boolean).join(' ')];
  const to = [library.name[language] ?? Object.values(library.name)[0] ?? library.id, ...address].filter(Boolean).join(', ');
  const count = document.pages.length;
  const lines: readonly (readonly [string, string])[] = [
    [words.file, file.slice(file.lastIndexOf('/') + 1)],
    [words.size, `${size.name.toUpperCase()}, ${mm(size.width)} × ${mm(size.height)} mm`],
    [words.bleed, `${mm(bleed)} mm`],
    [words.marks, marks],
    [words.sides, words.pages(count)],
    [
      words.colours,
      `CMYK (${count % 2 === 0 ? '4+4' : '4+0'}), ${kit.intent.info}, ${Math.round(condition.inkLimit * 100)} %; ${words.black}`,
    ],
    [words.standard, 'PDF/X-4'],
    [words.quantity, quantity === undefined ? words.unknown : String(quantity)],
    [words.to, to],
  ];
  return `${words.order}: ${document.title}\n\n${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}
