import { invalid, type SvgRun, unsupported, type Viewport } from './environment.ts';
import type { SvgFont } from './font-style.ts';
import { spelled } from './spelling.ts';
import { type SvgStyle, styleOf } from './style.ts';
import type { SvgElement, SvgWords } from './tree.ts';
import { parseLength } from './units.ts';

/** One character of a text, with what says where it stands. */
export interface Char {
  readonly char: string;
  readonly style: SvgStyle;
  readonly words: SvgWords;
  /** The `<textPath>` that it runs along. */
  readonly along: SvgElement | null;
  x?: number;
  y?: number;
  dx: number;
  dy: number;
  /** Degrees. */
  rotate: number;
}

type Range = { readonly el: SvgElement; readonly start: number; readonly end: number; readonly font: SvgFont };

/** The characters of a `<text>`, white space collapsed, with their positions (SVG 2, 11.5). */
export function charsOf(run: SvgRun, text: SvgElement, style: SvgStyle, view: Viewport): readonly Char[] {
  const chars: Char[] = [];
  const ranges: Range[] = [];
  const add = (words: SvgWords, own: SvgStyle, along: SvgElement | null): void => {
    for (const written of words.words) {
      const space = /[ \t\r\n\f]/.test(written);
      const last = chars.at(-1);
      if (space && !own.font.preserve && (!last || last.char === ' ')) continue;
      chars.push({ char: space ? ' ' : written, style: own, words, along, dx: 0, dy: 0, rotate: 0 });
    }
  };
  const visit = (el: SvgElement, own: SvgStyle, along: SvgElement | null): void => {
    const place = ranges.length;
    const start = chars.length;
    for (const child of el.mixed ?? []) {
      if ('words' in child) add(child, own, along);
      else if (child.name === 'tspan' || child.name === 'a' || child.name === 'textpath') {
        const inner = styleOf(run, child, own, view);
        if (!inner.own.displayed) continue;
        if (inner.own.opacity < 1 || inner.own.clip || inner.own.mask)
          unsupported(
            run,
            `opacity, clip-path and mask of <${spelled(child.name)}> are not supported.`,
            child.source,
            'Use fill-opacity, or a <text> of its own.',
          );
        visit(child, spaced(child, inner.style), child.name === 'textpath' ? child : along);
      } else if (child.name !== 'title' && child.name !== 'desc')
        unsupported(run, `<${spelled(child.name)}> is not supported in a text.`, child.source, 'Put it beside the text.');
    }
    ranges.splice(place, 0, { el, start, end: chars.length, font: own.font });
  };
  visit(text, spaced(text, style), null);
  while (chars.at(-1)?.char === ' ' && chars.at(-1)?.style.font.preserve === false) chars.pop();
  for (const range of ranges) position(run, range, chars, view);
  return chars;
}

/** `xml:space="preserve"` is read by name, since other programs' prefixes are dropped. */
function spaced(el: SvgElement, style: SvgStyle): SvgStyle {
  const written = el.attributes.get('xml:space')?.value;
  if (written === undefined) return style;
  const preserve = written === 'preserve';
  return style.font.preserve === preserve ? style : { ...style, font: { ...style.font, preserve } };
}

function position(run: SvgRun, { el, start, end, font }: Range, chars: readonly Char[], view: Viewport): void {
  for (const name of ['x', 'y', 'dx', 'dy', 'rotate'] as const) {
    const attribute = el.attributes.get(name);
    if (!attribute) continue;
    const base = name === 'x' || name === 'dx' ? view.width : view.height;
    const values = attribute.value
      .trim()
      .split(/[\s,]+/)
      .map((word) => {
        const em = /^([+-]?(?:\d+\.?\d*|\.\d+))em$/i.exec(word);
        return em ? Number(em[1]) * font.size : parseLength(word, base);
      });
    if (values.some((v) => v === null)) {
      invalid(
        run,
        `“${attribute.value}” is no list of lengths.`,
        attribute.source ?? el.source,
        'Use numbers, or px, mm, pt, em or %.',
      );
      continue;
    }
    for (let i = start; i < end; i++) {
      const char = chars[i];
      // The last turn holds for the rest.
      const value = values[name === 'rotate' ? Math.min(i - start, values.length - 1) : i - start];
      if (char && value !== null && value !== undefined) char[name] = value;
    }
  }
}
