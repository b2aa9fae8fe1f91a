import type { Color } from '../../../core/color.ts';
import { NAMED_COLORS } from '../../css/values/named-colors.ts';

const clamp = (value: number, high = 1): number => Math.min(high, Math.max(0, value));

/** '50%' → 0.5, '127.5' → 127.5/full. null: no number. */
function channel(text: string, full: number): number | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(text);
  return match ? clamp(Number(match[1]) / (match[2] ? 100 : full)) : null;
}

function hue(text: string): number | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(deg|turn|rad|grad)?$/i.exec(text);
  if (!match) return null;
  const turns = { turn: 1, rad: 1 / (2 * Math.PI), grad: 1 / 400, deg: 1 / 360 }[(match[2] ?? 'deg').toLowerCase()] ?? 0;
  const value = Number(match[1]) * turns;
  return value - Math.floor(value);
}

function hslToRgb(h: number, s: number, l: number): readonly [number, number, number] {
  const a = s * Math.min(l, 1 - l);
  const f = (n: number) => {
    const k = (n + h * 12) % 12;
    return l - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [f(0), f(8), f(4)];
}

function hex(digits: string): Color | null {
  const short = digits.length === 3 || digits.length === 4;
  if (!short && digits.length !== 6 && digits.length !== 8) return null;
  const parts = short ? [...digits].map((d) => d + d) : (digits.match(/../g) ?? []);
  const [r = 0, g = 0, b = 0, a = 1] = parts.map((part) => Number.parseInt(part, 16) / 255);
  return { space: 'srgb', r, g, b, a };
}

/** A CSS colour (css-color-4: hex, names, rgb(), hsl(), device-cmyk()). null: none. `currentcolor` is the caller's. */
export function parseSvgColor(written: string): Color | null {
  const text = written.trim().toLowerCase();
  if (/^#[0-9a-f]+$/.test(text)) return hex(text.slice(1));
  if (text === 'transparent') return { space: 'srgb', r: 0, g: 0, b: 0, a: 0 };
  const named = NAMED_COLORS.get(text);
  if (named) return named;
  const call = /^(rgba?|hsla?|device-cmyk)\(([^()]*)\)$/.exec(text);
  if (!call) return null;
  const args = (call[2] ?? '').trim().split(/\s*[,/]\s*|\s+/);
  const cmyk = call[1] === 'device-cmyk';
  const count = cmyk ? 4 : 3;
  if (args.length !== count && args.length !== count + 1) return null;
  const a = args.length > count ? channel(args[count] ?? '', 1) : 1;
  const hsl = call[1]?.startsWith('hsl') ?? false;
  const full = cmyk ? 1 : hsl ? 100 : 255;
  const [c0, c1, c2, c3] = args.slice(0, count).map((arg, i) => (hsl && i === 0 ? hue(arg) : channel(arg, full)));
  if (a === null || c0 == null || c1 == null || c2 == null) return null;
  if (cmyk) return c3 == null ? null : { space: 'cmyk', c: c0, m: c1, y: c2, k: c3, a };
  const [r, g, b] = hsl ? hslToRgb(c0, c1, c2) : [c0, c1, c2];
  return { space: 'srgb', r, g, b, a };
}

export const withAlpha = (color: Color, factor: number): Color => (factor === 1 ? color : { ...color, a: color.a * factor });
