/** A table of an ICC profile from three channels to some: curves, a grid, curves (ICC.1:2010, 10.10 and 10.11). All values 0..1. */
export interface Lut {
  /** Row by row; for XYZ only (10.10). */
  readonly matrix: readonly number[];
  readonly inputs: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
  /** Points of the grid on each of its three sides. */
  readonly points: number;
  /** The last input's index runs fastest, channels side by side. */
  readonly grid: Float64Array;
  readonly channels: number;
}

/** Reads lut8Type or lut16Type; null: it is neither, or has not three inputs. */
export function readLut(bytes: Uint8Array, offset: number): Lut | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = view.getUint32(offset);
  const wide = type === 0x6d667432;
  if ((!wide && type !== 0x6d667431) || bytes[offset + 8] !== 3) return null;
  const channels = bytes[offset + 9] ?? 0;
  const points = bytes[offset + 10] ?? 0;
  const inputEntries = wide ? view.getUint16(offset + 48) : 256;
  const outputEntries = wide ? view.getUint16(offset + 50) : 256;
  if (points < 2 || inputEntries < 2 || outputEntries < 2) return null;
  let at = offset + (wide ? 52 : 48);
  const read = (count: number): Float64Array => {
    const values = new Float64Array(count);
    for (let i = 0; i < count; i++, at += wide ? 2 : 1) values[i] = wide ? view.getUint16(at) / 65535 : view.getUint8(at) / 255;
    return values;
  };
  const matrix = Array.from({ length: 9 }, (_, i) => view.getInt32(offset + 12 + i * 4) / 65536);
  const inputs = [0, 1, 2].map(() => read(inputEntries));
  const grid = read(points ** 3 * channels);
  const outputs = Array.from({ length: channels }, () => read(outputEntries));
  return { matrix, inputs, outputs, points, grid, channels };
}

/** A curve given by samples at equal distances. */
function along(curve: Float64Array, value: number): number {
  const at = Math.min(1, Math.max(0, value)) * (curve.length - 1);
  const low = Math.min(curve.length - 2, Math.floor(at));
  const a = curve[low] ?? 0;
  return a + ((curve[low + 1] ?? 0) - a) * (at - low);
}

/** Looks up one value. The grid is read by tetrahedra: neutral colours lie on their common edge. */
export function throughLut({ inputs, outputs, points, grid, channels }: Lut, values: readonly number[]): number[] {
  const axes = values.map((value, axis) => along(inputs[axis] ?? grid, value));
  const mixed = throughGrid(grid, points, channels, axes[0] ?? 0, axes[1] ?? 0, axes[2] ?? 0);
  return mixed.map((value, channel) => along(outputs[channel] ?? grid, value));
}

export function throughGrid(grid: Float64Array, points: number, channels: number, x: number, y: number, z: number): number[] {
  const out = new Array<number>(channels);
  const most = points - 1;
  const [px, py, pz] = [x * most, y * most, z * most];
  const [ix, iy, iz] = [Math.min(most - 1, px | 0), Math.min(most - 1, py | 0), Math.min(most - 1, pz | 0)];
  const [fx, fy, fz] = [px - ix, py - iy, pz - iz];
  const [dx, dy, dz] = [points * points * channels, points * channels, channels];
  const base = ix * dx + iy * dy + iz * dz;
  // From the near corner to the far one along the axes, the largest fraction first.
  let [a, b, fa, fb, fc] = [dx, dx + dy, fx, fy, fz];
  if (fx >= fy) {
    if (fy >= fz) [a, b, fa, fb, fc] = [dx, dx + dy, fx, fy, fz];
    else if (fx >= fz) [a, b, fa, fb, fc] = [dx, dx + dz, fx, fz, fy];
    else [a, b, fa, fb, fc] = [dz, dx + dz, fz, fx, fy];
  } else if (fx >= fz) [a, b, fa, fb, fc] = [dy, dx + dy, fy, fx, fz];
  else if (fy >= fz) [a, b, fa, fb, fc] = [dy, dy + dz, fy, fz, fx];
  else [a, b, fa, fb, fc] = [dz, dy + dz, fz, fy, fx];
  const far = base + dx + dy + dz;
  for (let i = 0; i < channels; i++) {
    const v0 = grid[base + i] ?? 0;
    const v1 = grid[base + a + i] ?? 0;
    const v2 = grid[base + b + i] ?? 0;
    out[i] = v0 + (v1 - v0) * fa + (v2 - v1) * fb + ((grid[far + i] ?? 0) - v2) * fc;
  }
  return out;
}
