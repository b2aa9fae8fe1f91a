import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLACK } from '../../../src/core/color.ts';
import { pathBounds } from '../../../src/layout/pictures/paths.ts';
import { NO_HOST } from '../../../src/layout/pictures/svg/environment.ts';
import { drawSvg } from '../../../src/layout/pictures/svg/index.ts';
import { readSvg } from '../../../src/layout/pictures/svg/read.ts';
import { BLUE, drawFile, drawInside, marked, onlyGroup, onlyPath, RED, rgb, shapesOf, written } from './svg-support.ts';

const fillOf = (inside: string) => onlyPath(shapesOf(inside)).fill;

describe('shapes', () => {
  it.each([
    ['<rect x="1" y="2" width="3" height="4"/>', 'M 1 2 L 4 2 L 4 6 L 1 6 Z'],
    ['<polygon points="0,0 10,0 10,10"/>', 'M 0 0 L 10 0 L 10 10 Z'],
    ['<polyline points="0 0 10 0 10 10"/>', 'M 0 0 L 10 0 L 10 10'],
    ['<path d="M1 1h2v2z"/>', 'M 1 1 L 3 1 L 3 3 Z'],
    ['<rect width="50%" height="10mm"/>', 'M 0 0 L 50 0 L 50 37.8 L 0 37.8 Z'],
  ])('%s', (inside, expected) => {
    expect(written(onlyPath(shapesOf(inside)).path.segments)).toBe(expected);
  });

  it('rounds a rectangle’s corners by the radius that is given, at most half its side', () => {
    const segments = onlyPath(shapesOf('<rect width="20" height="10" rx="50"/>')).path.segments;
    expect(written(segments)).toMatch(/^M 10 0 L 10 0 C/);
    expect(pathBounds({ segments })).toEqual({ minX: 0, minY: 0, maxX: 20, maxY: 10 });
  });

  it('draws circles and ellipses of four curves', () => {
    const circle = onlyPath(shapesOf('<circle cx="50" cy="50" r="10"/>'));
    expect(circle.path.segments).toHaveLength(6);
    expect(pathBounds(circle.path)).toEqual({ minX: 40, minY: 40, maxX: 60, maxY: 60 });
    expect(pathBounds(onlyPath(shapesOf('<ellipse cx="50" cy="50" rx="20" ry="10"/>')).path).maxX).toBe(70);
  });

  it.each([
    '<rect width="0" height="5"/>',
    '<circle r="0"/>',
    '<path/>',
    '<path d="M0 0h5" fill="none"/>',
    '<line x2="5" y2="5"/>',
    '<rect width="5" height="5" visibility="hidden"/>',
    '<g display="none"><rect width="5" height="5"/></g>',
    '<rect width="5" height="5" fill="transparent"/>',
    '<defs><rect width="5" height="5"/></defs>',
    '<symbol id="s"><rect width="5" height="5"/></symbol>',
    '<title>A</title><desc>B</desc><metadata><rdf:RDF xmlns:rdf="x"/></metadata>',
  ])('%s draws nothing and complains of nothing', (inside) => {
    const drawn = drawInside(inside);
    expect(drawn.drawing.shapes).toEqual([]);
    expect(drawn.diagnostics).toEqual([]);
  });
});

describe('paint', () => {
  it.each([
    ['<path d="M0 0h5v5z" fill="#f00"/>', RED],
    ['<path d="M0 0h5v5z" style="fill: rgb(255 0 0 / 50%)"/>', rgb(1, 0, 0, 0.5)],
    ['<path d="M0 0h5v5z" fill="red" fill-opacity=".5" opacity=".5"/>', rgb(1, 0, 0, 0.25)],
    ['<g fill="blue"><path d="M0 0h5v5z"/></g>', BLUE],
    ['<g fill="blue"><path d="M0 0h5v5z" fill="hsl(0 100% 50%)"/></g>', RED],
    ['<g color="blue"><path d="M0 0h5v5z" fill="currentColor"/></g>', BLUE],
    ['<path d="M0 0h5v5z" fill="var(--none, red)"/>', RED],
    ['<g style="--cloth: var(--no, blue)"><path d="M0 0h5v5z" fill="var(--cloth)"/></g>', BLUE],
    ['<style>.a{fill:red}path{fill:blue}</style><path class="b a" d="M0 0h5v5z"/>', RED],
    ['<style>.a{fill:red}</style><path class="a" fill="green" style="fill:blue" d="M0 0h5v5z"/>', BLUE],
    ['<style>.a{fill:blue}.a.b{fill:red}.a{fill:green}</style><path class="a b" d="M0 0h5v5z"/>', RED],
    ['<path d="M0 0h5v5z" fill="device-cmyk(0 28% 95% 0)"/>', { space: 'cmyk', c: 0, m: 0.28, y: 0.95, k: 0, a: 1 }],
  ])('%s', (inside, color) => {
    expect(drawInside(inside).diagnostics).toEqual([]);
    expect(fillOf(inside)).toEqual({ kind: 'color', color });
  });

  it('carries all of a stroke', () => {
    const path = onlyPath(
      shapesOf(
        '<path d="M0 0h5" fill="none" stroke="red" stroke-width="2" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="1 2 3" stroke-dashoffset="1"/>',
      ),
    );
    expect(path.fill).toBeUndefined();
    expect(path.stroke).toEqual({
      color: RED,
      width: 2,
      cap: 'round',
      join: 'bevel',
      dash: [1, 2, 3, 1, 2, 3],
      dashOffset: 1,
      miterLimit: 4,
    });
  });

  it('takes the fill rule along', () => {
    expect(onlyPath(shapesOf('<path fill-rule="evenodd" d="M0 0h5v5z"/>')).path.evenOdd).toBe(true);
    expect(onlyPath(shapesOf('<path d="M0 0h5v5z"/>')).path.evenOdd).toBeUndefined();
  });

  it('fades what has fill and stroke as one, and one paint by its alpha', () => {
    const both = onlyGroup(shapesOf('<path d="M0 0h5v5z" fill="red" stroke="blue" opacity=".5"/>'));
    expect(both.opacity).toBe(0.5);
    const one = onlyPath(shapesOf('<g opacity=".5"><path d="M0 0h5v5z" fill="red"/></g>'));
    expect(one.fill).toEqual({ kind: 'color', color: rgb(1, 0, 0, 0.5) });
    const two = onlyGroup(shapesOf('<g opacity=".5"><path d="M0 0h5v5z"/><path d="M1 1h5v5z"/></g>'));
    expect(two.opacity).toBe(0.5);
    expect(two.shapes).toHaveLength(2);
  });
});

describe('style elements', () => {
  const path = '<path id="p" class="a" d="M0 0h5v5z"/>';

  it.each([
    '/* { */ .a { fill: red } /* } */',
    '<![CDATA[ .a{fill:red;} ]]>',
    '.b, path.a { fill: red; /* ; */ stroke: none }',
    '#p{fill:red}.a{fill:blue}path{fill:green}',
    '*{fill:blue}.a{fill:red',
    '.a{}.a{fill:red}',
  ])('%s', (css) => {
    const drawn = drawInside(`<style>${css}</style>${path}`);
    expect(drawn.diagnostics).toEqual([]);
    expect(onlyPath(drawn.drawing.shapes).fill).toEqual({ kind: 'color', color: RED });
  });

  it.each([
    ['@import url(x.css); .a{fill:red}', 'svg-unsupported: @import url(x.css);'],
    ['.a{fill:red} .b:hover, .a {fill:red}', 'svg-unsupported: .b:hover'],
    ['.a{fill:red} what', 'svg-unsupported: what'],
    ['.a{fill:red;nonsense}', 'svg-unsupported: nonsense'],
    ['.a{fill:red;transition:all 1s}', 'svg-unsupported: transition:all 1s'],
  ])('%s is marked', (css, expected) => {
    const drawn = drawInside(`<style>${css}</style>${path}`);
    expect(marked(drawn)).toEqual([expected]);
    expect(onlyPath(drawn.drawing.shapes).fill).toEqual({ kind: 'color', color: RED });
  });

  it('never throws', () => {
    const token = fc.oneof(
      fc.constantFrom('.a', '{', '}', ';', ':', '@x', ',', '/*', '*/', 'fill', ' ', '"'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        drawInside(`<style><![CDATA[${tokens.join('')}]]></style>${path}`);
      }),
    );
  });
});

describe('gradients', () => {
  const linear = (attributes: string, stops = '<stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/>') =>
    fillOf(
      `<linearGradient id="g" ${attributes}>${stops}</linearGradient><rect x="10" y="20" width="40" height="20" fill="url(#g)"/>`,
    );

  it('lays a gradient over the box of what it fills', () => {
    expect(linear('')).toEqual({
      kind: 'linear',
      x1: 10,
      y1: 20,
      x2: expect.closeTo(50),
      y2: 20,
      stops: [
        { offset: 0, color: RED },
        { offset: 1, color: BLUE },
      ],
    });
  });

  it('keeps the lines of equal colour where the box is no square', () => {
    const fill = linear('x2="1" y2="1"');
    if (fill?.kind !== 'linear') throw new Error('no gradient');
    // The corners off the diagonal have the middle colour still.
    const t = (x: number, y: number) =>
      ((x - fill.x1) * (fill.x2 - fill.x1) + (y - fill.y1) * (fill.y2 - fill.y1)) /
      ((fill.x2 - fill.x1) ** 2 + (fill.y2 - fill.y1) ** 2);
    expect(t(10, 20)).toBeCloseTo(0);
    expect(t(50, 40)).toBeCloseTo(1);
    expect(t(50, 20)).toBeCloseTo(0.5);
    expect(t(10, 40)).toBeCloseTo(0.5);
  });

  it('reads user space, transforms, templates and stops', () => {
    expect(linear('gradientUnits="userSpaceOnUse" x1="0" x2="10" gradientTransform="translate(5 0)"')).toMatchObject({
      x1: 5,
      x2: expect.closeTo(15),
    });
    const inherited = fillOf(
      '<linearGradient id="a"><stop offset="25%" stop-color="red" stop-opacity=".5"/><stop offset=".1" stop-color="blue"/></linearGradient>' +
        '<linearGradient id="g" href="#a" x2="0" y2="1"/><rect width="10" height="10" fill="url(#g)" fill-opacity=".5"/>',
    );
    expect(inherited).toMatchObject({
      x2: expect.closeTo(0),
      y2: expect.closeTo(10),
      stops: [
        { offset: 0.25, color: rgb(1, 0, 0, 0.25) },
        { offset: 0.25, color: rgb(0, 0, 1, 0.5) },
      ],
    });
  });

  it('maps a radial gradient to an ellipse by its matrix', () => {
    const fill = fillOf(
      '<radialGradient id="g" fx=".25"><stop stop-color="red"/><stop offset="1"/></radialGradient><rect x="10" y="20" width="40" height="20" fill="url(#g)"/>',
    );
    expect(fill).toEqual({
      kind: 'radial',
      cx: 0.5,
      cy: 0.5,
      r: 0.5,
      fx: 0.25,
      fy: 0.5,
      fr: 0,
      transform: [40, 0, 0, 20, 10, 20],
      stops: [
        { offset: 0, color: RED },
        { offset: 1, color: BLACK },
      ],
    });
  });

  it('is one colour with one stop, and what comes after url() where it has none', () => {
    expect(linear('', '<stop stop-color="red"/>')).toEqual({ kind: 'color', color: RED });
    expect(shapesOf('<linearGradient id="g"/><rect width="1" height="1" fill="url(#g)"/>')).toEqual([]);
    expect(fillOf('<linearGradient id="g"/><rect width="1" height="1" fill="url(#g) blue"/>')).toEqual({
      kind: 'color',
      color: BLUE,
    });
  });
});

describe('transforms', () => {
  it.each([
    ['translate(10)', 'M 10 0 L 11 0'],
    ['translate(10,5)', 'M 10 5 L 11 5'],
    ['scale(2)', 'M 0 0 L 2 0'],
    ['rotate(90)', 'M 0 0 L 0 1'],
    ['rotate(180 1 1)', 'M 2 2 L 1 2'],
    ['translate(1 1) scale(3 1)', 'M 1 1 L 4 1'],
    ['matrix(1 0 0 1 7-8)', 'M 7 -8 L 8 -8'],
    ['skewY(45)', 'M 0 0 L 1 1'],
    ['none', 'M 0 0 L 1 0'],
  ])('%s is worked into the path', (transform, expected) => {
    expect(written(onlyPath(shapesOf(`<path transform="${transform}" d="M0 0L1 0"/>`)).path.segments)).toBe(expected);
  });

  it('scales a stroke with its path, and keeps an uneven map outside', () => {
    expect(
      onlyPath(shapesOf('<path transform="scale(2)" stroke="red" fill="none" d="M0 0h1" stroke-dasharray="1 2"/>')).stroke,
    ).toMatchObject({
      width: 2,
      dash: [2, 4],
    });
    const uneven = onlyGroup(shapesOf('<path transform="scale(2 1)" stroke="red" fill="none" d="M0 0h1"/>'));
    expect(uneven.transform).toEqual([2, 0, 0, 1, 0, 0]);
    expect(written(onlyPath(uneven.shapes).path.segments)).toBe('M 0 0 L 1 0');
  });
});

describe('use, symbol, nested svg', () => {
  it('places one shape directly and many as a group with a key', () => {
    const [a, b] = shapesOf('<defs><path id="p" d="M0 0h1"/></defs><use href="#p" x="5"/><use xlink:href="#p" y="7"/>');
    expect(a?.kind === 'path' && written(a.path.segments)).toBe('M 5 0 L 6 0');
    expect(b?.kind === 'path' && written(b.path.segments)).toBe('M 0 7 L 1 7');
    const [g, h] = shapesOf(
      '<defs><g id="p"><path d="M0 0h1"/><path d="M2 0h1"/></g></defs><use href="#p" x="5"/><use href="#p" transform="scale(2)"/>',
    );
    if (g?.kind !== 'group' || h?.kind !== 'group') throw new Error('no groups');
    expect(g.transform).toEqual([1, 0, 0, 1, 5, 0]);
    expect(h.transform).toEqual([2, 0, 0, 2, 0, 0]);
    expect(h.shapes).toBe(g.shapes);
    expect(h.key).toBe(g.key);
  });

  it('draws a target anew where it inherits another colour', () => {
    const [a, b] = shapesOf('<defs><path id="p" d="M0 0h1v1z"/></defs><use href="#p" fill="red"/><use href="#p" fill="blue"/>');
    expect(a).toMatchObject({ fill: { color: RED } });
    expect(b).toMatchObject({ fill: { color: BLUE } });
  });

  it('fits a symbol’s view box into the size of its use', () => {
    const path = onlyPath(
      shapesOf(
        '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></symbol><use href="#s" x="10" y="10" width="20" height="40"/>',
      ),
    );
    expect(written(path.path.segments)).toBe('M 10 20 L 30 20 L 30 40 Z');
  });

  it('clips a symbol where it draws beyond its box', () => {
    const group = onlyGroup(
      shapesOf('<symbol id="s" viewBox="0 0 10 10"><circle r="5"/></symbol><use href="#s" width="20" height="20"/>'),
    );
    const clip = group.shapes[0];
    expect(clip?.kind === 'group' ? clip.clip : group.clip).toEqual({
      segments: [['M', 0, 0], ['L', 20, 0], ['L', 20, 20], ['L', 0, 20], ['Z']],
    });
  });

  it('stops at a use inside itself', () => {
    expect(marked(drawInside('<g id="a"><path d="M0 0h1"/><use href="#a"/></g>'))).toEqual(['svg-invalid: #a']);
  });

  it('refuses a drawing that grows without bounds', () => {
    const level = (i: number) => `<g id="g${i}">${`<use href="#g${i - 1}"/>`.repeat(10)}</g>`;
    const bomb = `<defs><g id="g0"><path d="M0 0h1"/><path d="M0 0h1"/></g>${[1, 2, 3, 4, 5, 6, 7, 8].map(level).join('')}</defs><use href="#g8"/>`;
    const drawn = drawInside(bomb);
    expect(drawn.diagnostics.map((d) => d.code)).toEqual(['svg-too-large']);
  });
});

describe('clip paths', () => {
  it('clips by one outline, in the place of what it clips', () => {
    const group = onlyGroup(
      shapesOf(
        '<clipPath id="c"><rect width="5" height="5"/></clipPath><g transform="translate(10 0)" clip-path="url(#c)"><path d="M0 0h9v9z"/></g>',
      ),
    );
    expect(written(group.clip?.segments ?? [])).toBe('M 10 0 L 15 0 L 15 5 L 10 5 Z');
    expect(written(onlyPath(group.shapes).path.segments)).toBe('M 10 0 L 19 0 L 19 9 Z');
  });

  it('joins several outlines the same way round', () => {
    const group = onlyGroup(
      shapesOf(
        '<clipPath id="c"><path d="M0 0h9v9h-9z"/><path d="M5 5v9h9v-9z"/></clipPath><path clip-path="url(#c)" d="M0 0h20v20z"/>',
      ),
    );
    expect(written(group.clip?.segments ?? [])).toBe('M 0 0 L 9 0 L 9 9 L 0 9 Z M 14 5 L 14 14 L 5 14 L 5 5 Z');
  });

  it('hides all with an empty clip path', () => {
    expect(shapesOf('<clipPath id="c"/><path clip-path="url(#c)" d="M0 0h20v20z"/>')).toEqual([]);
  });
});

describe('size', () => {
  it.each([
    ['viewBox="0 0 40 20"', null, null, 2],
    ['width="40" height="20"', 30, 15, 2],
    ['width="10mm" viewBox="0 0 10 10"', 720 / 25.4, null, 1],
    ['width="100%" height="20" viewBox="0 0 40 20"', null, 15, 2],
  ])('%s', (attributes, width, height, ratio) => {
    const drawn = drawFile(`<svg ${attributes}/>`);
    const close = (n: number | null) => (n === null ? null : Number(n.toFixed(6)));
    expect([close(drawn.width), close(drawn.height), drawn.ratio]).toEqual([close(width), close(height), ratio]);
    expect(drawn.diagnostics).toEqual([]);
  });

  it('reads preserveAspectRatio', () => {
    expect(drawFile('<svg viewBox="0 0 1 1" preserveAspectRatio="xMinYMax slice"/>').drawing.preserveAspectRatio).toEqual({
      align: { x: 0, y: 1 },
      slice: true,
    });
    expect(drawFile('<svg viewBox="0 0 1 1" preserveAspectRatio="none"/>').drawing.preserveAspectRatio.align).toBe('none');
  });
});

describe('what is not supported is said at its place', () => {
  it.each([
    ['<text x="5">Hi</text>', 'svg-unsupported: Hi'],
    ['<image href="a.png"/>', 'svg-unsupported: a.png'],
    ['<image href="data:image/png;base64,AA"/>', 'svg-unsupported: <image href="data:image/png;base64,AA"/>'],
    [
      '<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><rect width="5" height="5" mask="url(#m)"/>',
      'svg-invalid: url(#m)',
    ],
    [
      '<clipPath id="c"><rect width="9" height="9" clip-path="url(#c)"/></clipPath><rect width="5" height="5" clip-path="url(#c)"/>',
      'svg-invalid: url(#c)',
    ],
    [
      '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="5" height="5" fill="url(#p)"/>',
      'svg-invalid: url(#p)',
    ],
    [
      '<marker id="k"><path d="M0 0h1" stroke="red" marker-end="url(#k)"/></marker><path d="M0 0h5" stroke="red" marker-end="url(#k)"/>',
      'svg-invalid: url(#k)',
    ],
    [
      '<pattern id="p" patternUnits="userSpaceOnUse" width=".1" height=".1"><rect width="9" height="9"/></pattern><rect width="50" height="50" fill="url(#p)"/>',
      'svg-unsupported: url(#p)',
    ],
    [
      '<linearGradient id="g" spreadMethod="wild"><stop/><stop offset="1"/></linearGradient><rect width="5" height="5" fill="url(#g)"/>',
      'svg-invalid: wild',
    ],
    ['<rect width="5" height="5" marker-end="url(a.svg#k)"/>', 'svg-unsupported: url(a.svg#k)'],
    ['<script>1</script>', 'svg-unsupported: <script>'],
    ['<foreignObject><p>x</p></foreignObject>', 'svg-unsupported: <foreignObject>'],
    ['<animate attributeName="x"/>', 'svg-unsupported: <animate attributeName="x"/>'],
    ['<rect width="5" height="5" filter="url(#f)"/>', 'svg-unsupported: url(#f)'],
    ['<rect width="5" height="5" style="mask: url(#m)"/>', 'svg-invalid: mask: url(#m)'],
    ['<rect width="5" height="5" style="fill:red; mix-blend-mode:multiply"/>', 'svg-unsupported: mix-blend-mode:multiply'],
    ['<rect width="5" height="5" fill="url(a.svg#p)"/>', 'svg-unsupported: url(a.svg#p)'],
    ['<use href="a.svg#p"/>', 'svg-unsupported: a.svg#p'],
    ['<rect width="5" height="5" onclick="x()"/>', 'svg-unsupported: x()'],
    ['<rect width="5" height="5" fill="reddish"/>', 'svg-invalid: reddish'],
    ['<rect width="5em" height="5"/>', 'svg-invalid: 5em'],
    ['<rect width="5" height="5" transform="tilt(5)"/>', 'svg-invalid: tilt(5)'],
    ['<path d="M0 0 L5 X"/>', 'svg-invalid: X'],
    ['<path d="M0 0h1v1z" fill="var(--no)"/>', 'svg-invalid: var(--no)'],
    ['<path d="M0 0h1v1z" fill="url(#no)"/>', 'svg-invalid: url(#no)'],
    ['<style>g + .a{fill:red}</style>', 'svg-unsupported: g + .a'],
    ['<style>@media print{.a{fill:red}}</style>', 'svg-unsupported: @media print{.a{fill:red}}'],
    [
      '<path d="M0 0h5" fill="none" stroke="url(#g)"/><linearGradient id="g"><stop/><stop offset="1"/></linearGradient>',
      undefined,
    ],
  ])('%s', (inside, expected) => {
    const found = marked(drawInside(inside));
    if (expected !== undefined) expect(found).toEqual([expected]);
    else expect(found).toEqual([]);
  });

  it('leaves other programs’ remarks alone', () => {
    const drawn = drawFile(
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg xmlns="http://www.w3.org/2000/svg"
        xmlns:inkscape="i" viewBox="0 0 10 10" inkscape:version="1" style="enable-background:new 0 0 1 1" xml:space="preserve">
        <sodipodi:namedview><inkscape:grid/></sodipodi:namedview><g inkscape:label="Layer" data-name="x" font-family="Arial">
        <path style="-inkscape-stroke:none;paint-order:normal" d="M0 0h1v1z"/></g></svg>`,
    );
    expect(drawn.diagnostics).toEqual([]);
    expect(drawn.drawing.shapes).toHaveLength(1);
  });
});

describe('any text', () => {
  const name = fc.constantFrom(
    'g',
    'path',
    'rect',
    'use',
    'clipPath',
    'linearGradient',
    'stop',
    'style',
    'text',
    'symbol',
    'svg',
    'x:y',
    'circle',
  );
  const attribute = fc.tuple(
    fc.constantFrom(
      'd',
      'x',
      'width',
      'height',
      'fill',
      'stroke',
      'style',
      'transform',
      'href',
      'id',
      'class',
      'clip-path',
      'viewBox',
      'opacity',
      'points',
      'r',
      'offset',
    ),
    fc.oneof(
      fc.constantFrom(
        '#a',
        'url(#a)',
        'a',
        '5',
        '-1e9',
        '50%',
        'red',
        'var(--a)',
        'M0 0l1 1a1 1 0 0 1 5 5z',
        'rotate(5)',
        'fill:red;;:',
        '0 0 5 5',
      ),
      fc.string({ maxLength: 12 }),
    ),
  );
  const { element } = fc.letrec<{ element: string; children: string[] }>((tie) => ({
    children: fc.oneof({ maxDepth: 4 }, fc.constant<string[]>([]), fc.array(tie('element'), { maxLength: 3 })),
    element: fc.tuple(name, fc.array(attribute, { maxLength: 4 }), tie('children')).map(([n, attributes, children]) => {
      const list = attributes.map(([k, v]) => ` ${k}="${v.replaceAll('"', '')}"`).join('');
      return `<${n}${list}>${children.join('')}</${n}>`;
    }),
  }));

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          element,
          element.map((e) => `<svg viewBox="0 0 9 9">${e}</svg>`),
        ),
        (text) => {
          const { root } = readSvg({ path: 'a.svg', text });
          if (root) drawSvg(root, NO_HOST, false);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('refuses a drawing that was cut off, or whose tags do not match', () => {
    const codes = (text: string): readonly string[] => readSvg({ path: 'a.svg', text }).diagnostics.map((d) => d.code);
    expect(codes('<svg viewBox="0 0 9 9"><g><path d="M0 0h5')).toEqual(['picture-broken']);
    expect(codes('<svg viewBox="0 0 9 9"><g><rect width="5" height="5"></svg>')).toEqual(['picture-broken']);
    expect(codes('<svg viewBox="0 0 9 9"><g/><rect width="5" height="5" /><text>a</text></svg>')).toEqual([]);
    expect(codes('<svg/>')).toEqual([]);
  });

  it('refuses what is nested without end', () => {
    const { root, diagnostics } = readSvg({ path: 'a.svg', text: `<svg>${'<g>'.repeat(5000)}` });
    expect(root).toBeNull();
    expect(diagnostics.map((d) => d.code)).toEqual(['svg-too-large']);
  });
});
