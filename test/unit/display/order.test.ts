import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/core/display.ts';
import { percent, pt, style } from './style.ts';
import { BLUE, block, colored, element, GREEN, line, lines, order, RED, rgb, show, text, written } from './support.ts';

const YELLOW = rgb(1, 1, 0);
const square = [0, 0, 10, 10] as const;
const words = (t: string) => lines([0, 0, 100, 12], line([text(t, 0)]));

describe('painting order (CSS 2.1, Appendix E)', () => {
  it('paints backgrounds of all blocks before any text', () => {
    expect(order(show([block({}, square, [words('a')]), colored(RED, square), block({}, square, [words('b')])]).items)).toBe(
      'rab',
    );
  });

  it('paints positioned boxes over what is in flow, in tree order', () => {
    const items = show([
      colored(RED, square, { position: 'relative' }),
      colored(GREEN, square),
      block({}, square, [words('a')]),
      colored(BLUE, square, { position: 'absolute' }),
    ]).items;
    expect(order(items)).toBe('garb');
  });

  it('sorts z-index, negative ones over the background of their context', () => {
    const items = show(
      [
        colored(RED, square, { position: 'absolute', zIndex: 2 }),
        colored(GREEN, square, { position: 'absolute', zIndex: -1 }),
        colored(BLUE, square),
        colored(YELLOW, square, { position: 'absolute', zIndex: 1 }),
      ],
      {},
    ).items;
    expect(order(items)).toBe('gbyr');
  });

  it('keeps z-index inside its stacking context', () => {
    const inner = colored(RED, square, { position: 'absolute', zIndex: 99 });
    const context = (zIndex: number | 'auto') => colored(GREEN, square, { position: 'relative', zIndex }, [inner]);
    const over = colored(BLUE, square, { position: 'absolute', zIndex: 1 });
    expect(order(show([context(0), over]).items)).toBe('grb');
    // Without a context of its own the inner one takes part in the outer order.
    expect(order(show([context('auto'), over]).items)).toBe('gbr');
  });

  it('lets opacity and transform make contexts at the level of z-index 0', () => {
    const negative = colored(RED, square, { position: 'absolute', zIndex: -1 });
    const faded = block({ opacity: 0.5 }, square, [negative, colored(GREEN, square)]);
    expect(order(show([faded, colored(BLUE, square)]).items)).toBe('brg');
    const turned = block({ transform: [{ kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] }] }, square, [negative]);
    expect(order(show([turned, colored(BLUE, square)]).items)).toBe('br');
  });

  it('paints a flex item whole, and lets its z-index count', () => {
    const item = (color: typeof RED, zIndex: number | 'auto' = 'auto') =>
      colored(color, square, { zIndex }, [words('t'), colored(YELLOW, square)]);
    expect(order(show([block({ display: 'flex' }, square, [item(RED), item(GREEN)])]).items)).toBe('rytgyt');
    expect(order(show([block({ display: 'flex' }, square, [item(RED, 1), item(GREEN)])]).items)).toBe('gytryt');
    expect(order(show([block({}, square, [item(RED, 1), item(GREEN)])]).items)).toBe('rygytt');
  });

  it('paints an inline-block whole at its place in the line; what is positioned in it goes up', () => {
    const deep = colored(BLUE, square, { position: 'relative' });
    const atomic = colored(RED, square, { display: 'inline-block' }, [words('b'), deep]);
    const row = line([text('a', 0), { kind: 'atomic', fragment: atomic, x: 5, y: 0, within: [] }, text('c', 15)]);
    expect(order(show([block({}, square, [lines([0, 0, 50, 12], row)])]).items)).toBe('arbcb');
  });

  it('shows the visible children of hidden boxes', () => {
    const child = colored(GREEN, square);
    expect(order(show([colored(RED, square, { visibility: 'hidden' }, [child])]).items)).toBe('g');
    const hidden = text('x', 0, { style: style({ visibility: 'hidden' }) });
    expect(order(show([lines([0, 0, 9, 9], line([hidden, text('y', 5)]))]).items)).toBe('y');
  });
});

const group = (item: Item | undefined) => {
  if (item?.kind !== 'group') throw new Error('no group');
  return item;
};

describe('groups', () => {
  it('fades one paint by its alpha, several as a group', () => {
    expect(show([colored(RED, square, { opacity: 0.5 })]).items).toMatchObject([
      { kind: 'path', fill: { color: { r: 1, a: 0.5 } } },
    ]);
    const both = group(show([colored(RED, square, { opacity: 0.5 }, [words('a')])]).items[0]);
    expect(both.opacity).toBe(0.5);
    expect(order(both.items)).toBe('ra');
    expect(show([colored(RED, square, { opacity: 0 })]).items).toEqual([]);
  });

  it('transforms about the origin, percentages of the border box', () => {
    const turned = group(
      show([
        colored(RED, [10, 20, 40, 20], {
          transform: [
            { kind: 'translate', x: percent(50), y: pt(0) },
            { kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] },
          ],
        }),
      ]).items[0],
    );
    // A quarter turn about (30, 30), then 20 to the right.
    expect(turned.transform).toEqual([0, 1, -1, 0, 30 + 30 + 20, 30 - 30]);
    expect(order(turned.items)).toBe('r');
  });

  it('clips what sticks out of a hidden overflow, and only that', () => {
    const out = show([block({ overflow: 'hidden' }, [10, 10, 20, 20], [colored(RED, [5, 5, 30, 5])])]).items;
    const clip = group(out[0]);
    expect(written(clip.clip ?? { segments: [] })).toBe('M 10 10 L 30 10 L 30 30 L 10 30 Z');
    const inside = show([block({ overflow: 'hidden' }, [10, 10, 20, 20], [colored(RED, [5, 5, 10, 5])])]).items;
    expect(inside.map((i) => i.kind)).toEqual(['path']);
  });

  it('clips to the padding box with its inner curve', () => {
    const side = { width: 2, style: 'solid', color: BLUE } as const;
    const items = show([
      block(
        {
          overflow: 'hidden',
          border: { top: side, right: side, bottom: side, left: side },
          borderRadius: { topLeft: pt(6), topRight: pt(0), bottomRight: pt(0), bottomLeft: pt(0) },
        },
        [0, 0, 20, 20],
        [colored(RED, [2, 2, 16, 16])],
      ),
    ]).items;
    expect(written(group(items.at(-1)).clip ?? { segments: [] })).toBe('M 6 2 L 18 2 L 18 18 L 2 18 L 2 6 C 2 3.79 3.79 2 6 2 Z');
  });

  it('puts neighbours with one clip into one group, nested clips inside each other', () => {
    const inner = block({ overflow: 'hidden' }, [0, 0, 5, 5], [colored(GREEN, [-99, 0, 200, 2])]);
    const items = show([
      block({ overflow: 'hidden' }, [0, 0, 10, 10], [colored(RED, [0, 0, 50, 5]), inner, colored(BLUE, [0, 0, 50, 5])]),
    ]).items;
    expect(items).toHaveLength(1);
    const outer = group(items[0]);
    expect(outer.items.map((i) => i.kind)).toEqual(['path', 'group', 'path']);
  });

  it('clips a positioned descendant wherever it is painted', () => {
    const lifted = colored(RED, [0, 0, 50, 5], { position: 'absolute', zIndex: 5 });
    const items = show([
      block({ overflow: 'hidden', position: 'relative' }, [0, 0, 10, 10], [lifted]),
      colored(BLUE, square),
    ]).items;
    expect(order(items)).toBe('br');
    expect(group(items[1]).clip).toBeDefined();
  });

  it('does not clip at the body: its overflow is the page’s', () => {
    const body = block({ overflow: 'hidden' }, [0, 0, 20, 20], [colored(RED, [-5, -5, 90, 90])], { element: element('body') });
    expect(show([body]).items.map((i) => i.kind)).toEqual(['path']);
  });
});
