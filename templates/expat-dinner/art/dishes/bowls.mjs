// Bowls. Each: [width, height, draw], in tenths of a millimetre at A3.

import { around, at, C, circle, ellipse, hollow, leaf, limb, lump, random, scatter, sector, spiral, tilted } from '../pen.mjs';
import { bowl } from '../vessels.mjs';
import { ball, balls, herbs } from './parts.mjs';

export const bowls = {
  bibimbap: [
    600,
    600,
    (s) => {
      const [x, y, rng] = [300, 300, random(8)];
      const inner = bowl(s, x, y, 296, { body: C.ironPale, deep: C.ink, fill: C.cream, wall: 0.06 });
      const [cx, cy] = [x + 6, y + 6];
      const parts = [
        [C.leaf, C.leafDeep, C.leafPale],
        [C.tomato, C.tomatoDeep, C.tomatoPale],
        [C.creamDeep, '#DDBE7F', C.paper],
        [C.crustDeep, '#6E380F', C.crust],
        [C.leafPale, C.leaf, '#B5D6A2'],
        [C.beet, C.beetDeep, C.beetPale],
        [C.turmeric, C.turmericDeep, C.turmericPale],
      ];
      parts.forEach(([body, deep, light], i) => {
        const [a0, w] = [i * (360 / 7) - 100, 360 / 7];
        s.put(body, sector(cx, cy, 0, inner, a0, a0 + w + 0.6));
        const strand = (c, count, lo, hi, width) =>
          s.put(
            c,
            Array.from({ length: count }, (_, k) => {
              const a = a0 + 5 + ((w - 10) * (k + 0.5)) / count + rng.in(-1, 1);
              const [r0, r1] = [rng.in(96, lo), rng.in(hi, inner - 10)];
              return limb(
                [at(cx, cy, r0, a - 2), at(cx, cy, (r0 + r1) / 2, a + rng.in(-3, 3)), at(cx, cy, r1, a + 2)],
                [width * 0.6, width, width * 0.6],
              );
            }),
          );
        strand(deep, 5, 130, 190, 15);
        strand(light, 5, 125, 200, 9);
      });
      s.put(C.creamDeep, lump(rng, cx + 5, cy + 6, 112, { uneven: 0.09, points: 9 }));
      s.put(C.paper, lump(random(8), cx - 2, cy - 2, 108, { uneven: 0.1, points: 9 }));
      ball(s, cx - 4, cy - 2, 52, [C.turmericDeep, C.turmeric, C.turmericPale]);
      s.put(
        C.tomatoDeep,
        scatter(rng, cx, cy, 190, 30, 16)
          .filter(([px, py]) => Math.hypot(px - cx, py - cy) > 60)
          .map(([px, py]) => ellipse(px, py, 5, 3, rng.in(0, 180))),
      );
    },
  ],
  borscht: [
    440,
    440,
    (s) => {
      const [x, y, rng] = [220, 220, random(2)];
      const r = bowl(s, x, y, 216, { body: C.paper, deep: C.paperDeep, rim: 'checks', color: C.tomato, fill: C.beet });
      s.put(C.beetDeep, hollow(x + 5, y + 5, r, 16));
      s.put(
        C.beetPale,
        limb(
          spiral(x, y + 4, 18, 118, 2.2, 200),
          [10, ...Array(26).fill(14), 4].slice(0, spiral(x, y, 18, 118, 2.2, 200).length),
        ),
      );
      s.put(C.paper, limb(spiral(x, y + 4, 6, 92, 2.1, 190), [24, ...Array(30).fill(20)].slice(0, 25).concat([12])));
      s.put(C.paper, lump(rng, x, y + 4, 36, { uneven: 0.1 }));
      herbs(
        s,
        rng,
        [
          [x - 62, y + 70],
          [x + 70, y - 52],
          [x + 30, y + 88],
        ],
        30,
        C.leafPale,
      );
    },
  ],
  hummus: [
    440,
    440,
    (s) => {
      const [x, y, rng] = [220, 220, random(14)];
      const r = bowl(s, x, y, 216, {
        body: C.enamel,
        deep: C.enamelDeep,
        rim: 'rays',
        color: C.enamelPale,
        edge: C.paper,
        fill: '#E2BE83',
      });
      s.put('#F0D5A0', lump(rng, x, y, r * 0.95, { uneven: 0.02, points: 14 }));
      s.put('#CFA665', limb(spiral(x, y, 26, 130, 2, 60), 22));
      s.put(C.turmeric, limb(spiral(x - 2, y - 2, 26, 128, 2, 60), 11));
      s.put(
        C.tomato,
        scatter(rng, x, y, 138, 22, 26).map((p) => circle(...p, rng.in(3, 6))),
      );
      balls(
        s,
        [
          [x - 8, y - 6],
          [x + 24, y + 10],
          [x - 14, y + 26],
        ],
        19,
        ['#B98B45', '#E9C684', C.cream],
      );
      herbs(
        s,
        rng,
        [
          [x + 66, y - 66],
          [x - 84, y + 34],
          [x + 44, y + 92],
        ],
        25,
      );
    },
  ],
  dal: [
    440,
    440,
    (s) => {
      const [x, y, rng] = [220, 220, random(6)];
      const r = bowl(s, x, y, 216, {
        body: C.beet,
        deep: C.beetDeep,
        rim: 'dots',
        color: C.turmericPale,
        edge: C.turmericPale,
        fill: C.turmericDeep,
      });
      s.put(C.turmeric, circle(x + 9, y + 9, r - 8));
      s.put(
        C.turmericDeep,
        scatter(rng, x + 4, y + 4, 145, 20, 50).map(([px, py]) => ellipse(px, py, 7, 5, rng.in(0, 180))),
      );
      s.put(
        C.turmericPale,
        scatter(rng, x + 4, y + 4, 145, 24, 34).map(([px, py]) => ellipse(px, py, 6, 4, rng.in(0, 180))),
      );
      s.put(
        C.tomato,
        around(2, 30).map((a) => limb([at(x, y, 20, a), at(x, y, 62, a + 26), at(x, y, 104, a + 22)], [14, 18, 5])),
      );
      s.put(
        C.leaf,
        around(2, 24).map((a) => circle(...at(x, y, 17, a), 8)),
      );
      s.put(
        C.paper,
        limb(
          Array.from({ length: 9 }, (_, i) => at(x, y, 96 + (i % 2) * 14, 110 + i * 13)),
          11,
        ),
        limb(
          Array.from({ length: 9 }, (_, i) => at(x, y, 92 + (i % 2) * 14, 290 + i * 13)),
          11,
        ),
      );
      herbs(
        s,
        rng,
        [
          [x + 4, y + 70],
          [x - 8, y - 78],
          [x + 92, y + 6],
        ],
        30,
      );
    },
  ],
  pho: [
    480,
    480,
    (s) => {
      const [x, y, rng] = [230, 240, random(31)];
      const r = bowl(s, x, y, 222, { body: C.paper, deep: C.paperDeep, rim: 'waves', color: C.enamel, fill: '#B9691F' });
      s.put(C.crust, circle(x + 9, y + 9, r - 9));
      s.inside(circle(x, y, 158), () => {
        for (const [cx, cy, k] of [
          [x - 50, y + 34, 1],
          [x + 42, y + 56, 0.86],
        ]) {
          for (let i = 0; i < 9; i++) {
            const [r, from] = [(24 + i * 8.5) * k, rng.in(0, 360)];
            const line = Array.from({ length: 9 }, (_, t) =>
              at(cx + rng.in(-3, 3), cy + rng.in(-3, 3), r + t * 1.4, from + t * 32),
            );
            s.put(
              C.crustPale,
              limb(
                line.map(([u, v]) => [u + 2, v + 3]),
                14,
              ),
            );
            s.put(i % 2 ? C.cream : C.creamDeep, limb(line, 10));
          }
        }
      });
      for (const [u, v, a] of [
        [-72, -72, 20],
        [-28, -96, 50],
        [26, -104, 80],
      ]) {
        s.put('#6E380F', lump(rng, x + u + 3, y + v + 3, 40, { wide: 1.35, turned: a }));
        s.put('#A8624A', lump(rng, x + u, y + v, 37, { wide: 1.35, turned: a }));
        s.put(C.tomatoPale, limb([at(x + u, y + v, -30, a), at(x + u, y + v + 4, 0, a), at(x + u, y + v, 32, a)], 5));
      }
      s.put(C.leaf, circle(x + 96, y - 34, 40));
      s.put(C.leafPale, circle(x + 94, y - 36, 35));
      s.put(
        '#CBE3B0',
        around(8).map((a) => sector(x + 94, y - 36, 5, 30, a + 5, a + 40)),
      );
      herbs(
        s,
        rng,
        [
          [x - 70, y + 74],
          [x + 34, y + 104],
          [x - 10, y + 30],
        ],
        36,
      );
      s.put(
        C.tomato,
        [
          [-40, 20],
          [50, 44],
          [70, 76],
        ].map(([u, v]) => [circle(x + u, y + v, 12)]),
      );
      s.put(
        C.tomatoPale,
        [
          [-40, 20],
          [50, 44],
          [70, 76],
        ].map(([u, v]) => [circle(x + u, y + v, 5)]),
      );
      const stick = (dx, c, w, d) =>
        s.put(
          c,
          limb(
            [
              [x + 92 + dx + d, y - 226 + d],
              [x + 150 + dx + d, y + 30 + d],
              [x + 196 + dx + d, y + 226 + d],
            ],
            [w * 0.7, w * 0.9, w],
          ),
        );
      stick(0, C.beetDeep, 15, 4);
      stick(30, C.beetDeep, 15, 4);
      stick(0, C.beet, 14, 0);
      stick(30, C.beet, 14, 0);
    },
  ],
  salad: [
    460,
    460,
    (s) => {
      const [x, y, rng] = [230, 230, random(41)];
      s.put(C.crustDeep, circle(x, y, 226));
      s.put(C.crustPale, circle(x - 3, y - 3, 220));
      s.put(C.crust, circle(x, y, 202));
      s.put(C.crustDeep, circle(x + 2, y + 2, 194));
      s.put(C.leafDeep, circle(x + 8, y + 8, 182));
      scatter(rng, x + 4, y + 4, 150, 44, 30).forEach(([px, py], i) => {
        const a = rng.in(0, 360);
        s.put(i % 2 ? C.leaf : '#3E8E4F', leaf(...at(px, py, -52, a), 104, 76, a));
        s.put(C.leafPale, limb([at(px, py, -36, a), at(px + 2, py, 0, a), at(px, py, 40, a)], [5, 6, 2]));
      });
      scatter(rng, x, y, 128, 78, 7).forEach(([px, py], i) => {
        if (i % 3 === 0) ball(s, px, py, 30, [C.tomatoDeep, C.tomato, C.tomatoPale]);
        else if (i % 3 === 1) {
          s.put(C.leafDeep, circle(px + 2, py + 2, 36));
          s.put('#CBE3B0', circle(px, py, 32));
          s.put(
            C.leafPale,
            around(6).map((a) => ellipse(...at(px, py, 15, a), 8, 3, a)),
          );
        } else {
          s.put(C.beet, circle(px + 2, py + 2, 29));
          s.put(C.paper, circle(px, py, 25));
          s.put(C.beetPale, circle(px, py, 6));
        }
      });
      s.put(
        C.paper,
        scatter(rng, x, y, 140, 50, 8).map(([px, py]) => tilted(px, py, 24, 22, rng.in(0, 90))),
      );
    },
  ],
};
