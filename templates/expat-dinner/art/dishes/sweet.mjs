// Sweet things. Each: [width, height, draw], in tenths of a millimetre at A3.
import { around, at, C, circle, ellipse, leaf, limb, random, scatter, sector, smooth, spiral, tilted, turn } from '../pen.mjs';
import { plate, rims } from '../vessels.mjs';

export const sweet = {
  layercake: [
    580,
    580,
    (s) => {
      const [x, y, rng] = [290, 290, random(9)];
      plate(s, x, y, 286, { body: C.enamelPale, deep: '#7FA9C6', rim: 'petals', color: C.paper, well: 0.84 });
      const [a0, a1] = [-62, 268];
      s.put(C.crust, sector(x + 8, y + 8, 0, 214, a0, a1));
      s.put(C.crustPale, sector(x + 4, y + 4, 0, 214, a0, a1));
      s.put(C.cream, sector(x, y, 0, 211, a0, a1));
      s.put(
        C.creamDeep,
        around(30)
          .filter((a) => a < 326)
          .map((a) => sector(x, y, 118, 122, a0 + 4 + a * 0.98, a0 + 10 + a * 0.98)),
      );
      const rose = around(12)
        .filter((_, i) => i < 11)
        .map((_, i) => at(x, y, 166, a0 + 15 + i * 30));
      s.put(
        C.creamDeep,
        rose.map(([px, py]) => around(6).map((a) => circle(...at(px + 4, py + 4, 24, a), 19))),
      );
      s.put(
        C.paper,
        rose.map(([px, py]) => around(6).map((a) => circle(...at(px - 1, py - 1, 22, a), 17))),
        rose.map(([px, py]) => circle(px, py, 24)),
      );
      rose.forEach(([px, py]) => {
        const berry = (k, d) =>
          smooth([
            [px - 24 * k + d, py - 14 * k + d],
            [px + d, py - 24 * k + d],
            [px + 24 * k + d, py - 14 * k + d],
            [px + 16 * k + d, py + 14 * k + d],
            [px + d, py + 30 * k + d],
            [px - 16 * k + d, py + 14 * k + d],
          ]);
        s.put(C.tomatoDeep, berry(1, 3));
        s.put(C.tomato, berry(0.92, 0));
        s.put(
          C.turmericPale,
          [
            [-9, -4],
            [8, -6],
            [0, 6],
            [-5, 14],
            [9, 8],
          ].map(([u, v]) => ellipse(px + u, py + v, 2, 4)),
        );
        s.put(
          C.leaf,
          around(4, 30).map((a) => leaf(px, py - 17, 17, 12, a)),
        );
      });
      s.put(C.crustDeep, limb(spiral(x, y, 8, 92, 2.4, 0), 8));
      s.put(
        C.beet,
        scatter(rng, x, y, 80, 30, 9).map((p) => circle(...p, 7)),
      );
    },
  ],
  biscuits: [
    460,
    460,
    (s) => {
      const [x, y, rng] = [230, 230, random(23)];
      s.put(C.enamelDeep, circle(x, y, 226));
      s.put(C.turmeric, circle(x - 3, y - 3, 222));
      s.put(C.enamel, circle(x - 3, y - 3, 213));
      rims.dots(s, x - 3, y - 3, 196, 213, C.turmericPale);
      s.put(C.enamelDeep, circle(x, y, 196));
      s.put(C.paper, circle(x + 4, y + 4, 188));
      s.put(
        C.paperDeep,
        around(24).map((a) => sector(x + 4, y + 4, 158, 188, a, a + 7)),
      );
      const ring = ([px, py]) => {
        s.put(
          C.crust,
          around(11).map((a) => circle(...at(px + 3, py + 3, 34, a), 15)),
        );
        s.put(
          C.crustPale,
          around(11).map((a) => circle(...at(px, py, 34, a), 13)),
        );
        s.put(C.paper, circle(px, py, 17));
      };
      const jew = ([px, py]) => {
        s.put(C.crustDeep, circle(px + 3, py + 3, 50));
        s.put(C.crust, circle(px, py, 48));
        s.put(C.crustPale, circle(px - 2, py - 2, 40));
        s.put(
          C.paper,
          scatter(rng, px, py, 30, 11, 12).map((p) => tilted(...p, 8, 5, rng.in(0, 180))),
        );
        s.put(C.crustDeep, leaf(px - 14, py + 6, 30, 14, -20));
      };
      const heart = ([px, py]) => {
        const h = (k, d) =>
          `M${Math.round(px + d)} ${Math.round(py + 44 * k + d)}C${Math.round(px - 76 * k + d)} ${Math.round(py - 4 * k + d)} ${Math.round(px - 40 * k + d)} ${Math.round(py - 62 * k + d)} ${Math.round(px + d)} ${Math.round(py - 24 * k + d)}C${Math.round(px + 40 * k + d)} ${Math.round(py - 62 * k + d)} ${Math.round(px + 76 * k + d)} ${Math.round(py - 4 * k + d)} ${Math.round(px + d)} ${Math.round(py + 44 * k + d)}z`;
        s.put('#5E2F0D', h(1, 4));
        s.put(C.crustDeep, h(1, 0));
        s.put(C.paper, h(0.76, 1));
        s.put(C.crustDeep, h(0.66, 1));
        s.put(C.tomato, circle(px, py + 2, 7));
      };
      ring([x - 92, y - 64]);
      ring([x + 62, y + 104]);
      ring([x + 6, y - 118]);
      jew([x + 98, y - 66]);
      jew([x - 100, y + 52]);
      heart([x + 2, y - 2]);
      heart([x - 30, y + 112]);
      jew([x + 108, y + 30]);
    },
  ],
  hearts: [
    280,
    240,
    (s) => {
      const h = (px, py, k, d, a) => {
        const p = (u, v) =>
          turn([px + u * k + d, py + v * k + d], [px, py], a)
            .map(Math.round)
            .join(' ');
        return `M${p(0, 62)}C${p(-108, -4)} ${p(-58, -92)} ${p(0, -34)}C${p(58, -92)} ${p(108, -4)} ${p(0, 62)}z`;
      };
      for (const [px, py, a, c] of [
        [96, 104, -14, C.tomato],
        [186, 138, 12, C.paper],
      ]) {
        s.put('#5E2F0D', h(px, py, 1.1, 5, a));
        s.put(C.crustDeep, h(px, py, 1.1, 0, a));
        s.put(C.paper, h(px, py, 0.9, 0, a));
        s.put(C.crustDeep, h(px, py, 0.8, 0, a));
        s.put(
          c,
          around(5).map((t) => circle(...at(px, py - 2, 19, t), 8)),
        );
        s.put(C.turmeric, circle(px, py - 2, 8));
      }
    },
  ],
};
