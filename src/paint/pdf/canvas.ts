import type { Color } from '../../core/color.ts';
import type { PathData, Stroke } from '../../core/display.ts';
import type { Matrix, Rect } from '../../core/geometry.ts';
import { IDENTITY, multiply } from '../../core/geometry.ts';
import type { ContentSlot } from '../../core/structure.ts';
import type { DocumentFonts } from './fonts/document.ts';
import type { Inks } from './inks.ts';
import { pathOperators, transformed } from './paths.ts';
import { factor, num, ref } from './syntax.ts';
import { openTextWriter, type TextWriter } from './text-writer.ts';
import type { Objects, Resource } from './writer.ts';

/** Where marked contents are counted: a page, or a form that holds content of several slots. */
export interface Marks {
  /** The operand of BDC for the next marked content of a slot. */
  begin(slot: ContentSlot): string;
  /** Whether anybody asks what of the page a slot's content covers. */
  measures(slot: ContentSlot): boolean;
  cover(slot: ContentSlot, area: Rect): void;
}

/** One content stream in the making: operators, the graphics state that they set, and the resources that they name. */
export interface Canvas {
  readonly fonts: DocumentFonts;
  readonly inks: Inks;
  readonly text: TextWriter;
  /** Inside a mark of this slot from here on (null: an artifact). Without `marks`, nothing. */
  mark(content: ContentSlot | null): void;
  /** All that `draw` draws, groups too, is one mark of this slot. */
  within(content: ContentSlot | null, draw: () => void): void;
  /** Marks are made here: neither a stream without them nor inside `within`. */
  marking(): boolean;
  /** Notes what of the page a slot's content covers. */
  cover(content: ContentSlot | null, area: () => Rect | null): void;
  save(): void;
  restore(): void;
  transform(matrix: Matrix): void;
  clip(path: PathData): void;
  /** Alpha of what is painted from here on. */
  alpha(alpha: number): void;
  fill(color: Color): void;
  stroke(stroke: Stroke): void;
  /** Strokes in an ink of its own from here on: a Separation, its tint 0..1. */
  strokeInk(space: Resource, tint: number): void;
  use(resource: Resource, operator: 'gs' | 'sh' | 'Do'): void;
  /** Operators outside text objects. */
  write(operators: string): void;
  /** Ends text and marks. */
  close(): string;
  /** The resource dictionary, once all is drawn. */
  resources(objects: Objects): string;
  /** What the stream names, in order of first use. */
  used(): readonly (readonly [name: string, resource: Resource])[];
  /** The current transform, relative to the stream's start. */
  matrix(): Matrix;
}

/** What all canvases of a document share. */
export interface Pens {
  readonly fonts: DocumentFonts;
  readonly inks: Inks;
  /** The graphics state that sets a pair of alphas. */
  readonly alphaState: (fill: number, stroke: number) => Resource;
}

interface GraphicsState {
  fill: string;
  stroke: string;
  fillAlpha: number;
  strokeAlpha: number;
  overprint: boolean;
  matrix: Matrix;
}

const PREFIX = { Font: 'F', XObject: 'X', ExtGState: 'G', Shading: 'S', ColorSpace: 'C' } as const;

/** @param base the stream's own coordinates in the page's (top left, y downwards) */
export function openCanvas({ fonts, inks, alphaState }: Pens, marks: Marks | null, base: Matrix = IDENTITY): Canvas {
  let out = '';
  const names = new Map<Resource, string>();
  // A form takes over whatever colours are set where it is drawn: the first use sets them.
  let state: GraphicsState = { fill: '', stroke: '', fillAlpha: 1, strokeAlpha: 1, overprint: false, matrix: base };
  const stack: GraphicsState[] = [];
  let marked: ContentSlot | null | undefined;
  let held = 0;

  const nameOf = (resource: Resource): string => {
    const known = names.get(resource);
    if (known) return known;
    const made = `${PREFIX[resource.category]}${names.size}`;
    names.set(resource, made);
    return made;
  };
  const setFill = (color: Color): void => {
    const operator = inks.fill(color);
    if (state.fill !== operator) {
      text.flush();
      out += `${operator}\n`;
      state.fill = operator;
    }
    setAlpha(color.a, state.strokeAlpha);
    setOverprint(false);
  };
  const setOverprint = (overprint: boolean): void => {
    if (state.overprint === overprint) return;
    text.flush();
    out += `/${nameOf(overprint ? OVERPRINT : KNOCKOUT)} gs\n`;
    state.overprint = overprint;
  };
  const setType = (color: Color): void => {
    const overprint = inks.overprints(color);
    if (!overprint) setFill(color);
    else if (state.fill !== inks.fill(color) || state.fillAlpha !== 1 || !state.overprint) {
      setFill(color);
      setOverprint(true);
    }
  };
  const setAlpha = (fill: number, stroke: number): void => {
    if (state.fillAlpha === fill && state.strokeAlpha === stroke) return;
    text.flush();
    out += `/${nameOf(alphaState(fill, stroke))} gs\n`;
    state.fillAlpha = fill;
    state.strokeAlpha = stroke;
  };
  const text = openTextWriter({
    write(operators) {
      out += operators;
    },
    fill: setType,
    nameOf,
  });
  const endMark = (): void => {
    if (marked === undefined) return;
    text.flush();
    out += 'EMC\n';
    marked = undefined;
  };
  // A mark may not begin outside a text object or a saved state and end inside it.
  const leave = (): void => {
    text.end();
    if (held === 0) endMark();
  };
  const mark = (content: ContentSlot | null): void => {
    if (!marks || held > 0 || marked === content) return;
    leave();
    out += content === null ? '/Artifact BMC\n' : `${marks.begin(content)}BDC\n`;
    marked = content;
  };

  return {
    fonts,
    inks,
    text,
    mark,
    within(content, draw) {
      mark(content);
      held++;
      draw();
      text.end();
      held--;
    },
    marking: () => marks !== null && held === 0,
    cover(content, area) {
      if (!marks || !content || !marks.measures(content)) return;
      const covered = area();
      if (covered) marks.cover(content, transformed(state.matrix, covered));
    },
    save() {
      leave();
      text.save();
      stack.push({ ...state });
      out += 'q\n';
    },
    restore() {
      leave();
      text.restore();
      state = stack.pop() ?? state;
      out += 'Q\n';
    },
    transform(matrix) {
      leave();
      const [a, b, c, d, e, f] = matrix;
      out += `${factor(a)} ${factor(b)} ${factor(c)} ${factor(d)} ${num(e)} ${num(f)} cm\n`;
      state.matrix = multiply(state.matrix, matrix);
    },
    clip(path) {
      leave();
      // An empty path clips everything away; PDF needs some path to clip by.
      out += `${pathOperators(path) || '0 0 0 0 re\n'}${path.evenOdd ? 'W*' : 'W'} n\n`;
    },
    alpha(alpha) {
      setAlpha(alpha, alpha);
    },
    fill: setFill,
    stroke(stroke) {
      const operator = inks.stroke(stroke.color);
      const line =
        `${num(stroke.width)} w ${CAPS[stroke.cap ?? 'butt']} J ${JOINS[stroke.join ?? 'miter']} j ${num(stroke.miterLimit ?? 4)} M ` +
        `[${(stroke.dash ?? []).map(num).join(' ')}]${num(stroke.dashOffset ?? 0)} d ${operator}`;
      if (state.stroke !== line) {
        text.end();
        out += `${line}\n`;
        state.stroke = line;
      }
      setAlpha(state.fillAlpha, stroke.color.a);
      setOverprint(false);
    },
    strokeInk(space, tint) {
      text.end();
      out += `/${nameOf(space)} CS ${factor(tint)} SCN\n`;
      state.stroke = '';
    },
    use(resource, operator) {
      setOverprint(false);
      text.end();
      out += `/${nameOf(resource)} ${operator}\n`;
    },
    write(operators) {
      text.end();
      out += operators;
    },
    close() {
      leave();
      return out;
    },
    resources(objects) {
      return resourceDictionary(
        objects,
        [...names].map(([resource, name]) => [name, resource] as const),
      );
    },
    used: () => [...names].map(([resource, name]) => [name, resource] as const),
    matrix: () => state.matrix,
  };
}

/** Black type on top of everything (ISO 32000-1, 8.6.7): plates that it has nothing on keep what they have. */
const OVERPRINT: Resource = {
  category: 'ExtGState',
  emit: (objects) => objects.add('<</Type/ExtGState/OP true/op true/OPM 1>>'),
};
const KNOCKOUT: Resource = {
  category: 'ExtGState',
  emit: (objects) => objects.add('<</Type/ExtGState/OP false/op false/OPM 0>>'),
};

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** ISO 32000-1, 7.8.3. */
export function resourceDictionary(objects: Objects, used: readonly (readonly [string, Resource])[]): string {
  const byCategory = new Map<string, string>();
  for (const [name, resource] of used) {
    byCategory.set(resource.category, `${byCategory.get(resource.category) ?? ''}/${name} ${ref(objects.idOf(resource))}`);
  }
  return `<<${[...byCategory].map(([category, entries]) => `/${category}<<${entries}>>`).join('')}>>`;
}
