// What several dishes are made with.
import { C, circle, ellipse, leaf, limb, lump, scatter, turn } from '../pen.mjs';

/** A small raised ball: dark side, body, light. */
export const ball = (s, x, y, r, [deep, body, light]) => {
  s.put(deep, circle(x, y, r));
  s.put(body, circle(x - r * 0.09, y - r * 0.09, r * 0.88));
  if (light) s.put(light, ellipse(x - r * 0.36, y - r * 0.38, r * 0.34, r * 0.2, -45));
};
export const balls = (s, places, r, [deep, body, light]) => {
  s.put(
    deep,
    places.map(([x, y]) => circle(x, y, r)),
  );
  s.put(
    body,
    places.map(([x, y]) => circle(x - r * 0.1, y - r * 0.1, r * 0.86)),
  );
  if (light)
    s.put(
      light,
      places.map(([x, y]) => ellipse(x - r * 0.36, y - r * 0.38, r * 0.34, r * 0.2, -45)),
    );
};
export const herbs = (s, rng, places, size = 26, c = C.leaf) =>
  s.put(
    c,
    places.map(([x, y]) => {
      const a = rng.in(0, 360);
      return [
        leaf(x, y, size, size * 0.7, a),
        leaf(x, y, size * 0.9, size * 0.65, a + 75),
        leaf(x, y, size * 0.9, size * 0.65, a - 75),
      ];
    }),
  );
export const heap = (s, rng, x, y, r, [deep, body, light], opt = {}) => {
  s.put(deep, lump(rng, x + r * 0.06, y + r * 0.06, r, { uneven: 0.07, points: 9, ...opt }));
  s.put(body, lump(rng, x - r * 0.06, y - r * 0.06, r * 0.9, { uneven: 0.09, points: 9, ...opt }));
  if (light)
    s.put(
      light,
      scatter(rng, x - r * 0.12, y - r * 0.12, r * 0.62, r * 0.3, 7).map(([px, py]) => circle(px, py, r * 0.09)),
    );
};

/** Capitals as somebody writes them on tape with a marker: strokes on a grid 4 wide, 6 high. */
const letters = {
  A: [
    [
      [0, 6],
      [2, 0],
      [4, 6],
    ],
    [
      [0.8, 4],
      [3.2, 3.8],
    ],
  ],
  B: [
    [
      [0, 0],
      [0, 6],
    ],
    [
      [0, 0],
      [2.6, 0.2],
      [3, 1.5],
      [2.4, 2.8],
      [0, 2.9],
    ],
    [
      [0, 2.9],
      [3, 3.1],
      [3.4, 4.5],
      [2.8, 5.9],
      [0, 6],
    ],
  ],
  C: [
    [
      [3.6, 0.8],
      [2, -0.1],
      [0.2, 1.8],
      [0.3, 4.4],
      [2, 6.1],
      [3.7, 5.2],
    ],
  ],
  D: [
    [
      [0, 0],
      [0, 6],
    ],
    [
      [0, 0],
      [2.6, 0.6],
      [3.6, 3],
      [2.6, 5.5],
      [0, 6],
    ],
  ],
  E: [
    [
      [3.2, 0],
      [0, 0.1],
      [0, 6],
      [3.4, 5.9],
    ],
    [
      [0, 3],
      [2.6, 2.9],
    ],
  ],
  G: [
    [
      [3.5, 0.9],
      [2, -0.1],
      [0.2, 1.8],
      [0.3, 4.4],
      [2, 6.1],
      [3.6, 5],
      [3.7, 3.4],
      [2.2, 3.4],
    ],
  ],
  H: [
    [
      [0, 0],
      [0.1, 6],
    ],
    [
      [3.4, -0.1],
      [3.5, 6],
    ],
    [
      [0, 3.1],
      [3.5, 2.9],
    ],
  ],
  I: [
    [
      [0.5, 0],
      [0.5, 6],
    ],
  ],
  K: [
    [
      [0, 0],
      [0, 6],
    ],
    [
      [3.2, 0],
      [0.2, 3.2],
      [3.5, 6.1],
    ],
  ],
  L: [
    [
      [0, 0],
      [0, 6],
      [3, 5.9],
    ],
  ],
  M: [
    [
      [0, 6],
      [0.3, 0],
      [2.2, 4.2],
      [4.1, 0],
      [4.5, 6.1],
    ],
  ],
  O: [
    [
      [2, 0],
      [0.2, 1.8],
      [0.2, 4.4],
      [2, 6],
      [3.8, 4.3],
      [3.8, 1.7],
      [2, 0],
    ],
  ],
  R: [
    [
      [0, 6],
      [0, 0],
      [2.8, 0.3],
      [3, 2.4],
      [0, 3.1],
    ],
    [
      [1.2, 3],
      [3.4, 6.1],
    ],
  ],
  S: [
    [
      [3.3, 0.7],
      [1.6, -0.1],
      [0.3, 1.3],
      [1.8, 2.9],
      [3.4, 4.4],
      [1.9, 6.1],
      [0, 5.4],
    ],
  ],
  ' ': [],
};
const widthOf = (letter) => (letter === 'I' ? 2.2 : letter === 'M' ? 6 : 5);
export function marker(s, word, x, y, size, a, ink = C.ink) {
  let pen = 0;
  const strokes = [];
  [...word].forEach((letter, i) => {
    for (const line of letters[letter]) {
      const points = line.map(([u, v]) => turn([x + (pen + u) * size, y + (v + (i % 2 ? 0.25 : -0.15)) * size], [x, y], a));
      for (const [k, q] of points.slice(1).entries()) {
        strokes.push(limb([points[k], [(points[k][0] + q[0]) / 2, (points[k][1] + q[1]) / 2], q], size * 1.05));
      }
    }
    pen += widthOf(letter);
  });
  s.put(ink, strokes);
}
