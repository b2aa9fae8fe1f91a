import type { Color } from '../../core/color.ts';
import type { Pt } from '../../core/geometry.ts';
import { hex4, num, textString } from './syntax.ts';
import type { Resource } from './writer.ts';

/** Where the operators of one content stream go, and what of the graphics state is set. */
export interface Sink {
  write(operators: string): void;
  fill(color: Color): void;
  /** The name that the stream's resources give it. */
  nameOf(resource: Resource): string;
}

/** The text state of ISO 32000-1, 9.3, as far as it differs from its initial values. Saved and restored with the graphics state. */
interface TextState {
  font: Resource | null;
  size: Pt;
  spacing: Pt;
  rise: Pt;
}

/** One text object at a time; runs on one line share a show-text operator as far as they can. */
export interface TextWriter {
  /** Inside a text object from here on, with that fill colour. */
  begin(color: Color): void;
  /** Outside text objects from here on. */
  end(): void;
  font(font: Resource, size: Pt): void;
  spacing(spacing: Pt): void;
  rise(rise: Pt): void;
  /** The pen goes to a point on the baseline. */
  moveTo(x: Pt, y: Pt, size: Pt): void;
  /** Moves the pen back by thousandths of an em; gives how far it went, rounded. */
  adjust(by: number): number;
  code(glyph: number): void;
  /** The inside of a TJ array, `<` and `>` balanced. */
  array(content: string): void;
  /** Says that the viewer's pen has moved by so much since `moveTo`. */
  advance(by: Pt): void;
  openSpan(actualText: string): void;
  closeSpan(): void;
  /** Everything shown so far is in the stream: call before other operators that may stand inside a text object. */
  flush(): void;
  save(): void;
  restore(): void;
}

export function openTextWriter(sink: Sink): TextWriter {
  let inside = false;
  // Not a number: a form takes over what is set where it is drawn, so the first use sets it.
  let state: TextState = { font: null, size: 0, spacing: Number.NaN, rise: Number.NaN };
  const stack: TextState[] = [];
  let array = '';
  let hexOpen = false;
  // Where the viewer's pen is; y is NaN until the first move in a text object.
  let penX = 0;
  let penY = Number.NaN;

  const closeHex = (): void => {
    if (hexOpen) array += '>';
    hexOpen = false;
  };
  const flush = (): void => {
    if (array === '') return;
    closeHex();
    sink.write(`[${array}]TJ\n`);
    array = '';
  };
  const adjust = (by: number): number => {
    const rounded = Math.round(by * 10) / 10;
    if (rounded === 0) return 0;
    closeHex();
    // Two numbers in a row need a space between them.
    if (array !== '' && !array.endsWith('>')) array += ' ';
    array += String(rounded);
    return rounded;
  };

  return {
    begin(color) {
      if (!inside) {
        sink.write('BT\n');
        inside = true;
        penY = Number.NaN;
      }
      sink.fill(color);
    },
    end() {
      if (!inside) return;
      flush();
      sink.write('ET\n');
      inside = false;
    },
    font(font, size) {
      if (state.font === font && state.size === size) return;
      flush();
      sink.write(`/${sink.nameOf(font)} ${num(size)} Tf\n`);
      state.font = font;
      state.size = size;
    },
    spacing(spacing) {
      if (state.spacing === spacing) return;
      flush();
      sink.write(`${num(spacing)} Tc\n`);
      state.spacing = spacing;
    },
    rise(rise) {
      if (Math.abs(state.rise - rise) < 0.0005) return;
      flush();
      sink.write(`${num(rise)} Ts\n`);
      state.rise = rise;
    },
    moveTo(x, y, size) {
      const gap = ((penX - x) * 1000) / size;
      // Not too far in either direction: extractors take a wide gap inside one array for a column.
      if (y === penY && gap < 500 && gap > -1500) {
        penX -= (adjust(gap) * size) / 1000;
        return;
      }
      flush();
      sink.write(`1 0 0 -1 ${num(x)} ${num(y)} Tm\n`);
      penX = x;
      penY = y;
    },
    adjust,
    code(glyph) {
      array += hexOpen ? hex4(glyph) : `<${hex4(glyph)}`;
      hexOpen = true;
    },
    array(content) {
      closeHex();
      if (array !== '' && !array.endsWith('>') && !content.startsWith('<')) array += ' ';
      array += content;
    },
    advance(by) {
      penX += by;
    },
    openSpan(actualText) {
      flush();
      sink.write(`/Span<</ActualText${textString(actualText)}>>BDC\n`);
    },
    closeSpan() {
      flush();
      sink.write('EMC\n');
    },
    flush,
    save() {
      stack.push({ ...state });
    },
    restore() {
      state = stack.pop() ?? state;
    },
  };
}
