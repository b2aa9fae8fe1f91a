import { BOOLEAN, list, NUMBER, UNKNOWN } from '../../core/model/index.ts';
import { bare } from '../printable.ts';
import { integer, sequence, shuffled } from '../random.ts';
import { common } from './logic.ts';
import { giving, type Helper, MANY } from './types.ts';

/** Two words make a seed: whose it is, and what is drawn from it. Neither can run into the other. */
const drawn = (seed: unknown, label: unknown) => sequence(`${String(bare(seed))}\u0000${String(bare(label))}`);

const choices = (rest: readonly unknown[]): readonly unknown[] => {
  const [only] = rest;
  return rest.length === 1 && Array.isArray(only) ? only : rest;
};

/** `random`, `pick`, `shuffle` and `chance`: all take a seed (library.id) and a label ("cloth") first. */
export const SEEDED_HELPERS: Readonly<Record<string, Helper>> = {
  /** A whole number, both ends included. */
  random: {
    count: [4, 4],
    takes: ['any', 'any', 'number', 'number'],
    gives: giving(NUMBER),
    run: ([seed, label, min, max]) => integer(drawn(seed, label), Number(bare(min)), Number(bare(max))),
  },
  pick: {
    count: [3, MANY],
    gives: (args) => {
      const [only, ...more] = args.slice(2);
      if (only && more.length === 0 && only.type.kind === 'list') return { type: only.type.of, optional: false };
      return { type: common(args.slice(2)), optional: false };
    },
    run([seed, label, ...rest]) {
      const from = choices(rest);
      return from[integer(drawn(seed, label), 0, from.length - 1)];
    },
  },
  shuffle: {
    count: [3, MANY],
    gives: (args) => {
      const [only, ...more] = args.slice(2);
      const type = only && more.length === 0 && only.type.kind === 'list' ? only.type : list(common(args.slice(2)));
      return { type: type ?? list(UNKNOWN), optional: false };
    },
    run: ([seed, label, ...rest]) => shuffled(choices(rest), drawn(seed, label)),
  },
  /** True in a share 0..1 of the seeds. */
  chance: {
    count: [3, 3],
    takes: ['any', 'any', 'number'],
    gives: giving(BOOLEAN),
    run: ([seed, label, share]) => drawn(seed, label)() < Number(bare(share)),
  },
};
