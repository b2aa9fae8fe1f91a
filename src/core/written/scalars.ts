import * as z from 'zod';
import { formatDate, languageOfWeekday, readDate, readMoment, readTime, weekdayName, weekdayOf } from '../calendar/index.ts';
import { calendarOf } from '../calendar/table.ts';
import type { DiagnosticCode } from '../codes/index.ts';
import { nearest } from '../model/nearest.ts';
import { parseSize } from '../paper.ts';
import { EVERY_LANGUAGE } from './node.ts';

/** What is wrong with a value. Its place is added by whoever knows the file. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string | readonly string[] | undefined;
  /** The faulty part of the value, UTF-16 offsets. */
  readonly part?: readonly [number, number];
  /** The complaint is about the key, not its value. */
  readonly atKey?: boolean;
}

type Read<T> = { readonly value: T; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: Problem };
type Json = Readonly<Record<string, unknown>>;

const fail = (problem: Problem) => ({ code: 'custom' as const, params: { problem }, message: problem.message, input: undefined });

/** A value that is written as one text. Lists and maps are refused here. */
export function scalar<T>(read: (text: string) => Read<T>, json: Json) {
  return z
    .unknown()
    .transform((value, ctx): T => {
      const result: Read<T> =
        typeof value === 'string'
          ? read(value)
          : {
              problem: {
                code: 'wrong-shape',
                message: `A single value belongs here, not ${shapeOf(value)}.`,
                hint: 'Write one value after the colon.',
              },
            };
      if (result.problem === undefined) return result.value;
      ctx.issues.push(fail(result.problem));
      return z.NEVER;
    })
    .meta(json);
}

const shapeOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : value === null || value === undefined ? 'nothing' : 'a map';

export const optional = <S extends z.ZodType>(schema: S) => schema.nullish();

export const plainText = () => scalar((value) => ({ value }), { type: ['string', 'number'] });

/** One of a few words; also by what people write instead of them. */
export function oneOf<const W extends string>(words: readonly W[], also: Readonly<Record<string, W>> = {}) {
  return scalar<W>(
    (text) => {
      const lower = text.trim().toLowerCase();
      const word = words.find((w) => w === lower) ?? (Object.hasOwn(also, lower) ? also[lower] : undefined);
      if (word !== undefined) return { value: word };
      const near = nearest(text, words);
      const hint = near === undefined ? `One of: ${words.join(', ')}.` : `Did you mean “${near}”?`;
      return { problem: { code: 'unknown-word', message: `“${text}” is not one of ${words.join(', ')}.`, hint } };
    },
    { type: 'string', enum: [...words] },
  );
}

export function number({ min, whole = false }: { readonly min?: number; readonly whole?: boolean } = {}) {
  return scalar<number>(
    (text) => {
      const trimmed = text.trim();
      // A comma is how Danes write a decimal.
      const value = /^-?\d+(?:[.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : Number.NaN;
      if (Number.isFinite(value) && (!whole || Number.isInteger(value)) && (min === undefined || value >= min)) return { value };
      const kind = `${whole ? 'a whole number' : 'a number'}${min === undefined ? '' : ` of at least ${min}`}`;
      const hint = whole ? 'Write it in figures: 12.' : 'Write it in figures: 12 or 12,50.';
      return { problem: { code: 'not-a-number', message: `“${text}” is not ${kind}.`, hint } };
    },
    { type: whole ? 'integer' : 'number', ...(min !== undefined && { minimum: min }) },
  );
}

const WHY: Readonly<Record<string, string>> = {
  'not-a-date': 'is not a date',
  'no-such-day': 'is no day of the calendar',
  'no-year': 'is a date without a year',
  'day-number': 'is a spreadsheet’s day number, not a date',
};

/** A calendar date → ISO. */
export const date = () =>
  scalar<string>(
    (text) => {
      const read = readDate(text);
      if (!read.ok) {
        const meant = read.why === 'day-number' ? read.date : null;
        const hint =
          meant === null
            ? 'Write 2012-12-06, 06-12-2012 or 6. december 2012.'
            : `Format the column as a date. ${text.trim()} would be ${meant}.`;
        return { problem: { code: 'date-invalid', message: `“${text}” ${WHY[read.why]}.`, hint } };
      }
      const actual = weekdayOf(read.date);
      if (read.weekday && read.weekday.day !== actual) {
        const { start, end } = read.weekday;
        const word = text.slice(start, end);
        const right = weekdayName(calendarOf('en'), actual);
        const own = weekdayName(calendarOf(languageOfWeekday(word) ?? 'en'), actual);
        const is = own === right ? right : `${right} (“${own}”)`;
        const message = `“${word}” contradicts its date: ${formatDate(read.date, 'en', 'date')} is a ${is}.`;
        return { problem: { code: 'weekday-mismatch', message, hint: 'Mend the weekday or the date.', part: [start, end] } };
      }
      return { value: read.date };
    },
    { type: 'string', description: 'A date: 2012-12-06, 06-12-2012 or 6. december 2012' },
  );

/** A time of day → hh:mm. */
export const time = () =>
  scalar<string>(
    (text) => {
      const value = readTime(text);
      if (value !== null) return { value };
      return { problem: { code: 'time-invalid', message: `“${text}” is not a time of day.`, hint: 'Write 17:30 or 17.30.' } };
    },
    { type: ['string', 'number'], description: 'A time of day: 17:30 or 17.30' },
  );

/** Date and time → yyyy-mm-ddThh:mm. */
export const moment = () =>
  scalar<string>(
    (text) => {
      const read = readMoment(text);
      if (read.ok) return { value: `${read.date}T${read.time}` };
      const message = `“${text}” is not a date and a time.`;
      return { problem: { code: 'date-invalid', message, hint: 'Write "2012-11-22T06:00" or "22-11-2012 kl. 6.00".' } };
    },
    { type: 'string', description: 'A date and a time: 2012-11-22T06:00' },
  );

/** By language, `*` for every language: what a person wrote of a text. null: removed. */
export type TextByLanguage = Readonly<Record<string, string | null>>;

export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** A text: one for all languages, or a map by language. */
export const text = () =>
  z
    .unknown()
    .transform((value, ctx): TextByLanguage => {
      if (typeof value === 'string') return { [EVERY_LANGUAGE]: value };
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        ctx.issues.push(
          fail({
            code: 'wrong-shape',
            message: `A text, or a map by language, belongs here, not ${shapeOf(value)}.`,
            hint: 'Write one text for all languages, or one for each: {da: …, en: …}.',
          }),
        );
        return z.NEVER;
      }
      const made: Record<string, string | null> = {};
      for (const [key, words] of Object.entries(value)) {
        if (key !== EVERY_LANGUAGE && !LANGUAGE_TAG.test(key)) {
          const problem: Problem = {
            code: 'unknown-key',
            message: `“${key}” is not a language.`,
            hint: 'Write the text by language: {da: …, en: …}.',
            atKey: true,
          };
          ctx.issues.push({ ...fail(problem), path: [key] });
        } else if (typeof words === 'string' || words === null) made[key] = words;
        else
          ctx.issues.push({
            ...fail({
              code: 'wrong-shape',
              message: `A text belongs here, not ${shapeOf(words)}.`,
              hint: 'Write the words after the language: {da: …, en: …}.',
            }),
            path: [key],
          });
      }
      return made;
    })
    .meta({
      anyOf: [
        { type: ['string', 'number'] },
        {
          type: 'object',
          additionalProperties: { type: ['string', 'number', 'null'] },
          propertyNames: { pattern: LANGUAGE_TAG.source },
        },
      ],
    });

/** A list of single values. One value is a list of one; a spreadsheet's cell parts them by commas. */
export const listOf = <T>(item: z.ZodType<T>) =>
  z
    .unknown()
    .transform((value) => (typeof value === 'string' ? value.split(/[,;]\s*|\s+/).filter((part) => part !== '') : value))
    .pipe(z.array(item))
    .meta({ anyOf: [{ type: 'string' }, { type: 'array', items: { type: ['string', 'number'] } }] });

/** The name of a paper or screen size. */
export const sizeName = () =>
  scalar<string>(
    (written) => {
      const size = parseSize(written);
      if ('size' in size) return { value: size.size.name };
      return { problem: { code: 'size-unknown', message: `“${written}” is not a size that kit knows.`, hint: size.hint } };
    },
    { type: 'string', description: 'A3, A4 landscape, DL, US letter, 500x700mm, 1080x1350px' },
  );

const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const SAFE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_ID = 64;

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** What an id could be instead. */
export const safeId = (written: string): string =>
  written
    .toLowerCase()
    .replace(/[æøåäöüß]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_ID);

/** A name that can be a file's on every system (Windows reserves some: con, nul, com1 …). */
export const id = () =>
  scalar<string>(
    (written) => {
      const value = written.trim();
      if (RESERVED.test(value)) {
        return {
          problem: {
            code: 'id-unsafe',
            message: `“${value}” is a name that Windows reserves.`,
            hint: `Write “${value}-1” or another name.`,
          },
        };
      }
      if (SAFE_ID.test(value) && value.length <= MAX_ID) return { value };
      const message = `“${written}” cannot be a file’s name everywhere.`;
      const other = safeId(written);
      const rule = `An id has small letters a–z, digits and single hyphens, at most ${MAX_ID}.`;
      return { problem: { code: 'id-unsafe', message, hint: other === '' ? rule : `Write “${other}”. ${rule}` } };
    },
    { type: 'string', pattern: SAFE_ID.source, maxLength: MAX_ID },
  );

/** http(s) or mailto: nothing that a reader's click could run. */
export const url = () =>
  scalar<string>(
    (written) => {
      const value = written.trim();
      const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
      if (scheme !== undefined && !['http', 'https', 'mailto'].includes(scheme) && !/^[\w.-]+:\d/.test(value)) {
        const message = `“${scheme}:” is not an address that may be printed.`;
        return { problem: { code: 'url-unsafe', message, hint: 'Use an address that begins with https://, or mailto:.' } };
      }
      if (isAddress(value)) return { value };
      const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(value)
        ? `Write “https://${value}”.`
        : 'Write it whole, from https:// on.';
      return { problem: { code: 'url-invalid', message: `“${written}” is not a web address.`, hint: whole } };
    },
    { type: 'string', format: 'uri', pattern: '^(https?://|mailto:)' },
  );

function isAddress(value: string): boolean {
  if (/\s/.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, pathname, username } = new URL(value);
  if (protocol === 'mailto:') return EMAIL.test(decodeURIComponent(pathname.replace(/%(?![0-9a-f]{2})/gi, '%25')));
  // The parser forgives a missing slash; a reader’s eye does not.
  return /^https?:\/\/(?!\/)/i.test(value) && hostname.includes('.') && username === '';
}

const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,}$/u;

export const email = () =>
  scalar<string>(
    (written) => {
      const value = written.trim();
      if (EMAIL.test(value) && !value.includes('..')) return { value };
      return {
        problem: { code: 'email-invalid', message: `“${written}” is not a mail address.`, hint: 'Write name@example.org.' },
      };
    },
    { type: 'string', format: 'email' },
  );

/** Digits with what people put between them; 5 to 15 digits (ITU-T E.164 allows 15). */
export const phone = () =>
  scalar<string>(
    (written) => {
      const value = written.trim();
      const digits = value.replace(/\D/g, '').length;
      if (/^\+?[\d\s()./-]+$/.test(value) && digits >= 5 && digits <= 15) return { value };
      return {
        problem: {
          code: 'phone-invalid',
          message: `“${written}” is not a telephone number.`,
          hint: 'Write 33 12 34 56 or +45 33 12 34 56.',
        },
      };
    },
    { type: ['string', 'number'] },
  );
