import { encode } from 'uqr';
import { BLACK } from '../../core/color.ts';
import type { PathSegment } from '../../core/display.ts';
import type { VectorDrawing } from '../types.ts';

/** Modules of white around the code (ISO/IEC 18004, 6.3.8). */
export const QUIET_ZONE = 4;

/** Keys of codes are told from those of other drawings, which are plain hashes. */
const KEY = 'qr-';
export const qrKey = (hash: string): string => `${KEY}${hash}`;
export const isQrKey = (key: string): boolean => key.startsWith(KEY);

/** Version 20 has 97 modules: at 30 mm, 0.3 mm each, which is as fine as an office printer holds. */
const MAX_VERSION = 20;

/** Scanners read raw letters such as å in different ways; percent-encoded ones are read alike. Other values stand as they are. */
export function qrText(value: string): string {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  return value.replace(/[^\x21-\x7e]+/gu, (run) => encodeURIComponent(run.replace(/\p{Surrogate}/gu, '\uFFFD')));
}

/** null: the value is too long. */
export function drawQr(value: string): VectorDrawing | null {
  let modules: readonly (readonly boolean[])[];
  try {
    modules = encode(qrText(value), { ecc: 'M', border: 0, boostEcc: true, maxVersion: MAX_VERSION }).data;
  } catch {
    return null;
  }
  const size = modules.length;
  return {
    viewBox: { x: 0, y: 0, width: size + 2 * QUIET_ZONE, height: size + 2 * QUIET_ZONE },
    preserveAspectRatio: { align: { x: 0.5, y: 0.5 }, slice: false },
    shapes: [{ kind: 'path', path: { segments: runs(modules) }, fill: { kind: 'color', color: BLACK } }],
  };
}

/** Dark modules as rectangles: runs of a row, and equal runs of the rows below it joined. */
function runs(modules: readonly (readonly boolean[])[]): readonly PathSegment[] {
  const segments: PathSegment[] = [];
  const size = modules.length;
  // Runs that still grow downwards: 'from to' → first row.
  let growing = new Map<string, { from: number; to: number; top: number }>();
  const close = (run: { from: number; to: number; top: number }, bottom: number) => {
    const x0 = run.from + QUIET_ZONE;
    const x1 = run.to + QUIET_ZONE;
    const y0 = run.top + QUIET_ZONE;
    const y1 = bottom + QUIET_ZONE;
    segments.push(['M', x0, y0], ['L', x1, y0], ['L', x1, y1], ['L', x0, y1], ['Z']);
  };
  for (let row = 0; row <= size; row++) {
    const next = new Map<string, { from: number; to: number; top: number }>();
    const line = modules[row] ?? [];
    for (let from = 0; from < line.length; from++) {
      if (!line[from]) continue;
      let to = from;
      while (line[to]) to++;
      const key = `${from} ${to}`;
      next.set(key, growing.get(key) ?? { from, to, top: row });
      growing.delete(key);
      from = to;
    }
    for (const run of growing.values()) close(run, row);
    growing = next;
  }
  return segments;
}
