import { list, NUMBER, TEXT, UNKNOWN } from '../../core/model/index.ts';
import { escapeHtml } from '../escape.ts';
import { bare, isAbsent, printable } from '../printable.ts';
import { giving, type Helper, MANY } from './types.ts';

const text = (value: unknown): string => {
  const plain = bare(value);
  return isAbsent(plain) ? '' : String(plain);
};

export const WORD_HELPERS: Readonly<Record<string, Helper>> = {
  /** A fixed word of the template set. */
  word: {
    count: [1, 1],
    gives: giving(TEXT),
    run([key], _, env) {
      const word = env.words.get(text(key));
      if (!word) {
        env.pending.push({
          code: 'missing-word',
          message: `The template set has no word \`${text(key)}\` in the language \`${env.language}\`.`,
          hint: `Add it to template.yaml under words.${env.language}.`,
        });
        return undefined;
      }
      return printable({}, { plain: word.text, span: word.span, html: (mark) => mark(word.span, false) + escapeHtml(word.text) });
    },
  },
  /** {{join ", " a b c}}, {{join ", " list}}: what is absent is left out. */
  join: {
    count: [2, MANY],
    lenient: true,
    gives: (args) => ({ type: TEXT, optional: args.slice(1).every((a) => a.optional) }),
    run: ([separator, ...rest]) => rest.flat().map(text).filter(Boolean).join(text(separator)),
  },
  /** With a capital first letter: {{capital (date event.date)}} begins a line with "Torsdag". */
  capital: {
    count: [1, 1],
    gives: giving(TEXT),
    run([value], _, env) {
      const [first = '', ...rest] = text(value);
      return first.toLocaleUpperCase(env.language) + rest.join('');
    },
  },
  concat: { count: [1, MANY], gives: giving(TEXT), run: (args) => args.map(text).join('') },
  /** A web address as it is printed: without scheme, "www." and a closing slash. */
  url: {
    count: [1, 1],
    gives: giving(TEXT),
    run: ([address]) =>
      text(address)
        .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
        .replace(/^www\./i, '')
        .replace(/\/$/, ''),
  },
  /** A phone number as tel: links want it. */
  tel: { count: [1, 1], gives: giving(TEXT), run: ([number]) => `tel:${text(number).replace(/[^\d+]/g, '')}` },
  /** {{focus images.portrait}}: where its focal point is, for object-position and background-position; the middle where none is given. */
  focus: {
    count: [1, 1],
    lenient: true,
    gives: giving(TEXT),
    run([picture]) {
      const focus = typeof picture === 'object' && picture !== null && 'focus' in picture ? picture.focus : undefined;
      const of = (axis: 'x' | 'y'): number => Number((focus as Readonly<Record<string, unknown>> | undefined)?.[axis] ?? 0.5);
      return `${Math.round(of('x') * 1000) / 10}% ${Math.round(of('y') * 1000) / 10}%`;
    },
  },
  /** {{list a b c}} */
  list: {
    count: [0, MANY],
    gives: (args) => {
      const kinds = new Set(args.map((a) => (a.type.kind === 'scalar' ? a.type.of : a.type.kind)));
      return { type: list(kinds.size === 1 && args[0] ? args[0].type : UNKNOWN), optional: false };
    },
    run: (args) => [...args],
  },
  /** How many: of a list's items, of a text's characters. */
  count: {
    count: [1, 1],
    lenient: true,
    gives: giving(NUMBER),
    run: ([of]) => (Array.isArray(of) ? of.length : [...text(of)].length),
  },
  /** {{lookup list 2}}, {{lookup contacts key}}: own properties only. */
  lookup: {
    count: [2, 2],
    lenient: true,
    gives: ([of]) => {
      if (of?.type.kind === 'list') return { type: of.type.of, optional: true };
      return { type: of?.type.kind === 'object' ? (of.type.open?.type ?? UNKNOWN) : UNKNOWN, optional: true };
    },
    run([of, key]) {
      if (typeof of !== 'object' || of === null) return undefined;
      const name = text(key);
      return Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;
    },
  },
};
