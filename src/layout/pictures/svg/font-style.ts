import { parseLength } from './units.ts';

/** Properties of text, all inherited. */
export interface SvgFont {
  /** In order of preference; empty: whatever the page's text is set in. */
  readonly families: readonly string[];
  /** User units. */
  readonly size: number;
  readonly weight: number;
  readonly slant: 'normal' | 'italic';
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly baseline: 'alphabetic' | 'middle' | 'central' | 'hanging' | 'top' | 'bottom';
  /** User units, upwards. */
  readonly shift: number;
  readonly direction: 'ltr' | 'rtl';
  readonly underline: boolean;
  readonly lineThrough: boolean;
  /** Spaces and line ends stand as they are written. */
  readonly preserve: boolean;
}

export const INITIAL_FONT: SvgFont = {
  families: [],
  size: 16,
  weight: 400,
  slant: 'normal',
  letterSpacing: 0,
  wordSpacing: 0,
  anchor: 'start',
  baseline: 'alphabetic',
  shift: 0,
  direction: 'ltr',
  underline: false,
  lineThrough: false,
  preserve: false,
};

const BASELINES: Readonly<Record<string, SvgFont['baseline']>> = {
  auto: 'alphabetic',
  alphabetic: 'alphabetic',
  baseline: 'alphabetic',
  middle: 'middle',
  central: 'central',
  hanging: 'hanging',
  'text-before-edge': 'top',
  'text-top': 'top',
  'text-after-edge': 'bottom',
  'text-bottom': 'bottom',
};

/** Names of css-fonts-4, 2.5, in CSS pixels. */
const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

function fontSize(text: string, parent: number): number | null {
  const named = SIZES[text];
  if (named !== undefined) return named;
  const em = /^([+-]?(?:\d+\.?\d*|\.\d+))r?em$/i.exec(text);
  const size = em ? Number(em[1]) * (/rem$/i.test(text) ? 16 : parent) : parseLength(text, parent);
  return size !== null && size >= 0 ? size : null;
}

function spacing(text: string, size: number): number | null {
  if (text === 'normal') return 0;
  const em = /^([+-]?(?:\d+\.?\d*|\.\d+))em$/i.exec(text);
  return em ? Number(em[1]) * size : parseLength(text);
}

const weightOf = (text: string, parent: number): number | null => {
  if (text === 'normal') return 400;
  if (text === 'bold') return 700;
  if (text === 'bolder') return parent < 350 ? 400 : parent < 550 ? 700 : 900;
  if (text === 'lighter') return parent < 550 ? 100 : parent < 750 ? 400 : 700;
  const weight = Number(text);
  return text !== '' && weight >= 1 && weight <= 1000 ? weight : null;
};

const familiesOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((name) => name !== '');

/** Properties that `setFont` knows. */
export const FONT_PROPERTIES: readonly string[] = [
  'font',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'word-spacing',
  'text-anchor',
  'dominant-baseline',
  'alignment-baseline',
  'baseline-shift',
  'direction',
  'text-decoration',
  'text-decoration-line',
  'white-space',
];

/** One property on a font; null: the value cannot be read; undefined: no property of text. */
export function setFont(font: SvgFont, name: string, text: string): SvgFont | null | undefined {
  const to = (change: Partial<SvgFont> | null): SvgFont | null => change && { ...font, ...change };
  const number = (key: 'size' | 'letterSpacing' | 'wordSpacing' | 'weight' | 'shift', value: number | null) =>
    to(value === null ? null : { [key]: value });
  switch (name) {
    case 'font-family': {
      const families = familiesOf(text);
      return to(families.length > 0 ? { families } : null);
    }
    case 'font-size':
      return number('size', fontSize(text, font.size));
    case 'font-weight':
      return number('weight', weightOf(text, font.weight));
    case 'font-style':
      if (text === 'normal') return to({ slant: 'normal' });
      return to(/^(italic|oblique)/.test(text) ? { slant: 'italic' } : null);
    case 'font':
      return shorthand(font, text);
    case 'letter-spacing':
      return number('letterSpacing', spacing(text, font.size));
    case 'word-spacing':
      return number('wordSpacing', spacing(text, font.size));
    case 'text-anchor':
      return to(text === 'start' || text === 'middle' || text === 'end' ? { anchor: text } : null);
    case 'dominant-baseline':
    case 'alignment-baseline': {
      const baseline = BASELINES[text];
      return to(baseline ? { baseline } : null);
    }
    case 'baseline-shift': {
      const shift =
        text === 'baseline'
          ? 0
          : text === 'sub'
            ? -0.2 * font.size
            : text === 'super'
              ? 0.4 * font.size
              : parseLength(
                  text.replace(/^([\d.+-]+)em$/, (_, n: string) => String(Number(n) * font.size)),
                  font.size,
                );
      return number('shift', shift === null ? null : font.shift + shift);
    }
    case 'direction':
      return to(text === 'ltr' || text === 'rtl' ? { direction: text } : null);
    case 'text-decoration':
    case 'text-decoration-line':
      return to({ underline: /\bunderline\b/.test(text), lineThrough: /\bline-through\b/.test(text) });
    case 'white-space':
      return to({ preserve: /^pre/.test(text) });
    default:
      return undefined;
  }
}

/** `italic bold 12px/1.2 Family, Family` */
function shorthand(font: SvgFont, text: string): SvgFont | null {
  const match =
    /^((?:[a-z0-9-]+\s+)*?)([\d.]+(?:px|pt|mm|cm|in|pc|q|em|rem|%)|(?:x{0,2}-)?(?:small|large)|medium)(?:\s*\/\s*\S+)?\s+(.+)$/i.exec(
      text,
    );
  if (!match) return null;
  let out: SvgFont = { ...font, weight: 400, slant: 'normal' };
  for (const word of (match[1] ?? '').trim().split(/\s+/).filter(Boolean)) {
    const next = /^(italic|oblique)$/i.test(word)
      ? setFont(out, 'font-style', word.toLowerCase())
      : /^(bold|bolder|lighter|\d+)$/i.test(word)
        ? setFont(out, 'font-weight', word.toLowerCase())
        : out;
    if (!next) return null;
    out = next;
  }
  const sized = setFont(out, 'font-size', match[2] ?? '');
  return (sized && setFont(sized, 'font-family', match[3] ?? '')) || null;
}
