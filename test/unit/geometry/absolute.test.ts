import { describe, expect, test } from 'vitest';
import { fragmentOf, lay } from './support.ts';

/** In a positioned box of 100 × 80 inside a border of 2 and a padding of 10, at 20, 30. */
const inside = (style: string, content = '', tag = 'div') =>
  lay(`<div style="position:absolute;left:20pt;top:30pt;width:80pt;height:60pt;padding:10pt;border:2pt solid">
    <${tag} id=a style="position:absolute;${style}">${content}</${tag}></div>`).at('a');

describe('absolute boxes (CSS 2.1, 10.3.7 and 10.6.4)', () => {
  test.each([
    ['left and top of the padding box', 'left:3pt;top:4pt;width:10pt;height:5pt', '25 36 10 5'],
    ['right and bottom', 'right:3pt;bottom:4pt;width:10pt;height:5pt', '109 103 10 5'],
    ['two insets stretch', 'inset:5pt', '27 37 90 70'],
    ['two insets and a width: the right one gives way', 'left:5pt;right:5pt;width:30pt;top:0;height:5pt', '27 32 30 5'],
    ['auto margins centre between insets', 'inset:0;margin:auto;width:40pt;height:20pt', '52 62 40 20'],
    ['negative room: start edge, end margin', 'left:0;right:0;margin:0 auto;width:140pt;top:0;height:5pt', '22 32 140 5'],
    ['one auto margin', 'left:0;right:0;margin-left:auto;width:40pt;top:0;height:5pt', '82 32 40 5'],
    ['percentages of the padding box', 'left:10%;top:50%;width:50%;height:25%', '32 72 50 20'],
    ['max-width of a stretched one, centred', 'left:0;right:0;max-width:30pt;margin:0 auto;top:0;height:5pt', '57 32 30 5'],
    ['negative inset', 'left:-30pt;top:-40pt;width:10pt;height:5pt', '-8 -8 10 5'],
    ['content-box sizes', 'left:0;top:0;width:10pt;height:5pt;padding:1pt;border:1pt solid', '22 32 14 9'],
    ['ratio by width', 'left:0;top:0;width:40pt;aspect-ratio:2', '22 32 40 20'],
    ['ratio by two vertical insets', 'left:0;top:0;bottom:0;aspect-ratio:0.5', '22 32 40 80'],
    ['static position: the content edge', 'width:10pt;height:5pt', '32 42 10 5'],
    ['static position with margins', 'width:10pt;height:5pt;margin:3pt', '35 45 10 5'],
  ])('%s', (_, style, expected) => {
    expect(inside(style)).toBe(expected);
  });

  test('shrink to fit: text, the room that insets leave, the longest word', () => {
    expect(inside('left:0;top:0', 'aa bb')).toBe('22 32 25 10');
    expect(inside('right:10pt;top:0', 'aa bb')).toBe('87 32 25 10');
    expect(inside('left:70pt;top:0', 'aaaa bbbb')).toBe('92 32 30 20');
    expect(inside('left:90pt;top:0', 'aaaa bbbb')).toBe('112 32 20 20');
  });

  test('pictures keep their size between insets, and centre', () => {
    const img = (style: string) => inside(`${style}" src=a alt="x`, '', 'img').replace(/;.*/, '');
    expect(img('inset:0;margin:auto;width:40pt')).toBe('52 62 40 20');
    expect(img('left:0;top:0;height:10pt')).toBe('22 32 20 10');
  });

  test('static position after text and collapsed margins', () => {
    const laid = lay(
      '<div style="position:relative"><p style="margin-bottom:6pt">a</p><i id=a style="position:absolute;display:block">b</i><p>c</p></div>',
    );
    expect(laid.at('a')).toBe('0 16 5 10');
  });

  test('without a positioned ancestor: the page area, margins and all', () => {
    const laid = lay(
      '<div style="margin:20pt"><i id=a style="position:absolute;left:0;top:0;width:100%;height:5pt"></i></div>',
      '@page { margin: 15pt 10pt }',
    );
    expect(laid.at('a')).toBe('10 15 180 5');
  });

  test('a transform contains absolute and fixed boxes', () => {
    const laid = lay(
      '<div style="margin:20pt;transform:rotate(3deg);height:50pt"><i id=a style="position:fixed;left:0;top:5pt;width:9pt;height:5pt"></i></div>',
    );
    expect(laid.at('a')).toBe('20 25 9 5');
  });

  test('an absolute box out of an inline block finds its container', () => {
    const laid = lay(
      '<div style="position:relative;padding:5pt"><p>ab <span style="display:inline-block">c<i id=a style="position:absolute;right:0;bottom:0">d</i></span></p></div>',
    );
    expect(laid.at('a')).toBe('195 10 5 10');
  });

  test('children are painted in source order', () => {
    const laid = lay(
      '<div id=b style="position:relative;height:50pt"><p>1</p><i style="position:absolute;display:block">2</i><p>3</p></div>',
    );
    const box = fragmentOf(laid.pages[0]?.fragment as never, 'b');
    expect(box?.children.map((c) => c.box.element?.tag)).toEqual(['p', 'i', 'p']);
  });

  test('fixed boxes stand on every page, as decoration after the first', () => {
    const laid = lay(
      '<i id=a style="position:fixed;right:5pt;bottom:5pt;width:10pt;height:10pt"></i><p>1</p><p style="break-before:page">2</p>',
      '@page { margin: 10pt }',
    );
    expect(laid.at('a')).toBe('175 175 10 10; p2: 175 175 10 10');
    expect(laid.pages.map((p) => fragmentOf(p.fragment, 'a')?.repeated ?? false)).toEqual([false, true]);
  });
});
