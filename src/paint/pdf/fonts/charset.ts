/** Letters beyond a to z, by language: CLDR's main and the usual auxiliary exemplars, both cases. */
const LETTERS: Readonly<Record<string, string>> = {
  da: 'æøåéÆØÅÉ',
  nb: 'æøåéàòôÆØÅÉÀÒÔ',
  nn: 'æøåéàòôÆØÅÉÀÒÔ',
  no: 'æøåéàòôÆØÅÉÀÒÔ',
  sv: 'åäöéàÅÄÖÉÀ',
  fi: 'åäöšžÅÄÖŠŽ',
  is: 'áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ',
  fo: 'áðíóúýæøÁÐÍÓÚÝÆØ',
  de: 'äöüßÄÖÜẞ',
  nl: 'áäéëíïóöúüÁÄÉËÍÏÓÖÚÜ',
  fr: 'àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ',
  es: 'áéíñóúüÁÉÍÑÓÚÜ¡¿',
  pt: 'áâãàçéêíóôõúÁÂÃÀÇÉÊÍÓÔÕÚ',
  it: 'àéèìóòùÀÉÈÌÓÒÙ',
  pl: 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
  cs: 'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ',
  ro: 'ăâîșțĂÂÎȘȚ',
  tr: 'çğıİöşüÇĞÖŞÜ',
  lt: 'ąčęėįšųūžĄČĘĖĮŠŲŪŽ',
  so: '',
  kl: '',
  el: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ',
  he: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת',
  ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي٠١٢٣٤٥٦٧٨٩،؛؟',
  fa: 'ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی۰۱۲۳۴۵۶۷۸۹،؛؟',
  ur: 'آأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے۰۱۲۳۴۵۶۷۸۹،؛؟',
};

const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const PUNCTUATION = '\u00a0–—‘’‚“”„«»‹›…·•§°©®×−€£½→\u2010';
/** Met in names everywhere. */
const GUESTS = 'éèüöäåøæÉÜÖÄÅØÆ';
/** Letters that fonts join. */
const LIGATURES = [
  'ff',
  'fi',
  'fl',
  'ffi',
  'ffl',
  'fj',
  'ffj',
  'ft',
  'fft',
  'fb',
  'fh',
  'fk',
  'tt',
  'ti',
  'Th',
  'gg',
  'gj',
  'gy',
];
const JOINING = new Set(['ar', 'fa', 'ur']);
/** Tatweel: a letter beside it takes its joining form. */
const JOINER = '\u0640';

/** A text whose shaped glyphs belong in a base subset, and the language and direction that it is shaped in. */
export interface Sample {
  readonly text: string;
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * What a base subset is drawn from. It depends on the languages of a campaign and on nothing that is written in it, so that one library's name
 * changes no other library's file. In order: where two characters share a glyph, the first gives it its meaning.
 */
export function samplesOf(languages: readonly string[]): readonly Sample[] {
  const samples: Sample[] = [];
  const single = (characters: string, lang: string, direction: 'ltr' | 'rtl' = 'ltr'): void => {
    for (const text of new Set(characters)) samples.push({ text, lang, direction });
  };
  const first = languages[0] ?? 'en';
  single(ASCII + PUNCTUATION + GUESTS, first);
  for (const language of languages) {
    const base = language.split('-')[0] ?? language;
    const letters = LETTERS[base] ?? '';
    const direction = JOINING.has(base) || base === 'he' ? 'rtl' : 'ltr';
    single(letters, language, direction);
    if (JOINING.has(base)) {
      for (const letter of letters) {
        for (const text of [JOINER + letter, letter + JOINER, JOINER + letter + JOINER])
          samples.push({ text, lang: language, direction });
      }
    }
  }
  for (const text of LIGATURES) samples.push({ text, lang: first, direction: 'ltr' });
  return samples;
}
