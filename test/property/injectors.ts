import type { DiagnosticCode } from '../../src/core/codes/index.ts';
import {
  COLUMNS,
  filesOf,
  KEYS,
  LANGUAGES,
  LIBRARY_FILE,
  type MadeCampaign,
  type MadeLibrary,
  tableOf,
} from '../support/second-campaign.ts';

/** Draws a number from 0 up to `below`. */
export type Draw = (below: number) => number;

export interface Injected {
  readonly files: Map<string, string | Uint8Array>;
  readonly code: DiagnosticCode;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Ids of the libraries that it concerns; none: the whole campaign. */
  readonly libraries: readonly string[];
  readonly language?: string;
}

/** Puts one fault into a campaign; null where it has no place for this one. */
export type Injector = (made: MadeCampaign, draw: Draw) => Injected | null;

type Files = Map<string, string | Uint8Array>;

const textOf = (files: Files, file: string): string => {
  const found = files.get(file);
  if (found === undefined) throw new Error(`there is no ${file}`);
  return typeof found === 'string' ? found : Buffer.from(found).toString('utf8');
};

function one<T>(items: readonly T[], draw: Draw): T {
  const item = items[draw(items.length)];
  if (item === undefined) throw new Error('nothing to draw from');
  return item;
}

/** Replaces a stretch of a file; the fault is the new words or, in them, those from `at` on. */
function put(
  files: Files,
  file: string,
  [start, end]: readonly [number, number],
  words: string,
  fault: Omit<Injected, 'files' | 'file' | 'start' | 'end'>,
  part: readonly [number, number] = [0, words.length],
): Injected {
  const text = textOf(files, file);
  files.set(file, text.slice(0, start) + words + text.slice(end));
  return { ...fault, files, file, start: start + part[0], end: start + part[1] };
}

const FILE = { da: 'words/dansk.md', en: 'words/english.md' } as const;
type Language = (typeof LANGUAGES)[number];

/** A place between two words of one sentence of the texts. */
function gap(made: MadeCampaign, files: Files, draw: Draw, language: Language, keys: readonly string[] = KEYS) {
  const sentence = one(made.texts[language]?.[one(keys, draw)] ?? [], draw);
  const words = sentence.split(' ');
  const before = words.slice(0, 1 + draw(words.length - 1)).join(' ');
  const file = FILE[language];
  const at = textOf(files, file).indexOf(sentence) + before.length + 1;
  return { file, at };
}

/** Puts words into a text, with a space after them. */
function intoText(
  made: MadeCampaign,
  draw: Draw,
  language: Language,
  words: string,
  fault: Omit<Injected, 'files' | 'file' | 'start' | 'end' | 'language'>,
  { keys = KEYS, part }: { keys?: readonly string[]; part?: readonly [number, number] } = {},
): Injected {
  const files = filesOf(made);
  const { file, at } = gap(made, files, draw, language, keys);
  return put(files, file, [at, at], `${words} `, { ...fault, language }, part ?? [0, words.length]);
}

const all = ({ libraries }: MadeCampaign): readonly string[] => libraries.map(({ id }) => id);
const dateOf = (made: MadeCampaign, library: MadeLibrary): string => library.date ?? made.date;
/** 0 is Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const WEEKDAYS = {
  da: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const MONTHS = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

/** Two neighbouring letters of a word change places. */
function misspelt(word: string, draw: Draw): string {
  const places = [...word].flatMap((letter, i) => (i > 0 && i + 1 < word.length && letter !== word[i + 1] ? [i] : []));
  const at = one(places, draw);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

/** Where a library's value stands in its file. */
function placeOf(
  made: MadeCampaign,
  files: Files,
  library: MadeLibrary,
  column: (typeof COLUMNS)[number],
): readonly [number, number] {
  const text = textOf(files, LIBRARY_FILE[made.layout]);
  if (made.layout === 'csv') {
    const row = made.libraries.indexOf(library) + 1;
    const lines = tableOf(made).split('\n');
    const lineStart = lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0);
    const cells = (lines[row] ?? '').split(made.delimiter);
    const index = COLUMNS.indexOf(column);
    const start = lineStart + cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 0);
    return [start, start + (cells[index] ?? '').length];
  }
  const value =
    {
      id: library.id,
      name: library.name.da,
      name_en: library.name.en,
      street: library.street,
      url: library.url,
      'event.date': library.date,
      'event.start': library.start,
    }[column] ?? '';
  const block = text.indexOf(`- id: ${library.id}\n`);
  const start = text.indexOf(value, column === 'id' ? block : text.indexOf('\n', block));
  return [start, start + value.length];
}

/** A library's own value becomes another. */
function intoLibrary(
  made: MadeCampaign,
  library: MadeLibrary,
  column: (typeof COLUMNS)[number],
  words: string,
  code: DiagnosticCode,
  part?: readonly [number, number],
): Injected {
  const files = filesOf(made);
  const place = placeOf(made, files, library, column);
  return put(files, LIBRARY_FILE[made.layout], place, words, { code, libraries: [library.id] }, part);
}

const withOwn = (made: MadeCampaign, key: 'date' | 'start' | 'url', draw: Draw): MadeLibrary | null => {
  const having = made.libraries.filter((library) => library[key] !== null);
  return having.length === 0 ? null : one(having, draw);
};

/** A line of campaign.yaml that may be absent: its key. */
const OPTIONAL = ['status', 'revision', 'timezone', 'organiser', 'contacts', 'start', 'room', 'role', 'email'];

export const INJECTORS: Readonly<Record<string, Injector>> = {
  'a misspelt key of the campaign': (made, draw) => {
    const files = filesOf(made);
    const key = one(OPTIONAL, draw);
    const at = textOf(files, 'campaign.yaml').search(new RegExp(`(?<=[\\s{]|^)${key}:`, 'm'));
    return put(files, 'campaign.yaml', [at, at + key.length], misspelt(key, draw), { code: 'unknown-key', libraries: [] });
  },
  'a misspelt heading': (made, draw) => {
    if (made.layout !== 'csv') return null;
    const files = filesOf(made);
    const heading = one(['event.date', 'event.start'], draw);
    const used = made.libraries.some((library) => (heading === 'event.date' ? library.date : library.start) !== null);
    if (!used) return null;
    const at = textOf(files, 'libraries.csv').indexOf(heading) + 'event.'.length;
    const wrong = `event.${misspelt(heading.slice('event.'.length), draw)}`;
    return put(files, 'libraries.csv', [at - 'event.'.length, at + heading.length - 'event.'.length], wrong, {
      code: 'unknown-key',
      libraries: [],
    });
  },
  'a misspelt key of a library': (made, draw) => {
    if (made.layout === 'csv') return null;
    const files = filesOf(made);
    const library = one(made.libraries, draw);
    const file = LIBRARY_FILE[made.layout];
    const text = textOf(files, file);
    const at = text.indexOf('address', text.indexOf(`- id: ${library.id}\n`));
    return put(files, file, [at, at + 'address'.length], misspelt('address', draw), {
      code: 'unknown-key',
      libraries: [library.id],
    });
  },
  'a key twice': (made, draw) => {
    const files = filesOf(made);
    const key = one(['status', 'revision', 'timezone'], draw);
    const text = textOf(files, 'campaign.yaml');
    const [, line = ''] = new RegExp(`^(${key}: .*\\n)`, 'm').exec(text) ?? [];
    const at = text.indexOf(line) + line.length;
    return put(files, 'campaign.yaml', [at, at], line, { code: 'yaml-duplicate-key', libraries: [] }, [0, key.length]);
  },
  'an id twice': (made, draw) => {
    if (made.libraries.length < 2) return null;
    const first = one(made.libraries.slice(0, -1), draw);
    const second = one(made.libraries.slice(made.libraries.indexOf(first) + 1), draw);
    return { ...intoLibrary(made, second, 'id', first.id, 'duplicate-library'), libraries: [first.id] };
  },
  'an id that is no file’s name': (made, draw) => {
    const library = one(made.libraries, draw);
    const id = one(['Nørre Å', 'con', 'a/b', '-x', 'a_b'], draw);
    return { ...intoLibrary(made, library, 'id', id, 'id-unsafe'), libraries: [id] };
  },
  'no such day': (made, draw) => {
    const library = withOwn(made, 'date', draw);
    return (
      library && intoLibrary(made, library, 'event.date', one(['2031-02-30', '31-04-2030', '2030-13-01'], draw), 'date-invalid')
    );
  },
  'no such time': (made, draw) => {
    const library = withOwn(made, 'start', draw);
    return library && intoLibrary(made, library, 'event.start', one(['25:00', '18.75', 'halv otte'], draw), 'time-invalid');
  },
  'a weekday that its date contradicts': (made, draw) => {
    const library = withOwn(made, 'date', draw);
    if (!library?.date) return null;
    const language = one(LANGUAGES, draw);
    const weekday = WEEKDAYS[language][(weekdayOf(library.date) + 1 + draw(6)) % 7] ?? '';
    const [year, month, day] = library.date.split('-').map(Number);
    const name = MONTHS[language][(month ?? 1) - 1];
    const words = language === 'da' ? `${weekday} den ${day}. ${name} ${year}` : `${weekday} ${day} ${name} ${year}`;
    return intoLibrary(made, library, 'event.date', words, 'weekday-mismatch', [0, weekday.length]);
  },
  'an address that is none': (made, draw) => {
    const library = withOwn(made, 'url', draw);
    return library && intoLibrary(made, library, 'url', one(['www.example', 'se vores side', 'http:/x.dk'], draw), 'url-invalid');
  },
  'an address that runs': (made, draw) => {
    const library = withOwn(made, 'url', draw);
    return library && intoLibrary(made, library, 'url', one(['javascript:alert(1)', 'file:///etc/passwd'], draw), 'url-unsafe');
  },
  'a fact that was never filled in': (made, draw) => {
    const library = one(made.libraries, draw);
    return intoLibrary(made, library, 'street', one(['TODO', 'lorem ipsum', '____'], draw), 'leftover-placeholder');
  },
  'damaged letters': (made, draw) => {
    const library = one(made.libraries, draw);
    const part = [1, 3] as const;
    return { ...intoLibrary(made, library, 'street', 'SÃ¸gade 7', 'damaged-letters', part), libraries: [] };
  },
  'a cell too many': (made, draw) => {
    if (made.layout !== 'csv') return null;
    const files = filesOf(made);
    const row = 1 + draw(made.libraries.length);
    const lines = textOf(files, 'libraries.csv').split('\n');
    const at = lines.slice(0, row + 1).reduce((sum, line) => sum + line.length + 1, 0) - 1;
    const library = made.libraries[row - 1];
    return put(
      files,
      'libraries.csv',
      [at, at],
      `${made.delimiter}mere`,
      { code: 'csv-ragged', libraries: [library?.id ?? ''] },
      [1, 5],
    );
  },
  'a weekday in a text': (made, draw) => {
    const language = one(LANGUAGES, draw);
    const day = draw(7);
    const libraries = made.libraries.filter((library) => weekdayOf(dateOf(made, library)) !== day).map(({ id }) => id);
    const words = WEEKDAYS[language][day] ?? '';
    return libraries.length === 0 ? null : intoText(made, draw, language, words, { code: 'text-weekday-mismatch', libraries });
  },
  'a date in a text': (made, draw) => {
    const language = one(LANGUAGES, draw);
    // Sometimes the day of one library, which is wrong for the others.
    const date =
      draw(2) === 0
        ? dateOf(made, one(made.libraries, draw))
        : `2031-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
    const [, month, day] = date.split('-').map(Number);
    const libraries = made.libraries.filter((library) => dateOf(made, library).slice(5) !== date.slice(5)).map(({ id }) => id);
    const words = `${day}${language === 'da' ? '.' : ''} ${MONTHS[language][(month ?? 1) - 1]}`;
    return libraries.length === 0 ? null : intoText(made, draw, language, words, { code: 'text-date-mismatch', libraries });
  },
  'a time in a text': (made, draw) => {
    const language = one(LANGUAGES, draw);
    const own =
      draw(2) === 0
        ? (one(made.libraries, draw).start ?? made.start)
        : `${String(8 + draw(15)).padStart(2, '0')}:${String(1 + draw(13)).padStart(2, '0')}`;
    const [hour = 0, minute = 0] = own.split(':').map(Number);
    const libraries = made.libraries.filter((library) => (library.start ?? made.start) !== own).map(({ id }) => id);
    const minutes = String(minute).padStart(2, '0');
    const words = language === 'da' ? `kl. ${hour}.${minutes}` : `${hour % 12 || 12}.${minutes} ${hour < 12 ? 'am' : 'pm'}`;
    return libraries.length === 0 ? null : intoText(made, draw, language, words, { code: 'text-time-mismatch', libraries });
  },
  'a leftover placeholder': (made, draw) => {
    const words = one(['[INDSÆT NAVN]', 'TODO', '{{library.name}', 'lorem ipsum', '_____'], draw);
    return intoText(made, draw, one(LANGUAGES, draw), words, { code: 'leftover-placeholder', libraries: [] });
  },
  'a path that is none': (made, draw) => {
    const [group, part] = one(
      [
        ['library', 'name'],
        ['library', 'url'],
        ['event', 'room'],
        ['campaign', 'title'],
      ] as const,
      draw,
    );
    const wrong = misspelt(part, draw);
    const start = 2 + group.length + 1;
    return intoText(
      made,
      draw,
      one(LANGUAGES, draw),
      `{{${group}.${wrong}}}`,
      { code: 'unknown-path', libraries: [] },
      { part: [start, start + wrong.length] },
    );
  },
  'a helper that is none': (made, draw) => {
    const wrong = misspelt(one(['date', 'times', 'when'], draw), draw);
    return intoText(
      made,
      draw,
      one(LANGUAGES, draw),
      `{{${wrong} event}}`,
      { code: 'unknown-helper', libraries: [] },
      { part: [2, 2 + wrong.length] },
    );
  },
  'a value that some lack': (made, draw) => {
    const libraries = made.libraries.filter(({ url }) => url === null).map(({ id }) => id);
    return libraries.length === 0
      ? null
      : intoText(
          made,
          draw,
          one(LANGUAGES, draw),
          '{{library.url}}',
          { code: 'missing-value', libraries },
          { keys: ['poster.line', 'press.body'] },
        );
  },
  'Markdown that is not printed': (made, draw) =>
    intoText(made, draw, one(LANGUAGES, draw), one(['![uhu](uhu.jpg)', '`uhu`', '<hr>'], draw), {
      code: 'text-unsupported',
      libraries: [],
    }),
  'a glyph that no font has': (made, draw) =>
    intoText(made, draw, one(LANGUAGES, draw), one(['ก', '字', '🦉', '𝄞'], draw), {
      code: 'missing-glyph',
      libraries: all(made),
    }),
  'a glyph in a library’s street': (made, draw) => {
    const library = one(made.libraries, draw);
    const glyph = one(['ก', '字', '🦉'], draw);
    const words = `Torvet ${glyph}`;
    return intoLibrary(made, library, 'street', words, 'missing-glyph', [7, words.length]);
  },
  'a word that fits no column': (made, draw) =>
    intoText(
      made,
      draw,
      one(LANGUAGES, draw),
      'q'.repeat(130),
      { code: 'word-too-long', libraries: all(made) },
      { keys: ['press.body'] },
    ),
  'a text that is not translated': (made, draw) => {
    const files = filesOf(made);
    const [language, other] = draw(2) === 0 ? (['da', 'en'] as const) : (['en', 'da'] as const);
    const key = one(KEYS, draw);
    const text = textOf(files, FILE[language]);
    const from = text.indexOf(`# ${key}\n`);
    const next = text.indexOf('\n# ', from);
    files.set(FILE[language], text.slice(0, from) + (next === -1 ? '' : text.slice(next + 1)));
    // What is there in the other language is what is shown.
    const parts = made.texts[other]?.[key] ?? [];
    const shown = textOf(files, FILE[other]);
    const start = shown.indexOf(parts[0] ?? '');
    const last = key === 'press.facts' ? parts[0] : parts[parts.length - 1];
    const end = shown.indexOf(last ?? '') + (last ?? '').length + (key === 'press.facts' ? 0 : 1);
    return { files, code: 'missing-translation', file: FILE[other], start, end, libraries: all(made), language };
  },
  'words under no heading': (made, draw) => {
    const files = filesOf(made);
    const language = one(LANGUAGES, draw);
    return put(files, FILE[language], [0, 0], 'Husk at rette.\n\n', { code: 'text-outside', libraries: [], language }, [0, 14]);
  },
  'an element that is none': (made, draw) => {
    const files = filesOf(made);
    const file = one(['sets/plain/poster.hbs', 'sets/plain/flyer.hbs'], draw);
    const text = textOf(files, file);
    const { index } = one([...text.matchAll(/<\/p>(?=\n)/g)], draw);
    const wrong = misspelt(one(['span', 'small', 'cite'], draw), draw);
    return put(files, file, [index, index], `<${wrong}>x</${wrong}>`, { code: 'html-unknown-element', libraries: all(made) }, [
      0,
      wrong.length + 2,
    ]);
  },
  'a property that is none': (made, draw) => {
    const files = filesOf(made);
    const text = textOf(files, 'sets/plain/plain.css');
    const match = one([...text.matchAll(/^ {2}(line-height|font-size|hyphens|break-before|height)(?=:)/gm)], draw);
    const [, property = ''] = match;
    const at = match.index + 2;
    return put(files, 'sets/plain/plain.css', [at, at + property.length], misspelt(property, draw), {
      code: 'css-unknown-property',
      libraries: [],
    });
  },
};
