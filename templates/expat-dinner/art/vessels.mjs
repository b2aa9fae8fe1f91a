// What food is carried in: vessel and rim. Fills are in dishes.mjs.
import { around, at, box, C, circle, crescent, hollow, leaf, polygon, random, sector, shaded } from './pen.mjs';

/** Ornament of a rim between two radii. */
export const rims = {
  none: () => {},
  band: (s, x, y, r0, r1, c, ground) => {
    const w = (r1 - r0) * 0.28;
    s.put(c, circle(x, y, r1 - w * 0.9));
    s.put(ground, circle(x, y, r1 - w * 1.9));
  },
  edge: (s, x, y, _r0, r1, c, ground) => {
    s.put(c, circle(x, y, r1));
    s.put(ground, circle(x, y, r1 - 11));
  },
  dots: (s, x, y, r0, r1, c) => {
    const r = (r0 + r1) / 2;
    s.put(
      c,
      around(Math.round((r * 6.28) / ((r1 - r0) * 0.85))).map((a) => circle(...at(x, y, r, a), (r1 - r0) * 0.2)),
    );
  },
  dashes: (s, x, y, r0, r1, c) => {
    const [w, r] = [(r1 - r0) * 0.22, (r0 + r1) / 2];
    const m = Math.round((r * 6.28) / ((r1 - r0) * 1.1));
    s.put(
      c,
      around(m).map((a) => sector(x, y, r - w, r + w, a, a + 200 / m)),
    );
  },
  rays: (s, x, y, r0, r1, c) => {
    const m = 36;
    s.put(
      c,
      around(m).map((a) => sector(x, y, r0 + 6, r1 - 8, a, a + 180 / m)),
    );
  },
  teeth: (s, x, y, r0, r1, c) => {
    const m = Math.round((r1 * 6.28) / ((r1 - r0) * 0.8));
    s.put(
      c,
      around(m).map((a) =>
        polygon([at(x, y, r1 - 7, a - 170 / m), at(x, y, r0 + (r1 - r0) * 0.25, a), at(x, y, r1 - 7, a + 170 / m)]),
      ),
    );
  },
  petals: (s, x, y, r0, r1, c) => {
    const m = Math.round((r1 * 6.28) / ((r1 - r0) * 0.75));
    s.put(
      c,
      around(m).map((a) => leaf(...at(x, y, r0 + 6, a), r1 - r0 - 14, (r1 - r0) * 0.5, a)),
    );
  },
  garland: (s, x, y, r0, r1, c, _ground, c2 = c) => {
    const [r, m] = [(r0 + r1) / 2, Math.round((r1 * 6.28) / ((r1 - r0) * 1.5))];
    const l = (r1 - r0) * 0.62;
    s.put(
      c,
      around(m).map((a) => [
        leaf(...at(x, y, r - l * 0.1, a), l, l * 0.5, a + 55),
        leaf(...at(x, y, r + l * 0.1, a), l, l * 0.5, a + 125),
      ]),
    );
    s.put(
      c2,
      around(m, 180 / m).map((a) => circle(...at(x, y, r, a), (r1 - r0) * 0.12)),
    );
  },
  checks: (s, x, y, r0, r1, c) => {
    const [m, mid] = [32, (r0 + r1) / 2];
    s.put(
      c,
      around(m).map((a) => sector(x, y, mid, r1 - 8, a, a + 180 / m)),
      around(m, 180 / m).map((a) => sector(x, y, r0 + 6, mid, a, a + 180 / m)),
    );
  },
  waves: (s, x, y, r0, r1, c) => {
    const m = 22;
    const w = (r1 - r0) * 0.42;
    s.put(
      c,
      around(m).map((a) => crescent(...at(x, y, (r0 + r1) / 2, a), w, w * 0.5, a + 180)),
    );
  },
};

/** A plate: flat rim, shallow well. Returns the radius of the well. */
export function plate(
  s,
  x,
  y,
  r,
  { body = C.paper, deep = C.paperDeep, rim = 'band', color = C.enamel, color2, edge, well = 0.7 } = {},
) {
  const inner = r * well;
  s.put(deep, circle(x, y, r));
  if (edge) s.put(edge, circle(x - 3, y - 3, r - 4));
  s.put(body, circle(x - 3, y - 3, r - (edge ? 14 : 5)));
  rims[rim](s, x, y, inner, r - (edge ? 12 : 5), color, body, color2);
  s.put(deep, circle(x, y, inner));
  s.put(body, circle(x + inner * 0.025, y + inner * 0.025, inner * 0.965));
  return inner * 0.93;
}

/** A bowl: thin lip, dark wall at the upper left. Returns the radius of what is in it. */
export function bowl(
  s,
  x,
  y,
  r,
  { body = C.enamel, deep = C.enamelDeep, lip, fill = C.paper, rim, color, edge, wall = 0.1 } = {},
) {
  s.put(deep, circle(x, y, r));
  if (edge) s.put(edge, circle(x - r * 0.02, y - r * 0.02, r * 0.98));
  s.put(body, circle(x - r * 0.02, y - r * 0.02, edge ? r * 0.98 - 10 : r * 0.975));
  if (rim) rims[rim](s, x, y, r * 0.84, edge ? r * 0.94 : r * 0.97, color, body);
  if (lip) s.put(lip, circle(x, y, r * 0.9));
  s.put(deep, circle(x, y, r * (rim ? 0.84 : 0.9 - (lip ? 0.03 : 0))));
  const inner = r * ((rim ? 0.84 : 0.9) - wall * 0.6);
  s.put(fill, circle(x + r * 0.025, y + r * 0.025, inner));
  return inner;
}

/** Round basket, woven. */
export function basket(
  s,
  x,
  y,
  r,
  { light = C.crustPale, dark = C.crust, deep = C.crustDeep, rows = 3, width = 0.075, count = 44 } = {},
) {
  s.put(deep, circle(x, y, r));
  for (let row = 0; row < rows; row++) {
    const [r1, r0] = [r * (0.985 - row * width), r * (0.985 - (row + 1) * width) + 2];
    s.put(row % 2 ? dark : light, circle(x, y, r1));
    s.put(
      row % 2 ? light : dark,
      around(count, (row * 180) / count).map((a) => sector(x, y, r0, r1, a, a + 180 / count)),
    );
  }
  const inner = r * (0.985 - rows * width);
  s.put(deep, circle(x, y, inner));
  return inner;
}

/** Cast iron: a pan without its handle. */
export function iron(s, x, y, r) {
  s.put(C.ink, circle(x, y, r));
  s.put(C.ironPale, circle(x - 3, y - 3, r - 5));
  s.put(C.ink, circle(x, y, r * 0.93));
  s.put(C.iron, circle(x + 6, y + 6, r * 0.91));
  return r * 0.88;
}

/** A board with grain. */
export function board(s, x, y, w, h, r, seed) {
  const rng = random(seed);
  s.put(C.crustDeep, box(x, y, w, h, r));
  s.put(C.crust, box(x, y, w - 6, h - 7, r));
  for (let i = 0; i < 5; i++) {
    const gy = y + (h / 6) * (i + 1) + rng.in(-6, 6);
    const gx = x + rng.in(14, w * 0.3);
    s.put(
      C.crustDeep,
      `M${Math.round(gx)} ${Math.round(gy)}q${Math.round(w * 0.25)} ${Math.round(rng.in(-8, 8))} ${Math.round(w * rng.in(0.4, 0.6))} 0q${-Math.round(w * 0.2)} ${Math.round(rng.in(4, 9))} ${-Math.round(w * 0.4)} 3z`,
    );
  }
}

export { hollow, shaded };
