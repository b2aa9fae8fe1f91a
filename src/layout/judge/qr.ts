import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import { mm } from '../../core/geometry.ts';
import type { PageBoxes } from '../../core/page-boxes.ts';
import type { Span } from '../../core/source.ts';
import type { ContentSlot, StructureNode } from '../../core/structure.ts';
import { type Bounds, pathBounds, scaleOf, transformBounds } from '../pictures/paths.ts';
import { QUIET_ZONE } from '../pictures/qr.ts';
import { layersBehind, meets } from './ground.ts';
import { glyphBoxes } from './ink.ts';
import { over, PAPER, roughLuminance } from './light.ts';
import { millimetres } from './numbers.ts';
import { colorAt } from './sample.ts';
import type { Layers, PaintedCode, PaintedText } from './scene.ts';

/** A telephone's camera reads modules of this size from paper held in the hand. */
const SMALLEST = mm(0.4);
/** An office printer has A4: what is larger comes out one or more sizes smaller (1/√2 each is ISO 216's own step); the rest as "fit to page" makes it. */
const ONE_SIZE_DOWN = Math.SQRT1_2;
const FIT_TO_PAGE = 0.94;
const A4_LONG = mm(297) + 1;
/** Symbol contrast, the difference of reflectances (ISO/IEC 15415, 7.8.3): below 0.4 grade D, below 0.2 it fails. */
const FAIR = 0.4;
const FAILS = 0.2;
/** Differences of the ground that blur what is light and what is dark. */
const UNEVEN = 0.25;
/** Something that reaches so many modules into the quiet zone is not seen by a scanner. */
const REACH = 0.5;
/** Distance of the points that are looked at, in modules. */
const STEP = 2;

/** The code with its quiet zone on the page. */
function areaOf({ group, matrix }: PaintedCode): { readonly area: Bounds; readonly modules: number } | null {
  const [path] = group.items;
  if (path?.kind !== 'path') return null;
  const own = pathBounds(path.path);
  const outer = {
    minX: own.minX - QUIET_ZONE,
    minY: own.minY - QUIET_ZONE,
    maxX: own.maxX + QUIET_ZONE,
    maxY: own.maxY + QUIET_ZONE,
  };
  return { area: transformBounds(outer, matrix), modules: outer.maxX - outer.minX };
}

interface Lightness {
  readonly least: number;
  readonly most: number;
}

/** How light the ground of a code is: the quiet zone, and points in the middle. */
function lightness(layers: Layers, area: Bounds, modules: number): Lightness {
  if (layers.length === 0) return { least: 1, most: 1 };
  let [least, most] = [1, 0];
  const step = (area.maxX - area.minX) / modules;
  const look = (column: number, row: number) => {
    const behind = colorAt(layers, 0, layers.length, area.minX + column * step, area.minY + row * step);
    const light = roughLuminance(over(behind, PAPER));
    least = Math.min(least, light);
    most = Math.max(most, light);
  };
  for (let i = 1; i < modules; i += STEP) {
    for (const ring of [0.75, 2.5]) {
      look(i, ring);
      look(i, modules - ring);
      look(ring, i);
      look(modules - ring, i);
    }
  }
  for (let i = QUIET_ZONE; i < modules - QUIET_ZONE; i += 6)
    for (let k = QUIET_ZONE; k < modules - QUIET_ZONE; k += 6) look(i, k);
  return { least, most };
}

/** Whether something painted after a code shows in it. */
function isCovered({ layers, at }: PaintedCode, area: Bounds, modules: number): boolean {
  const above = layersBehind(layers.slice(at + 1), layers.length - at - 1, area);
  if (above.length === 0) return false;
  const step = (area.maxX - area.minX) / modules;
  for (let i = REACH; i < modules; i += STEP / 2)
    for (let k = REACH; k < modules; k += STEP / 2)
      if (colorAt(above, 0, above.length, area.minX + i * step, area.minY + k * step)[3] > 0.1) return true;
  return false;
}

/** Whether letters stand in a code. */
function hasLetters(texts: readonly PaintedText[], area: Bounds, module: number): boolean {
  const by = REACH * module;
  const inner = { minX: area.minX + by, minY: area.minY + by, maxX: area.maxX - by, maxY: area.maxY - by };
  return texts.some(
    ({ glyphs, matrix, bounds }) =>
      meets(bounds, inner) && glyphBoxes(glyphs).some((box) => meets(matrix ? transformBounds(box, matrix) : box, inner)),
  );
}

/** Whether a QR code will be read from paper (ISO/IEC 18004). */
export function judgeCode(
  code: PaintedCode,
  texts: readonly PaintedText[],
  { trim, safe }: PageBoxes,
  blocks: ReadonlyMap<ContentSlot, StructureNode>,
): readonly Diagnostic[] {
  const found = areaOf(code);
  if (!found) return [];
  const { area, modules } = found;
  const { content, source } = code.group;
  const span: Span | undefined = source ?? (content ? blocks.get(content)?.source : undefined);
  const diagnostics: Diagnostic[] = [];

  const module = scaleOf(code.matrix);
  const factor = Math.max(trim.width, trim.height) > A4_LONG ? ONE_SIZE_DOWN : FIT_TO_PAGE;
  if (module * factor < SMALLEST - 1e-6) {
    const percent = Math.round(factor * 100);
    const least = (SMALLEST / factor) * modules;
    diagnostics.push(
      warning(
        'qr-too-small',
        `A module of this QR code measures ${hundredths(module)} mm; printed at ${percent} %, as an office printer does, ${hundredths(module * factor)} mm. Telephones want 0.4 mm.`,
        {
          span,
          hint: `Make it ${millimetres(Math.ceil(least / mm(1)) * mm(1))} wide, or shorten its value: ${modules - 2 * QUIET_ZONE} modules a side are many.`,
        },
      ),
    );
  }

  const { least, most } = lightness(layersBehind(code.layers, code.at, area), area, modules);
  if (least < FAIR) {
    const make = least < FAILS && most < FAIR ? error : warning;
    diagnostics.push(
      make(
        'qr-ground',
        `Behind this QR code it is too dark: its contrast is ${Math.round(least * 100)} %, and scanners want ${FAIR * 100} %.`,
        {
          span,
          hint: 'Lay something white behind it, quiet zone included.',
        },
      ),
    );
  } else if (most - least > UNEVEN) {
    diagnostics.push(
      warning('qr-ground', 'This QR code stands on a picture, or on the edge of something.', {
        span,
        hint: 'Lay a surface of one light colour behind it, quiet zone included.',
      }),
    );
  }

  if (hasLetters(texts, area, module) || isCovered(code, area, modules))
    diagnostics.push(
      warning(
        'qr-disturbed',
        `Something stands in this QR code, or nearer to it than the ${QUIET_ZONE} modules of its quiet zone.`,
        {
          span,
          hint: 'Leave all of the element’s box free: it holds the quiet zone already.',
        },
      ),
    );

  const inked = transformBounds(pathBoundsOf(code), code.matrix);
  const out = Math.max(
    safe.x - inked.minX,
    safe.y - inked.minY,
    inked.maxX - safe.x - safe.width,
    inked.maxY - safe.y - safe.height,
  );
  if (out > 0.5)
    diagnostics.push(
      warning('text-near-edge', `A QR code stands ${millimetres(safe.x - out)} from the edge of the page.`, {
        span,
        hint: `Leave ${millimetres(safe.x)}: paper is not cut that exactly.`,
      }),
    );
  return diagnostics;
}

const pathBoundsOf = ({ group }: PaintedCode): Bounds => {
  const [path] = group.items;
  return path?.kind === 'path' ? pathBounds(path.path) : { minX: 0, minY: 0, maxX: 0, maxY: 0 };
};

const hundredths = (pt: number): string => ((pt * 25.4) / 72).toFixed(2);
