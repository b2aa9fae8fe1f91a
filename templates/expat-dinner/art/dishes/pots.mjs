// Pots, pans and lids. Each: [width, height, draw], in tenths of a millimetre at A3.

import { around, at, C, circle, ellipse, leaf, limb, lump, random, scatter, sector, shaded } from '../pen.mjs';
import { iron, rims } from '../vessels.mjs';
import { ball, balls, herbs } from './parts.mjs';

export const pots = {
  paella: [
    760,
    620,
    (s) => {
      const [x, y, rng] = [380, 310, random(21)];
      for (const [hx, k] of [
        [46, -1],
        [714, 1],
      ]) {
        s.put(
          C.ink,
          limb(
            [
              [hx - k * 60, 250],
              [hx, 262],
              [hx + k * 8, 310],
              [hx, 358],
              [hx - k * 60, 370],
            ],
            24,
          ),
        );
        s.put(
          C.ironPale,
          limb(
            [
              [hx - k * 60, 248],
              [hx - 2, 260],
              [hx + k * 8 - 3, 308],
              [hx - 3, 354],
              [hx - k * 60, 366],
            ],
            13,
          ),
        );
      }
      iron(s, x, y, 304);
      s.put(C.turmericDeep, circle(x + 4, y + 4, 258));
      s.put(C.turmeric, lump(rng, x, y, 252, { uneven: 0.02, points: 18 }));
      s.put(
        C.turmericDeep,
        scatter(rng, x, y, 240, 26, 44).map(([px, py]) => ellipse(px, py, 9, 4, rng.in(0, 180))),
      );
      s.put(
        C.turmericPale,
        scatter(rng, x, y, 240, 26, 44).map(([px, py]) => ellipse(px, py, 9, 4, rng.in(0, 180))),
      );
      for (const a of around(4, 20)) {
        const [px, py] = at(x, y, 150, a);
        const [qx, qy] = at(x, y, 150, a + 44);
        // a shrimp
        const curl = Array.from({ length: 7 }, (_, i) => at(px, py, 42, a + i * 42));
        s.put(
          C.tomatoDeep,
          limb(
            curl.map(([u, v]) => [u + 4, v + 4]),
            [16, 34, 42, 42, 36, 26, 14],
          ),
        );
        s.put(C.tomatoPale, limb(curl, [14, 30, 38, 38, 32, 22, 12]));
        s.put(
          C.tomato,
          curl.slice(1, 6).map((_, i) => limb([at(px, py, 28, a + (i + 1) * 42 + 14), at(px, py, 57, a + (i + 1) * 42 + 14)], 6)),
          around(3, a + 246).map((_, i) => leaf(...curl[6], 32, 16, a + 320 + i * 30)),
        );
        // a mussel
        s.put(C.ink, leaf(...at(qx, qy, 52, a), 104, 92, a + 180));
        s.put(C.ironPale, leaf(...at(qx - 4, qy - 4, 46, a), 88, 68, a + 180));
        s.put(C.tomato, leaf(...at(qx, qy, 30, a), 62, 44, a + 180));
        s.put(C.tomatoPale, leaf(...at(qx - 4, qy - 4, 22, a), 42, 22, a + 180));
      }
      for (const a of around(4, 88)) {
        const [px, py] = at(x, y, 218, a);
        const wedge = (k, c) => s.put(c, sector(...at(px, py, -24, a), 0, 62 * k, a - 62, a + 62));
        wedge(1.06, C.turmericDeep);
        wedge(1, C.leafPale);
        wedge(0.9, C.paper);
        wedge(0.8, '#CBE3B0');
        s.put(
          C.paper,
          [-40, 0, 40].map((t) => limb([at(px, py, -20, a), at(...at(px, py, -24, a), 46, a + t)], 6)),
        );
      }
      balls(s, scatter(rng, x, y, 225, 48, 22), 11, [C.leafDeep, C.leaf, C.leafPale]);
      s.put(
        C.tomato,
        around(5, 10).map((a) => limb([at(x, y, 24, a), at(x, y, 52, a + 20), at(x, y, 78, a + 12)], [14, 18, 12])),
      );
      herbs(s, rng, [[x, y]], 40);
    },
  ],
  pot: [
    620,
    460,
    (s) => {
      const [x, y, rng] = [310, 230, random(19)];
      for (const k of [-1, 1]) {
        s.put(
          C.leafDeep,
          limb(
            [
              [x + k * 190, y - 58],
              [x + k * 262, y - 50],
              [x + k * 286, y + 4],
              [x + k * 262, y + 58],
              [x + k * 190, y + 64],
            ],
            40,
          ),
        );
        s.put(
          C.leaf,
          limb(
            [
              [x + k * 190, y - 60],
              [x + k * 260, y - 53],
              [x + k * 283, y],
              [x + k * 260, y + 52],
              [x + k * 190, y + 58],
            ],
            29,
          ),
        );
      }
      s.put(C.leafDeep, circle(x, y, 226));
      s.put(C.cream, circle(x - 2, y - 2, 221));
      s.put(C.leafDeep, circle(x, y, 206));
      s.put(C.leaf, circle(x - 5, y - 5, 198));
      s.put(C.leafDeep, shaded(x - 5, y - 5, 198, 28), shaded(x - 5, y - 5, 140, 10));
      s.put(C.leafPale, sector(x - 5, y - 5, 164, 176, 192, 250), sector(x - 5, y - 5, 164, 176, 256, 266));
      s.put(
        '#3F8D6B',
        scatter(rng, x - 5, y - 5, 180, 17, 60).map((p) => circle(...p, rng.in(2, 4))),
      );
      s.put(C.leafDeep, circle(x + 10, y + 10, 54));
      ball(s, x - 5, y - 5, 50, [C.ink, C.ironPale, C.foilDeep]);
    },
  ],
  tagine: [
    560,
    560,
    (s) => {
      const [x, y] = [280, 280];
      s.put(C.tomatoDeep, circle(x, y, 276));
      s.put(C.cream, circle(x - 3, y - 3, 272));
      s.put(C.tomato, circle(x - 3, y - 3, 261));
      s.put(C.tomatoDeep, circle(x, y, 242));
      s.put(C.paper, circle(x - 2, y - 2, 234));
      rims.teeth(s, x - 2, y - 2, 186, 238, C.enamel);
      s.put(C.enamelDeep, shaded(x - 2, y - 2, 188, 22), circle(x - 2, y - 2, 188));
      s.put(C.enamel, circle(x - 8, y - 8, 180));
      rims.petals(s, x - 8, y - 8, 128, 182, C.turmeric);
      s.put(C.paperDeep, circle(x - 8, y - 8, 126));
      s.put(C.paper, circle(x - 13, y - 13, 119));
      rims.waves(s, x - 13, y - 13, 82, 116, C.leaf);
      s.put(C.tomatoDeep, circle(x - 13, y - 13, 78));
      s.put(C.tomato, circle(x - 18, y - 18, 70));
      s.put(C.tomatoPale, sector(x - 18, y - 18, 46, 56, 186, 266));
      ball(s, x - 18, y - 18, 32, [C.turmericDeep, C.turmeric, C.turmericPale]);
    },
  ],
  cakedome: [
    600,
    600,
    (s) => {
      const [x, y] = [300, 300];
      s.put('#6F93AE', circle(x, y, 296));
      s.put(C.enamelPale, circle(x - 3, y - 3, 290));
      s.put(C.paper, circle(x - 3, y - 3, 272));
      s.put('#C7DEEC', circle(x, y, 264));
      s.put('#8A5A35', circle(x + 10, y + 10, 196));
      s.put(
        '#B9804B',
        around(14).map((a) => circle(...at(x, y, 132, a), 62)),
      );
      s.put(
        '#D6A368',
        around(14).map((a) => leaf(...at(x - 4, y - 4, 44, a), 148, 62, a)),
      );
      s.put(
        C.cream,
        around(14).map((a, i) => leaf(...at(x - 4, y - 4, 50, a), [96, 120, 84, 132, 104, 116, 90][i % 7], 46, a)),
        circle(x - 4, y - 4, 84),
      );
      s.put('#8A5A35', circle(x, y, 54));
      s.put('#C7DEEC', circle(x + 8, y + 8, 44));
      s.put(C.paper, sector(x, y, 236, 252, 188, 256), sector(x, y, 236, 252, 262, 274), sector(x, y, 200, 210, 196, 232));
      s.put('#6F93AE', circle(x + 5, y + 5, 40));
      s.put(C.enamelPale, circle(x, y, 38));
      s.put(C.paper, ellipse(x - 11, y - 12, 16, 10, -45));
    },
  ],
};
