import { wasm } from '../engine-file.ts';

const TYPES: Readonly<Record<string, number>> = { i: 0x7f, f: 0x7d };

/** A function that WebAssembly may call, and what it takes: 'iifi', i a whole number or pointer, f a 32-bit fraction. */
export type Callback = readonly [takes: string, call: (...args: number[]) => void];

/**
 * Puts functions into a table of WebAssembly and gives their places there. Such a table takes functions of WebAssembly only: ours pass through a
 * module that imports and exports them, and does nothing else (WebAssembly Core 1, 5.5).
 */
export function addCallbacks(
  table: { grow(by: number): number; set(index: number, value: unknown): void },
  callbacks: readonly Callback[],
): readonly number[] {
  const text = (s: string): number[] => [s.length, ...Buffer.from(s, 'latin1')];
  const section = (id: number, items: readonly (readonly number[])[]): number[] => {
    const body = [...length(items.length), ...items.flat()];
    return [id, ...length(body.length), ...body];
  };
  const name = (i: number): string => `f${i}`;
  const bytes = Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      callbacks.map(([takes]) => [0x60, takes.length, ...Array.from(takes, (type) => TYPES[type] ?? 0x7f), 0]),
    ),
    ...section(
      2,
      callbacks.map((_, i) => [...text('f'), ...text(name(i)), 0, i]),
    ),
    ...section(
      7,
      callbacks.map((_, i) => [...text(name(i)), 0, i]),
    ),
  ]);
  const imports = Object.fromEntries(callbacks.map(([, call], i) => [name(i), call]));
  const exports = new wasm.Instance(new wasm.Module(bytes), { f: imports }).exports as Readonly<Record<string, unknown>>;
  const first = table.grow(callbacks.length);
  return callbacks.map((_, i) => {
    table.set(first + i, exports[name(i)]);
    return first + i;
  });
}

/** LEB128 */
const length = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7]);
