import { describe, expect, it } from 'vitest';
import { mm } from '../../../src/core/geometry.ts';
import type { LengthPercentage } from '../../../src/layout/types.ts';
import { A4, declared, style } from './support.ts';

const pt = (value: number) => ({ pt: expect.closeTo(value, 6), percent: 0 });

describe('lengths', () => {
  it.each([
    ['10mm', mm(10)],
    ['1cm', mm(10)],
    ['1in', 72],
    ['12pt', 12],
    ['1pc', 12],
    ['4px', 3],
    ['40Q', mm(10)],
    ['2em', 40],
    ['2rem', 20],
    ['1ch', 10],
    ['10vw', A4.width / 10],
    ['10vh', A4.height / 10],
    ['1vmin', A4.width / 100],
    ['1vmax', A4.height / 100],
    ['calc(2 * (1em + 4pt) - 10px / 2)', 44.25],
    ['min(5mm, 100pt, 2em)', mm(5)],
    ['max(1pt, 2em - 1pt)', 39],
    ['clamp(10pt, 50vw, 30pt)', 30],
    ['calc(1pt + min(2pt, 3pt))', 3],
  ])('%s', (length, points) => {
    expect(declared(`font-size: 20pt; width: ${length}`, 'html { font-size: 10pt }').width).toEqual(pt(points));
  });
  it('keeps percentages beside lengths', () => {
    expect(declared('width: calc(100% - 2 * 5pt)').width).toEqual({ pt: -10, percent: 100 });
    expect(declared('width: min(50%, 20%)').width).toEqual({ pt: 0, percent: 20 });
  });
  it('leaves comparisons of percentages with lengths to who knows the base, and they come to the same', () => {
    /** Plain reading of a length with bounds, as geometry has it. */
    const used = (v: LengthPercentage, base: number): number => {
      const plain = v.pt + (v.percent / 100) * base;
      const capped = v.most ? Math.min(plain, used(v.most, base)) : plain;
      return v.least ? Math.max(capped, used(v.least, base)) : capped;
    };
    const cases: readonly [string, (base: number) => number][] = [
      ['min(50%, 90pt)', (b) => Math.min(b / 2, 90)],
      ['max(90pt, 50%)', (b) => Math.max(b / 2, 90)],
      ['clamp(20pt, 50%, 130pt)', (b) => Math.max(20, Math.min(b / 2, 130))],
      ['clamp(20%, 50pt, 60%)', (b) => Math.max(b * 0.2, Math.min(50, b * 0.6))],
      ['min(50%, 90pt, 30% + 20pt)', (b) => Math.min(b / 2, 90, b * 0.3 + 20)],
      ['calc(2 * min(50%, 90pt) + 3pt)', (b) => 2 * Math.min(b / 2, 90) + 3],
      ['min(50%, max(10pt, 5%))', (b) => Math.min(b / 2, Math.max(10, b / 20))],
    ];
    for (const [written, expected] of cases) {
      const { width } = declared(`width: ${written}`);
      if (typeof width !== 'object') throw new Error(`${written}: ${width}`);
      for (const base of [0, 10, 60, 150, 200, 500])
        expect(used(width, base), `${written} of ${base}`).toBeCloseTo(expected(base), 6);
    }
  });
  it('compares percentages of the font size with lengths', () => {
    expect(declared('font-size: max(200%, 5pt)').fontSize).toBe(24);
    expect(declared('font-size: clamp(10pt, 300%, 30pt)').fontSize).toBe(30);
  });
  it('takes vw and vh of the area inside the page margins', () => {
    expect(declared('width: 100vw', '@page { margin: 10mm }').width).toEqual(pt(mm(190)));
  });
});

describe('shorthands', () => {
  const sides = (s: Record<string, { pt: number } | string>) =>
    ['top', 'right', 'bottom', 'left'].map((side) => Reflect.get(Object(s[side]), 'pt'));
  it.each([
    ['1pt', [1, 1, 1, 1]],
    ['1pt 2pt', [1, 2, 1, 2]],
    ['1pt 2pt 3pt', [1, 2, 3, 2]],
    ['1pt 2pt 3pt 4pt', [1, 2, 3, 4]],
  ])('margin: %s', (value, expected) => {
    expect(sides(declared(`margin: ${value}`).margin as never)).toEqual(expected);
    expect(sides(declared(`padding: ${value}`).padding as never)).toEqual(expected);
    expect(sides(declared(`inset: ${value}`).inset as never)).toEqual(expected);
  });
  it('border resets what it does not say', () => {
    const { border } = declared('border: 3pt dashed red; border-left: solid');
    expect(border.top).toMatchObject({ width: 3, style: 'dashed', color: { r: 1 } });
    expect(border.left).toMatchObject({ width: 2.25, style: 'solid', color: { r: 0 } });
    expect(declared('border: 3pt red').border.top.width).toBe(0);
  });
  it.each([
    ['none', [0, 0, 'auto']],
    ['auto', [1, 1, 'auto']],
    ['2', [2, 1, { pt: 0, percent: 0 }]],
    ['2 3', [2, 3, { pt: 0, percent: 0 }]],
    ['0 0 30pt', [0, 0, { pt: 30, percent: 0 }]],
    ['30% 2', [2, 1, { pt: 0, percent: 30 }]],
    ['content', [1, 1, 'content']],
    ['initial', [0, 1, 'auto']],
  ])('flex: %s', (value, expected) => {
    const { flexGrow, flexShrink, flexBasis } = declared(`flex: ${value}`);
    expect([flexGrow, flexShrink, flexBasis]).toEqual(expected);
  });
  it('font', () => {
    expect(declared('font: italic small-caps 700 10pt/1.5 "Fira Sans", serif')).toMatchObject({
      fontStyle: 'italic',
      fontWeight: 700,
      fontSize: 10,
      lineHeight: { kind: 'factor', factor: 1.5 },
      fontFamily: ['Fira Sans', 'serif'],
      fontFeatures: ['smcp'],
    });
  });
  it('background', () => {
    const { backgrounds, backgroundColor } = declared(
      'background: url(a.png) right 5pt top 10% / cover no-repeat, linear-gradient(45deg, red, blue 50%) white',
    );
    expect(backgroundColor).toMatchObject({ r: 1, g: 1, b: 1 });
    expect(backgrounds).toMatchObject([
      {
        image: { kind: 'url', url: 'a.png' },
        position: { x: { pt: -5, percent: 100 }, y: { pt: 0, percent: 10 } },
        size: 'cover',
        repeat: { x: false, y: false },
      },
      {
        image: { kind: 'linear-gradient', angle: 45, stops: [{ color: { r: 1 } }, { color: { b: 1 }, at: { percent: 50 } }] },
        size: 'auto',
        repeat: { x: true, y: true },
      },
    ]);
  });
  it('gap, flex-flow, list-style, text-decoration', () => {
    expect(declared('gap: 1pt 2pt')).toMatchObject({ rowGap: { pt: 1 }, columnGap: { pt: 2 } });
    expect(declared('flex-flow: wrap column')).toMatchObject({ flexDirection: 'column', flexWrap: 'wrap' });
    expect(declared('list-style: inside "– "')).toMatchObject({ listStylePosition: 'inside', listStyleType: { text: '– ' } });
    expect(declared('text-decoration: line-through red').textDecoration).toMatchObject({
      lineThrough: true,
      underline: false,
      color: { r: 1 },
    });
  });
});

describe('colours', () => {
  const rgba = (r: number, g: number, b: number, a = 1) => ({
    space: 'srgb',
    r: expect.closeTo(r, 3),
    g: expect.closeTo(g, 3),
    b: expect.closeTo(b, 3),
    a: expect.closeTo(a, 3),
  });
  it.each([
    ['#f80', rgba(1, 0.533, 0)],
    ['#f808', rgba(1, 0.533, 0, 0.533)],
    ['#336699', rgba(0.2, 0.4, 0.6)],
    ['RebeccaPurple', rgba(0.4, 0.2, 0.6)],
    ['rgb(255, 0, 51)', rgba(1, 0, 0.2)],
    ['rgb(100% 0% 20% / 50%)', rgba(1, 0, 0.2, 0.5)],
    ['rgba(0, 0, 0, .25)', rgba(0, 0, 0, 0.25)],
    ['hsl(120 100% 25%)', rgba(0, 0.5, 0)],
    ['hsl(-240deg, 100%, 25%)', rgba(0, 0.5, 0)],
    ['transparent', rgba(0, 0, 0, 0)],
    ['device-cmyk(0 81% 0.5 30%)', { space: 'cmyk', c: 0, m: 0.81, y: 0.5, k: 0.3, a: 1 }],
    ['device-cmyk(0, 0, 0, 1)', { space: 'cmyk', c: 0, m: 0, y: 0, k: 1, a: 1 }],
  ])('%s', (value, expected) => {
    expect(declared(`color: ${value}`).color).toEqual(expected);
  });
  it('currentcolor is the element’s own', () => {
    const page = declared('color: red; border: 1pt solid; background-color: currentColor');
    expect(page.border.top.color).toMatchObject({ r: 1 });
    expect(page.backgroundColor).toMatchObject({ r: 1 });
  });
});

describe('fonts and text', () => {
  it('sizes by keyword and relative to the parent', () => {
    expect(declared('font-size: larger', 'p { font-size: 10pt }').fontSize).toBe(12);
    expect(declared('font-size: 1.5em', 'p { font-size: 10pt }').fontSize).toBe(15);
    expect(declared('font-size: x-large').fontSize).toBe(18);
  });
  it('inherits a line height as a factor or as a length', () => {
    const css = (value: string) => `p { font-size: 10pt; line-height: ${value} } b { font-size: 20pt }`;
    expect(style('<p><b>x</b></p>', css('1.5')).style('b').lineHeight).toEqual({ kind: 'factor', factor: 1.5 });
    expect(style('<p><b>x</b></p>', css('150%')).style('b').lineHeight).toEqual({ kind: 'length', pt: 15 });
  });
  it('makes features of font-variant, settings and letter spacing', () => {
    expect(
      declared('font-variant-numeric: oldstyle-nums tabular-nums; font-feature-settings: "ss01" 2, "liga" off').fontFeatures,
    ).toEqual(['-liga', 'onum', 'ss01=2', 'tnum']);
    expect(declared(`font-variation-settings: "wdth" 85, "GRAD" -0.5, "wdth" 90`).fontVariations).toEqual([
      'GRAD=-0.5',
      'wdth=90',
    ]);
    expect(declared('letter-spacing: 1pt').fontFeatures).toEqual(['-clig', '-liga']);
    expect(declared('letter-spacing: 1pt; font-feature-settings: "liga"').fontFeatures).toEqual(['-clig', 'liga']);
  });
  it('turns transforms into matrices and translations', () => {
    expect(declared('transform: rotate(90deg) translate(10%, 4px) scale(2)').transform).toEqual([
      { kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] },
      { kind: 'translate', x: { pt: 0, percent: 10 }, y: { pt: 3, percent: 0 } },
      { kind: 'matrix', matrix: [2, 0, 0, 2, 0, 0] },
    ]);
  });
  it('knows what start and left mean on a flex line', () => {
    expect(declared('justify-content: start; flex-direction: row-reverse').justifyContent).toBe('flex-end');
    expect(declared('justify-content: left; direction: rtl').justifyContent).toBe('flex-end');
    expect(declared('justify-content: normal').justifyContent).toBe('flex-start');
  });
});
