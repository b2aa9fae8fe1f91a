import { describe, expect, test } from 'vitest';
import { lay } from './support.ts';

type Row = readonly [name: string, container: string, items: readonly string[], expected: readonly string[], text?: string];

/** Items i0, i1, … with these styles, 10 pt high boxes unless a style or `text` says otherwise. */
const check = (rows: readonly Row[]) =>
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_, [, container, items, expected, text = '']) => {
    const children = items.map((style, i) => `<div id=i${i} style="${style}">${text}</div>`).join('');
    const laid = lay(`<div id=f style="display:flex;${container}">${children}</div>`);
    expect(items.map((_, i) => laid.at(`i${i}`))).toEqual(expected);
    expect(laid.told).toEqual([]);
  });

describe('flexible lengths (css-flexbox-1, 9.7)', () => {
  check([
    ['no growing', '', ['width:20pt;height:10pt', 'width:30pt;height:10pt'], ['0 0 20 10', '20 0 30 10']],
    ['grow shares what is left', '', ['flex:1 1 20pt', 'flex:3 1 20pt'], ['0 0 60 10', '60 0 140 10'], 'x'],
    ['flex: 1 shares all', '', ['flex:1', 'flex:1'], ['0 0 100 10', '100 0 100 10'], 'x'],
    ['factors below 1 leave room', '', ['flex:0.25 0 0pt', 'flex:0.25 0 0pt'], ['0 0 50 0', '50 0 50 0']],
    [
      'max-width frees room for the others',
      '',
      ['flex:1;max-width:30pt', 'flex:1', 'flex:1'],
      ['0 0 30 10', '30 0 85 10', '115 0 85 10'],
      'x',
    ],
    ['min-width takes room from the others', '', ['flex:1;min-width:150pt', 'flex:1'], ['0 0 150 10', '150 0 50 10'], 'x'],
    ['shrink by base size', '', ['flex:0 1 200pt', 'flex:0 1 100pt'], ['0 0 133.33 10', '133.33 0 66.67 10'], 'x'],
    ['shrink factor', '', ['flex:0 1 200pt', 'flex:0 3 200pt'], ['0 0 150 10', '150 0 50 10'], 'x'],
    ['padding does not shrink', '', ['flex:0 1 150pt;padding:0 25pt', 'flex:0 1 150pt'], ['0 0 125 10', '125 0 75 10'], 'x'],
    [
      'not below min-content',
      '',
      ['flex:0 1 150pt', 'flex:0 1 150pt;min-width:0'],
      ['0 0 120 5', '120 0 80 5'],
      '<i style="display:block;width:120pt;height:5pt"></i>',
    ],
    [
      'overflow: hidden may go below',
      'width:40pt',
      ['flex:0 1 100pt;overflow:hidden', 'flex:0 0 20pt;min-width:0'],
      ['0 0 20 5', '20 0 20 5'],
      '<i style="display:block;width:60pt;height:5pt"></i>',
    ],
    ['gaps', 'gap:10pt', ['flex:1', 'flex:1', 'flex:1'], ['0 0 60 10', '70 0 60 10', '140 0 60 10'], 'x'],
    ['percent basis', '', ['flex:0 0 25%', 'flex:0 0 50%'], ['0 0 50 10', '50 0 100 10'], 'x'],
    ['basis content', '', ['flex:0 0 auto', 'flex:0 0 content;width:90pt'], ['0 0 15 10', '15 0 15 10'], 'abc'],
    ['margins count', '', ['flex:1;margin:0 10pt', 'flex:1'], ['10 0 90 10', '110 0 90 10'], 'x'],
    ['column', 'flex-direction:column;height:100pt', ['flex:1', 'flex:3'], ['0 0 200 25', '0 25 200 75'], 'x'],
    [
      'column of no height is by content',
      'flex-direction:column;row-gap:5pt',
      ['flex:1', 'flex:3'],
      ['0 0 200 10', '0 15 200 10'],
      'x',
    ],
    [
      'column does not shrink below content',
      'flex-direction:column;height:15pt',
      ['', 'min-height:0;height:20pt'],
      ['0 0 200 10', '0 10 200 5'],
      '<i style="display:block;height:10pt"></i>',
    ],
    ['a ratio item', 'height:40pt', ['aspect-ratio:2', 'flex:1'], ['0 0 80 40', '80 0 120 40']],
  ]);

  test('pictures keep their ratio and may be stretched', () => {
    const img = (style: string, id: string) => `<img id=${id} src=a alt=x style="${style}">`;
    const at = (container: string, style: string) =>
      lay(`<div style="display:flex;${container}">${img(style, 'a')}</div>`).at('a');
    expect(at('align-items:flex-start', '')).toBe('0 0 120 60');
    expect(at('align-items:flex-start', 'width:60pt')).toBe('0 0 60 30');
    expect(at('align-items:flex-start;width:80pt', '')).toBe('0 0 120 60');
    expect(at('align-items:flex-start;width:80pt', 'min-width:0')).toBe('0 0 80 40');
    expect(at('height:30pt', '')).toBe('0 0 60 30');
    expect(at('height:30pt', 'width:100pt')).toBe('0 0 100 30');
    expect(at('flex-direction:column;align-items:center', 'height:40pt')).toBe('60 0 80 40');
  });
});

describe('alignment', () => {
  const two = ['width:20pt;height:10pt', 'width:30pt;height:20pt'];
  check([
    ['flex-end', 'justify-content:flex-end', two, ['150 0 20 10', '170 0 30 20']],
    ['center', 'justify-content:center', two, ['75 0 20 10', '95 0 30 20']],
    ['space-between', 'justify-content:space-between', two, ['0 0 20 10', '170 0 30 20']],
    ['space-around', 'justify-content:space-around', two, ['37.5 0 20 10', '132.5 0 30 20']],
    ['space-evenly', 'justify-content:space-evenly', two, ['50 0 20 10', '120 0 30 20']],
    ['space-between of one is the start', 'justify-content:space-between', [two[0] as string], ['0 0 20 10']],
    ['center of what is too wide', 'justify-content:center;width:20pt', ['flex:none;width:40pt;height:5pt'], ['-10 0 40 5']],
    ['row-reverse', 'flex-direction:row-reverse', two, ['180 0 20 10', '150 0 30 20']],
    ['row-reverse, flex-end', 'flex-direction:row-reverse;justify-content:flex-end', two, ['30 0 20 10', '0 0 30 20']],
    ['rtl', 'direction:rtl', two, ['180 0 20 10', '150 0 30 20']],
    ['column-reverse', 'flex-direction:column-reverse;height:50pt', two, ['0 40 20 10', '0 20 30 20']],
    ['order', '', ['order:1;width:20pt;height:10pt', 'width:30pt;height:10pt'], ['30 0 20 10', '0 0 30 10']],
    ['auto margin takes the free room', '', [two[0] as string, `${two[1]};margin-left:auto`], ['0 0 20 10', '170 0 30 20']],
    ['auto margins centre on both axes', 'height:60pt', ['width:20pt;height:10pt;margin:auto'], ['90 25 20 10']],
    ['align-items: center', 'align-items:center;height:40pt', two, ['0 15 20 10', '20 10 30 20']],
    ['align-items: flex-end', 'align-items:flex-end', two, ['0 10 20 10', '20 0 30 20']],
    ['align-self', 'height:40pt', ['width:20pt;height:10pt;align-self:flex-end', 'width:30pt'], ['0 30 20 10', '20 0 30 40']],
    ['stretch keeps max-height', 'height:40pt', ['width:20pt;max-height:15pt'], ['0 0 20 15']],
    [
      'column stretches widths',
      'flex-direction:column',
      ['height:5pt', 'height:5pt;align-self:center;width:20pt'],
      ['0 0 200 5', '90 5 20 5'],
    ],
    [
      'wrap',
      'flex-wrap:wrap;gap:5pt',
      ['width:90pt;height:10pt', 'width:90pt;height:20pt', 'width:90pt;height:10pt'],
      ['0 0 90 10', '95 0 90 20', '0 25 90 10'],
    ],
    [
      'wrap-reverse',
      'flex-wrap:wrap-reverse',
      ['width:150pt;height:10pt', 'width:150pt;height:20pt'],
      ['0 20 150 10', '0 0 150 20'],
    ],
    ['lines share a given height', 'flex-wrap:wrap;height:60pt', ['width:150pt', 'width:150pt'], ['0 0 150 30', '0 30 150 30']],
    [
      'align-content: center',
      'flex-wrap:wrap;height:60pt;align-content:center',
      ['width:150pt;height:10pt', 'width:150pt;height:10pt'],
      ['0 20 150 10', '0 30 150 10'],
    ],
    [
      'align-content: space-between',
      'flex-wrap:wrap;height:60pt;align-content:space-between',
      ['width:150pt;height:10pt', 'width:150pt;height:10pt'],
      ['0 0 150 10', '0 50 150 10'],
    ],
  ]);

  test('baselines of different sizes stand on one line', () => {
    const laid = lay(
      '<div style="display:flex;align-items:baseline"><p id=a style="font-size:20pt">a</p><p id=b style="padding-top:2pt">b</p></div>',
    );
    // Baselines at 0.8 em: 16 below the one's top, 2 + 8 below the other's.
    expect([laid.at('a'), laid.at('b')]).toEqual(['0 0 10 20', '10 6 5 12']);
  });

  test('a stretched item is definite for percentages inside', () => {
    const laid = lay(
      '<div style="display:flex"><div style="height:40pt;width:10pt"></div><div><p id=a style="height:50%">x</p></div></div>',
    );
    expect(laid.at('a')).toBe('10 0 5 20');
  });

  test('nested containers', () => {
    const laid = lay(`<div style="display:flex;height:100pt"><div style="flex:1;display:flex;flex-direction:column"><p>a</p>
      <div id=a style="flex:1;display:flex;align-items:flex-end"><p id=b>b</p></div></div><p style="width:50pt">c</p></div>`);
    expect([laid.at('a'), laid.at('b')]).toEqual(['0 10 150 90', '0 90 5 10']);
  });

  test('text of a container is an item of its own', () => {
    const laid = lay('<div style="display:flex;justify-content:flex-end">aa<p id=a>b</p></div>');
    expect(laid.at('a')).toBe('195 0 5 10');
    expect(laid.lines(0)).toEqual(['aa', 'b']);
  });

  test('an absolute child stands where it would as the only item', () => {
    const laid =
      lay(`<div style="display:flex;height:50pt;justify-content:center;align-items:flex-end;position:relative;padding:5pt"><p>aaaa</p>
      <i id=a style="position:absolute;width:20pt;height:10pt"></i></div>`);
    expect(laid.at('a')).toBe('90 45 20 10');
  });

  test('first baselines stand at the bottom of a line that wrap-reverse turns', () => {
    const laid = lay(
      '<div style="display:flex;flex-wrap:wrap-reverse"><div style="height:40pt;width:9pt"></div><p id=a style="align-self:baseline">x</p></div>',
    );
    expect(laid.at('a')).toBe('9 30 5 10');
  });

  test('in a column the left border edges are the baselines', () => {
    const laid = lay(
      '<div style="display:flex;flex-direction:column;align-items:baseline"><p id=a>x</p><p id=b style="margin-left:7pt">y</p></div>',
    );
    expect([laid.at('a'), laid.at('b')]).toEqual(['7 0 5 10', '7 10 5 10']);
  });

  test('a column breaks into lines at its max-height, and is as wide as they are', () => {
    const laid = lay(
      '<div style="display:flex"><div id=a style="display:flex;flex-flow:column wrap;max-height:20pt"><p>aa</p><p>bb</p><p id=c>ccc</p></div></div>',
    );
    expect([laid.at('a'), laid.at('c')]).toEqual(['0 0 25 20', '10 0 15 10']);
  });

  test('content limits heights', () => {
    const laid = lay(
      '<div style="display:flex;height:50pt"><p id=a style="max-height:max-content">x</p><p id=b style="height:5pt;min-height:min-content">x</p></div>',
    );
    expect([laid.at('a'), laid.at('b')]).toEqual(['0 0 5 10', '5 0 5 10']);
  });
});
