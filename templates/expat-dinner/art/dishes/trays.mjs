// Trays and boards. Each: [width, height, draw], in tenths of a millimetre at A3.

import { around, box, C, circle, crescent, ellipse, leaf, limb, polygon, random, scatter, sector, tilted } from '../pen.mjs';
import { board, bowl } from '../vessels.mjs';
import { herbs } from './parts.mjs';

export const trays = {
  baklava: [
    600,
    420,
    (s) => {
      s.put(C.crustDeep, box(0, 0, 600, 420, 34));
      s.put(C.foilPale, box(0, 0, 592, 411, 32));
      s.put(C.foilDeep, box(20, 20, 556, 376, 18));
      s.put(C.crustDeep, box(26, 26, 550, 370, 14));
      const [w, h] = [92, 74];
      for (let row = -1; row < 11; row++)
        for (let col = -1; col < 7; col++) {
          const [cx, cy] = [26 + col * w + (row % 2 ? w / 2 : 0) + 46, 26 + row * (h / 2) + 37];
          const d = (k) =>
            polygon(
              [
                [cx - (w / 2) * k, cy],
                [cx, cy - (h / 2) * k],
                [cx + (w / 2) * k, cy],
                [cx, cy + (h / 2) * k],
              ].map(([u, v]) => [Math.max(32, Math.min(570, u)), Math.max(32, Math.min(390, v))]),
            );
          if (cx < 20 || cx > 584 || cy < 24 || cy > 398) continue;
          s.put(C.crust, d(0.92));
          s.put(C.crustPale, d(0.72));
          if (cx > 70 && cx < 540 && cy > 60 && cy < 366) s.put(C.leafPale, circle(cx, cy, 9), circle(cx + 9, cy + 5, 5));
        }
    },
  ],
  smoerrebroed: [
    640,
    440,
    (s) => {
      const rng = random(47);
      board(s, 0, 0, 640, 440, 40, 5);
      s.put(C.crustDeep, circle(596, 220, 17));
      const bread = (x, y) => {
        s.put('#3E1F0A', box(x + 4, y + 5, 244, 168, 16));
        s.put('#6E380F', box(x, y, 242, 165, 16));
        s.put(
          '#8C5428',
          scatter(rng, x + 120, y + 80, 120, 24, 40)
            .filter(([u, v]) => u > x + 8 && u < x + 234 && v > y + 8 && v < y + 157)
            .map((p) => circle(...p, 3)),
        );
      };
      bread(40, 38);
      bread(306, 38);
      bread(40, 230);
      bread(306, 230);
      // egg and shrimp
      for (let i = 0; i < 5; i++) {
        const [u, v] = [72 + i * 44, 106 + (i % 2) * 22];
        s.put(C.creamDeep, ellipse(u + 3, v + 3, 36, 42));
        s.put(C.paper, ellipse(u, v, 34, 40));
        s.put(C.turmeric, circle(u, v, 19));
      }
      for (const [u, v] of [
        [92, 150],
        [150, 158],
        [212, 150],
        [120, 76],
        [190, 78],
      ]) {
        s.put(C.tomato, crescent(u, v, 25, 15, 250));
        s.put(C.tomatoPale, crescent(u - 1, v - 1, 22, 12, 250));
      }
      herbs(
        s,
        rng,
        [
          [158, 112],
          [236, 116],
        ],
        28,
      );
      // salmon and dill
      for (let i = 0; i < 3; i++) {
        const v = 66 + i * 42;
        s.put(
          C.tomato,
          limb(
            [
              [328, v + 16],
              [390, v],
              [460, v + 20],
              [530, v + 4],
            ],
            [22, 50, 46, 24],
          ),
        );
        s.put(
          C.tomatoPale,
          limb(
            [
              [334, v + 12],
              [392, v - 2],
              [460, v + 15],
              [524, v + 2],
            ],
            [12, 36, 32, 14],
          ),
        );
        s.put(
          '#F4C3AC',
          limb(
            [
              [350, v + 8],
              [400, v - 6],
              [460, v + 8],
            ],
            4,
          ),
          limb(
            [
              [400, v + 10],
              [460, v + 22],
              [508, v + 8],
            ],
            4,
          ),
        );
      }
      herbs(
        s,
        rng,
        [
          [380, 104],
          [462, 92],
          [430, 150],
        ],
        30,
      );
      s.put(C.turmeric, circle(500, 162, 24));
      s.put(
        C.turmericPale,
        around(7).map((a) => sector(500, 162, 4, 19, a + 5, a + 46)),
      );
      // potato and chives
      for (let i = 0; i < 8; i++) {
        const [u, v] = [76 + (i % 4) * 56, 278 + Math.floor(i / 4) * 66];
        s.put('#D9B26B', ellipse(u + 3, v + 3, 36, 33));
        s.put(C.creamDeep, ellipse(u, v, 34, 31));
        s.put(C.cream, ellipse(u - 3, v - 3, 28, 25));
      }
      s.put(
        C.paper,
        limb(
          [
            [70, 300],
            [120, 322],
            [170, 300],
            [220, 326],
            [256, 306],
          ],
          15,
        ),
      );
      s.put(
        C.leaf,
        scatter(rng, 160, 312, 110, 26, 26)
          .filter(([, v]) => v > 250 && v < 380)
          .map((p) => tilted(...p, 18, 5, rng.in(0, 180))),
      );
      // beetroot, liver pâté, bacon
      s.put(
        C.crust,
        limb(
          [
            [330, 290],
            [420, 276],
            [530, 296],
          ],
          [60, 78, 60],
        ),
      );
      s.put(
        C.crustPale,
        limb(
          [
            [334, 284],
            [420, 270],
            [524, 290],
          ],
          [44, 62, 44],
        ),
      );
      for (const [u, v] of [
        [352, 350],
        [408, 342],
        [466, 352],
        [516, 338],
      ]) {
        s.put(C.beetDeep, circle(u + 3, v + 3, 33));
        s.put(C.beet, circle(u, v, 31));
        s.put(C.beetPale, crescent(u, v, 22, 5, 45), circle(u, v, 4));
      }
      s.put(
        C.leafPale,
        [
          [360, 280],
          [440, 290],
          [494, 274],
        ].map(([u, v]) => ellipse(u, v, 24, 14, 20)),
      );
      s.put(
        C.leaf,
        [
          [360, 280],
          [440, 290],
          [494, 274],
        ].map(([u, v]) => [circle(u - 7, v - 2, 3), circle(u + 6, v + 3, 3), circle(u, v, 3)]),
      );
    },
  ],
  springrolls: [
    600,
    380,
    (s) => {
      const rng = random(59);
      s.put(C.ink, box(0, 0, 600, 380, 26));
      s.put(C.ironPale, box(0, 0, 592, 372, 24));
      s.put(C.ink, box(20, 20, 556, 336, 12));
      s.put(C.iron, box(28, 28, 548, 328, 8));
      s.put(C.leafDeep, leaf(46, 300, 520, 270, -14));
      s.put(C.leaf, leaf(44, 290, 510, 236, -14));
      s.put(
        C.leafPale,
        limb(
          [
            [60, 286],
            [300, 228],
            [530, 172],
          ],
          [8, 6, 3],
        ),
      );
      for (let i = 0; i < 7; i++) {
        const [u, v] = [96 + i * 56, 226 - i * 8];
        const line = (d, k) => [
          [u - 22 * k + d, v - 92 * k + d],
          [u + d, v + d],
          [u + 22 * k + d, v + 92 * k + d],
        ];
        s.put(C.crustDeep, limb(line(5, 1), 50));
        s.put(C.crust, limb(line(0, 1), 46));
        s.put(C.crustPale, limb(line(-7, 0.92), 24));
        s.put('#F7D79A', limb(line(-12, 0.7), 8));
        s.put(
          C.crustDeep,
          limb(
            [
              [u - 20, v + 8],
              [u + 4, v + 14],
              [u + 22, v],
            ],
            4,
          ),
        );
        s.put(
          C.crust,
          scatter(rng, u, v, 60, 22, 5)
            .filter(([px]) => Math.abs(px - u) < 16)
            .map((p) => circle(...p, 4)),
        );
      }
      bowl(s, 500, 96, 62, { body: C.paper, deep: C.paperDeep, fill: C.tomato });
      s.put(C.tomatoPale, ellipse(490, 84, 16, 8, -35));
      s.put(
        C.leaf,
        [
          [508, 104],
          [494, 112],
          [516, 90],
        ].map(([u, v]) => ellipse(u, v, 7, 3, 30)),
      );
    },
  ],
};
