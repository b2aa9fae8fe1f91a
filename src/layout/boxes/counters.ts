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
