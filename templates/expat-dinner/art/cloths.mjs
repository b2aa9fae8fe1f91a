// Tablecloths and their hems. Cloths repeat in steps of 6 mm, so that a table of any whole number of modules ends where its pattern does.
import { box, C, circle, leaf, limb, polygon, random } from './pen.mjs';

const [W, H] = [1320, 1740];
export const steps = (size, step, from = 0) => Array.from({ length: Math.ceil((size - from) / step) }, (_, i) => from + i * step);
const bands = (step, width, from = 0) => steps(W, step, from).map((x) => box(x, 0, width, H));
const rows = (step, width, from = 0) => steps(H, step, from).map((y) => box(0, y, W, width));
const mix = (a, b, t) =>
  `#${[1, 3, 5]
    .map((i) =>
      Math.round(Number.parseInt(a.slice(i, i + 2), 16) * (1 - t) + Number.parseInt(b.slice(i, i + 2), 16) * t)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const patterns = {
  gingham: (s, c) => {
    s.put(C.paper, box(0, 0, W, H));
    s.put(mix(C.paper, c, 0.45), bands(120, 60), rows(120, 60));
    s.put(
      c,
      steps(H, 120).map((y) => steps(W, 120).map((x) => box(x, y, 60, 60))),
    );
  },
  stripes: (s, c, deep) => {
    s.put(c, box(0, 0, W, H));
    s.put(C.paper, bands(240, 60, 30));
    s.put(deep, bands(240, 12, 150), bands(240, 12, 186));
  },
  dots: (s, c, _deep, pale) => {
    s.put(c, box(0, 0, W, H));
    s.put(
      pale,
      steps(H, 90, 45).map((y, i) => steps(W, 180, i % 2 ? 135 : 45).map((x) => circle(x, y, 18))),
    );
  },
  windows: (s, c, deep, pale) => {
    s.put(c, box(0, 0, W, H));
    s.put(deep, bands(240, 60, 90), rows(240, 60, 90));
    s.put(pale, bands(240, 7, 26), bands(240, 7, 206), rows(240, 7, 26), rows(240, 7, 206));
  },
  leaves: (s, c, deep, pale) => {
    s.put(c, box(0, 0, W, H));
    const [motifs, dots] = [[], []];
    for (const [i, y] of steps(H, 150, 75).entries()) {
      for (const x of steps(W + 120, 240, i % 2 ? 180 : 60)) {
        motifs.push(leaf(x, y + 46, 96, 56, -90), leaf(x, y + 46, 74, 44, -152), leaf(x, y + 46, 74, 44, -28));
        dots.push(circle(x - 120, y, 12));
      }
    }
    s.put(pale, motifs);
    s.put(deep, dots);
  },
  tiles: (s, c, _deep, pale) => {
    s.put(pale, box(0, 0, W, H));
    s.put(
      c,
      steps(H, 180).map((y) => steps(W, 180).map((x) => [45, 135, 225, 315].map((a) => leaf(x + 90, y + 90, 122, 74, a)))),
    );
    s.put(
      C.paper,
      steps(H, 180).map((y) =>
        steps(W, 180).map((x) =>
          polygon([
            [x, y - 34],
            [x + 34, y],
            [x, y + 34],
            [x - 34, y],
          ]),
        ),
      ),
    );
  },
  kelim: (s, c, deep, pale) => {
    s.put(c, box(0, 0, W, H));
    const zig = (y, h, step) => {
      const top = steps(W + step, step / 2).map((x, i) => [x, y + (i % 2 ? h : 0)]);
      return polygon([...top, ...top.map(([x, v]) => [x, v + 30]).reverse()]);
    };
    steps(H, 360, 30).forEach((y) => {
      s.put(pale, zig(y + 20, 50, 120));
      s.put(deep, zig(y + 66, 50, 120));
      s.put(
        C.paper,
        steps(W, 120, 60).map((x) =>
          polygon([
            [x, y + 182],
            [x + 34, y + 222],
            [x, y + 262],
            [x - 34, y + 222],
          ]),
        ),
      );
      s.put(
        c,
        steps(W, 120, 60).map((x) =>
          polygon([
            [x, y + 204],
            [x + 15, y + 222],
            [x, y + 240],
            [x - 15, y + 222],
          ]),
        ),
      );
      s.put(pale, box(0, y + 154, W, 9), box(0, y + 282, W, 9));
    });
  },
  boards: (s) => {
    const rng = random(77);
    s.put('#D98B3F', box(0, 0, W, H));
    s.put(
      '#CC7D33',
      steps(H, 480).map((y) => box(0, y + 240, W, 240)),
    );
    s.put(
      '#B2682A',
      rows(240, 6),
      steps(H, 240).map((y) =>
        Array.from({ length: 9 }, () => {
          const [x, v, w] = [rng.in(-100, W - 100), y + rng.in(36, 212), rng.in(220, 520)];
          return limb(
            [
              [x, v],
              [x + w / 2, v + rng.in(-9, 9)],
              [x + w, v + rng.in(-6, 6)],
            ],
            [1, 8, 1],
          );
        }),
      ),
      steps(H, 240).map((y, i) => box(360 + ((i * 540) % 1080), y, 6, 240)),
    );
  },
  // The table at every joint: linen with stripes along the table, which run on over the edge of the page.
  linen: (s) => {
    s.put(C.paper, box(0, 0, W, H));
    s.put(C.enamel, box(0, 60, W, 30), box(0, 108, W, 8), box(0, 1384, W, 8), box(0, 1410, W, 30));
    s.put(C.tomato, box(0, 134, W, 8), box(0, 1358, W, 8));
  },
};
export const tones = {
  enamel: [C.enamel, C.enamelDeep, C.enamelPale],
  leaf: [C.leaf, C.leafDeep, C.leafPale],
  beet: [C.beet, C.beetDeep, C.beetPale],
  tomato: [C.tomato, C.tomatoDeep, C.tomatoPale],
};
const wanted = { linen: ['linen', 'enamel'], boards: ['boards', 'tomato'] };
for (const tone of ['enamel', 'leaf', 'beet'])
  for (const pattern of ['dots', 'tiles', 'windows', 'leaves', 'kelim']) wanted[`${pattern}-${tone}`] = [pattern, tone];
for (const pattern of ['gingham', 'stripes', 'leaves', 'dots']) wanted[`${pattern}-tomato`] = [pattern, 'tomato'];

const hems = {
  straight: (s, c, deep) => {
    s.put(deep, box(0, 0, W, 54));
    s.put(c, box(0, 40, W, 7));
  },
  scallop: (s, c, deep) => {
    s.put(
      deep,
      box(0, 0, W, 30),
      steps(W, 60, 30).map((x) => circle(x, 28, 30)),
    );
    s.put(
      c,
      steps(W, 60, 30).map((x) => circle(x, 30, 9)),
    );
  },
  fringe: (s, c, deep) => {
    s.put(
      deep,
      box(0, 0, W, 32),
      steps(W, 15, 2).map((x) => box(x, 30, 9, 34, 4)),
    );
    s.put(c, box(0, 20, W, 6));
  },
  points: (s, c, deep) => {
    s.put(
      deep,
      box(0, 0, W, 20),
      steps(W, 60).map((x) =>
        polygon([
          [x, 18],
          [x + 60, 18],
          [x + 30, 62],
        ]),
      ),
    );
    s.put(
      c,
      steps(W, 60, 30).map((x) => circle(x, 26, 7)),
    );
  },
};

export const cloths = {};
for (const [name, [pattern, tone]] of Object.entries(wanted))
  cloths[`cloth-${name}`] = [W, H, (s) => patterns[pattern](s, ...tones[tone])];
for (const [hem, draw] of Object.entries(hems)) {
  for (const [tone, [c, deep, pale]] of Object.entries(tones))
    cloths[`hem-${hem}-${tone}`] = [W, 70, (s) => draw(s, tone === 'tomato' ? c : pale, deep)];
}
// A bare table has an edge instead, whatever hem its library's cloth would have.
for (const hem of Object.keys(hems)) {
  cloths[`hem-${hem}-wood`] = [
    W,
    70,
    (s) => {
      s.put(C.crustDeep, box(0, 0, W, 40));
      s.put('#B2682A', box(0, 0, W, 9));
    },
  ];
}
cloths['hem-straight-linen'] = [
  W,
  70,
  (s) => {
    s.put(C.paperDeep, box(0, 0, W, 54));
    s.put(C.enamel, box(0, 36, W, 8));
  },
];
