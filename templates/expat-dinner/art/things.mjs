// What lies on the tables besides food: the empty plate, napkins, and the two arms that pass a dish; and the campaign's mark.
import { steps, tones } from './cloths.mjs';
import { at, box, C, circle, ellipse, limb, polygon, smooth } from './pen.mjs';
import { rims } from './vessels.mjs';

export const things = {};

// --------------------------------------------------------------------------------------------------------- the empty plate
const bigPlate = (rim, color, color2) => [
  840,
  840,
  (s) => {
    const [x, y, r] = [420, 420, 418];
    s.put(C.paperDeep, circle(x, y, r));
    s.put(C.paper, circle(x - 4, y - 4, r - 7));
    rims[rim](s, x - 2, y - 2, 346, r - 10, color, C.paper, color2);
    s.put(color, circle(x, y, 344));
    s.put(C.paper, circle(x, y, 338));
    s.put(C.paperDeep, circle(x, y, 328));
    s.put(C.paper, circle(x + 7, y + 7, 321));
  },
];
things['plate-garland'] = bigPlate('garland', C.enamel, C.tomato);
things['plate-teeth'] = bigPlate('teeth', C.tomato);
things['plate-petals'] = bigPlate('petals', C.leaf);
things['plate-checks'] = bigPlate('checks', C.beet);
things['plate-waves'] = bigPlate('waves', C.enamel);
things['plate-rays'] = bigPlate('rays', C.tomato);

// ------------------------------------------------------------------------------------------------------------------ napkin
for (const [tone, [c]] of Object.entries(tones)) {
  things[`napkin-${tone}`] = [
    540,
    540,
    (s) => {
      s.put(
        C.paperDeep,
        polygon([
          [6, 10],
          [536, 2],
          [540, 538],
          [2, 540],
        ]),
      );
      s.put(
        C.paper,
        polygon([
          [2, 4],
          [530, 0],
          [534, 532],
          [0, 534],
        ]),
      );
      s.put(c, box(14, 16, 506, 12), box(14, 506, 506, 12), box(14, 16, 12, 502), box(508, 16, 12, 502));
      s.put(
        c,
        steps(506, 23, 34)
          .filter((v) => v < 500)
          .map((v) => [box(v, 34, 11, 7), box(v, 493, 11, 7), box(32, v, 7, 11), box(495, v, 7, 11)]),
      );
    },
  ];
}

// -------------------------------------------------------------------------------------------------------------------- arms
// An arm reaches down along the sheet; its hand holds the rim of a dish whose centre lies at the sheet's lower edge. `under` lies below the dish.
// The arm comes from the shoulder of its guest, who sits at the table's edge.
const under = (hand, handDeep, sleeve, sleeveDeep, ornament) => [
  420,
  1200,
  (s) => {
    const fore = (d) =>
      limb(
        [
          [150 + d, 396],
          [184 + d, 460],
          [200 + d, 530],
          [208 + d, 590],
        ],
        [226, 222, 200, 172],
      );
    // four fingers go under the rim
    const finger = (i, d, w) =>
      limb(
        [
          [150 + i * 46 + d, 730],
          [146 + i * 46 + d, 830],
          [154 + i * 43 + d, 960],
        ],
        [w + 6, w, w - 6],
      );
    s.put(
      handDeep,
      [0, 1, 2, 3].map((i) => finger(i, 6, 50)),
    );
    s.put(
      hand,
      [0, 1, 2, 3].map((i) => finger(i, 0, 43)),
    );
    const palm = (d) =>
      smooth([
        [150 + d, 540],
        [276 + d, 534],
        [286 + d, 610],
        [318 + d, 700],
        [316 + d, 782],
        [222 + d, 800],
        [128 + d, 784],
        [112 + d, 700],
        [140 + d, 620],
      ]);
    s.put(handDeep, palm(9));
    s.put(hand, palm(0));
    s.put(
      handDeep,
      [0, 1, 2].map((i) =>
        limb(
          [
            [170 + i * 47, 812],
            [171 + i * 47, 776],
            [176 + i * 45, 744],
          ],
          [8, 7, 3],
        ),
      ),
    );
    s.put(sleeveDeep, fore(11));
    s.put(sleeve, fore(0));
    s.inside(fore(0), () => ornament(s));
    s.put(
      sleeveDeep,
      smooth(
        [
          [116, 512],
          [210, 520],
          [306, 504],
          [312, 588],
          [212, 606],
          [122, 596],
        ],
        0.8,
      ),
    );
    s.put(
      sleeve,
      [0, 1, 2, 3, 4, 5, 6].map((i) =>
        polygon([
          [120 + i * 26.5, 514],
          [136 + i * 26.5, 514],
          [141 + i * 26.5, 598],
          [126 + i * 26.5, 597],
        ]),
      ),
    );
  },
];
const over = (hand, handDeep, pale) => [
  420,
  1200,
  (s) => {
    s.put(
      handDeep,
      limb(
        [
          [86, 880],
          [100, 946],
          [144, 1008],
        ],
        [52, 66, 44],
      ),
    );
    s.put(
      hand,
      limb(
        [
          [170, 640],
          [112, 730],
          [82, 830],
          [94, 930],
          [138, 996],
        ],
        [96, 88, 72, 62, 40],
      ),
    );
    s.put(pale, ellipse(126, 982, 13, 21, -32));
  },
];
const knit = (c, c2) => (s) => {
  for (const y of [40, 240, 440, 640]) {
    s.put(c2, box(0, y - 16, 420, 9), box(0, y + 74, 420, 9));
    s.put(
      c,
      Array.from({ length: 9 }, (_, i) =>
        polygon([
          [40 + i * 44, y],
          [60 + i * 44, y + 34],
          [40 + i * 44, y + 68],
          [20 + i * 44, y + 34],
        ]),
      ),
    );
  }
};
const striped = (c) => (s) =>
  s.put(
    c,
    Array.from({ length: 9 }, (_, i) =>
      polygon([
        [0, i * 90 + 20],
        [420, i * 90],
        [420, i * 90 + 34],
        [0, i * 90 + 54],
      ]),
    ),
  );
things['arm-enamel-under'] = under(C.tomato, C.tomatoDeep, C.enamel, C.enamelDeep, knit(C.paper, C.enamelPale));
things['arm-enamel-over'] = over(C.tomato, C.tomatoDeep, C.tomatoPale);
things['arm-leaf-under'] = under(C.beet, C.beetDeep, C.leaf, C.leafDeep, striped(C.leafPale));
things['arm-leaf-over'] = over(C.beet, C.beetDeep, C.beetPale);

// The two guests whose arms these are, from above, facing up the sheet. `light` is -1 for a guest whose picture is turned upside down.
const guest = (skin, skinDeep, jumper, jumperDeep, ornament, light, hair) => [
  540,
  300,
  (s) => {
    const shoulders = (d) =>
      smooth([
        [26 + d, 168 + d],
        [54 + d, 92 + d],
        [140 + d, 52 + d],
        [270 + d, 40 + d],
        [400 + d, 52 + d],
        [486 + d, 92 + d],
        [514 + d, 168 + d],
        [474 + d, 230 + d],
        [380 + d, 256 + d],
        [270 + d, 262 + d],
        [160 + d, 256 + d],
        [66 + d, 230 + d],
      ]);
    const d = 10 * light;
    s.put(jumperDeep, shoulders(d));
    s.put(jumper, shoulders(0));
    s.inside(shoulders(0), () => ornament(s));
    s.put(jumperDeep, ellipse(270 + d, 150 + d, 112, 98));
    s.put(jumper, ellipse(270, 150, 108, 94));
    s.put(jumperDeep, ellipse(270, 146, 90, 78));
    s.put(skinDeep, ellipse(272, 60, 16, 16));
    s.put(skin, ellipse(182, 128, 18, 24, -10), ellipse(358, 128, 18, 24, 10), ellipse(270, 56, 15, 16));
    hair(s, d);
  },
];
things['guest-enamel'] = guest(
  C.tomato,
  C.tomatoDeep,
  C.enamel,
  C.enamelDeep,
  (s) => knit(C.paper, C.enamelPale)(s),
  1,
  (s, d) => {
    s.put(C.beetDeep, circle(270 + d, 214 + d, 48), circle(270, 136, 88));
    s.put(C.beet, circle(267, 132, 82));
    s.put(
      C.beetDeep,
      limb(
        [
          [262, 56],
          [266, 110],
          [268, 170],
        ],
        [3, 7, 5],
      ),
    );
    s.put(C.beetDeep, circle(272, 214, 50));
    s.put(C.beet, circle(268, 210, 45));
    s.put(
      C.beetPale,
      limb(
        [
          [238, 206],
          [256, 188],
          [282, 188],
        ],
        [3, 8, 3],
      ),
      limb(
        [
          [202, 110],
          [218, 82],
          [240, 68],
        ],
        [3, 9, 3],
      ),
    );
  },
);
things['guest-leaf'] = guest(
  C.beet,
  C.beetDeep,
  C.leaf,
  C.leafDeep,
  (s) => striped(C.leafPale)(s),
  -1,
  (s) => {
    s.put(C.ink, circle(270, 138, 86));
    s.put(C.iron, circle(273, 142, 80));
    s.put(
      C.ironPale,
      [0, 1, 2, 3].map((i) =>
        limb([at(273, 142, 16 + i * 17, 20), at(273, 142, 16 + i * 17, 80), at(273, 142, 16 + i * 17, 140)], [3, 7, 3]),
      ),
    );
  },
);

// -------------------------------------------------------------------------------------------------------------------- mark
// The campaign's own sign: two tables pushed together, one plate across the joint.
things.mark = [
  400,
  400,
  (s) => {
    s.put(C.tomato, box(0, 40, 200, 320));
    s.put(C.beet, box(200, 0, 200, 320));
    s.put(C.tomatoDeep, box(0, 360, 200, 22));
    s.put(C.beetDeep, box(200, 320, 200, 22));
    s.put(C.paper, circle(200, 190, 128));
    s.put(C.turmeric, circle(200, 190, 84));
    s.put(C.paper, circle(200, 190, 70));
  },
];
