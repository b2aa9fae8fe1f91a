import type { PathSegment } from '../../../core/display.ts';
import { arcToCurves } from './arc.ts';

export interface ParsedPath {
  readonly segments: readonly PathSegment[];
  /** UTF-16 offset of the first thing that is not path data; what stands before it is drawn (SVG 2, 9.5.4). */
  readonly errorAt?: number;
}

const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 12 || c === 13;

/** Reads numbers one after the other, with or without separators: '1-2.5.5e3' holds four. */
export class NumberScanner {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  skip(): void {
    let c = this.text.charCodeAt(this.at);
    while (isSpace(c) || c === 44) c = this.text.charCodeAt(++this.at);
  }

  get done(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  /** null: no number stands here. */
  number(): number | null {
    this.skip();
    const { text } = this;
    const start = this.at;
    let i = start;
    let c = text.charCodeAt(i);
    if (c === 43 || c === 45) c = text.charCodeAt(++i);
    const digits = i;
    while (isDigit(c)) c = text.charCodeAt(++i);
    let count = i - digits;
    if (c === 46) {
      c = text.charCodeAt(++i);
      const fraction = i;
      while (isDigit(c)) c = text.charCodeAt(++i);
      count += i - fraction;
    }
    if (count === 0) return null;
    if (c === 101 || c === 69) {
      let j = i + 1;
      c = text.charCodeAt(j);
      if (c === 43 || c === 45) c = text.charCodeAt(++j);
      if (isDigit(c)) {
        while (isDigit(c)) c = text.charCodeAt(++j);
        i = j;
      }
    }
    this.at = i;
    const value = Number(text.slice(start, i));
    return Number.isFinite(value) ? value : null;
  }

  /** An arc's flag: one character, '0' or '1', with nothing needed after it. */
  flag(): number | null {
    this.skip();
    const c = this.text.charCodeAt(this.at);
    if (c !== 48 && c !== 49) return null;
    this.at++;
    return c - 48;
  }
}

/** Paths read so far: libraries have the same shapes in other colours. Emptied when full. */
const known = new Map<string, ParsedPath>();
const MAX_KNOWN = 5000;

/** `d` of a path (SVG 2, 9.3): absolute moves, lines and cubic curves. */
export function parsePathData(d: string): ParsedPath {
  const before = known.get(d);
  if (before) return before;
  const parsed = readPathData(d);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(d, parsed);
  return parsed;
}

function readPathData(d: string): ParsedPath {
  const scanner = new NumberScanner(d);
  const segments: PathSegment[] = [];
  let command = '';
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  // Last control point, for S and T; only after a curve of their own kind.
  let controlX = 0;
  let controlY = 0;
  let previous = '';
  let open = false;

  const moveIfClosed = () => {
    if (!open) {
      segments.push(['M', x, y]);
      open = true;
    }
  };
  const line = (toX: number, toY: number) => {
    moveIfClosed();
    segments.push(['L', toX, toY]);
    x = toX;
    y = toY;
  };
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number) => {
    moveIfClosed();
    segments.push(['C', x1, y1, x2, y2, toX, toY]);
    x = toX;
    y = toY;
  };
  const quadratic = (cx: number, cy: number, toX: number, toY: number) => {
    curve(x + (2 / 3) * (cx - x), y + (2 / 3) * (cy - y), toX + (2 / 3) * (cx - toX), toY + (2 / 3) * (cy - toY), toX, toY);
    controlX = cx;
    controlY = cy;
  };

  while (!scanner.done) {
    const before = scanner.at;
    const letter = d.charAt(scanner.at);
    if (ARGUMENTS[letter.toLowerCase()] !== undefined) {
      if (segments.length === 0 && letter.toLowerCase() !== 'm') return { segments, errorAt: before };
      command = letter;
      scanner.at++;
    } else if (command === '' || command === 'z' || command === 'Z') return { segments, errorAt: before };

    const kind = command.toLowerCase();
    const relative = command === kind;
    const count = ARGUMENTS[kind] ?? 0;
    const n: number[] = [];
    for (let i = 0; i < count; i++) {
      const value = kind === 'a' && (i === 3 || i === 4) ? scanner.flag() : scanner.number();
      if (value === null) return { segments, errorAt: Math.min(scanner.at, d.length) };
      n.push(value);
    }
    const [n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0] = n;
    const ox = relative ? x : 0;
    const oy = relative ? y : 0;
    switch (kind) {
      case 'm':
        x = ox + n0;
        y = oy + n1;
        startX = x;
        startY = y;
        segments.push(['M', x, y]);
        open = true;
        command = relative ? 'l' : 'L';
        break;
      case 'l':
        line(ox + n0, oy + n1);
        break;
      case 'h':
        line(ox + n0, y);
        break;
      case 'v':
        line(x, oy + n0);
        break;
      case 'c':
        curve(ox + n0, oy + n1, ox + n2, oy + n3, ox + n4, oy + n5);
        controlX = ox + n2;
        controlY = oy + n3;
        break;
      case 's': {
        const smooth = previous === 'c' || previous === 's';
        curve(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, ox + n0, oy + n1, ox + n2, oy + n3);
        controlX = ox + n0;
        controlY = oy + n1;
        break;
      }
      case 'q':
        quadratic(ox + n0, oy + n1, ox + n2, oy + n3);
        break;
      case 't': {
        const smooth = previous === 'q' || previous === 't';
        quadratic(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, ox + n0, oy + n1);
        break;
      }
      case 'a': {
        const curves = arcToCurves({ x, y }, { x: ox + n5, y: oy + n6 }, Math.abs(n0), Math.abs(n1), n2, n3 === 1, n4 === 1);
        if (curves === 'line') line(ox + n5, oy + n6);
        else for (const c of curves) curve(...c);
        break;
      }
      default:
        if (open) segments.push(['Z']);
        open = false;
        x = startX;
        y = startY;
    }
    previous = kind;
  }
  return { segments };
}
