import type { FullStyle } from '../css/index.ts';

/** Counters in document order (CSS Lists 3, 4): each name has a stack of instances, the innermost last. */
export interface Counters {
  /** Applies an element's counter properties, then opens the scope of its children. */
  enter(style: FullStyle, list?: ListCounter): void;
  /** Applies the counter properties of a pseudo-element; it has no children. */
  touch(style: FullStyle): void;
  leave(): void;
  /** Outermost first; [0] where there is none. */
  values(name: string): readonly number[];
}

/** What HTML says of the implicit counter `list-item`. */
export interface ListCounter {
  /** Of <ol> and <ul>: what the first item is counted from. */
  readonly reset?: number;
  readonly step?: number;
  /** `value` of <li>. */
  readonly set?: number;
}

export function openCounters(): Counters {
  const stacks = new Map<string, number[]>();
  /** One a level: counters that an element of the level has made. */
  const levels: Set<string>[] = [new Set()];

  const create = (name: string, value: number): void => {
    const stack = stacks.get(name) ?? [];
    stacks.set(name, stack);
    const level = levels[levels.length - 1];
    // A sibling's counter is replaced, not nested.
    if (level?.has(name)) stack[stack.length - 1] = value;
    else {
      stack.push(value);
      level?.add(name);
    }
  };
  const change = (name: string, to: (value: number) => number): void => {
    const stack = stacks.get(name);
    if (!stack || stack.length === 0) create(name, to(0));
    else stack[stack.length - 1] = to(stack[stack.length - 1] ?? 0);
  };
  const touch = (style: FullStyle): void => {
    for (const { name, value } of style.counterReset) create(name, value);
    for (const { name, value } of style.counterIncrement) change(name, (old) => old + value);
    for (const { name, value } of style.counterSet) change(name, () => value);
  };

  return {
    touch,
    enter(style, list) {
      if (list?.reset !== undefined) create('list-item', list.reset);
      if (list?.step !== undefined) change('list-item', (old) => old + (list.step ?? 0));
      if (list?.set !== undefined) change('list-item', () => list.set ?? 0);
      touch(style);
      levels.push(new Set());
    },
    leave() {
      for (const name of levels.pop() ?? []) stacks.get(name)?.pop();
    },
    values(name) {
      const stack = stacks.get(name);
      return stack && stack.length > 0 ? stack : [0];
    },
  };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

function alphabetic(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

/** A counter's value in a counter style (CSS Counter Styles 3, 6); outside a style's range decimal. */
export function counterText(value: number, style: string): string {
  switch (style) {
    case 'none':
      return '';
    case 'disc':
      return '•';
    case 'circle':
      return '◦';
    case 'square':
      return '▪';
    case 'decimal-leading-zero':
      return value < 0 ? `-${String(-value).padStart(2, '0')}` : String(value).padStart(2, '0');
    case 'lower-alpha':
    case 'lower-latin':
      return value > 0 ? alphabetic(value) : String(value);
    case 'upper-alpha':
    case 'upper-latin':
      return value > 0 ? alphabetic(value).toUpperCase() : String(value);
    case 'lower-roman':
      return value > 0 && value < 4000 ? roman(value) : String(value);
    case 'upper-roman':
      return value > 0 && value < 4000 ? roman(value).toUpperCase() : String(value);
    default:
      return String(value);
  }
}
