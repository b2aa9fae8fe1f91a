import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import { extremesOf, type Ground, type Measured, measure } from './ground.ts';
import { hexOf, luminance, type Rgba, rgbaOf, shadeFor } from './light.ts';
import { points, ratioText } from './numbers.ts';
import type { Paragraph } from './paragraphs.ts';
import type { PaintedText } from './scene.ts';

/** WCAG 2.2, 1.4.3: large is 18 pt, or 14 pt in bold. */
const LARGE = 18;
const LARGE_BOLD = 14;
const BOLD = 700;
const ENOUGH = 4.5;
const ENOUGH_LARGE = 3;
/** Nobody reads it. */
const HOPELESS = 1.5;
/** What rounding to 8 bits may do. */
const ROUNDING = 0.005;

/** Smaller type is not read from paper. */
const SMALLEST = 6;

const sizeOf = ({ glyphs, scale }: PaintedText): number => glyphs.size * scale;

function enoughFor(text: PaintedText): number {
  const size = sizeOf(text) + 0.01;
  const large = size >= LARGE || (size >= LARGE_BOLD && text.glyphs.run.face.weight >= BOLD);
  return large ? ENOUGH_LARGE : ENOUGH;
}

/** Contrast of a paragraph with what lies behind it (WCAG 2.2, 1.4.3, level AA). */
export function judgeContrast(paragraph: Paragraph, groundOf: (text: PaintedText) => Ground): Diagnostic | null {
  const faint: PaintedText[] = [];
  let worst: { readonly found: Measured; readonly asked: number; readonly detailed: boolean; readonly of: PaintedText } | null =
    null;
  for (const text of paragraph.texts) {
    const ground = groundOf(text);
    const found = measure(text, ground);
    const asked = enoughFor(text);
    if (found.ratio >= asked - ROUNDING) continue;
    faint.push(text);
    if (!worst || found.ratio / asked < worst.found.ratio / worst.asked)
      worst = { found, asked, detailed: ground.detailed, of: text };
  }
  if (!worst) return null;
  const { found, asked, detailed, of } = worst;
  const kind = asked === ENOUGH ? 'text' : 'large text';
  const make = found.ratio < HOPELESS ? error : warning;
  const message =
    `This text has a contrast of ${ratioText(found.ratio)} with what lies behind it (${hexOf(found.color)} on ${hexOf(found.ground)}); ` +
    `${kind} needs ${asked}:1 (WCAG AA).`;
  return make('contrast-low', message, {
    span: paragraph.spanOf(faint),
    hint: remedy(found, asked, detailed ? null : alike(paragraph, of).flatMap((text) => extremesOf(text, groundOf(text)))),
  });
}

/** The texts of a paragraph that one change of colour would change. */
const alike = ({ texts }: Paragraph, { glyphs }: PaintedText): readonly PaintedText[] =>
  texts.filter((text) => hexOf(rgbaOf(text.glyphs.color)) === hexOf(rgbaOf(glyphs.color)));

/** @param grounds all that is behind the text, in the colours that differ most; null: a picture */
function remedy({ color, ground }: Measured, asked: number, grounds: readonly Rgba[] | null): string {
  if (!grounds) return 'Move it to where the picture is plain, or lay a surface of one colour behind it.';
  const [darkest, lightest] = [ground, ...grounds]
    .toSorted((a, b) => luminance(a) - luminance(b))
    .filter((_, i, all) => i === 0 || i === all.length - 1);
  if (darkest && lightest && hexOf(darkest) !== hexOf(lightest)) {
    const range = `${hexOf(darkest)} to ${hexOf(lightest)}`;
    const shade = shadeFor(color, [darkest, lightest], asked);
    return shade
      ? `Behind it lies ${range}; on all of that the colour ${hexOf(shade)} would do.`
      : `Behind it lies ${range}, and no colour stands out from both: make the two more alike, or lay a surface of one colour behind it.`;
  }
  const shade = shadeFor(color, [ground], asked);
  return shade
    ? `On ${hexOf(ground)} the colour ${hexOf(shade)} would do.`
    : 'Choose another colour for it, or for what lies behind it.';
}

/** Type too small to be read. */
export function judgeSize(paragraph: Paragraph): Diagnostic | null {
  const tiny = paragraph.texts.filter((text) => sizeOf(text) < SMALLEST - 0.01);
  if (tiny.length === 0) return null;
  const size = Math.min(...tiny.map(sizeOf));
  return warning('text-too-small', `This text is set in ${points(size)}; type below ${SMALLEST} pt is not read from paper.`, {
    span: paragraph.spanOf(tiny),
    hint: 'Shorten it, or give it more room; a fitted box says its least size itself: -kit-fit: 6pt 9pt.',
  });
}
