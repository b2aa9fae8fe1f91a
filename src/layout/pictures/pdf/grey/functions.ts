import type { PdfFile } from '../../../../core/pdf/file.ts';
import { isArray, isDict, isStream, numberOf, type PdfDict, type PdfObject, unsupported } from '../../../../core/pdf/objects.ts';
import { calculator } from './calculator.ts';

/** Numbers to numbers (ISO 32000-1, 7.10). */
export type PdfFunction = (input: readonly number[]) => readonly number[];

const DEEPEST = 20;
const MAX_SAMPLES = 4_000_000;
/** Each input doubles the corners that one value lies between. */
const MAX_INPUTS = 8;

export const numbersOf = (file: PdfFile, o: PdfObject | undefined): readonly number[] => {
  const list = file.resolve(o);
  return isArray(list) ? list.items.map((item) => numberOf(file.resolve(item)) ?? 0) : [];
};

export const clamp = (n: number, low = 0, high = 1): number => Math.min(high, Math.max(low, n));

const clipped = (values: readonly number[], ranges: readonly number[]): readonly number[] =>
  ranges.length === 0 ? values : values.map((n, i) => clamp(n, ranges[i * 2], ranges[i * 2 + 1]));

/** A function, or several that give one number each. @throws PdfFault */
export function functionOf(file: PdfFile, o: PdfObject | undefined, depth = 0): PdfFunction {
  if (depth > DEEPEST) throw unsupported('its functions are nested too deep');
  const found = file.resolve(o);
  if (isArray(found)) {
    const parts = found.items.map((item) => functionOf(file, item, depth + 1));
    return (input) => parts.flatMap((part) => part(input));
  }
  const dict = isStream(found) ? found.dict : found;
  if (!isDict(dict)) throw unsupported('a function of it is missing');
  const domain = numbersOf(file, dict.entries.get('Domain'));
  const range = numbersOf(file, dict.entries.get('Range'));
  const made = ofType(file, dict, isStream(found) ? file.bytes(found) : null, domain, range, depth);
  return (input) => clipped(made(clipped(input, domain)), range);
}

function ofType(
  file: PdfFile,
  dict: PdfDict,
  bytes: Uint8Array | null,
  domain: readonly number[],
  range: readonly number[],
  depth: number,
): PdfFunction {
  const listed = (key: string): readonly number[] => numbersOf(file, dict.entries.get(key));
  switch (numberOf(file.entry(dict, 'FunctionType'))) {
    case 0:
      if (!bytes) break;
      return sampled(bytes, {
        domain,
        range,
        size: listed('Size'),
        bits: numberOf(file.entry(dict, 'BitsPerSample')) ?? 8,
        encode: listed('Encode'),
        decode: listed('Decode'),
      });
    case 2: {
      const [c0, c1] = [listed('C0'), listed('C1')];
      const n = numberOf(file.entry(dict, 'N')) ?? 1;
      const [from, to] = [c0.length > 0 ? c0 : [0], c1.length > 0 ? c1 : [1]];
      return ([x = 0]) => from.map((a, i) => a + x ** n * ((to[i] ?? 0) - a));
    }
    case 3: {
      const list = file.entry(dict, 'Functions');
      const parts = isArray(list) ? list.items.map((item) => functionOf(file, item, depth + 1)) : [];
      return stitched(parts, domain, listed('Bounds'), listed('Encode'));
    }
    case 4:
      if (bytes) return calculator(Buffer.from(bytes).toString('latin1'));
  }
  throw unsupported('a function of it is of a kind that kit does not know');
}

/** 7.10.4 */
function stitched(
  parts: readonly PdfFunction[],
  [low = 0, high = 1]: readonly number[],
  bounds: readonly number[],
  encode: readonly number[],
): PdfFunction {
  if (parts.length === 0) throw unsupported('a function of it has no parts');
  return ([x = 0]) => {
    let k = 0;
    while (k < bounds.length && x >= (bounds[k] ?? high)) k++;
    k = Math.min(k, parts.length - 1);
    const [from, to] = [k === 0 ? low : (bounds[k - 1] ?? low), bounds[k] ?? high];
    const [e0, e1] = [encode[k * 2] ?? 0, encode[k * 2 + 1] ?? 1];
    return parts[k]?.([to === from ? e0 : e0 + ((x - from) * (e1 - e0)) / (to - from)]) ?? [];
  };
}

interface Table {
  readonly domain: readonly number[];
  readonly range: readonly number[];
  readonly size: readonly number[];
  readonly bits: number;
  readonly encode: readonly number[];
  readonly decode: readonly number[];
}

/** 7.10.2, linear between the samples. */
function sampled(bytes: Uint8Array, { domain, range, size, bits, encode, decode }: Table): PdfFunction {
  const outputs = Math.floor(range.length / 2);
  const count = size.reduce((product, n) => product * n, outputs);
  if (
    size.length === 0 ||
    size.length > MAX_INPUTS ||
    !(Number.isInteger(count) && count > 0 && count <= MAX_SAMPLES) ||
    ![1, 2, 4, 8, 12, 16, 24, 32].includes(bits)
  )
    throw unsupported('a function of it has a table of an odd size');
  const samples = unpacked(bytes, bits, count);
  const most = 2 ** bits - 1;
  const ends = (list: readonly number[], i: number, otherwise: readonly [number, number]) =>
    [list[i * 2] ?? otherwise[0], list[i * 2 + 1] ?? otherwise[1]] as const;
  return (input) => {
    const places = size.map((n, i) => {
      const [d0, d1] = ends(domain, i, [0, 1]);
      const [e0, e1] = ends(encode, i, [0, n - 1]);
      const at = clamp(d1 === d0 ? e0 : e0 + (((input[i] ?? 0) - d0) * (e1 - e0)) / (d1 - d0), 0, n - 1);
      return { at: Math.min(Math.floor(at), Math.max(0, n - 2)), part: n > 1 ? at - Math.min(Math.floor(at), n - 2) : 0 };
    });
    const out = new Array<number>(outputs).fill(0);
    for (let corner = 0; corner < 1 << size.length; corner++) {
      let [weight, index, step] = [1, 0, 1];
      places.forEach(({ at, part }, i) => {
        const far = (corner >> i) & 1;
        weight *= far ? part : 1 - part;
        index += Math.min(at + far, (size[i] ?? 1) - 1) * step;
        step *= size[i] ?? 1;
      });
      if (weight > 0) for (let j = 0; j < outputs; j++) out[j] = (out[j] ?? 0) + weight * (samples[index * outputs + j] ?? 0);
    }
    return out.map((n, j) => {
      const [d0, d1] = ends(decode, j, ends(range, j, [0, 1]));
      return d0 + (n * (d1 - d0)) / most;
    });
  };
}

/** Numbers of so many bits, the highest first. @param row values after which a byte begins anew; 0: nowhere */
export function unpacked(bytes: Uint8Array, bits: number, count: number, row = 0): Float64Array {
  const out = new Float64Array(count);
  let [at, held, has] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (row > 0 && i % row === 0) has = 0;
    if (bits >= 8 && bits % 8 === 0) {
      let n = 0;
      for (let b = 0; b < bits; b += 8) n = n * 256 + (bytes[at++] ?? 0);
      out[i] = n;
      continue;
    }
    while (has < bits) {
      held = ((held << 8) | (bytes[at++] ?? 0)) & 0xffffff;
      has += 8;
    }
    has -= bits;
    out[i] = (held >> has) & ((1 << bits) - 1);
  }
  return out;
}
