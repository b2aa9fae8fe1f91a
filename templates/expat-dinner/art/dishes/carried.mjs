// As carried: foil, boxes, a knotted towel. Each: [width, height, draw], in tenths of a millimetre at A3.

import { around, at, box, C, circle, ellipse, leaf, limb, lump, polygon, random, scatter, smooth } from '../pen.mjs';
import { marker } from './parts.mjs';

export const carried = {
  foilbowl: [
    460,
    460,
    (s) => {
      const [x, y, rng] = [230, 230, random(12)];
      const edge = around(40).map((a, i) => at(x, y, i % 2 ? 222 : 206 + rng.in(-6, 6), a));
      s.put(C.foilDeep, polygon(edge));
      s.put(C.foil, polygon(edge.map(([u, v]) => [x + (u - x) * 0.965 - 3, y + (v - y) * 0.965 - 3])));
      s.put(
        C.foilPale,
        around(20, 12).map((a) => polygon([at(x, y, 178, a), at(x, y, 208, a + 3), at(x, y, 206, a + 9)])),
      );
      s.put(
        C.foilDeep,
        around(20).map((a) => polygon([at(x, y, 176, a), at(x, y, 210, a + 2), at(x, y, 204, a + 6)])),
      );
      s.put(C.foilDeep, circle(x, y, 176));
      // creases run from a few high points
      const hubs = [
        [x - 46, y - 40],
        [x + 58, y + 30],
        [x - 20, y + 74],
        [x + 40, y - 78],
      ];
      s.put(C.foil, circle(x - 3, y - 3, 171));
      const shards = [C.foilPale, C.foilDeep, C.paper, '#B4BEC7'];
      around(26).forEach((a, i) => {
        const hub = hubs
          .slice()
          .sort((p, q) => Math.hypot(...at(x - p[0], y - p[1], 120, a)) - Math.hypot(...at(x - q[0], y - q[1], 120, a)))[0];
        const far = at(x - 3, y - 3, 168, a);
        const far2 = at(x - 3, y - 3, 168, a + rng.in(7, 13));
        const mid = [(hub[0] + far2[0]) / 2 + rng.in(-14, 14), (hub[1] + far2[1]) / 2 + rng.in(-14, 14)];
        s.put(shards[i % 4], polygon([hub, far, far2, mid]));
      });
      s.put(C.foilPale, polygon([hubs[0], hubs[3], hubs[1]]));
      s.put('#B4BEC7', polygon([hubs[0], hubs[1], hubs[2]]));
      const tape = (d) =>
        [
          [112, 214],
          [122, 230],
          [113, 244],
          [124, 260],
          [116, 280],
          [344, 262],
          [336, 246],
          [346, 230],
          [335, 214],
          [342, 196],
        ].map(([u, v]) => [u + d, v + d]);
      s.put(C.foilDeep, polygon(tape(5)));
      s.put(C.creamDeep, polygon(tape(0)));
      s.put(
        C.cream,
        polygon([
          [121, 222],
          [340, 204],
          [340, 232],
          [120, 250],
        ]),
      );
      marker(s, 'SARMA', 144, 220, 7.2, -4.5, C.beet);
    },
  ],
  towel: [
    520,
    520,
    (s) => {
      const [x, y, rng] = [260, 262, random(7)];
      const check = (step, w, [light, mid, full]) => {
        const lines = Array.from({ length: Math.ceil(520 / step) }, (_, i) => i * step);
        s.put(light, box(0, 0, 520, 520));
        s.put(
          mid,
          lines.map((v) => [box(v, 0, w, 520), box(0, v, 520, w)]),
        );
        s.put(
          full,
          lines.map((u) => lines.map((v) => box(u, v, w, w))),
        );
      };
      const colours = [C.paper, C.turmericPale, C.turmeric];
      const body = (k, d) => smooth(around(16).map((a, i) => at(x + d, y + d, (i % 4 === 2 ? 226 : i % 2 ? 218 : 206) * k, a)));
      s.put(C.paperDeep, body(1, 5));
      s.inside(body(0.98, -2), () => {
        check(68, 34, colours);
        // folds gather towards the knot
        s.put(
          C.turmericDeep,
          [12, 58, 102, 148, 196, 238, 282, 330].map((a, i) => leaf(...at(x, y, 40, a), i % 2 ? 186 : 150, i % 2 ? 30 : 20, a)),
        );
        s.put(
          C.creamDeep,
          [30, 78, 124, 172, 216, 262, 306, 350].map((a, i) => leaf(...at(x, y, 52, a), i % 2 ? 120 : 160, 18, a)),
        );
      });
      const ear = (a, len, wide) => {
        const tip = at(x, y, len, a);
        const shape = (k, d) =>
          smooth([
            [x + d, y + d],
            at(...at(x + d, y + d, len * 0.45, a), wide * 0.9 * k, a - 90),
            at(...at(x + d, y + d, len * 0.86, a), wide * 0.8 * k, a - 90),
            [tip[0] + d, tip[1] + d],
            at(...at(x + d, y + d, len * 0.8, a), wide * 0.66 * k, a + 90),
            at(...at(x + d, y + d, len * 0.4, a), wide * 0.7 * k, a + 90),
          ]);
        s.put(C.turmericDeep, shape(1.08, 8));
        s.put(C.paper, shape(1, 0));
        s.inside(shape(0.97, 0), () => {
          s.put(
            C.turmericPale,
            [0.3, 0.56, 0.82].map((t) =>
              limb(
                [
                  at(...at(x, y, len * t, a), -90, a + 90),
                  at(...at(x, y, len * (t + 0.03), a), 0, a + 90),
                  at(...at(x, y, len * t, a), 90, a + 90),
                ],
                26,
              ),
            ),
          );
          s.put(
            C.turmeric,
            [-0.36, 0.3].map((t) =>
              limb(
                [
                  at(x, y, 20, a),
                  at(...at(x, y, len * 0.5, a), wide * t * 1.4, a + 90),
                  at(...at(x, y, len * 1.02, a), wide * t * 1.3, a + 90),
                ],
                [4, 22, 22],
              ),
            ),
          );
          s.put(C.turmericDeep, leaf(x, y, len * 0.72, 22, a + 3));
        });
      };
      ear(-128, 238, 74);
      ear(38, 226, 70);
      ear(-40, 130, 50);
      ear(142, 124, 48);
      s.put(C.turmericDeep, lump(rng, x + 5, y + 6, 50, { uneven: 0.05 }));
      s.put(C.turmeric, lump(rng, x, y, 47, { uneven: 0.05 }));
      s.put(
        C.paper,
        limb(
          [
            [x - 32, y - 16],
            [x, y - 27],
            [x + 30, y - 10],
          ],
          [3, 11, 3],
        ),
        limb(
          [
            [x - 30, y + 12],
            [x, y + 2],
            [x + 31, y + 16],
          ],
          [3, 9, 3],
        ),
      );
    },
  ],
  freezerbox: [
    540,
    400,
    (s) => {
      s.put('#7FA9C6', box(0, 0, 540, 400, 62));
      s.put('#D6E6F0', box(0, 0, 532, 391, 58));
      s.put(C.enamelDeep, box(22, 22, 494, 354, 46));
      s.put(C.enamel, box(22, 22, 487, 346, 44));
      s.put(C.enamelDeep, box(54, 54, 426, 286, 30));
      s.put('#1F6BA8', box(60, 61, 420, 279, 28));
      s.put(C.enamelPale, box(64, 36, 170, 7, 3), box(250, 36, 30, 7, 3));
      s.put('#7FA9C6', box(232, 372, 76, 28, 8));
      s.put('#D6E6F0', box(232, 372, 70, 22, 7));
      const tape = (dx, c) =>
        s.put(
          c,
          polygon(
            [
              [92 + dx, 138 + dx],
              [104 + dx, 152 + dx],
              [95 + dx, 168 + dx],
              [106 + dx, 186 + dx],
              [97 + dx, 204 + dx],
              [108 + dx, 222 + dx],
              [100 + dx, 244 + dx],
              [446 + dx, 226 + dx],
              [436 + dx, 208 + dx],
              [446 + dx, 190 + dx],
              [435 + dx, 174 + dx],
              [444 + dx, 154 + dx],
              [436 + dx, 120 + dx],
            ].map(([u, v]) => [u, v]),
          ),
        );
      tape(5, C.enamelDeep);
      tape(0, C.creamDeep);
      s.put(
        C.cream,
        polygon([
          [101, 150],
          [434, 132],
          [438, 176],
          [100, 194],
        ]),
      );
      marker(s, 'KIMCHI', 134, 160, 10.5, -3);
    },
  ],
  freezerbox2: [
    480,
    360,
    (s) => {
      s.put('#A9B7BF', box(0, 0, 480, 360, 50));
      s.put('#DCE5E9', box(0, 0, 473, 352, 47));
      s.put(C.tomatoDeep, box(28, 26, 424, 308, 36));
      s.put(C.tomato, box(28, 26, 418, 301, 34));
      s.put(C.tomatoDeep, box(62, 60, 354, 238, 24));
      s.put('#EE6A4E', box(68, 67, 348, 231, 22));
      s.put(C.tomatoPale, box(54, 40, 150, 7, 3), box(216, 40, 26, 7, 3));
      for (const [a, b] of [
        [0, 160],
        [446, 160],
      ]) {
        s.put('#A9B7BF', box(a, b, 34, 76, 8));
        s.put(C.paper, box(a, b, 30, 70, 7));
      }
      const tape = (d, c) =>
        s.put(
          c,
          polygon(
            [
              [96, 132],
              [108, 150],
              [99, 166],
              [110, 184],
              [102, 206],
              [370, 222],
              [362, 204],
              [371, 188],
              [361, 170],
              [370, 148],
            ].map(([u, v]) => [u + d, v + d]),
          ),
        );
      tape(5, C.tomatoDeep);
      tape(0, C.creamDeep);
      s.put(
        C.cream,
        polygon([
          [106, 142],
          [361, 156],
          [365, 190],
          [106, 176],
        ]),
      );
      marker(s, 'BIGOS', 134, 146, 8.6, 3);
    },
  ],
  lasagne: [
    600,
    440,
    (s) => {
      const [rng] = [random(37)];
      const crimp = (x, y, w, h, step, d) => {
        const p = [];
        for (let i = 0; i < w / step; i++) p.push([x + i * step, y + (i % 2) * d]);
        for (let i = 0; i < h / step; i++) p.push([x + w - (i % 2) * d, y + i * step]);
        for (let i = 0; i < w / step; i++) p.push([x + w - i * step, y + h - (i % 2) * d]);
        for (let i = 0; i < h / step; i++) p.push([x + (i % 2) * d, y + h - i * step]);
        return polygon(p);
      };
      s.put(C.foilDeep, crimp(2, 2, 596, 436, 18, 9));
      s.put(C.foilPale, crimp(2, 2, 588, 428, 18, 9));
      s.put(C.foil, box(26, 26, 546, 386, 26));
      s.put(C.foilDeep, box(44, 42, 516, 358, 22));
      s.put(C.tomatoDeep, box(52, 50, 508, 350, 18));
      s.put(C.turmericPale, box(62, 60, 488, 330, 22));
      s.put(
        C.crustPale,
        scatter(rng, 306, 226, 250, 62, 40)
          .filter(([u, v]) => u > 96 && u < 520 && v > 92 && v < 358)
          .map((p) => lump(rng, ...p, rng.in(24, 38), { uneven: 0.2, wide: 1.3 })),
      );
      s.put(
        C.tomato,
        scatter(rng, 306, 226, 250, 70, 40)
          .filter(([u, v]) => u > 90 && u < 520 && v > 90 && v < 360)
          .map((p) => lump(rng, ...p, rng.in(10, 22), { uneven: 0.25 })),
      );
      s.put(
        C.crust,
        scatter(rng, 306, 226, 250, 58, 40)
          .filter(([u, v]) => u > 90 && u < 520 && v > 90 && v < 360)
          .map((p) => lump(rng, ...p, rng.in(7, 13), { uneven: 0.25 })),
      );
      s.put(
        C.leaf,
        scatter(rng, 306, 226, 250, 64, 30)
          .filter(([u, v]) => u > 90 && u < 300 && v > 90 && v < 360)
          .map((p) => ellipse(...p, 8, 4, rng.in(0, 180))),
      );
      // the foil cover, turned back
      s.put(
        C.foilDeep,
        polygon([
          [372, 0],
          [600, 0],
          [600, 440],
          [328, 440],
          [352, 366],
          [318, 300],
          [352, 224],
          [322, 140],
          [360, 84],
        ]),
      );
      s.put(
        C.foil,
        polygon(
          [
            [384, 0],
            [600, 0],
            [600, 440],
            [342, 440],
            [366, 366],
            [332, 300],
            [366, 224],
            [336, 140],
            [372, 84],
          ].map(([u, v]) => [u, v]),
        ),
      );
      s.put(
        C.foilPale,
        polygon([
          [384, 0],
          [372, 84],
          [470, 40],
          [452, 0],
        ]),
        polygon([
          [336, 140],
          [366, 224],
          [486, 150],
          [430, 120],
        ]),
        polygon([
          [332, 300],
          [366, 366],
          [520, 300],
          [440, 282],
        ]),
        polygon([
          [600, 60],
          [520, 96],
          [600, 170],
        ]),
        polygon([
          [600, 380],
          [540, 402],
          [560, 440],
          [600, 440],
        ]),
      );
      s.put(
        C.foilDeep,
        polygon([
          [372, 84],
          [336, 140],
          [440, 116],
        ]),
        polygon([
          [366, 224],
          [332, 300],
          [450, 254],
        ]),
        polygon([
          [366, 366],
          [342, 440],
          [420, 420],
        ]),
        polygon([
          [486, 150],
          [600, 190],
          [600, 236],
        ]),
        polygon([
          [520, 300],
          [600, 320],
          [600, 350],
        ]),
      );
      s.put(
        C.paper,
        polygon([
          [372, 84],
          [440, 50],
          [410, 92],
        ]),
        polygon([
          [366, 224],
          [470, 170],
          [420, 216],
        ]),
        polygon([
          [366, 366],
          [480, 312],
          [430, 362],
        ]),
      );
    },
  ],
};
