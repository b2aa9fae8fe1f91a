// Tablecloths, hems, the empty plate, napkins, and the two arms that pass a dish. Cloths repeat in steps of 6 mm, so that a table of any whole
// number of modules ends where its pattern does.
import { box, C, circle, ellipse, leaf, limb, polygon, random, smooth } from './pen.mjs';
import { rims } from './vessels.mjs';

const [W, H] = [1320, 1740];
const steps = (size, step, from = 0) => Array.from({ length: Math.ceil((size - from) / step) }, (_, i) => from + i * step);
const bands = (step, width, from = 0) => steps(W, step, from).map((x) => box(x, 0, width, H));
const rows = (step, width, from = 0) => steps(H, step, from).map((y) => box(0, y, W, width));
const mix = (a, b, t) => `#${[1, 3, 5].map((i) => Math.round(Number.parseInt(a.slice(i, i + 2), 16) * (1 - t) + Number.parseInt(b.slice(i, i + 2), 16) * t).toString(16).padStart(2, '0')).join('')}`;

const patterns = {
  gingham: (s, c) => {
    s.put(C.paper, box(0, 0, W, H));
    s.put(mix(C.paper, c, 0.45), bands(120, 60), rows(120, 60));
    s.put(c, steps(H, 120).map((y) => steps(W, 120).map((x) => box(x, y, 60, 60))));
  },
  stripes: (s, c, deep) => {
    s.put(c, box(0, 0, W, H));
    s.put(C.paper, bands(240, 60, 30));
    s.put(deep, bands(240, 12, 150), bands(240, 12, 186));
  },
  dots: (s, c, _deep, pale) => {
    s.put(c, box(0, 0, W, H));
    s.put(pale, steps(H, 90, 45).map((y, i) => steps(W, 180, i % 2 ? 135 : 45).map((x) => circle(x, y, 18))));
  },
  windows: (s, c, deep, pale) => {
    s.put(c, box(0, 0, W, H));
    s.put(deep, bands(240, 60, 90), rows(240, 60, 90));
    s.put(pale, bands(240, 7, 26), bands(240, 7, 206), rows(240, 7, 26), rows(240, 7, 206));
  },
  leaves: (s, c, deep, pale) => {
    s.put(c, box(0, 0, W, H));
    const [motifs, dots] = [[], []];
    steps(H, 150, 75).forEach((y, i) => steps(W + 120, 240, i % 2 ? 180 : 60).forEach((x) => {
      motifs.push(leaf(x, y + 46, 96, 56, -90), leaf(x, y + 46, 74, 44, -152), leaf(x, y + 46, 74, 44, -28));
      dots.push(circle(x - 120, y, 12));
    }));
    s.put(pale, motifs);
    s.put(deep, dots);
  },
  tiles: (s, c, _deep, pale) => {
    s.put(pale, box(0, 0, W, H));
    const petals = [];
    steps(H, 180).forEach((y) => steps(W, 180).forEach((x) => petals.push(...[45, 135, 225, 315].map((a) => leaf(x + 90, y + 90, 122, 74, a)))));
    s.put(c, petals);
    s.put(C.paper, steps(H, 180).map((y) => steps(W, 180).map((x) => polygon([[x, y - 34], [x + 34, y], [x, y + 34], [x - 34, y]]))));
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
      s.put(C.paper, steps(W, 120, 60).map((x) => polygon([[x, y + 182], [x + 34, y + 222], [x, y + 262], [x - 34, y + 222]])));
      s.put(c, steps(W, 120, 60).map((x) => polygon([[x, y + 204], [x + 15, y + 222], [x, y + 240], [x - 15, y + 222]])));
      s.put(pale, box(0, y + 154, W, 9), box(0, y + 282, W, 9));
    });
  },
  boards: (s) => {
    const rng = random(77);
    s.put('#D98B3F', box(0, 0, W, H));
    s.put('#CC7D33', steps(H, 480).map((y) => box(0, y + 240, W, 240)));
    s.put('#B2682A', rows(240, 6), steps(H, 240).map((y) => Array.from({ length: 9 }, () => {
      const [x, v, w] = [rng.in(-100, W - 100), y + rng.in(36, 212), rng.in(220, 520)];
      return limb([[x, v], [x + w / 2, v + rng.in(-9, 9)], [x + w, v + rng.in(-6, 6)]], [1, 8, 1]);
    })), steps(H, 240).map((y, i) => box(360 + ((i * 540) % 1080), y, 6, 240)));
  },
  // The table at every joint: linen with stripes along the table, which run on over the edge of the page.
  linen: (s) => {
    s.put(C.paper, box(0, 0, W, H));
    s.put(C.enamel, box(0, 60, W, 30), box(0, 108, W, 8), box(0, 1384, W, 8), box(0, 1410, W, 30));
    s.put(C.tomato, box(0, 134, W, 8), box(0, 1358, W, 8));
  },
};
const tones = {
  enamel: [C.enamel, C.enamelDeep, C.enamelPale], leaf: [C.leaf, C.leafDeep, C.leafPale], beet: [C.beet, C.beetDeep, C.beetPale],
  tomato: [C.tomato, C.tomatoDeep, C.tomatoPale],
};
const wanted = { linen: ['linen', 'enamel'], boards: ['boards', 'tomato'] };
for (const tone of ['enamel', 'leaf', 'beet']) for (const pattern of ['dots', 'tiles', 'windows', 'leaves', 'kelim']) wanted[`${pattern}-${tone}`] = [pattern, tone];
for (const pattern of ['gingham', 'stripes', 'leaves', 'dots']) wanted[`${pattern}-tomato`] = [pattern, 'tomato'];

const hems = {
  straight: (s, c, deep) => { s.put(deep, box(0, 0, W, 54)); s.put(c, box(0, 40, W, 7)); },
  scallop: (s, c, deep) => { s.put(deep, box(0, 0, W, 30), steps(W, 60, 30).map((x) => circle(x, 28, 30))); s.put(c, steps(W, 60, 30).map((x) => circle(x, 30, 9))); },
  fringe: (s, c, deep) => { s.put(deep, box(0, 0, W, 32), steps(W, 15, 2).map((x) => box(x, 30, 9, 34, 4))); s.put(c, box(0, 20, W, 6)); },
  points: (s, c, deep) => { s.put(deep, box(0, 0, W, 20), steps(W, 60).map((x) => polygon([[x, 18], [x + 60, 18], [x + 30, 62]]))); s.put(c, steps(W, 60, 30).map((x) => circle(x, 26, 7))); },
};

export const cloths = {};
for (const [name, [pattern, tone]] of Object.entries(wanted)) cloths[`cloth-${name}`] = [W, H, (s) => patterns[pattern](s, ...tones[tone])];
for (const [hem, draw] of Object.entries(hems)) {
  for (const [tone, [c, deep, pale]] of Object.entries(tones)) cloths[`hem-${hem}-${tone}`] = [W, 70, (s) => draw(s, tone === 'tomato' ? c : pale, deep)];
}
cloths['hem-straight-linen'] = [W, 70, (s) => { s.put(C.paperDeep, box(0, 0, W, 54)); s.put(C.enamel, box(0, 36, W, 8)); }];


// --------------------------------------------------------------------------------------------------------- the empty plate
const bigPlate = (rim, color, color2) => [840, 840, (s) => {
  const [x, y, r] = [420, 420, 418];
  s.put(C.paperDeep, circle(x, y, r));
  s.put(C.paper, circle(x - 4, y - 4, r - 7));
  rims[rim](s, x - 2, y - 2, 346, r - 10, color, C.paper, color2);
  s.put(color, circle(x, y, 344));
  s.put(C.paper, circle(x, y, 338));
  s.put(C.paperDeep, circle(x, y, 328));
  s.put(C.paper, circle(x + 7, y + 7, 321));
}];
cloths['plate-garland'] = bigPlate('garland', C.enamel, C.tomato);
cloths['plate-teeth'] = bigPlate('teeth', C.tomato);
cloths['plate-petals'] = bigPlate('petals', C.leaf);
cloths['plate-checks'] = bigPlate('checks', C.beet);
cloths['plate-waves'] = bigPlate('waves', C.enamel);
cloths['plate-rays'] = bigPlate('rays', C.tomato);

// ------------------------------------------------------------------------------------------------------------------ napkin
for (const [tone, [c]] of Object.entries(tones)) {
  cloths[`napkin-${tone}`] = [540, 540, (s) => {
    s.put(C.paperDeep, polygon([[6, 10], [536, 2], [540, 538], [2, 540]]));
    s.put(C.paper, polygon([[2, 4], [530, 0], [534, 532], [0, 534]]));
    s.put(c, box(14, 16, 506, 12), box(14, 506, 506, 12), box(14, 16, 12, 502), box(508, 16, 12, 502));
    s.put(c, steps(506, 23, 34).filter((v) => v < 500).map((v) => [box(v, 34, 11, 7), box(v, 493, 11, 7), box(32, v, 7, 11), box(495, v, 7, 11)]));
  }];
}

// -------------------------------------------------------------------------------------------------------------------- arms
// An arm reaches down along the sheet; its hand holds the rim of a dish whose centre lies at the sheet's lower edge. `under` lies below the dish.
const under = (hand, handDeep, sleeve, sleeveDeep, ornament) => [420, 1200, (s) => {
  const fore = (d) => limb([[170 + d, -120], [180 + d, 120], [194 + d, 380], [208 + d, 590]], [276, 268, 234, 172]);
  // four fingers go under the rim
  const finger = (i, d, w) => limb([[150 + i * 46 + d, 730], [146 + i * 46 + d, 830], [154 + i * 43 + d, 960]], [w + 6, w, w - 6]);
  s.put(handDeep, [0, 1, 2, 3].map((i) => finger(i, 6, 50)));
  s.put(hand, [0, 1, 2, 3].map((i) => finger(i, 0, 43)));
  const palm = (d) => smooth([[150 + d, 540], [276 + d, 534], [286 + d, 610], [318 + d, 700], [316 + d, 782], [222 + d, 800], [128 + d, 784], [112 + d, 700], [140 + d, 620]]);
  s.put(handDeep, palm(9));
  s.put(hand, palm(0));
  s.put(handDeep, [0, 1, 2].map((i) => limb([[170 + i * 47, 812], [171 + i * 47, 776], [176 + i * 45, 744]], [8, 7, 3])));
  s.put(sleeveDeep, fore(11));
  s.put(sleeve, fore(0));
  s.inside(fore(0), () => ornament(s));
  s.put(sleeveDeep, smooth([[116, 512], [210, 520], [306, 504], [312, 588], [212, 606], [122, 596]], 0.8));
  s.put(sleeve, [0, 1, 2, 3, 4, 5, 6].map((i) => polygon([[120 + i * 26.5, 514], [136 + i * 26.5, 514], [141 + i * 26.5, 598], [126 + i * 26.5, 597]])));
}];
const over = (hand, handDeep, pale) => [420, 1200, (s) => {
  s.put(handDeep, limb([[86, 880], [100, 946], [144, 1008]], [52, 66, 44]));
  s.put(hand, limb([[170, 640], [112, 730], [82, 830], [94, 930], [138, 996]], [96, 88, 72, 62, 40]));
  s.put(pale, ellipse(126, 982, 13, 21, -32));
}];
const knit = (c, c2) => (s) => {
  for (const y of [40, 240, 440, 640]) {
    s.put(c2, box(0, y - 16, 420, 9), box(0, y + 74, 420, 9));
    s.put(c, Array.from({ length: 9 }, (_, i) => polygon([[40 + i * 44, y], [60 + i * 44, y + 34], [40 + i * 44, y + 68], [20 + i * 44, y + 34]])));
  }
};
const striped = (c) => (s) => s.put(c, Array.from({ length: 9 }, (_, i) => polygon([[0, i * 90 + 20], [420, i * 90], [420, i * 90 + 34], [0, i * 90 + 54]])));
cloths['arm-enamel-under'] = under(C.tomato, C.tomatoDeep, C.enamel, C.enamelDeep, knit(C.paper, C.enamelPale));
cloths['arm-enamel-over'] = over(C.tomato, C.tomatoDeep, C.tomatoPale);
cloths['arm-leaf-under'] = under(C.beet, C.beetDeep, C.leaf, C.leafDeep, striped(C.leafPale));
cloths['arm-leaf-over'] = over(C.beet, C.beetDeep, C.beetPale);

// -------------------------------------------------------------------------------------------------------------------- mark
// The campaign's own sign: two tables pushed together, one plate across the joint.
cloths.mark = [400, 400, (s) => {
  s.put(C.tomato, box(0, 40, 200, 320));
  s.put(C.beet, box(200, 0, 200, 320));
  s.put(C.tomatoDeep, box(0, 360, 200, 22));
  s.put(C.beetDeep, box(200, 320, 200, 22));
  s.put(C.paper, circle(200, 190, 128));
  s.put(C.turmeric, circle(200, 190, 84));
  s.put(C.paper, circle(200, 190, 70));
}];
