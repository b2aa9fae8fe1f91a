// Small things, and cutlery. Each: [width, height, draw], in tenths of a millimetre at A3.

import {
  around,
  C,
  circle,
  crescent,
  ellipse,
  hollow,
  leaf,
  limb,
  random,
  scatter,
  sector,
  smooth,
  spiral,
  tilted,
} from '../pen.mjs';
import { bowl, plate } from '../vessels.mjs';
import { ball, balls, herbs } from './parts.mjs';

export const small = {
  clementines: [
    280,
    240,
    (s) => {
      const one = (x, y, r) => {
        ball(s, x, y, r, ['#D98200', '#F59A1B', C.turmericPale]);
        s.put(
          '#D98200',
          [
            [-20, 18],
            [6, 30],
            [24, 4],
            [-34, -6],
            [12, -24],
          ].map(([u, v]) => circle(x + u, y + v, 3)),
        );
        s.put(
          C.leaf,
          around(5).map((a) => leaf(x + 2, y - 2, 15, 9, a)),
        );
      };
      one(86, 92, 82);
      one(190, 146, 84);
      s.put(C.leafDeep, leaf(192, 140, 92, 60, -58));
      s.put(C.leaf, leaf(190, 137, 88, 46, -58));
      s.put(
        C.leafPale,
        limb(
          [
            [194, 130],
            [212, 100],
            [230, 72],
          ],
          [5, 4, 2],
        ),
      );
    },
  ],
  tea: [
    250,
    250,
    (s) => {
      const [x, y] = [125, 125];
      plate(s, x, y, 121, { body: C.tomato, deep: C.tomatoDeep, rim: 'teeth', color: C.cream, edge: C.cream, well: 0.62 });
      s.put('#8FA9B8', circle(x + 4, y + 4, 58));
      s.put('#E6F0F5', circle(x, y, 56));
      s.put(C.tomatoDeep, circle(x + 1, y + 1, 48));
      s.put('#B8401F', circle(x + 4, y + 4, 43));
      s.put(C.tomatoPale, ellipse(x - 14, y - 16, 14, 7, -45));
      s.put(C.paper, tilted(x + 72, y + 44, 26, 24, 20), tilted(x + 52, y + 74, 25, 24, -15));
      s.put(C.paperDeep, tilted(x + 76, y + 54, 25, 6, 20), tilted(x + 55, y + 85, 25, 5, -15));
      s.put(
        C.foilDeep,
        ellipse(x - 68, y + 38, 24, 15, 48),
        limb(
          [
            [x - 58, y + 52],
            [x - 24, y + 84],
            [x + 6, y + 100],
          ],
          [9, 6, 9],
        ),
      );
      s.put(
        C.foilPale,
        ellipse(x - 71, y + 35, 21, 12, 48),
        limb(
          [
            [x - 60, y + 50],
            [x - 26, y + 82],
            [x + 4, y + 97],
          ],
          [7, 4, 7],
        ),
      );
    },
  ],
  coffee: [
    300,
    250,
    (s) => {
      const [x, y] = [125, 125];
      s.put(
        C.enamelDeep,
        limb(
          [
            [x + 60, y - 26],
            [x + 132, y - 30],
            [x + 150, y],
            [x + 132, y + 28],
            [x + 60, y + 28],
          ],
          24,
        ),
      );
      s.put(
        C.enamel,
        limb(
          [
            [x + 60, y - 29],
            [x + 130, y - 33],
            [x + 147, y - 3],
            [x + 130, y + 23],
            [x + 60, y + 24],
          ],
          16,
        ),
      );
      s.put(C.enamelDeep, circle(x, y, 118));
      s.put(C.enamel, circle(x - 3, y - 3, 113));
      s.put(C.paper, circle(x - 1, y - 1, 100));
      s.put('#3E1F0A', circle(x + 2, y + 2, 92));
      s.put('#6E380F', circle(x + 7, y + 7, 85));
      s.put(C.crust, sector(x + 7, y + 7, 68, 76, 190, 260));
      s.put(
        C.crust,
        [
          [20, 20],
          [34, 6],
          [8, 36],
        ].map(([u, v]) => circle(x + u, y + v, 6)),
      );
    },
  ],
  olives: [
    260,
    260,
    (s) => {
      const [x, y, rng] = [130, 130, random(61)];
      const r = bowl(s, x, y, 126, {
        body: C.tomato,
        deep: C.tomatoDeep,
        rim: 'dashes',
        color: C.cream,
        edge: C.cream,
        fill: C.turmericDeep,
      });
      balls(s, scatter(rng, x, y, r - 22, 34, 14), 20, [C.leafDeep, '#5B8E3A', '#B5D6A2']);
      s.put(
        C.tomato,
        scatter(rng, x, y, r - 24, 44, 5).map((p) => circle(...p, 7)),
      );
    },
  ],
  candle: [
    200,
    200,
    (s) => {
      const [x, y] = [100, 100];
      s.put(C.foilDeep, circle(x, y, 96));
      s.put(C.foilPale, circle(x - 3, y - 3, 91));
      s.put(C.foil, circle(x, y, 80));
      s.put(C.creamDeep, circle(x + 2, y + 2, 76));
      s.put(C.cream, circle(x + 5, y + 5, 70));
      s.put(C.turmericPale, circle(x, y, 46));
      s.put(C.turmeric, circle(x, y, 31));
      s.put(C.tomato, leaf(x - 3, y + 17, 50, 30, -80));
      s.put(C.turmericPale, leaf(x - 1, y + 14, 30, 15, -82));
      s.put(C.ink, circle(x - 2, y + 13, 5));
    },
  ],
  pickles: [
    260,
    260,
    (s) => {
      const [x, y, rng] = [130, 130, random(67)];
      const r = bowl(s, x, y, 126, { body: C.paper, deep: C.paperDeep, rim: 'edge', color: C.enamel, fill: C.beetPale });
      scatter(rng, x + 2, y + 2, r - 20, 30, 14).forEach(([px, py]) => {
        s.put(C.beetDeep, circle(px + 2, py + 2, 27));
        s.put(C.beetPale, circle(px, py, 26));
        s.put(C.paper, crescent(px, py, 20, 4, 30), circle(px, py, 12));
        s.put(C.beetPale, circle(px, py, 8));
      });
      herbs(s, rng, [[x - 10, y + 6]], 24);
    },
  ],
  chutney: [
    240,
    240,
    (s) => {
      const [x, y, rng] = [120, 120, random(71)];
      const r = bowl(s, x, y, 116, { body: C.turmeric, deep: C.turmericDeep, rim: 'dots', color: C.beet, fill: C.leaf });
      s.put(C.leafDeep, hollow(x + 3, y + 3, r, 9));
      s.put(C.leafPale, limb(spiral(x, y, 10, 58, 1.6, 20), 10));
      s.put(
        C.tomato,
        scatter(rng, x, y, 56, 30, 5).map(([u, v]) => ellipse(u, v, 8, 5, rng.in(0, 180))),
      );
    },
  ],
  lemon: [
    240,
    200,
    (s) => {
      const half = (x, y, r) => {
        s.put(C.turmericDeep, circle(x + 4, y + 4, r));
        s.put(C.turmeric, circle(x, y, r));
        s.put(C.turmericPale, circle(x, y, r * 0.9));
        s.put(
          C.turmeric,
          around(9).map((a) => sector(x, y, r * 0.12, r * 0.78, a + 4, a + 36)),
        );
        s.put(C.turmericPale, circle(x, y, r * 0.1));
      };
      s.put(
        C.turmericDeep,
        smooth([
          [18, 118],
          [52, 58],
          [120, 46],
          [168, 76],
          [196, 112],
          [160, 160],
          [90, 176],
          [40, 156],
        ]),
      );
      s.put(
        C.turmeric,
        smooth([
          [14, 114],
          [50, 54],
          [118, 42],
          [164, 72],
          [190, 108],
          [154, 154],
          [88, 168],
          [38, 150],
        ]),
      );
      s.put(C.turmericPale, ellipse(78, 82, 30, 13, -30));
      half(172, 128, 66);
    },
  ],
  fork: [
    90,
    640,
    (s) => {
      const draw = (c, d) =>
        s.put(
          c,
          limb(
            [
              [45 + d, 230],
              [45 + d, 420],
              [45 + d, 610],
            ],
            [16, 20, 30],
          ),
          [14, 34, 54, 74].map((x) =>
            limb(
              [
                [x - 1 + d, 22],
                [x - 1 + d, 90],
                [x - 1 + d, 140],
              ],
              [9, 12, 13],
            ),
          ),
          smooth([
            [8 + d, 128],
            [80 + d, 128],
            [74 + d, 190],
            [54 + d, 244],
            [34 + d, 244],
            [14 + d, 190],
          ]),
        );
      draw(C.foilDeep, 4);
      draw(C.foilPale, 0);
    },
  ],
  knife: [
    90,
    640,
    (s) => {
      const draw = (c, d) =>
        s.put(
          c,
          smooth(
            [
              [30 + d, 20],
              [58 + d, 60],
              [66 + d, 190],
              [60 + d, 330],
              [36 + d, 340],
              [28 + d, 200],
            ],
            0.9,
          ),
          limb(
            [
              [46 + d, 330],
              [46 + d, 470],
              [46 + d, 612],
            ],
            [24, 26, 34],
          ),
        );
      draw(C.foilDeep, 4);
      draw(C.foilPale, 0);
      s.put(
        C.foil,
        limb(
          [
            [46, 350],
            [46, 470],
            [46, 600],
          ],
          [3, 6, 10],
        ),
      );
    },
  ],
};
