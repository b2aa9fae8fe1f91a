// Platters and rings. Each: [width, height, draw], in tenths of a millimetre at A3.

import { around, at, box, C, circle, ellipse, leaf, limb, lump, random, scatter, sector, smooth, spiral, turn } from '../pen.mjs';
import { basket, bowl, plate } from '../vessels.mjs';
import { heap, herbs } from './parts.mjs';

export const platters = {
  injera: [
    640,
    640,
    (s) => {
      const [x, y, rng] = [320, 320, random(11)];
      s.put(C.crustDeep, circle(x, y, 316));
      s.put(C.creamDeep, circle(x - 4, y - 4, 310));
      s.put(
        C.tomato,
        around(30).map((a) => sector(x, y, 268, 304, a, a + 6)),
      );
      s.put(
        C.leaf,
        around(30, 6).map((a) => sector(x, y, 284, 304, a, a + 3)),
      );
      s.put(C.crustDeep, circle(x, y, 266));
      s.put('#C9A57A', circle(x + 4, y + 4, 258));
      s.put(
        '#B58C5E',
        scatter(rng, x, y, 246, 24, 84).map((p) => circle(...p, rng.in(3, 5))),
      );
      heap(s, rng, x, y, 84, [C.tomatoDeep, '#D2472B', C.tomato], { uneven: 0.05 });
      s.put(C.creamDeep, ellipse(x + 10, y + 8, 36, 29, -30));
      s.put(C.paper, ellipse(x + 6, y + 4, 34, 27, -30));
      s.put(C.turmeric, circle(x + 4, y + 3, 15));
      const pots = [
        [C.leafDeep, C.leaf, C.leafPale],
        [C.turmericDeep, C.turmeric, C.turmericPale],
        [C.beetDeep, C.beet, C.beetPale],
        [C.creamDeep, C.cream, C.paper],
        [C.crustDeep, C.crust, C.crustPale],
        [C.leaf, C.leafPale, C.turmericPale],
      ];
      for (const [i, c] of pots.entries()) heap(s, rng, ...at(x, y, 166, i * 60 + 15), i % 2 ? 56 : 64, c);
      for (const a of [-15, 105, 225]) {
        const [px, py] = at(x, y, 222, a);
        s.put('#A9804F', limb([at(px, py, 44, a + 90), [px, py], at(px, py, 44, a - 90)], 40));
        s.put('#D9BA92', limb([at(px - 4, py - 4, 42, a + 90), [px - 4, py - 4], at(px - 4, py - 4, 42, a - 90)], 30));
        s.put('#A9804F', limb([at(px - 4, py - 2, 34, a + 90), [px - 5, py - 3], at(px - 4, py - 4, 34, a - 90)], 5));
      }
    },
  ],
  pierogi: [
    600,
    600,
    (s) => {
      const [x, y, rng] = [300, 300, random(5)];
      plate(s, x, y, 296, { rim: 'garland', color: C.enamel, color2: C.tomato, well: 0.74 });
      around(13).forEach((a) => {
        const [px, py] = at(x, y, 146, a);
        const moon = (k, dx) => {
          const arc = [];
          for (let t = -90; t <= 90; t += 22.5)
            arc.push(
              turn(
                [px + dx + Math.cos((t * Math.PI) / 180) * 64 * k, py + dx + Math.sin((t * Math.PI) / 180) * 66 * k],
                [px, py],
                a + 58,
              ),
            );
          arc.push(
            turn([px + dx + 8 * k, py + dx + 36 * k], [px, py], a + 58),
            turn([px + dx + 8 * k, py + dx - 36 * k], [px, py], a + 58),
          );
          return smooth(arc, 0.9);
        };
        s.put('#D9B26B', moon(1, 4));
        s.put(C.cream, moon(0.95, -2));
        s.put(
          C.creamDeep,
          around(7).map((_, i) =>
            circle(
              ...turn(
                [px + Math.cos(((i * 26 - 78) * Math.PI) / 180) * 53, py + Math.sin(((i * 26 - 78) * Math.PI) / 180) * 55],
                [px, py],
                a + 58,
              ),
              5,
            ),
          ),
        );
        s.put(C.crustPale, lump(rng, ...turn([px + 20, py + rng.in(-10, 10)], [px, py], a + 58), 17, { wide: 1, uneven: 0.2 }));
        s.put(C.crust, lump(rng, ...turn([px + 22, py + rng.in(-8, 8)], [px, py], a + 58), 8, { uneven: 0.25 }));
      });
      bowl(s, x, y, 84, { body: C.tomato, deep: C.tomatoDeep, fill: C.paper });
      s.put(C.paperDeep, limb(spiral(x, y, 8, 54, 1.7, 40), 7));
      herbs(s, rng, scatter(rng, x, y, 48, 26, 6), 17);
    },
  ],
  dolma: [
    580,
    580,
    (s) => {
      const [x, y] = [290, 290];
      plate(s, x, y, 286, { body: C.tomato, deep: C.tomatoDeep, rim: 'teeth', color: C.cream, edge: C.cream, well: 0.78 });
      s.put(C.cream, circle(x + 5, y + 5, 214));
      const roll = (r, a, k) => {
        const [px, py] = at(x, y, r, a);
        const line = (d) => [-40, 0, 40].map((t) => at(px + d, py + d, t * k, a + 74));
        s.put(C.leafDeep, limb(line(4), [44 * k, 52 * k, 44 * k]));
        s.put(C.leaf, limb(line(-1), [38 * k, 46 * k, 38 * k]));
        s.put(
          C.leafPale,
          limb([at(px - 7, py - 7, -34 * k, a + 74), at(px - 4, py - 4, 0, a), at(px - 3, py - 3, 36 * k, a + 74)], [4, 8, 4]),
          limb([at(px, py, 12, a + 30), at(px, py, 22, a - 10)], 4),
        );
      };
      for (const a of around(15)) roll(160, a, 1);
      for (const a of around(8, 10)) roll(86, a, 0.84);
      s.put(C.turmericDeep, circle(x + 3, y + 3, 45));
      s.put(C.turmericPale, circle(x, y, 43));
      s.put(
        C.turmeric,
        around(8).map((a) => sector(x, y, 5, 36, a + 4, a + 41)),
      );
    },
  ],
  kimbap: [
    560,
    560,
    (s) => {
      const [x, y, rng] = [280, 280, random(17)];
      plate(s, x, y, 276, { body: C.leaf, deep: C.leafDeep, rim: 'dashes', color: C.leafPale, edge: C.cream, well: 0.84 });
      const piece = ([px, py]) => {
        s.put(C.ink, circle(px + 3, py + 3, 47), circle(px, py, 46));
        s.put(C.cream, circle(px - 1, py - 1, 39));
        s.put(
          C.paper,
          scatter(rng, px, py, 33, 15, 6).map((p) => circle(...p, 6)),
        );
        const a = rng.in(0, 360);
        s.put(C.tomato, box(px - 13, py - 13, 12, 12, 2));
        s.put(C.turmeric, box(px + 1, py - 12, 12, 12, 2));
        s.put(C.leaf, circle(px - 5, py + 9, 8));
        s.put(C.beet, ellipse(px + 9, py + 8, 7, 6, a));
      };
      for (const a of around(13)) piece(at(x, y, 172, a));
      for (const a of around(6, 20)) piece(at(x, y, 78, a));
    },
  ],
  bao: [
    460,
    460,
    (s) => {
      const [x, y] = [230, 230];
      const r = basket(s, x, y, 226, { rows: 2, width: 0.075, count: 34 });
      s.put(C.creamDeep, circle(x, y, r - 4));
      s.put(
        C.crustPale,
        Array.from({ length: 8 }, (_, i) =>
          box(
            x - 178 + i * 46,
            y - Math.sqrt(182 ** 2 - Math.min(178, Math.abs(-178 + i * 46 + 5)) ** 2),
            7,
            2 * Math.sqrt(182 ** 2 - Math.min(178, Math.abs(-178 + i * 46 + 5)) ** 2),
          ),
        ),
      );
      [[x, y], ...around(5, -90).map((a) => at(x, y, 114, a))].forEach(([px, py], i) => {
        if (!i) {
          s.put(C.leafPale, leaf(px - 30, py - 8, 74, 60, 20));
          s.put(
            C.leaf,
            limb(
              [
                [px - 26, py - 6],
                [px + 8, py + 4],
                [px + 36, py + 14],
              ],
              4,
            ),
          );
          return;
        }
        s.put('#D8C6A2', circle(px + 4, py + 4, 65));
        s.put(C.cream, circle(px, py, 63));
        s.put(C.paper, circle(px - 6, py - 6, 54));
        s.put(
          '#E3D0A8',
          around(9).map((a) => limb([at(px, py, 12, a), at(px, py, 30, a + 22), at(px, py, 46, a + 54)], [3, 6, 2])),
        );
        s.put(i % 2 ? C.tomato : C.leaf, circle(px, py, 6));
      });
    },
  ],
};
