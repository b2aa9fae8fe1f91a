import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineContentSizes, layoutInline, measureInline } from '../../../src/layout/inline/index.ts';
import { block, type Content, context, face, lineTexts, root, said, textsOf } from './support.ts';

const px = (value: number) => value * 0.75;
const sides = (top: number, right = top, bottom = top, left = right) => ({
  top: { pt: top, percent: 0 },
  right: { pt: right, percent: 0 },
  bottom: { pt: bottom, percent: 0 },
  left: { pt: left, percent: 0 },
});
const lay = (content: readonly Content[], width: number, style: object = {}, scale = 1) =>
  layoutInline(root(content, style), width, context(scale));

describe('lines', () => {
  it('breaks where the text no longer fits and lets the space hang', () => {
    const { lines, height } = lay(['Kom til fællesspisning på biblioteket torsdag den 6. december'], 200);
    expect(lineTexts(lines)).toEqual(['Kom til fællesspisning på biblioteket ', 'torsdag den 6. december']);
    expect(height).toBe(36);
    const [first] = lines;
    const [item] = textsOf(first!);
    expect(item!.width).toBeCloseTo(first!.width, 9);
    expect(first!.width).toBeLessThan(200);
    expect([first!.start, first!.end, lines[1]!.start, lines[1]!.end]).toEqual([0, 38, 38, 61]);
  });

  it('puts baselines where Chromium does: whole px for ascent, descent and the upper leading', () => {
    // Alegreya at 16 px: ascent 16.256, descent 5.52, so 16 and 6; on a line of 1.37: 21.90625, upper leading floor(-0.047) = -1.
    const [line] = lay(['x'], 200, { fontSize: 12, lineHeight: { kind: 'factor', factor: 1.37 } }).lines;
    expect([line!.height, line!.baseline]).toEqual([px(21.90625), px(15)]);
    const [fira] = lay(['x'], 200, {
      fontFamily: ['Fira Sans'],
      fontSize: px(40),
      lineHeight: { kind: 'factor', factor: 1.37 },
    }).lines;
    expect([fira!.height, fira!.baseline]).toEqual([px(54.796875), px(40)]);
    const [normal] = lay(['x'], 200, { lineHeight: { kind: 'normal' } }).lines;
    expect([normal!.height, normal!.baseline]).toEqual([px(22), px(16)]);
  });

  it('aligns, justifies all lines but the last, and indents the first', () => {
    const text = ['aa bb cc dd ee ff'];
    const at = (textAlign: string, more: object = {}) => lay(text, 60, { textAlign, ...more }).lines;
    const [left] = at('left');
    expect(at('right')[0]!.x).toBeCloseTo(60 - left!.width, 9);
    expect(at('center')[0]!.x).toBeCloseTo((60 - left!.width) / 2, 9);
    const justified = at('justify');
    expect(justified[0]!.width).toBe(60);
    expect(textsOf(justified[0]!)[0]!.wordSpacing).toBeGreaterThan(0);
    expect(justified.at(-1)!.width).toBe(at('left').at(-1)!.width);
    const indented = at('left', { textIndent: { pt: 10, percent: 0 } });
    expect(indented.map(({ x }) => x)).toEqual([10, ...indented.slice(1).map(() => 0)]);
    expect(at('center')[0]!.x).toBeGreaterThan(0);
    // Too wide a line starts at its start edge whatever its alignment.
    expect(lay(['biblioteket'], 20, { textAlign: 'center' }).lines[0]!.x).toBe(0);
    expect(lay(['biblioteket'], 20, { textAlign: 'right' }).lines[0]!.x).toBe(0);
  });

  it('breaks at forced breaks, and makes no line after the last', () => {
    expect(lineTexts(lay(['a', { kind: 'break' }, 'b', { kind: 'break' }], 100).lines)).toEqual(['a', 'b']);
    expect(lay([{ kind: 'break' }, { kind: 'break' }], 100).lines).toHaveLength(2);
    expect(lineTexts(lay(['a\n b\n'], 100, { whiteSpace: 'pre-line' }).lines)).toEqual(['a', 'b']);
    expect(lineTexts(lay(['a  b \n c'], 5, { whiteSpace: 'pre' }).lines)).toEqual(['a  b ', ' c']);
    expect(lay([''], 100).lines).toEqual([]);
    expect(lay([[{}, '']], 100).lines).toEqual([]);
    expect(lay([[{ padding: sides(0, 2) }, '']], 100).lines).toHaveLength(1);
  });

  it('does not wrap what does not', () => {
    const content: Content[] = ['aa ', [{ whiteSpace: 'nowrap' }, 'bb cc dd'], ' ee'];
    expect(lineTexts(lay(content, 45).lines)).toEqual(['aa ', 'bb cc dd ', 'ee']);
    expect(lay(['aa bb cc'], 10, { whiteSpace: 'nowrap' }).lines).toHaveLength(1);
    expect(lay(['aa bb cc'], 10, { textWrap: 'nowrap' }).lines).toHaveLength(1);
  });

  it('shows a hyphen only where a word is divided', () => {
    const { lines } = lay(['fælles\u00adspisning fælles\u00adspisning'], 110);
    expect(lineTexts(lines)).toEqual(['fælles\u00adspisning fælles\u00ad‐', 'spisning']);
    const hyphen = textsOf(lines[0]!).at(-1)!;
    expect(hyphen).toMatchObject({ actualText: '\u00ad', from: 0, to: 1 });
    expect(hyphen.content).toBe(textsOf(lines[0]!)[0]!.content);
    expect(lay(['fælles\u00adspisning'], 30, { hyphens: 'none' }).lines).toHaveLength(1);
    expect(lineTexts(lay(['fællesspisning'], 30, { hyphens: 'auto' }).lines)).toEqual(['fæl‐', 'les‐', 'spis‐', 'ning']);
    expect(lay(['www.fællesspisning.dk FÆLLESSPISNING2'], 30, { hyphens: 'auto' }).lines).toHaveLength(2);
  });

  it('breaks anywhere only when asked, and only when it must', () => {
    expect(lay(['biblioteket'], 20).lines).toHaveLength(1);
    const { lines } = lay(['og biblioteket'], 30, { overflowWrap: 'anywhere' });
    expect(lineTexts(lines)[0]).toBe('og ');
    expect(lineTexts(lines).join('')).toBe('og biblioteket');
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(30.01);
    expect(lay(['abc'], 0.1, { overflowWrap: 'anywhere' }).lines).toHaveLength(3);
  });

  it('transforms text and still tells where it came from', () => {
    const { lines } = lay(['Straße og ', [{ textTransform: 'none' }, 'Vej']], 300, { textTransform: 'uppercase' });
    expect(lineTexts(lines)).toEqual(['STRASSE OG Vej']);
    expect([lines[0]!.start, lines[0]!.end]).toEqual([0, 13]);
    const [upper, plain] = textsOf(lines[0]!);
    expect([upper!.source!.start, upper!.source!.end]).toEqual([0, 10]);
    expect([plain!.source!.start, plain!.source!.end]).toEqual([10, 13]);
    const turkish = layoutInline(
      root(['istanbul'], { textTransform: 'uppercase', fontFamily: ['Fira Sans'] }, 'tr'),
      300,
      context(),
    );
    expect(lineTexts(turkish.lines)).toEqual(['İSTANBUL']);
    expect(lineTexts(lay(["l'été don't"], 300, { textTransform: 'capitalize' }).lines)).toEqual(["L'été Don't"]);
  });

  it('spaces letters after each, without optional ligatures', () => {
    const [plain] = lay(['fjord'], 300, { fontFamily: ['Fira Sans'] }).lines;
    const [spaced] = lay(['fjord'], 300, { fontFamily: ['Fira Sans'], letterSpacing: 2 }).lines;
    expect(textsOf(spaced!)[0]!.run.features).toContain('-liga');
    expect(spaced!.width).toBeCloseTo(textsOf(spaced!)[0]!.run.width * 0.012 + 10, 6);
    expect(spaced!.width).toBeGreaterThan(plain!.width);
    const [words] = lay(['a b\u00a0c'], 300, { wordSpacing: 3 }).lines;
    expect(words!.width).toBeCloseTo(textsOf(words!)[0]!.run.width * 0.012 + 6, 6);
  });

  it('multiplies by the scale', () => {
    const content = ['Kom til fællesspisning på biblioteket'];
    const one = lay(content, 1000, { letterSpacing: 1 }).lines[0]!;
    const two = lay(content, 1000, { letterSpacing: 1 }, 2).lines[0]!;
    expect(two.width).toBeCloseTo(2 * one.width, 9);
    expect(two.height).toBeCloseTo(2 * one.height, 9);
    expect(textsOf(two)[0]!.size).toBe(24);
    expect(measureInline(root(content), 60, context(2))).toEqual({
      lines: lay(content, 60, {}, 2).lines.length,
      height: lay(content, 60, {}, 2).height,
      widest: Math.max(...lay(content, 60, {}, 2).lines.map(({ width }) => width)),
    });
  });
});

describe('inline boxes', () => {
  it('have the height of their font, their padding and border around them, and open and close once', () => {
    const { lines } = lay(['aa ', [{ padding: sides(2, 4), margin: sides(0, 1) }, 'bb cc'], ' dd'], 40);
    const boxes = lines.map((line) => line.items.filter((item) => item.kind === 'box'));
    expect(boxes.map((list) => list.map(({ first, last }) => [first, last]))).toEqual([[[true, false]], [[false, true]]]);
    const [[open], [close]] = boxes as unknown as [
      [{ x: number; y: number; height: number; width: number }],
      [{ x: number; width: number }],
    ];
    expect(open.height).toBe(px(22) + 4);
    expect(open.y).toBe(lines[0]!.baseline - px(16) - 2);
    const inside = textsOf(lines[0]!)[1]!;
    expect(inside.x).toBeCloseTo(open.x + 4, 9);
    expect(close.x).toBe(0);
    expect(textsOf(lines[1]!)[1]!.x).toBeCloseTo(close.width + 1, 9);
    expect(inside.within).toHaveLength(1);
  });

  it('raise and lower text, and make the line higher where they must', () => {
    const base = lay(['x'], 300).lines[0]!;
    const at = (verticalAlign: unknown) => {
      const [line] = lay(['x', [{ verticalAlign: verticalAlign as never, fontSize: px(10) }, '1']], 300).lines;
      return { line: line!, y: textsOf(line!)[1]!.y - line!.baseline };
    };
    // Chromium: a third of the parent's font size and a pixel up, a fifth and a pixel down, in whole 64ths of a pixel.
    expect(at('super').y).toBeCloseTo(-px(Math.floor((16 / 3) * 64) / 64 + 1), 6);
    expect(at('sub').y).toBeCloseTo(px(Math.floor((16 / 5) * 64) / 64 + 1), 6);
    expect(at({ pt: 3, percent: 0 }).y).toBe(-3);
    expect(at('baseline').line.height).toBe(base.height);
    const top = lay(['x', [{ verticalAlign: 'top', lineHeight: { kind: 'length', pt: 48 } }, '1']], 300).lines[0]!;
    expect([top.height, top.baseline]).toEqual([48, base.baseline]);
    const bottom = lay(['x', [{ verticalAlign: 'bottom', lineHeight: { kind: 'length', pt: 48 } }, '1']], 300).lines[0]!;
    expect([bottom.height, bottom.baseline]).toEqual([48, base.baseline + 48 - base.height]);
  });

  it('keep kerning across their edges when they take no room', () => {
    const whole = lay(['AV'], 300).lines[0]!;
    const parted = lay(['A', [{}, 'V']], 300).lines[0]!;
    expect(parted.width).toBeCloseTo(whole.width, 9);
    expect(textsOf(parted)).toHaveLength(2);
  });

  it('sit atomics on their baseline and break around them', () => {
    const { lines } = lay(['aa ', { kind: 'atomic', box: block(20, 30, { margin: sides(1) }) }, '. bb'], 30);
    expect(lineTexts(lines)).toEqual(['aa ', '. ', 'bb'].slice(0, lines.length));
    const atomic = lines.flatMap((line) => line.items).find((item) => item.kind === 'atomic')!;
    const line = lines.find((each) => each.items.includes(atomic))!;
    expect(atomic.y).toBeCloseTo(line.baseline - 31, 9);
    expect(atomic.x).toBe(1);
    expect(inlineContentSizes(root([{ kind: 'atomic', box: block(20, 30) }, 'a']), context()).min).toBe(20);
  });

  it('tell where an absolute box would have stood', () => {
    const box = block(5, 5, { position: 'absolute' });
    const { outOfFlow, lines } = lay(['aa bb ', { kind: 'out-of-flow', box }, 'cc'], 30);
    expect(lines.length).toBeGreaterThan(1);
    expect(outOfFlow).toHaveLength(1);
    expect(outOfFlow[0]!.y).toBeGreaterThan(0);
    expect(lay([{ kind: 'out-of-flow', box }], 30)).toMatchObject({ lines: [], outOfFlow: [{ x: 0, y: 0 }], height: 0 });
  });
});

describe('direction', () => {
  it('reorders by UAX 9 L2 and puts the trailing space at the line end', () => {
    const { lines } = lay(['abc שלום 12 xyz'], 300);
    // Logical abc, HEBREW, space, 12, xyz: the number and the space before it are read from the right, so they stand left of the Hebrew.
    expect(textsOf(lines[0]!).map(said).join('|')).toBe('abc |12|שלום | |xyz');
    const xs = textsOf(lines[0]!).map(({ x }) => x);
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  });

  it('starts right-to-left paragraphs at the right', () => {
    const { lines } = lay(['שלום עולם שלום'], 40, { direction: 'rtl' });
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.x + line.width).toBeCloseTo(40, 6);
    const [first] = lines;
    const hanging = textsOf(first!).find((item) => said(item) === ' ');
    expect(hanging!.width).toBe(0);
    expect(hanging!.x).toBe(0);
  });

  it('isolates an element of the other direction', () => {
    const { lines } = lay(['abc ', [{ direction: 'rtl' }, '1 (2)'], ' d'], 300);
    const order = textsOf(lines[0]!).map(said);
    expect(order[0]).toBe('abc ');
    expect(order.at(-1)).toBe(' d');
    expect(order.findIndex((text) => text.includes('2'))).toBeLessThan(order.findIndex((text) => text.includes('1')));
  });
});

const word = fc.constantFrom(
  'Kom',
  'til',
  'fællesspisning',
  'på',
  'biblioteket,',
  'AVANTI',
  '»ja«',
  'den',
  '6.',
  'e-mail',
  'fæl\u00adles',
  'og',
  '–',
  'שלום',
  '(gratis)',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 25 }).map((list) => list.join(' '));
const style = fc.record({
  textAlign: fc.constantFrom('start', 'justify', 'center', 'right'),
  textWrap: fc.constantFrom('wrap', 'balance', 'pretty'),
  hyphens: fc.constantFrom('manual', 'auto'),
  letterSpacing: fc.constantFrom(0, 0, 0.5),
  overflowWrap: fc.constantFrom('normal', 'anywhere'),
  direction: fc.constantFrom('ltr', 'rtl'),
});

describe('properties', () => {
  it('every character is on exactly one line, and widths add up', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 4 }),
        style,
        fc.double({ min: 1, max: 400, noNaN: true }),
        (parts, changes, width) => {
          const content: Content[] = parts.map((text, i) =>
            i % 2 ? [{ fontWeight: 700, padding: sides(1, 2) }, ` ${text} `] : text,
          );
          const { lines, height } = lay(content, width, changes);
          let at = 0;
          let y = 0;
          for (const line of lines) {
            expect(line.start).toBe(at);
            expect(line.y).toBeCloseTo(y, 6);
            at = line.end;
            y += line.height;
          }
          expect(height).toBeCloseTo(y, 6);
          expect(at).toBe(parts.reduce((sum, text, i) => sum + text.length + (i % 2 ? 2 : 0), 0));
          const glyphs = new Map<string, number>();
          for (const line of lines) {
            let right = 0;
            for (const item of textsOf(line)) {
              expect(item.x).toBeGreaterThanOrEqual(right - 1e-6);
              right = item.x + item.width;
              if (item.actualText === undefined) for (const c of said(item)) glyphs.set(c, (glyphs.get(c) ?? 0) + 1);
            }
            expect(right).toBeLessThanOrEqual(line.width + 5 + 1e-6);
          }
          const written = content.map((entry) => (typeof entry === 'string' ? entry : (entry as readonly unknown[])[1])).join('');
          const skipped = written.startsWith(' ') ? 1 : 0;
          for (const c of new Set(written))
            if (c !== '\u00ad' && !(c === ' ' && skipped))
              expect(glyphs.get(c)).toBe([...written].filter((own) => own === c).length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a line is too wide only if it cannot be divided, and the next word would not have fitted', () => {
    fc.assert(
      fc.property(sentence, fc.double({ min: 20, max: 300, noNaN: true }), (text, width) => {
        const { lines } = lay([text], width);
        const sizes = inlineContentSizes(root([text]), context());
        for (const line of lines) if (line.width > width + 0.01) expect(line.width).toBeLessThanOrEqual(sizes.min + 0.01);
        expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(sizes.max + 0.6);
        expect(lay([text], sizes.max).lines).toHaveLength(1);
        expect(measureInline(root([text]), width, context()).lines).toBe(lines.length);
      }),
      { numRuns: 150 },
    );
  });

  it('needs no font to be there', () => {
    const ctx = { ...context(), facesFor: () => [] };
    expect(() => layoutInline(root(['abc def']), 20, ctx)).not.toThrow();
  });

  it('any text in any white-space is laid out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('normal', 'pre', 'pre-wrap', 'pre-line', 'nowrap'),
        fc.constantFrom('none', 'uppercase', 'lowercase', 'capitalize'),
        (text, whiteSpace, textTransform) => {
          const written = text.replace(/[\t\n]/g, ' ');
          const { lines } = lay([written, [{}, '\t\nø']], 50, {
            whiteSpace,
            textTransform,
            overflowWrap: 'anywhere',
            hyphens: 'auto',
          });
          expect(lines[0]!.start).toBe(0);
          expect(lines.at(-1)!.end).toBe(written.length + 3);
          for (const line of lines)
            for (const item of line.items) expect(Number.isFinite(item.x) && Number.isFinite(item.y)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('faces of the tests are there', () => expect(face('Fira Sans', 700).name).toBe('FiraSans-Bold'));

describe('inline boxes in text of both directions', () => {
  it('keep their edges at the left and right ends of their content', () => {
    const { lines } = lay(['abc ', [{ padding: sides(0, 4) }, 'to: שלום 12'], ' d'], 300);
    const box = lines[0]!.items.find((item) => item.kind === 'box')!;
    const inside = textsOf(lines[0]!).filter((item) => item.within.length > 0);
    expect(Math.min(...inside.map(({ x }) => x))).toBeCloseTo(box.x + 4, 6);
    expect(Math.max(...inside.map(({ x, width }) => x + width))).toBeCloseTo(box.x + (box as { width: number }).width - 4, 6);
    expect(lines[0]!.items.filter((item) => item.kind === 'box')).toHaveLength(1);
  });
});
