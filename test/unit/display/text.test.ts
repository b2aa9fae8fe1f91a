import { describe, expect, it } from 'vitest';
import { corners, pt, sides, style } from './style.ts';
import {
  BLUE,
  block,
  element,
  GREEN,
  inline,
  line,
  lines,
  links,
  node,
  path,
  RED,
  run,
  show,
  slot,
  text,
  written,
} from './support.ts';

const paragraph = (...items: Parameters<typeof line>[0]) => [block({}, [20, 30, 100, 12], [lines([5, 0, 95, 12], line(items))])];

describe('text', () => {
  it('sets glyphs at the baseline with their slot and source', () => {
    const content = slot();
    const source = { source: { path: 'a', text: 'abc' }, start: 0, end: 3 };
    const [item] = show(paragraph(text('abc', 2, { content, source, letterSpacing: 1, style: style({ color: RED }) }))).items;
    expect(item).toMatchObject({ kind: 'glyphs', from: 0, to: 3, x: 27, y: 38, size: 10, letterSpacing: 1, color: RED, source });
    expect(item?.kind === 'glyphs' && item.content).toBe(content);
  });

  it('joins neighbours of one run', () => {
    const shared = run('abcd');
    const s = style({});
    const part = (from: number, to: number, more = {}) => text('abcd', from * 5, { run: shared, from, to, style: s, ...more });
    expect(show(paragraph(part(0, 2), part(2, 4))).items).toMatchObject([{ from: 0, to: 4 }]);
    expect(show(paragraph(part(0, 2), part(2, 4, { content: slot() }))).items).toHaveLength(2);
    expect(show(paragraph(part(0, 2), part(2, 4, { actualText: '\u00AD' }))).items).toMatchObject([{}, { actualText: '\u00AD' }]);
  });

  it('leaves out what is transparent', () => {
    expect(show(paragraph(text('a', 0, { style: style({ color: { ...RED, a: 0 } }) }))).items).toEqual([]);
  });

  it('draws a line under neighbouring texts in one, as the font says, before the glyphs', () => {
    const underlined = inline({ textDecoration: { underline: true, lineThrough: false, color: 'currentcolor' }, color: BLUE });
    const items = show(
      paragraph(
        text('ab', 0, { within: [underlined] }),
        text('cd', 10, { within: [underlined], style: style({ color: RED }) }),
        text('e', 20),
      ),
    ).items;
    expect(items.map((i) => i.kind)).toEqual(['path', 'glyphs', 'glyphs', 'glyphs']);
    const under = path(items[0]);
    expect(written(under.path)).toBe('M 25 39 L 45 39');
    expect(under.stroke).toEqual({ color: BLUE, width: 0.5 });
    expect(under.content).toBeNull();
  });

  it('draws a line through text after it, and takes a block’s over', () => {
    const struck = block(
      { textDecoration: { underline: false, lineThrough: true, color: GREEN } },
      [0, 0, 50, 12],
      [block({}, [0, 0, 50, 12], [lines([0, 0, 50, 12], line([text('ab', 0)]))])],
    );
    const items = show([struck]).items;
    expect(items.map((i) => i.kind)).toEqual(['glyphs', 'path']);
    expect(written(path(items[1]).path)).toBe('M 0 5 L 10 5');
    expect(path(items[1]).stroke?.color).toEqual(GREEN);
  });

  it('hands no line on to an inline-block', () => {
    const inner = block({ display: 'inline-block' }, [0, 0, 10, 12], [lines([0, 0, 10, 12], line([text('b', 0)]))]);
    const struck = block(
      { textDecoration: { underline: true, lineThrough: false, color: 'currentcolor' } },
      [0, 0, 50, 12],
      [lines([0, 0, 50, 12], line([{ kind: 'atomic', fragment: inner, x: 0, y: 0, within: [] }]))],
    );
    expect(show([struck]).items.map((i) => i.kind)).toEqual(['glyphs']);
  });

  it('fades what stands in a faded inline box', () => {
    expect(show(paragraph(text('a', 0, { within: [inline({ opacity: 0.5 })] }))).items).toMatchObject([{ color: { a: 0.5 } }]);
  });
});

describe('inline boxes', () => {
  const side = { width: 1, style: 'solid', color: BLUE } as const;
  const box = inline({ backgroundColor: RED, border: sides(side), borderRadius: corners(pt(3)) });
  const part = (first: boolean, last: boolean) =>
    show(paragraph({ kind: 'box', box, x: 0, y: 1, width: 20, height: 10, first, last }, text('a', 1))).items;

  it('paints background and border below the text', () => {
    expect(part(true, true).map((i) => i.kind)).toEqual(['path', 'path', 'glyphs']);
  });

  it('cuts border and corners where the box goes on on another line', () => {
    const [fill, border] = part(true, false);
    // Round on the left, square on the right.
    expect(written(path(fill).path)).toBe(
      'M 28 31 L 45 31 L 45 41 L 28 41 C 26.34 41 25 39.66 25 38 L 25 34 C 25 32.34 26.34 31 28 31 Z',
    );
    // No side on the right: the ring between outer and inner edge reaches it.
    expect(written(path(border).path)).toContain('L 45 32 L 45 40');
  });

  it('paints outer boxes first whatever the order of the items', () => {
    const outerElement = element('em', {}, element('b'));
    const innerElement = outerElement.children[0];
    if (innerElement?.kind !== 'element') throw new Error('no element');
    const outer = inline({ backgroundColor: RED }, { element: outerElement });
    const inner = inline({ backgroundColor: GREEN }, { element: innerElement });
    const item = (b: typeof outer) =>
      ({ kind: 'box', box: b, x: 0, y: 0, width: 9, height: 9, first: true, last: true }) as const;
    expect(show(paragraph(item(inner), item(outer))).items).toMatchObject([{ fill: { color: RED } }, { fill: { color: GREEN } }]);
  });
});

describe('links', () => {
  const link = node('Link');
  const a = inline(
    {},
    { href: 'https://a.dk', node: link, element: element('a', { href: 'https://a.dk' }, 'Læs ', element('b', {}, 'mere\u00AD')) },
  );
  const part = (x: number, width: number) =>
    ({ kind: 'box', box: a, x, y: 2, width, height: 9, first: true, last: true }) as const;

  it('has one area a line, after all that is painted, with what a reader says', () => {
    const root = lines([5, 0, 95, 24], line([part(3, 20), text('a', 3)]), line([part(0, 10), text('b', 0)], 12));
    const { items } = show([block({}, [20, 30, 100, 24], [root])]);
    expect(items.map((i) => i.kind)).toEqual(['glyphs', 'glyphs', 'link', 'link']);
    expect(links(items)).toEqual([
      { kind: 'link', box: { x: 28, y: 32, width: 20, height: 9 }, href: 'https://a.dk', label: 'Læs mere', node: link },
      { kind: 'link', box: { x: 25, y: 44, width: 10, height: 9 }, href: 'https://a.dk', label: 'Læs mere', node: link },
    ]);
  });

  it('covers the pictures in it', () => {
    const picture = block({ display: 'inline-block' }, [0, 0, 30, 20]);
    const { items } = show(paragraph(part(0, 30), { kind: 'atomic', fragment: picture, x: 0, y: -10, within: [a] }));
    expect(links(items)[0]?.box).toEqual({ x: 25, y: 20, width: 30, height: 21 });
  });

  it('covers a block that is a link; stands where it shows, turned and clipped', () => {
    const el = element('a', { href: 'https://b.dk' }, element('img', { alt: 'Logo' }));
    const target = block({}, [0, 0, 40, 10], [], { element: el, node: link });
    expect(links(show([target]).items)).toMatchObject([{ box: { width: 40, height: 10 }, href: 'https://b.dk', label: 'Logo' }]);
    const turned = block(
      { transform: [{ kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] }], transformOrigin: { x: pt(0), y: pt(0) } },
      [50, 50, 40, 10],
      [target],
    );
    expect(links(show([turned]).items)[0]?.box).toEqual({ x: 40, y: 50, width: 10, height: 40 });
    const clipped = block({ overflow: 'hidden' }, [0, 0, 15, 5], [target]);
    expect(links(show([clipped]).items)[0]?.box).toEqual({ x: 0, y: 0, width: 15, height: 5 });
    const gone = block({ overflow: 'hidden' }, [0, 0, 15, 5], [{ ...target, x: 20 }]);
    expect(links(show([gone]).items)).toEqual([]);
  });

  it('stand in reading order', () => {
    const [first, second] = [node('Link'), node('Link')];
    const target = (n: typeof first, href: string) => block({}, [0, 0, 9, 9], [], { element: element('a', { href }), node: n });
    const items = show([target(second, 'b'), target(first, 'a')], { structure: node('Document', first, second) }).items;
    expect(links(items).map((l) => l.href)).toEqual(['a', 'b']);
  });
});

describe('outline', () => {
  it('lists headings in reading order, with level and place', () => {
    const [h1, h2] = [node('H1'), node('H2')];
    const heading = (n: typeof h1, y: number, title: string) =>
      block({}, [0, y, 50, 12], [], { element: element('h1', {}, title), node: n });
    const { document } = show([heading(h2, 10, ' Fakta\n om '), heading(h1, 40, 'Middag')], {
      structure: node('Document', h1, h2),
    });
    expect(document.outline).toEqual([
      { title: 'Middag', level: 1, page: 0, y: 40 },
      { title: 'Fakta om', level: 2, page: 0, y: 10 },
    ]);
  });

  it('leaves out the rest of a heading on the next page, and repeated ones', () => {
    const part = (more: object) => block({}, [0, 0, 50, 12], [], { element: element('h1', {}, 'A'), node: node('H1'), ...more });
    expect(show([part({ continued: true }), part({ repeated: true })]).document.outline).toEqual([]);
  });
});

describe('artifacts', () => {
  it('makes repeated content and margin boxes decoration', () => {
    const words = (n: number) => lines([0, 0, 50, 12], line([text('a', 0, { content: slot() })], n));
    const repeated = block({}, [0, 0, 50, 12], [block({}, [0, 0, 50, 12], [words(0)])], { repeated: true });
    const { items } = show([repeated, words(1)], { marginBoxes: [block({}, [0, 0, 50, 12], [words(2)])] });
    expect(items.map((i) => i.kind === 'glyphs' && i.content !== null)).toEqual([false, true, false]);
  });
});
