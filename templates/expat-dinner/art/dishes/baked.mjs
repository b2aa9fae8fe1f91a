// Baked and fried. Each: [width, height, draw], in tenths of a millimetre at A3.
import {
  around,
  at,
  box,
  C,
  circle,
  crescent,
  ellipse,
  leaf,
  limb,
  lump,
  polygon,
  random,
  scatter,
  sector,
  smooth,
  spiral,
} from '../pen.mjs';
import { basket, bowl, iron } from '../vessels.mjs';

export const baked = {
  samosas: [
    560,
    560,
    (s) => {
      const [x, y, rng] = [280, 280, random(4)];
      basket(s, x, y, 276, { rows: 2, width: 0.06, count: 40 });
      s.put(C.paper, circle(x, y, 240));
      s.put(
        C.paperDeep,
        around(12).map((a) => sector(x, y, 226, 240, a, a + 12)),
      );
      around(9).forEach((a) => {
        const c = at(x, y, 142, a);
        const tri = (k, d) =>
          smooth(
            [0, 120, 240].flatMap((t) => [t - 9, t + 9].map((u) => at(c[0] + d, c[1] + d, 88 * k, a + 12 + u))),
            0.35,
          );
        s.put(C.crustDeep, tri(1, 5));
        s.put(C.crust, tri(0.97, 0));
        s.put(C.crustPale, tri(0.72, -5));
        s.put(
          C.crust,
          scatter(rng, ...c, 34, 16, 6).map((p) => circle(...p, 4)),
        );
        s.put(
          C.crustDeep,
          [0, 120]
            .map((t) => limb([at(...c, 66, a + 12 + t), at(...c, 38, a + 72 + t), at(...c, 62, a + 126 + t)], 4))
            .slice(0, 1),
        );
      });
      bowl(s, x, y, 80, { body: C.enamel, deep: C.enamelDeep, fill: C.leaf });
      s.put(C.leafPale, limb(spiral(x, y, 8, 46, 1.5), 9));
      s.put(
        C.tomato,
        [
          [20, -14],
          [-18, 20],
          [28, 24],
        ].map(([u, v]) => ellipse(x + u, y + v, 9, 5, 40)),
      );
    },
  ],
  appletart: [
    560,
    560,
    (s) => {
      const [x, y] = [280, 280];
      s.put(
        C.crustDeep,
        around(28).map((a) => circle(...at(x, y, 250, a), 30)),
      );
      s.put(
        C.crust,
        circle(x, y, 256),
        around(28).map((a) => circle(...at(x - 4, y - 4, 246, a), 27)),
      );
      s.put(
        C.crustPale,
        around(28).map((a) => ellipse(...at(x - 6, y - 6, 250, a), 17, 10, a)),
      );
      s.put(C.crustDeep, circle(x, y, 224));
      s.put(C.turmericDeep, circle(x + 4, y + 4, 218));
      // slices lie like scales, red skin outwards
      const ring = (r, count, len, from) =>
        around(count, from).forEach((a) => {
          const [px, py] = at(x, y, r, a);
          const moon = (k, out) =>
            leaf(...at(...at(px, py, out, a), -len * k, a + 62), len * 2 * k, len * 1.15 * k, a + 62, len * 0.22);
          s.put(C.tomatoDeep, moon(1.04, 4));
          s.put(C.tomato, moon(1, 1));
          s.put(C.turmericDeep, moon(0.95, -7));
          s.put(C.cream, moon(0.9, -9));
          s.put(C.turmericPale, moon(0.62, -14));
        });
      ring(168, 13, 82, 0);
      ring(96, 9, 64, 14);
      ring(36, 5, 46, 30);
      s.put(C.turmericPale, circle(x, y, 13));
    },
  ],
  challah: [
    640,
    360,
    (s) => {
      const rng = random(53);
      s.put(C.enamelDeep, box(6, 8, 634, 352, 14));
      s.put(C.paper, box(0, 0, 634, 350, 12));
      s.put(C.enamel, box(22, 0, 16, 350), box(52, 0, 6, 350), box(596, 0, 16, 350), box(576, 0, 6, 350));
      for (let i = 0; i < 9; i++) {
        const x = 104 + i * 54;
        const fat = Math.sin(((i + 1.6) / 11.2) * Math.PI) * 1.08;
        for (const side of i % 2 ? [1, -1] : [-1, 1]) {
          const a = side * 40;
          const [cx, cy] = [x, 178 + side * 42 * fat];
          const line = (d, k) => [
            at(cx + d, cy + d, -64 * k * fat, a * -1 + (side > 0 ? 0 : 0)),
            [cx + d, cy + d],
            at(cx + d, cy + d, 64 * k * fat, -a),
          ];
          s.put('#6E380F', limb(line(6, 1.04), [64 * fat, 98 * fat, 60 * fat]));
          s.put(C.crustDeep, limb(line(2, 1), [58 * fat, 92 * fat, 54 * fat]));
          s.put(C.crust, limb(line(-4, 0.94), [46 * fat, 76 * fat, 42 * fat]));
          s.put(C.crustPale, limb(line(-12, 0.7), [16 * fat, 36 * fat, 14 * fat]));
          s.put(
            C.cream,
            scatter(rng, cx - 4, cy - 4, 46 * fat, 22, 4).map(([u, v]) => ellipse(u, v, 6, 3, rng.in(0, 180))),
          );
        }
      }
    },
  ],
  buns: [
    480,
    460,
    (s) => {
      const [x, y, rng] = [240, 230, random(29)];
      basket(s, x, y, 226, { rows: 2, width: 0.07, count: 36 });
      const cloth = (k, d) => polygon(around(8, 10).map((a, i) => at(x + d, y + d, (i % 2 ? 168 : 218) * k, a)));
      s.put(C.tomatoDeep, cloth(1, 4));
      s.put(C.tomato, cloth(0.98, 0));
      s.put(
        C.paper,
        around(8, 10).map((a, i) => (i % 2 ? '' : circle(...at(x, y, 182, a), 7))),
        around(8, 10).map((a, i) => (i % 2 ? circle(...at(x, y, 150, a), 7) : '')),
      );
      [[x, y], ...around(6, 15).map((a) => at(x, y, 104, a))]
        .sort((p, q) => p[1] - q[1])
        .forEach(([px, py]) => {
          s.put(C.crustDeep, circle(px + 4, py + 5, 59));
          s.put(C.crust, circle(px, py, 57));
          s.put(C.crustPale, lump(rng, px - 8, py - 9, 44, { uneven: 0.05 }));
          s.put('#F7D79A', ellipse(px - 19, py - 21, 20, 12, -45));
          s.put(
            C.cream,
            scatter(rng, px - 2, py - 2, 38, 14, 9).map(([u, v]) => ellipse(u, v, 5, 3, rng.in(0, 180))),
          );
        });
    },
  ],
  aebleskiver: [
    720,
    720,
    (s) => {
      const [x, y, rng] = [360, 360, random(3)];
      const handle = (d, widths) =>
        limb(
          [320, 368, 416, 440].map((r, i) => at(x + d, y + d, r - (d ? 0 : i * 4), -45)),
          widths,
        );
      s.put(C.ink, circle(...at(x, y, 300, -45), 62), handle(3, [92, 70, 96, 84]));
      s.put(C.ironPale, handle(-4, [70, 50, 74, 62]));
      s.put(C.ink, ellipse(...at(x, y, 416, -45), 22, 12, -45));
      iron(s, x, y, 296);
      const wells = [[x, y], ...around(6, -90).map((a) => at(x, y, 178, a))];
      s.put(
        C.ink,
        wells.map(([px, py]) => circle(px, py, 84)),
      );
      wells.forEach(([px, py], i) => {
        if (i === 2) {
          s.put(C.ironPale, crescent(px, py, 80, 20, 225));
          return;
        }
        s.put(C.crustDeep, circle(px + 3, py + 3, 79));
        s.put(C.crust, circle(px, py, 75));
        s.put(C.crustPale, lump(rng, px - 10, py - 11, 56, { uneven: 0.07, points: 10 }));
        s.put('#F7D79A', lump(rng, px - 20, py - 22, 27, { uneven: 0.12 }));
        s.put(
          C.paper,
          scatter(rng, px - 7, py - 8, 50, 10, 20).map((p) => circle(...p, rng.in(2.5, 5.5))),
        );
      });
    },
  ],
};
