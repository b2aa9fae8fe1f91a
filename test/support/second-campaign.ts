import fc from 'fast-check';
import { lydnatFiles } from './lydnat.ts';

/** A library of the generated campaign. */
export interface MadeLibrary {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly street: string;
  /** ISO; null: the campaign's own. */
  readonly date: string | null;
  readonly start: string | null;
  readonly url: string | null;
}

/** A campaign that nothing is wrong with, as data: its files are written by `filesOf`. */
export interface MadeCampaign {
  readonly date: string;
  readonly start: string;
  readonly libraries: readonly MadeLibrary[];
  /** How libraries are written: a spreadsheet, a file of YAML, or a list in campaign.yaml. */
  readonly layout: 'csv' | 'yaml' | 'inline';
  readonly delimiter: ';' | ',';
  /** Language → key → paragraphs or points. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export const LANGUAGES = ['da', 'en'] as const;
export const KEYS = ['poster.headline', 'poster.line', 'press.headline', 'press.lead', 'press.body', 'press.facts'] as const;

const SYLLABLES = [
  'ag',
  'bro',
  'dal',
  'eng',
  'fly',
  'gran',
  'holm',
  'kær',
  'lund',
  'mose',
  'næs',
  'rød',
  'skov',
  'toft',
  'vig',
  'ås',
];
const STREETS = ['Havnegade', 'Engvej', 'Torvet', 'Kirkestræde', 'Åboulevarden', 'Skolevænget', 'Østergade'];

/** Sentences without a word about days or times. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  da: [
    'Gæsterne sætter sig på gulvet og lytter til huset',
    'Vi slukker lamperne og tænder for øret',
    'Tag en pude og et tæppe med hjemmefra',
    'Der bliver læst højt af gamle rejsebøger',
    'Børn og voksne er lige velkomne hos os',
    'Kaffen er varm og brødet er bagt i huset',
    'Man må gerne gå og komme som man vil',
    'Personalet viser rundt mellem de bageste reoler',
    'Kom og mød naboerne over en kop suppe',
    'Hylderne bliver flyttet så folk kan sidde',
    'Det er gratis at være med hele vejen',
    'Byens kor synger fra trappen i hallen',
  ],
  en: [
    'The guests sit on the floor and listen to the house',
    'We turn the lamps off and our ears on',
    'Bring a cushion and a blanket from home',
    'Old travel books are being read aloud',
    'Children and adults are equally welcome here',
    'The coffee is hot and the bread is baked here',
    'You may come and go as you like',
    'The staff will show you the hindmost shelves',
    'Come and meet your neighbours over a bowl of soup',
    'The shelves are moved so that people can sit',
    'It is free to take part the whole way',
    'The choir of the town sings from the stairs',
  ],
};

const pad = (n: number): string => String(n).padStart(2, '0');
const date = fc
  .record({
    year: fc.integer({ min: 2027, max: 2039 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${pad(month)}-${pad(day)}`);
const clock = fc
  .record({ hour: fc.integer({ min: 8, max: 22 }), minute: fc.constantFrom(0, 15, 30, 45) })
  .map(({ hour, minute }) => `${pad(hour)}:${pad(minute)}`);
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const ascii = (word: string): string => word.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');

const library = fc
  .record({
    parts: fc.uniqueArray(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 3 }),
    street: fc.constantFrom(...STREETS),
    number: fc.integer({ min: 1, max: 199 }),
    date: fc.option(date, { freq: 2 }),
    start: fc.option(clock, { freq: 2 }),
    hasUrl: fc.boolean(),
  })
  .map(({ parts, street, number, hasUrl, ...own }): MadeLibrary => {
    const place = capital(parts.join(''));
    const id = ascii(place.toLowerCase());
    const name = { da: `${place} Bibliotek`, en: `${place} Library` };
    return { ...own, id, name, street: `${street} ${number}`, url: hasUrl ? `https://${id}.example.org` : null };
  });

/** One sentence for each short text, some for the body and the facts; no sentence twice. */
const textsOf = (language: string) =>
  fc
    .shuffledSubarray([...(SENTENCES[language] ?? [])], { minLength: 10 })
    .map((all): Readonly<Record<string, readonly string[]>> => {
      const [headline = '', line = '', head = '', lead = '', ...rest] = all;
      return {
        'poster.headline': [headline],
        'poster.line': [line],
        'press.headline': [head],
        'press.lead': [lead],
        'press.body': rest.slice(0, -3),
        'press.facts': rest.slice(-3),
      };
    });

export const campaigns: fc.Arbitrary<MadeCampaign> = fc.record({
  date,
  start: clock,
  libraries: fc.uniqueArray(library, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  layout: fc.constantFrom('csv', 'yaml', 'inline'),
  delimiter: fc.constantFrom(';', ','),
  texts: fc.record({ da: textsOf('da'), en: textsOf('en') }),
});

export const COLUMNS = ['id', 'name', 'name_en', 'street', 'url', 'event.date', 'event.start'] as const;

export function tableOf({ libraries, delimiter }: MadeCampaign): string {
  const rows = libraries.map((l) => [l.id, l.name.da, l.name.en, l.street, l.url ?? '', l.date ?? '', l.start ?? '']);
  return [COLUMNS, ...rows].map((cells) => `${cells.join(delimiter)}\n`).join('');
}

export function listOf({ libraries }: MadeCampaign): string {
  return libraries
    .map(({ id, name, street, url, date: day, start }) =>
      [
        `- id: ${id}`,
        `  name: {da: ${name.da}, en: ${name.en}}`,
        `  address: {street: ${street}}`,
        ...(url ? [`  url: ${url}`] : []),
        ...(day || start ? ['  event:'] : []),
        ...(day ? [`    date: ${day}`] : []),
        ...(start ? [`    start: "${start}"`] : []),
        '',
      ].join('\n'),
    )
    .join('');
}

function markdownOf(texts: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(texts)
    .map(([key, parts]) => {
      const words =
        key === 'press.facts' ? parts.map((part) => `- ${part}`).join('\n') : parts.map((part) => `${part}.`).join('\n\n');
      return `# ${key}\n\n${words}\n`;
    })
    .join('\n');
}

/** Which file the libraries stand in. */
export const LIBRARY_FILE = { csv: 'libraries.csv', yaml: 'libraries.yaml', inline: 'campaign.yaml' } as const;

/** Its files, with the template set and the fonts of the first test campaign. */
export function filesOf(made: MadeCampaign): Map<string, string | Uint8Array> {
  const libraries = made.layout === 'inline' ? `\n${listOf(made).replace(/^(?=.)/gm, '  ')}` : ` ${LIBRARY_FILE[made.layout]}\n`;
  const campaign = [
    'id: second',
    'title: {da: Åbent hus, en: Open house}',
    'status: proof',
    'revision: 3',
    'template: sets/plain',
    'languages: [da, en]',
    'timezone: Europe/Copenhagen',
    'organiser:',
    '  name: {da: Foreningen, en: The Society}',
    '  url: https://society.example.org',
    'event:',
    `  date: ${made.date}`,
    `  start: "${made.start}"`,
    '  room: {da: Salen, en: The hall}',
    'contacts:',
    '  press: {role: {da: Pressevagten, en: Press desk}, email: press@example.org}',
    'texts: {da: words/dansk.md, en: words/english.md}',
    'pieces: {poster, flyer, press-release}',
    `libraries:${libraries}`,
  ].join('\n');
  const files = new Map<string, string | Uint8Array>([...lydnatFiles()].filter(([path]) => path.startsWith('sets/')));
  files.set('campaign.yaml', campaign);
  if (made.layout === 'csv') files.set('libraries.csv', tableOf(made));
  if (made.layout === 'yaml') files.set('libraries.yaml', listOf(made));
  files.set('words/dansk.md', markdownOf(made.texts.da ?? {}));
  files.set('words/english.md', markdownOf(made.texts.en ?? {}));
  return files;
}
