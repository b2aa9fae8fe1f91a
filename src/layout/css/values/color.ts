import type { Color } from '../../../core/color.ts';
import { TRANSPARENT } from '../../../core/color.ts';
import { nearest } from '../nearest.ts';
import { type Cursor, ended, fault, inFunction, operator, type Parser, peek } from './cursor.ts';
import { angle, number, percentage } from './length.ts';
import { NAMED_COLORS } from './named-colors.ts';

/** `currentcolor` waits for the element's own colour. */
export type ColorValue = Color | 'currentcolor';

const unit = (value: number): number => Math.min(1, Math.max(0, value));
const rgb = (r: number, g: number, b: number, a = 1): Color => ({
  space: 'srgb',
  r: unit(r),
  g: unit(g),
  b: unit(b),
  a: unit(a),
});

function hex(text: string): Color | undefined {
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) return undefined;
  const wide = text.length < 5 ? [...text].map((digit) => digit + digit).join('') : text;
  const at = (i: number): number => Number.parseInt(wide.slice(2 * i, 2 * i + 2), 16) / 255;
  return rgb(at(0), at(1), at(2), wide.length === 8 ? at(3) : 1);
}

/** A number of `scale`, or a percentage, as 0..1. */
function share(c: Cursor, scale: number): number | undefined {
  const value = number(c);
  if (value !== undefined) return value / scale;
  const percent = percentage(c);
  return percent === undefined ? undefined : percent / 100;
}

/** The alpha at the end, after a comma (old syntax) or a slash. */
function alpha(c: Cursor, commas: boolean): number | undefined {
  if (ended(c)) return 1;
  return operator(c, commas ? ',' : '/') ? share(c, 1) : undefined;
}

function readRgb(c: Cursor): Color | undefined {
  const r = share(c, 255);
  const commas = operator(c, ',');
  const g = share(c, 255);
  if (commas && !operator(c, ',')) return undefined;
  const b = share(c, 255);
  const a = alpha(c, commas);
  return r === undefined || g === undefined || b === undefined || a === undefined ? undefined : rgb(r, g, b, a);
}

/** CSS Color 4, 7.1. */
function readHsl(c: Cursor): Color | undefined {
  const h = number(c) ?? angle(c);
  const commas = operator(c, ',');
  const s = share(c, 100);
  if (commas && !operator(c, ',')) return undefined;
  const l = share(c, 100);
  const a = alpha(c, commas);
  if (h === undefined || s === undefined || l === undefined || a === undefined) return undefined;
  const [saturation, light] = [unit(s), unit(l)];
  const part = (n: number): number => {
    const k = (n + (((h % 360) + 360) % 360) / 30) % 12;
    return light - saturation * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return rgb(part(0), part(8), part(4), a);
}

/** CSS Color 5, 10: four numbers 0..1 or percentages. */
function readCmyk(c: Cursor): Color | undefined {
  const parts: number[] = [];
  let commas = false;
  for (let i = 0; i < 4; i++) {
    if (i === 1) commas = operator(c, ',');
    else if (i > 1 && commas && !operator(c, ',')) return undefined;
    const part = share(c, 1);
    if (part === undefined) return undefined;
    parts.push(unit(part));
  }
  const a = alpha(c, commas);
  const [cyan, magenta, yellow, black] = parts;
  if (cyan === undefined || magenta === undefined || yellow === undefined || black === undefined || a === undefined)
    return undefined;
  return { space: 'cmyk', c: cyan, m: magenta, y: yellow, k: black, a: unit(a) };
}

const UNSUPPORTED = ['hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix', 'light-dark', 'contrast-color'];

export const color: Parser<ColorValue> = (c) => {
  const node = peek(c);
  if (node?.type === 'Hash') {
    const value = hex(node.value);
    if (!value) return fault(c, node, `“#${node.value}” is not a colour: write 3, 4, 6 or 8 hexadecimal digits`);
    c.at++;
    return value;
  }
  if (node?.type === 'Identifier') {
    const name = node.name.toLowerCase();
    const value = name === 'currentcolor' ? name : name === 'transparent' ? TRANSPARENT : NAMED_COLORS.get(name);
    if (value) c.at++;
    return value;
  }
  if (node?.type !== 'Function') return undefined;
  if (UNSUPPORTED.includes(node.name.toLowerCase()))
    return fault(c, node, `${node.name}() is not supported; write rgb(), hsl() or device-cmyk()`, true);
  return (
    inFunction(c, ['rgb', 'rgba'], readRgb) ?? inFunction(c, ['hsl', 'hsla'], readHsl) ?? inFunction(c, ['device-cmyk'], readCmyk)
  );
};

/** For hints: the colour name that is nearest. */
export const nearestColor = (name: string): string | undefined => nearest(name, NAMED_COLORS.keys());
