import * as z from 'zod';
import { id, listOf, number, oneOf, optional, plainText, scalar, sizeName, text, url } from '../../core/written/scalars.ts';
import { CONTACT, EVENT, GUEST, LONG_EVENT, PRESS } from './event.ts';
import { shaped } from './shaped.ts';

const PIECE = z.strictObject({
  sizes: optional(listOf(sizeName())),
  outputs: optional(listOf(oneOf(['pdf', 'docx', 'txt']))),
  profiles: optional(listOf(plainText())),
});

/** Named one by one, or as people first write them: in a list. */
const PIECES = shaped(z.record(z.string(), optional(PIECE)), (value) => {
  const names = typeof value === 'string' ? value.split(/[,;\s]+/) : Array.isArray(value) ? value : null;
  if (!names) return null;
  const words = names.flatMap((name) => (typeof name === 'string' && name !== '' ? [`${name}: `] : []));
  const hint = `Write pieces: {${words.join(', ')}}.`;
  return { code: 'wrong-shape', message: `“pieces” should be a map, but is a ${Array.isArray(value) ? 'list' : 'text'}.`, hint };
});

/** "10mm" → pt. */
const length = () =>
  scalar<number>(
    (written) => {
      const match = /^(\d+(?:[.,]\d+)?)\s*(mm|cm|in|pt)$/.exec(written.trim());
      if (!match)
        return {
          problem: { code: 'not-a-number', message: `“${written}” is not a length.`, hint: 'Write it with its unit: 10mm.' },
        };
      const pt = { mm: 72 / 25.4, cm: 720 / 25.4, in: 72, pt: 1 }[match[2] as 'mm'];
      return { value: Number((match[1] ?? '').replace(',', '.')) * pt };
    },
    { type: 'string', pattern: '^[0-9.,]+ *(mm|cm|in|pt)$' },
  );

const FOCUS = z.array(number({ min: 0 })).length(2);

/** Texts are read from the written nodes, since each word's place is needed; here only their outer shape. */
const TEXTS = z.record(
  z.string(),
  z.unknown().meta({
    anyOf: [
      { type: 'string', description: 'A file of texts: texts/da.md' },
      { type: 'object', additionalProperties: { type: ['object', 'string', 'array', 'null'] } },
    ],
  }),
);

const PROFILE = z.strictObject({
  extends: optional(plainText()),
  bleed: optional(length()),
  marks: optional(oneOf(['none', 'crop', 'cross', 'crop-cross'])),
  output_intent: optional(plainText()),
  ink_limit: optional(number({ min: 0 })),
  resolution: optional(number({ min: 0 })),
  sheet: optional(oneOf(['a4', 'a3', 'letter', 'tabloid'])),
  duplex: optional(oneOf(['long-edge', 'short-edge', 'none'])),
  margin: optional(length()),
  colour: optional(oneOf(['full', 'mono'])),
});

const SHARED = {
  contacts: optional(z.record(z.string(), optional(CONTACT))),
  press: optional(PRESS),
  guests: optional(z.record(z.string(), optional(GUEST))),
  pieces: optional(PIECES),
  texts: optional(TEXTS),
};

const OWN = {
  id: id(),
  state: optional(oneOf(['invited', 'confirmed', 'withdrawn', 'open'])),
  name: text(),
  forms: optional(z.record(z.string(), optional(z.record(z.string(), optional(plainText()))))),
  address: optional(
    z.strictObject({
      street: optional(plainText()),
      postcode: optional(plainText()),
      town: optional(plainText()),
      entrance: optional(text()),
      transit: optional(text()),
    }),
  ),
  url: optional(url()),
  municipality: optional(plainText()),
  languages: optional(listOf(plainText())),
  print: optional(
    z.strictObject({
      profile: optional(plainText()),
      quantities: optional(z.record(z.string(), number({ min: 0, whole: true }))),
    }),
  ),
  extra: optional(z.record(z.string(), z.unknown())),
};

/** A library as it may be typed, in a row or a file. */
const TYPED_LIBRARY = z.strictObject({ ...OWN, event: optional(EVENT), ...SHARED });
export const LIBRARY = z.strictObject({ ...OWN, event: optional(LONG_EVENT), ...SHARED });

const NATION = {
  schema: optional(number({ min: 1, whole: true })),
  id: id(),
  title: text(),
  status: optional(oneOf(['draft', 'proof', 'final'])),
  revision: optional(number({ min: 1, whole: true })),
  template: plainText(),
  languages: listOf(plainText()),
  formats: optional(
    z.record(z.string(), optional(z.strictObject({ quotes: optional(plainText()), clock: optional(oneOf(['12h', '24h'])) }))),
  ),
  hyphenation: optional(z.record(z.string(), listOf(plainText()))),
  timezone: optional(plainText()),
  organiser: optional(
    z.strictObject({
      name: text(),
      unit: optional(text()),
      about: optional(text()),
      url: optional(url()),
      address: optional(plainText()),
    }),
  ),
  marks: optional(
    z.record(
      z.string(),
      z.strictObject({
        kind: optional(oneOf(['host', 'partner', 'sponsor', 'funder'])),
        files: z.strictObject({ colour: optional(plainText()), mono: optional(plainText()), reverse: optional(plainText()) }),
        alt: text(),
        statement: optional(text()),
        min: optional(length()),
      }),
    ),
  ),
  images: optional(
    z.record(
      z.string(),
      z.strictObject({
        file: plainText(),
        alt: optional(text()),
        caption: optional(text()),
        credit: optional(plainText()),
        focus: optional(FOCUS),
      }),
    ),
  ),
  profiles: optional(z.record(z.string(), PROFILE)),
  columns: optional(z.record(z.string(), optional(plainText()))),
};

const LIBRARIES = z.union([
  z.string().meta({ description: 'A CSV file, a YAML file or a folder of them' }),
  z.array(z.union([z.string(), TYPED_LIBRARY])),
]);

/** The campaign file as it may be typed: what editors complete from. */
export const TYPED_CAMPAIGN = z.strictObject({ ...NATION, event: optional(EVENT), ...SHARED, libraries: LIBRARIES });
/** As it is read: libraries are read one by one. */
export const CAMPAIGN = z.strictObject({ ...NATION, event: optional(LONG_EVENT), ...SHARED, libraries: z.unknown().optional() });

export type WrittenNation = z.output<typeof CAMPAIGN>;
export type WrittenLibrary = z.output<typeof LIBRARY>;
