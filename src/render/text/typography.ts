import { calendarOf, tabledLanguages } from '../../core/calendar/index.ts';
import type { LanguageFormat } from '../../core/campaign.ts';
import { directionOf } from '../../core/direction.ts';

/** A change to a string; edits are in rising order and do not overlap. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** How one language, in one campaign, sets type. */
export interface Usage {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** Every plain space in a match becomes a no-break space. */
  readonly unbroken: readonly RegExp[];
  readonly direction: 'ltr' | 'rtl';
}

/** Stands for a value that is not known yet. */
export const SLOT = '\uFFFC';

const QUOTES: Readonly<Record<string, string>> = {
  ar: '«»‹›',
  da: '»«›‹',
  de: '„“‚‘',
  en: '“”‘’',
  fa: '«»‹›',
  fi: '””’’',
  he: '””’’',
  nb: '«»‘’',
  nn: '«»‘’',
  pl: '„”«»',
  sv: '””’’',
  uk: '«»„“',
};

const MONTHS: Readonly<Record<string, string>> = {
  da: 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan\\.|feb\\.|aug\\.|sept\\.|okt\\.|nov\\.|dec\\.',
  en: 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec',
};

/** A digit, or a value that may well be one. */
const D = `[\\d${SLOT}]`;

/** What Danish addresses and phone numbers want in every language (Retskrivningsordbogen; Post Danmark's form of addresses). */
const EVERYWHERE: readonly RegExp[] = [
  // 12 34 56 78, with or without +45
  /(?<!\d ?)(?:\+\d{2} )?\d{2} \d{2} \d{2} \d{2}(?! ?\d)/g,
  // 2900 Hellerup; a number that could be a year only after a comma
  new RegExp(`(?<![\\d,.])(?:(?!19|20)[1-9]\\d{3}|(?<=, )\\d{4}) (?=[A-ZÆØÅ${SLOT}])`, 'g'),
  // Strandvejen 6, Ahlmanns Allé 6, Rådhuspladsen 1
  new RegExp(
    `[\\p{L}](?:vej|gade|stræde|plads|torv|vænge|boulevard|stien|gården|toften|parken|bakken|vangen|centret|kaj|bro|ager)(?:en|et)? (?=${D})`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})(?:Allé|Alle|Plads|Torv|Boulevard|Vej|Gade|Stræde) (?=${D})`, 'gu'),
  /\d (?=(?:%|mm|cm|km|kg|m|g|kr\.?|DKK|EUR)(?![\p{L}\d]))/gu,
  /§ (?=\d)/g,
];

const BY_LANGUAGE: Readonly<Record<string, readonly RegExp[]>> = {
  da: [
    new RegExp(`\\d\\. (?=(?:${MONTHS.da})(?!\\p{L}))`, 'giu'),
    new RegExp(`(?<!\\p{L})(?:kl|nr|s|ca|tlf|stk|bd|kap)\\. (?=${D})`, 'giu'),
    /(?<!\p{L})(?:f\. eks\.|bl\. a\.|d\. v\. s\.|m\. v\.|o\. lign\.)/gu,
    // 1. sal, 2. th
    /\d\. (?=(?:sal|th|tv|mf)(?!\p{L}))/gu,
  ],
  en: [
    new RegExp(`\\d(?:st|nd|rd|th)? (?=(?:${MONTHS.en})(?!\\p{L}))`, 'gu'),
    new RegExp(`(?<!\\p{L})(?:${MONTHS.en}) (?=\\d{1,2}(?!\\d))`, 'gu'),
    /\d (?=(?:am|pm|a\.m\.|p\.m\.|noon)(?!\p{L}))/gu,
    new RegExp(`(?<!\\p{L})(?:No|Nos|p|pp|ca|c)\\. (?=${D})`, 'gu'),
    /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof)\.? (?=\p{Lu})/gu,
  ],
};

/** Between a day and its month, in the languages that the calendar knows; Danish and English have their own patterns above. */
function beforeMonths(primary: string): readonly RegExp[] {
  if (BY_LANGUAGE[primary] || !tabledLanguages().includes(primary)) return [];
  const { months, monthsAlone } = calendarOf(primary).names;
  const names = [...new Set([...months, ...monthsAlone])].sort((a, b) => b.length - a.length).join('|');
  return [new RegExp(`[\\d${SLOT}]\\.? (?=(?:${names})(?![\\p{L}\\p{M}]))`, 'gu')];
}

/** Words that stand before or after a time. */
const CLOCK_WORDS: Readonly<Record<string, readonly RegExp[]>> = {
  de: [/\d (?=Uhr(?!\p{L}))/gu],
  pl: [/(?<!\p{L})godz\. (?=\d)/giu],
  tr: [/(?<!\p{L})saat (?=\d)/giu],
  hi: [/\d (?=बजे)/gu],
  th: [/\d (?=น\.)/gu],
};

export function usageOf(lang: string, format: LanguageFormat): Usage {
  const primary = lang.toLowerCase().split('-')[0] ?? lang;
  const standard = QUOTES[primary] ?? '“”‘’';
  const given = [...(format.quotes ?? '')];
  const marks = given.length >= 4 ? given : given.length >= 2 ? [...given.slice(0, 2), ...[...standard].slice(2)] : [...standard];
  const [a = '“', b = '”', c = '‘', d = '’'] = marks;
  return {
    outer: [a, b],
    inner: [c, d],
    unbroken: [...EVERYWHERE, ...(BY_LANGUAGE[primary] ?? []), ...beforeMonths(primary), ...(CLOCK_WORDS[primary] ?? [])],
    direction: directionOf(lang),
  };
}

/** Web and mail addresses: nothing in them is type. */
const ADDRESSES =
  /(?:https?:\/\/|www\.)[^\s<>"]+|[^\s<>"@]+@[^\s<>"@]+\.[^\s<>"@]+|(?<![\p{L}\d.-])(?:[\p{L}\d-]+\.)+(?:dk|com|org|net|eu|info|nu|se|no|de|uk|int)(?![\p{L}\d])(?:\/[^\s<>"]*)?/giu;

/** Before these, a quotation mark opens. */
const OPENS_AFTER = /[\s\u00a0([{\u2013\u2014/«»„“‘‚›‹]/u;

const HEBREW = /\p{Script=Hebrew}/u;

/** Gershayim stand in abbreviations before the last letter, a geresh behind the letter that it shortens or changes: typed as quotation marks. */
function hebrewMark(typed: string, before: string | undefined, after: string | undefined): string | null {
  if (before === undefined || !HEBREW.test(before)) return null;
  if (typed === '"') return after !== undefined && HEBREW.test(after) ? '״' : null;
  return '׳';
}

function quoteEdits(text: string, usage: Usage, free: (at: number) => boolean): Edit[] {
  const edits: Edit[] = [];
  let innerOpen = false;
  for (const match of text.matchAll(/["']/g)) {
    const at = match.index;
    if (!free(at)) continue;
    const before = text[at - 1];
    const after = text[at + 1];
    const opening =
      (before === undefined || OPENS_AFTER.test(before) || before === '"') && after !== undefined && !/\s/.test(after);
    let insert: string;
    const hebrew = innerOpen && match[0] === "'" ? null : hebrewMark(match[0], before, after);
    if (hebrew) insert = hebrew;
    else if (match[0] === '"') insert = opening ? usage.outer[0] : usage.outer[1];
    else if (!opening) {
      const inWord = after !== undefined && /[\p{L}\d]/u.test(after);
      insert = innerOpen && !inWord ? usage.inner[1] : '’';
      if (!inWord) innerOpen = false;
    } else if (/\d/.test(after ?? '') || !/[^\s]'(?![\p{L}\d])/u.test(text.slice(at + 1))) insert = '’';
    else {
      innerOpen = true;
      insert = usage.inner[0];
    }
    edits.push({ at, remove: 1, insert });
  }
  return edits;
}

/** What a typesetter would change: quotation marks, apostrophes, dashes, the ellipsis, spaces where no line may end. */
export function finishing(text: string, usage: Usage): readonly Edit[] {
  const shielded: [number, number][] = [...text.matchAll(ADDRESSES)].map((m) => [m.index, m.index + m[0].length]);
  const free = (at: number) => shielded.every(([from, to]) => at < from || at >= to);
  const edits = text.includes('"') || text.includes("'") ? quoteEdits(text, usage, free) : [];
  const replace = (pattern: RegExp, insert: string) => {
    for (const match of text.matchAll(pattern))
      if (free(match.index)) edits.push({ at: match.index, remove: match[0].length, insert });
  };
  replace(/(?<!-)--(?!-)/g, '–');
  replace(/(?<= )-(?= )/g, '–');
  replace(/(?<!\.)\.{3}(?!\.)/g, '…');
  const spaces = new Set<number>();
  for (const pattern of usage.unbroken) {
    for (const match of text.matchAll(pattern)) {
      for (let i = text.indexOf(' ', match.index); i >= 0 && i < match.index + match[0].length; i = text.indexOf(' ', i + 1)) {
        if (free(i)) spaces.add(i);
      }
    }
  }
  for (const at of spaces) edits.push({ at, remove: 1, insert: '\u00a0' });
  return edits.sort((a, b) => a.at - b.at);
}

/**
 * The same, but spaces only and lengths kept, so that Markdown may be read after it: a line that begins with "6. december" or "1. sal" would
 * else be a list.
 */
export function unbroken(text: string, usage: Usage): string {
  const units = [...finishing(text, usage)].filter((edit) => edit.insert === '\u00a0');
  if (units.length === 0) return text;
  let made = '';
  let from = 0;
  for (const { at } of units) {
    made += `${text.slice(from, at)}\u00a0`;
    from = at + 1;
  }
  return made + text.slice(from);
}

export function finish(text: string, usage: Usage): string {
  const edits = finishing(text, usage);
  if (edits.length === 0) return text;
  let made = '';
  let from = 0;
  for (const { at, remove, insert } of edits) {
    made += text.slice(from, at) + insert;
    from = at + remove;
  }
  return made + text.slice(from);
}
