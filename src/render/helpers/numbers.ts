import { BOOLEAN, list, NUMBER } from '../../core/model/index.ts';
import { bare } from '../printable.ts';
import { giving, type Helper, MANY } from './types.ts';

/** What is not a number makes the result NaN, and printing that is a complaint. */
const number = (value: unknown): number => {
  const plain = bare(value);
  if (typeof plain === 'number') return plain;
  return typeof plain === 'string' && plain.trim() !== '' ? Number(plain) : Number.NaN;
};

/** Ten decimals: what is beyond them is the machine's, not arithmetic's. 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => (Math.abs(value) < 1e5 ? Math.round(value * 1e10) / 1e10 : value);

const arithmetic = (least: number, most: number, run: (numbers: readonly number[]) => number): Helper => ({
  count: [least, most],
  takes: Array.from({ length: Math.min(most, 8) }, () => 'number' as const),
  gives: giving(NUMBER),
  run: (args) => tidy(run(args.map(number))),
});

/** Half away from zero, on the decimal digits that people see: (round 1.005 2) is 1.01. */
function round(value: number, digits: number): number {
  const sign = value < 0 ? -1 : 1;
  const scaled = Number(`${Math.abs(value).toPrecision(15)}e${digits}`);
  const back = Number.isFinite(scaled) ? Number(`${Math.round(scaled)}e${-digits}`) : Math.abs(value);
  return back === 0 ? 0 : sign * back;
}

const degrees = (angle: number): number => (angle * Math.PI) / 180;

const compare = (run: (a: number, b: number) => boolean): Helper => ({
  count: [2, 2],
  takes: ['number', 'number'],
  gives: giving(BOOLEAN),
  run: ([a, b]) => run(number(a), number(b)),
});

/** Longest list that `range` makes. */
const LONGEST = 10_000;

export const NUMBER_HELPERS: Readonly<Record<string, Helper>> = {
  add: arithmetic(2, MANY, (n) => n.reduce((a, b) => a + b)),
  sub: arithmetic(2, MANY, (n) => n.reduce((a, b) => a - b)),
  mul: arithmetic(2, MANY, (n) => n.reduce((a, b) => a * b)),
  div: arithmetic(2, 2, ([a = 0, b = 0]) => a / b),
  /** The sign of the divisor: (mod -1 4) is 3. */
  mod: arithmetic(2, 2, ([a = 0, b = 0]) => ((a % b) + b) % b),
  round: arithmetic(1, 2, ([a = 0, digits = 0]) => round(a, Math.max(0, Math.min(12, Math.trunc(digits))))),
  floor: arithmetic(1, 1, ([a = 0]) => Math.floor(a)),
  ceil: arithmetic(1, 1, ([a = 0]) => Math.ceil(a)),
  abs: arithmetic(1, 1, ([a = 0]) => Math.abs(a)),
  min: arithmetic(1, MANY, (n) => Math.min(...n)),
  max: arithmetic(1, MANY, (n) => Math.max(...n)),
  /** Of an angle in degrees. */
  sin: arithmetic(1, 1, ([a = 0]) => tidy(Math.sin(degrees(a)))),
  cos: arithmetic(1, 1, ([a = 0]) => tidy(Math.cos(degrees(a)))),
  lt: compare((a, b) => a < b),
  lte: compare((a, b) => a <= b),
  gt: compare((a, b) => a > b),
  gte: compare((a, b) => a >= b),
  /** (range 3) is 0 1 2; (range 2 5) is 2 3 4; (range 0 10 5) is 0 5. */
  range: {
    count: [1, 3],
    takes: ['number', 'number', 'number'],
    gives: giving(list(NUMBER)),
    run(args, _, env) {
      const [a, b, c] = args.map(number);
      const [from, to, step] = b === undefined ? [0, a ?? 0, 1] : [a ?? 0, b, c ?? 1];
      const length = Math.ceil((to - from) / step);
      if (!(length <= LONGEST) || !(step !== 0)) {
        env.pending.push({
          code: 'helper-arguments',
          message: `A range from ${from} to ${to} by ${step} is not possible.`,
          hint: `It has at most ${LONGEST} steps, each of them larger or smaller than zero.`,
        });
        return [];
      }
      return Array.from({ length: Math.max(0, length) }, (_, i) => tidy(from + i * step));
    },
  },
};
