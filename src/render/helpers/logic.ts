import { BOOLEAN, type ModelType, UNKNOWN } from '../../core/model/index.ts';
import { bare } from '../printable.ts';
import type { Typed } from '../template/resolve.ts';
import { giving, type Helper, MANY } from './types.ts';

/** As `#if` sees it (Handlebars): false, null, '', 0, NaN and empty lists are not true. */
export const isTrue = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(bare(value)));

const yesNo = (count: readonly [number, number], run: Helper['run']): Helper => ({
  count,
  lenient: true,
  gives: giving(BOOLEAN),
  run,
});

/** What all of them are, where they agree. */
export function common(args: readonly Typed[]): ModelType {
  const [first] = args;
  if (!first) return UNKNOWN;
  const same = (a: ModelType, b: ModelType): boolean =>
    a === b || (a.kind === 'scalar' && b.kind === 'scalar' && a.of === b.of) || (a.kind === 'content' && b.kind === 'content');
  if (args.every((a) => same(a.type, first.type))) return first.type;
  return UNKNOWN;
}

export const LOGIC_HELPERS: Readonly<Record<string, Helper>> = {
  eq: yesNo([2, 2], ([a, b]) => bare(a) === bare(b)),
  ne: yesNo([2, 2], ([a, b]) => bare(a) !== bare(b)),
  not: yesNo([1, 1], ([a]) => !isTrue(a)),
  /** The first that is not true, else the last: as in JavaScript. */
  and: {
    count: [2, MANY],
    lenient: true,
    gives: (args) => ({ type: common(args), optional: args.some((a) => a.optional) }),
    run: (args) => args.find((a) => !isTrue(a)) ?? args.at(-1),
  },
  /** The first that is true, else the last: a default. */
  or: {
    count: [2, MANY],
    lenient: true,
    gives: (args) => ({ type: common(args), optional: args.every((a) => a.optional) }),
    run: (args) => args.find(isTrue) ?? args.at(-1),
  },
};
