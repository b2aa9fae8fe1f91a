import { unsupported } from '../../../../core/pdf/objects.ts';

type Step = number | string | readonly [then: readonly Step[], otherwise: readonly Step[] | null];

const MAX_STACK = 200;
const degrees = (radians: number): number => (radians * 180) / Math.PI;
const radians = (n: number): number => (n * Math.PI) / 180;
const whole = Math.trunc;

const ONE: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  ceiling: Math.ceil,
  cos: (a) => Math.cos(radians(a)),
  cvi: whole,
  cvr: (a) => a,
  floor: Math.floor,
  ln: Math.log,
  log: Math.log10,
  neg: (a) => -a,
  not: (a) => (a === 0 ? 1 : a === 1 ? 0 : ~a),
  round: (a) => Math.floor(a + 0.5),
  sin: (a) => Math.sin(radians(a)),
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  truncate: whole,
};

const TWO: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  and: (a, b) => a & b,
  atan: (a, b) => (degrees(Math.atan2(a, b)) + 360) % 360,
  bitshift: (a, b) => (b > 0 ? a << b : a >> -b),
  div: (a, b) => (b === 0 ? 0 : a / b),
  eq: (a, b) => Number(a === b),
  exp: (a, b) => a ** b,
  ge: (a, b) => Number(a >= b),
  gt: (a, b) => Number(a > b),
  idiv: (a, b) => (b === 0 ? 0 : whole(a / b)),
  le: (a, b) => Number(a <= b),
  lt: (a, b) => Number(a < b),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  mul: (a, b) => a * b,
  ne: (a, b) => Number(a !== b),
  or: (a, b) => a | b,
  sub: (a, b) => a - b,
  xor: (a, b) => a ^ b,
};

/** A PostScript calculator function (ISO 32000-1, 7.10.5); true is 1. @throws PdfFault where it is damaged */
export function calculator(text: string): (input: readonly number[]) => readonly number[] {
  const words = text.replace(/%[^\r\n]*/g, ' ').match(/[{}]|[^\s{}\0]+/g) ?? [];
  let at = 0;
  const block = (depth: number): readonly Step[] => {
    if (words[at++] !== '{' || depth > 50) throw damaged();
    const steps: Step[] = [];
    let blocks: (readonly Step[])[] = [];
    for (;;) {
      const word = words[at];
      if (word === undefined) throw damaged();
      if (word === '{') {
        blocks.push(block(depth + 1));
        continue;
      }
      at++;
      if (word === '}') break;
      if (word === 'if' || word === 'ifelse') {
        const otherwise = word === 'ifelse' ? blocks.pop() : null;
        const then = blocks.pop();
        if (!then || otherwise === undefined || blocks.length > 0) throw damaged();
        steps.push([then, otherwise]);
        blocks = [];
      } else steps.push(/^[+-]?[\d.]/.test(word) ? Number(word) : word);
    }
    if (blocks.length > 0) throw damaged();
    return steps;
  };
  const program = block(0);
  return (input) => {
    const stack = [...input];
    run(program, stack);
    return stack;
  };
}

const damaged = () => unsupported('a function of it is damaged');

function run(steps: readonly Step[], stack: number[]): void {
  const pop = (): number => {
    const n = stack.pop();
    if (n === undefined) throw damaged();
    return n;
  };
  for (const step of steps) {
    if (stack.length > MAX_STACK) throw damaged();
    if (typeof step === 'number') stack.push(step);
    else if (typeof step !== 'string') {
      const [then, otherwise] = step;
      if (pop() !== 0) run(then, stack);
      else if (otherwise) run(otherwise, stack);
    } else if (ONE[step]) stack.push(ONE[step](pop()));
    else if (TWO[step]) {
      const b = pop();
      stack.push(TWO[step](pop(), b));
    } else move(step, stack, pop);
  }
}

function move(word: string, stack: number[], pop: () => number): void {
  switch (word) {
    case 'true':
    case 'false':
      stack.push(Number(word === 'true'));
      return;
    case 'pop':
      pop();
      return;
    case 'exch': {
      const [b, a] = [pop(), pop()];
      stack.push(b, a);
      return;
    }
    case 'dup': {
      const a = pop();
      stack.push(a, a);
      return;
    }
    case 'copy': {
      const n = pop();
      if (!(n >= 0 && n <= stack.length)) throw damaged();
      if (n > 0) stack.push(...stack.slice(-n));
      return;
    }
    case 'index': {
      const found = stack.at(-1 - pop());
      if (found === undefined) throw damaged();
      stack.push(found);
      return;
    }
    case 'roll': {
      const by = pop();
      const n = pop();
      if (!(n >= 0 && n <= stack.length)) throw damaged();
      if (n === 0) return;
      const part = stack.splice(stack.length - n, n);
      const shift = ((by % n) + n) % n;
      stack.push(...part.slice(n - shift), ...part.slice(0, n - shift));
      return;
    }
    default:
      throw damaged();
  }
}
