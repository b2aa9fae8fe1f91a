// The dishes: vessel × rim × fill. Each is drawn on a sheet of its own; [width, height, draw].
import { around, at, box, C, circle, crescent, ellipse, hollow, leaf, limb, lump, polygon, random, scatter, sector, shaded, smooth, spiral, tilted, turn } from './pen.mjs';
import { basket, board, bowl, iron, plate, rims } from './vessels.mjs';

/** A small raised ball: dark side, body, light. */
const ball = (s, x, y, r, [deep, body, light]) => {
  s.put(deep, circle(x, y, r));
  s.put(body, circle(x - r * 0.09, y - r * 0.09, r * 0.88));
  if (light) s.put(light, ellipse(x - r * 0.36, y - r * 0.38, r * 0.34, r * 0.2, -45));
};
const balls = (s, places, r, [deep, body, light]) => {
  s.put(deep, places.map(([x, y]) => circle(x, y, r)));
  s.put(body, places.map(([x, y]) => circle(x - r * 0.1, y - r * 0.1, r * 0.86)));
  if (light) s.put(light, places.map(([x, y]) => ellipse(x - r * 0.36, y - r * 0.38, r * 0.34, r * 0.2, -45)));
};
const herbs = (s, rng, places, size = 26, c = C.leaf) =>
  s.put(c, places.map(([x, y]) => {
    const a = rng.in(0, 360);
    return [leaf(x, y, size, size * 0.7, a), leaf(x, y, size * 0.9, size * 0.65, a + 75), leaf(x, y, size * 0.9, size * 0.65, a - 75)];
  }));
const heap = (s, rng, x, y, r, [deep, body, light], opt = {}) => {
  s.put(deep, lump(rng, x + r * 0.06, y + r * 0.06, r, { uneven: 0.07, points: 9, ...opt }));
  s.put(body, lump(rng, x - r * 0.06, y - r * 0.06, r * 0.9, { uneven: 0.09, points: 9, ...opt }));
  if (light) s.put(light, scatter(rng, x - r * 0.12, y - r * 0.12, r * 0.62, r * 0.3, 7).map(([px, py]) => circle(px, py, r * 0.09)));
};

/** Capitals as somebody writes them on tape with a marker: strokes on a grid 4 wide, 6 high. */
const letters = {
  A: [[[0, 6], [2, 0], [4, 6]], [[0.8, 4], [3.2, 3.8]]], B: [[[0, 0], [0, 6]], [[0, 0], [2.6, 0.2], [3, 1.5], [2.4, 2.8], [0, 2.9]], [[0, 2.9], [3, 3.1], [3.4, 4.5], [2.8, 5.9], [0, 6]]],
  C: [[[3.6, 0.8], [2, -0.1], [0.2, 1.8], [0.3, 4.4], [2, 6.1], [3.7, 5.2]]], D: [[[0, 0], [0, 6]], [[0, 0], [2.6, 0.6], [3.6, 3], [2.6, 5.5], [0, 6]]],
  E: [[[3.2, 0], [0, 0.1], [0, 6], [3.4, 5.9]], [[0, 3], [2.6, 2.9]]], G: [[[3.5, 0.9], [2, -0.1], [0.2, 1.8], [0.3, 4.4], [2, 6.1], [3.6, 5], [3.7, 3.4], [2.2, 3.4]]],
  H: [[[0, 0], [0.1, 6]], [[3.4, -0.1], [3.5, 6]], [[0, 3.1], [3.5, 2.9]]], I: [[[0.5, 0], [0.5, 6]]], K: [[[0, 0], [0, 6]], [[3.2, 0], [0.2, 3.2], [3.5, 6.1]]],
  L: [[[0, 0], [0, 6], [3, 5.9]]], M: [[[0, 6], [0.3, 0], [2.2, 4.2], [4.1, 0], [4.5, 6.1]]], O: [[[2, 0], [0.2, 1.8], [0.2, 4.4], [2, 6], [3.8, 4.3], [3.8, 1.7], [2, 0]]],
  R: [[[0, 6], [0, 0], [2.8, 0.3], [3, 2.4], [0, 3.1]], [[1.2, 3], [3.4, 6.1]]], S: [[[3.3, 0.7], [1.6, -0.1], [0.3, 1.3], [1.8, 2.9], [3.4, 4.4], [1.9, 6.1], [0, 5.4]]],
  ' ': [],
};
const widthOf = (letter) => (letter === 'I' ? 2.2 : letter === 'M' ? 6 : 5);
function marker(s, word, x, y, size, a, ink = C.ink) {
  let pen = 0;
  const strokes = [];
  [...word].forEach((letter, i) => {
    for (const line of letters[letter]) {
      const points = line.map(([u, v]) => turn([x + (pen + u) * size, y + (v + (i % 2 ? 0.25 : -0.15)) * size], [x, y], a));
      points.slice(1).forEach((q, k) => strokes.push(limb([points[k], [(points[k][0] + q[0]) / 2, (points[k][1] + q[1]) / 2], q], size * 1.05)));
    }
    pen += widthOf(letter);
  });
  s.put(ink, strokes);
}

export const dishes = {
  // ----------------------------------------------------------------------------------------------------------- large
  injera: [640, 640, (s) => {
    const [x, y, rng] = [320, 320, random(11)];
    s.put(C.crustDeep, circle(x, y, 316));
    s.put(C.creamDeep, circle(x - 4, y - 4, 310));
    s.put(C.tomato, around(30).map((a) => sector(x, y, 268, 304, a, a + 6)));
    s.put(C.leaf, around(30, 6).map((a) => sector(x, y, 284, 304, a, a + 3)));
    s.put(C.crustDeep, circle(x, y, 266));
    s.put('#C9A57A', circle(x + 4, y + 4, 258));
    s.put('#B58C5E', scatter(rng, x, y, 246, 24, 84).map((p) => circle(...p, rng.in(3, 5))));
    heap(s, rng, x, y, 84, [C.tomatoDeep, '#D2472B', C.tomato], { uneven: 0.05 });
    s.put(C.creamDeep, ellipse(x + 10, y + 8, 36, 29, -30));
    s.put(C.paper, ellipse(x + 6, y + 4, 34, 27, -30));
    s.put(C.turmeric, circle(x + 4, y + 3, 15));
    const pots = [[C.leafDeep, C.leaf, C.leafPale], [C.turmericDeep, C.turmeric, C.turmericPale], [C.beetDeep, C.beet, C.beetPale], [C.creamDeep, C.cream, C.paper], [C.crustDeep, C.crust, C.crustPale], [C.leaf, C.leafPale, C.turmericPale]];
    pots.forEach((c, i) => heap(s, rng, ...at(x, y, 166, i * 60 + 15), i % 2 ? 56 : 64, c));
    for (const a of [-15, 105, 225]) {
      const [px, py] = at(x, y, 222, a);
      s.put('#A9804F', limb([at(px, py, 44, a + 90), [px, py], at(px, py, 44, a - 90)], 40));
      s.put('#D9BA92', limb([at(px - 4, py - 4, 42, a + 90), [px - 4, py - 4], at(px - 4, py - 4, 42, a - 90)], 30));
      s.put('#A9804F', limb([at(px - 4, py - 2, 34, a + 90), [px - 5, py - 3], at(px - 4, py - 4, 34, a - 90)], 5));
    }
  }],
  pierogi: [600, 600, (s) => {
    const [x, y, rng] = [300, 300, random(5)];
    plate(s, x, y, 296, { rim: 'garland', color: C.enamel, color2: C.tomato, well: 0.74 });
    around(13).forEach((a) => {
      const [px, py] = at(x, y, 146, a);
      const moon = (k, dx) => {
        const arc = [];
        for (let t = -90; t <= 90; t += 22.5) arc.push(turn([px + dx + Math.cos((t * Math.PI) / 180) * 64 * k, py + dx + Math.sin((t * Math.PI) / 180) * 66 * k], [px, py], a + 58));
        arc.push(turn([px + dx + 8 * k, py + dx + 36 * k], [px, py], a + 58), turn([px + dx + 8 * k, py + dx - 36 * k], [px, py], a + 58));
        return smooth(arc, 0.9);
      };
      s.put('#D9B26B', moon(1, 4));
      s.put(C.cream, moon(0.95, -2));
      s.put(C.creamDeep, around(7).map((_, i) => circle(...turn([px + Math.cos(((i * 26 - 78) * Math.PI) / 180) * 53, py + Math.sin(((i * 26 - 78) * Math.PI) / 180) * 55], [px, py], a + 58), 5)));
      s.put(C.crustPale, lump(rng, ...turn([px + 20, py + rng.in(-10, 10)], [px, py], a + 58), 17, { wide: 1, uneven: 0.2 }));
      s.put(C.crust, lump(rng, ...turn([px + 22, py + rng.in(-8, 8)], [px, py], a + 58), 8, { uneven: 0.25 }));
    });
    bowl(s, x, y, 84, { body: C.tomato, deep: C.tomatoDeep, fill: C.paper });
    s.put(C.paperDeep, limb(spiral(x, y, 8, 54, 1.7, 40), 7));
    herbs(s, rng, scatter(rng, x, y, 48, 26, 6), 17);
  }],
  aebleskiver: [720, 720, (s) => {
    const [x, y, rng] = [360, 360, random(3)];
    const handle = (d, widths) => limb([320, 368, 416, 440].map((r, i) => at(x + d, y + d, r - (d ? 0 : i * 4), -45)), widths);
    s.put(C.ink, circle(...at(x, y, 300, -45), 62), handle(3, [92, 70, 96, 84]));
    s.put(C.ironPale, handle(-4, [70, 50, 74, 62]));
    s.put(C.ink, ellipse(...at(x, y, 416, -45), 22, 12, -45));
    iron(s, x, y, 296);
    const wells = [[x, y], ...around(6, -90).map((a) => at(x, y, 178, a))];
    s.put(C.ink, wells.map(([px, py]) => circle(px, py, 84)));
    wells.forEach(([px, py], i) => {
      if (i === 2) {
        s.put(C.ironPale, crescent(px, py, 80, 20, 225));
        return;
      }
      s.put(C.crustDeep, circle(px + 3, py + 3, 79));
      s.put(C.crust, circle(px, py, 75));
      s.put(C.crustPale, lump(rng, px - 10, py - 11, 56, { uneven: 0.07, points: 10 }));
      s.put('#F7D79A', lump(rng, px - 20, py - 22, 27, { uneven: 0.12 }));
      s.put(C.paper, scatter(rng, px - 7, py - 8, 50, 10, 20).map((p) => circle(...p, rng.in(2.5, 5.5))));
    });
  }],
  bibimbap: [600, 600, (s) => {
    const [x, y, rng] = [300, 300, random(8)];
    const inner = bowl(s, x, y, 296, { body: C.ironPale, deep: C.ink, fill: C.cream, wall: 0.06 });
    const [cx, cy] = [x + 6, y + 6];
    const parts = [[C.leaf, C.leafDeep, C.leafPale], [C.tomato, C.tomatoDeep, C.tomatoPale], [C.creamDeep, '#DDBE7F', C.paper], [C.crustDeep, '#6E380F', C.crust], [C.leafPale, C.leaf, '#B5D6A2'], [C.beet, C.beetDeep, C.beetPale], [C.turmeric, C.turmericDeep, C.turmericPale]];
    parts.forEach(([body, deep, light], i) => {
      const [a0, w] = [i * (360 / 7) - 100, 360 / 7];
      s.put(body, sector(cx, cy, 0, inner, a0, a0 + w + 0.6));
      const strand = (c, count, lo, hi, width) => s.put(c, Array.from({ length: count }, (_, k) => {
        const a = a0 + 5 + ((w - 10) * (k + 0.5)) / count + rng.in(-1, 1);
        const [r0, r1] = [rng.in(96, lo), rng.in(hi, inner - 10)];
        return limb([at(cx, cy, r0, a - 2), at(cx, cy, (r0 + r1) / 2, a + rng.in(-3, 3)), at(cx, cy, r1, a + 2)], [width * 0.6, width, width * 0.6]);
      }));
      strand(deep, 5, 130, 190, 15);
      strand(light, 5, 125, 200, 9);
    });
    s.put(C.creamDeep, lump(rng, cx + 5, cy + 6, 112, { uneven: 0.09, points: 9 }));
    s.put(C.paper, lump(random(8), cx - 2, cy - 2, 108, { uneven: 0.1, points: 9 }));
    ball(s, cx - 4, cy - 2, 52, [C.turmericDeep, C.turmeric, C.turmericPale]);
    s.put(C.tomatoDeep, scatter(rng, cx, cy, 190, 30, 16).filter(([px, py]) => Math.hypot(px - cx, py - cy) > 60).map(([px, py]) => ellipse(px, py, 5, 3, rng.in(0, 180))));
  }],
  paella: [760, 620, (s) => {
    const [x, y, rng] = [380, 310, random(21)];
    for (const [hx, k] of [[46, -1], [714, 1]]) {
      s.put(C.ink, limb([[hx - k * 60, 250], [hx, 262], [hx + k * 8, 310], [hx, 358], [hx - k * 60, 370]], 24));
      s.put(C.ironPale, limb([[hx - k * 60, 248], [hx - 2, 260], [hx + k * 8 - 3, 308], [hx - 3, 354], [hx - k * 60, 366]], 13));
    }
    iron(s, x, y, 304);
    s.put(C.turmericDeep, circle(x + 4, y + 4, 258));
    s.put(C.turmeric, lump(rng, x, y, 252, { uneven: 0.02, points: 18 }));
    s.put(C.turmericDeep, scatter(rng, x, y, 240, 26, 44).map(([px, py]) => ellipse(px, py, 9, 4, rng.in(0, 180))));
    s.put(C.turmericPale, scatter(rng, x, y, 240, 26, 44).map(([px, py]) => ellipse(px, py, 9, 4, rng.in(0, 180))));
    for (const a of around(4, 20)) {
      const [px, py] = at(x, y, 150, a);
      const [qx, qy] = at(x, y, 150, a + 44);
      // a shrimp
      const curl = Array.from({ length: 7 }, (_, i) => at(px, py, 42, a + i * 42));
      s.put(C.tomatoDeep, limb(curl.map(([u, v]) => [u + 4, v + 4]), [16, 34, 42, 42, 36, 26, 14]));
      s.put(C.tomatoPale, limb(curl, [14, 30, 38, 38, 32, 22, 12]));
      s.put(C.tomato, curl.slice(1, 6).map(([u, v], i) => limb([at(px, py, 28, a + (i + 1) * 42 + 14), at(px, py, 57, a + (i + 1) * 42 + 14)], 6)), around(3, a + 246).map((_, i) => leaf(...curl[6], 32, 16, a + 320 + i * 30)));
      // a mussel
      s.put(C.ink, leaf(...at(qx, qy, 52, a), 104, 92, a + 180));
      s.put(C.ironPale, leaf(...at(qx - 4, qy - 4, 46, a), 88, 68, a + 180));
      s.put(C.tomato, leaf(...at(qx, qy, 30, a), 62, 44, a + 180));
      s.put(C.tomatoPale, leaf(...at(qx - 4, qy - 4, 22, a), 42, 22, a + 180));
    }
    for (const a of around(4, 88)) {
      const [px, py] = at(x, y, 218, a);
      const wedge = (k, c) => s.put(c, sector(...at(px, py, -24, a), 0, 62 * k, a - 62, a + 62));
      wedge(1.06, C.turmericDeep); wedge(1, C.leafPale); wedge(0.9, C.paper); wedge(0.8, '#CBE3B0');
      s.put(C.paper, [-40, 0, 40].map((t) => limb([at(px, py, -20, a), at(...at(px, py, -24, a), 46, a + t)], 6)));
    }
    balls(s, scatter(rng, x, y, 225, 48, 22), 11, [C.leafDeep, C.leaf, C.leafPale]);
    s.put(C.tomato, around(5, 10).map((a) => limb([at(x, y, 24, a), at(x, y, 52, a + 20), at(x, y, 78, a + 12)], [14, 18, 12])));
    herbs(s, rng, [[x, y]], 40);
  }],
  layercake: [580, 580, (s) => {
    const [x, y, rng] = [290, 290, random(9)];
    plate(s, x, y, 286, { body: C.enamelPale, deep: '#7FA9C6', rim: 'petals', color: C.paper, well: 0.84 });
    const [a0, a1] = [-62, 268];
    s.put(C.crust, sector(x + 8, y + 8, 0, 214, a0, a1));
    s.put(C.crustPale, sector(x + 4, y + 4, 0, 214, a0, a1));
    s.put(C.cream, sector(x, y, 0, 211, a0, a1));
    s.put(C.creamDeep, around(30).filter((a) => a < 326).map((a) => sector(x, y, 118, 122, a0 + 4 + a * 0.98, a0 + 10 + a * 0.98)));
    const rose = around(12).filter((_, i) => i < 11).map((_, i) => at(x, y, 166, a0 + 15 + i * 30));
    s.put(C.creamDeep, rose.map(([px, py]) => around(6).map((a) => circle(...at(px + 4, py + 4, 24, a), 19))));
    s.put(C.paper, rose.map(([px, py]) => around(6).map((a) => circle(...at(px - 1, py - 1, 22, a), 17))), rose.map(([px, py]) => circle(px, py, 24)));
    rose.forEach(([px, py]) => {
      const berry = (k, d) => smooth([[px - 24 * k + d, py - 14 * k + d], [px + d, py - 24 * k + d], [px + 24 * k + d, py - 14 * k + d], [px + 16 * k + d, py + 14 * k + d], [px + d, py + 30 * k + d], [px - 16 * k + d, py + 14 * k + d]]);
      s.put(C.tomatoDeep, berry(1, 3));
      s.put(C.tomato, berry(0.92, 0));
      s.put(C.turmericPale, [[-9, -4], [8, -6], [0, 6], [-5, 14], [9, 8]].map(([u, v]) => ellipse(px + u, py + v, 2, 4)));
      s.put(C.leaf, around(4, 30).map((a) => leaf(px, py - 17, 17, 12, a)));
    });
    s.put(C.crustDeep, limb(spiral(x, y, 8, 92, 2.4, 0), 8));
    s.put(C.beet, scatter(rng, x, y, 80, 30, 9).map((p) => circle(...p, 7)));
  }],
  cakedome: [600, 600, (s) => {
    const [x, y] = [300, 300];
    s.put('#6F93AE', circle(x, y, 296));
    s.put(C.enamelPale, circle(x - 3, y - 3, 290));
    s.put(C.paper, circle(x - 3, y - 3, 272));
    s.put('#C7DEEC', circle(x, y, 264));
    s.put('#8A5A35', circle(x + 10, y + 10, 196));
    s.put('#B9804B', around(14).map((a) => circle(...at(x, y, 132, a), 62)));
    s.put('#D6A368', around(14).map((a) => leaf(...at(x - 4, y - 4, 44, a), 148, 62, a)));
    s.put(C.cream, around(14).map((a, i) => leaf(...at(x - 4, y - 4, 50, a), [96, 120, 84, 132, 104, 116, 90][i % 7], 46, a)), circle(x - 4, y - 4, 84));
    s.put('#8A5A35', circle(x, y, 54));
    s.put('#C7DEEC', circle(x + 8, y + 8, 44));
    s.put(C.paper, sector(x, y, 236, 252, 188, 256), sector(x, y, 236, 252, 262, 274), sector(x, y, 200, 210, 196, 232));
    s.put('#6F93AE', circle(x + 5, y + 5, 40));
    s.put(C.enamelPale, circle(x, y, 38));
    s.put(C.paper, ellipse(x - 11, y - 12, 16, 10, -45));
  }],
  dolma: [580, 580, (s) => {
    const [x, y] = [290, 290];
    plate(s, x, y, 286, { body: C.tomato, deep: C.tomatoDeep, rim: 'teeth', color: C.cream, edge: C.cream, well: 0.78 });
    s.put(C.cream, circle(x + 5, y + 5, 214));
    const roll = (r, a, k) => {
      const [px, py] = at(x, y, r, a);
      const line = (d) => [-40, 0, 40].map((t) => at(px + d, py + d, t * k, a + 74));
      s.put(C.leafDeep, limb(line(4), [44 * k, 52 * k, 44 * k]));
      s.put(C.leaf, limb(line(-1), [38 * k, 46 * k, 38 * k]));
      s.put(C.leafPale, limb([at(px - 7, py - 7, -34 * k, a + 74), at(px - 4, py - 4, 0, a), at(px - 3, py - 3, 36 * k, a + 74)], [4, 8, 4]), limb([at(px, py, 12, a + 30), at(px, py, 22, a - 10)], 4));
    };
    around(15).forEach((a) => roll(160, a, 1));
    around(8, 10).forEach((a) => roll(86, a, 0.84));
    s.put(C.turmericDeep, circle(x + 3, y + 3, 45));
    s.put(C.turmericPale, circle(x, y, 43));
    s.put(C.turmeric, around(8).map((a) => sector(x, y, 5, 36, a + 4, a + 41)));
  }],
  kimbap: [560, 560, (s) => {
    const [x, y, rng] = [280, 280, random(17)];
    plate(s, x, y, 276, { body: C.leaf, deep: C.leafDeep, rim: 'dashes', color: C.leafPale, edge: C.cream, well: 0.84 });
    const piece = ([px, py]) => {
      s.put(C.ink, circle(px + 3, py + 3, 47), circle(px, py, 46));
      s.put(C.cream, circle(px - 1, py - 1, 39));
      s.put(C.paper, scatter(rng, px, py, 33, 15, 6).map((p) => circle(...p, 6)));
      const a = rng.in(0, 360);
      s.put(C.tomato, box(px - 13, py - 13, 12, 12, 2));
      s.put(C.turmeric, box(px + 1, py - 12, 12, 12, 2));
      s.put(C.leaf, circle(px - 5, py + 9, 8));
      s.put(C.beet, ellipse(px + 9, py + 8, 7, 6, a));
    };
    around(13).forEach((a) => piece(at(x, y, 172, a)));
    around(6, 20).forEach((a) => piece(at(x, y, 78, a)));
  }],
  samosas: [560, 560, (s) => {
    const [x, y, rng] = [280, 280, random(4)];
    basket(s, x, y, 276, { rows: 2, width: 0.06, count: 40 });
    s.put(C.paper, circle(x, y, 240));
    s.put(C.paperDeep, around(12).map((a) => sector(x, y, 226, 240, a, a + 12)));
    around(9).forEach((a) => {
      const c = at(x, y, 142, a);
      const tri = (k, d) => smooth([0, 120, 240].flatMap((t) => [t - 9, t + 9].map((u) => at(c[0] + d, c[1] + d, 88 * k, a + 12 + u))), 0.35);
      s.put(C.crustDeep, tri(1, 5));
      s.put(C.crust, tri(0.97, 0));
      s.put(C.crustPale, tri(0.72, -5));
      s.put(C.crust, scatter(rng, ...c, 34, 16, 6).map((p) => circle(...p, 4)));
      s.put(C.crustDeep, [0, 120].map((t) => limb([at(...c, 66, a + 12 + t), at(...c, 38, a + 72 + t), at(...c, 62, a + 126 + t)], 4)).slice(0, 1));
    });
    bowl(s, x, y, 80, { body: C.enamel, deep: C.enamelDeep, fill: C.leaf });
    s.put(C.leafPale, limb(spiral(x, y, 8, 46, 1.5), 9));
    s.put(C.tomato, [[20, -14], [-18, 20], [28, 24]].map(([u, v]) => ellipse(x + u, y + v, 9, 5, 40)));
  }],
  appletart: [560, 560, (s) => {
    const [x, y] = [280, 280];
    s.put(C.crustDeep, around(28).map((a) => circle(...at(x, y, 250, a), 30)));
    s.put(C.crust, circle(x, y, 256), around(28).map((a) => circle(...at(x - 4, y - 4, 246, a), 27)));
    s.put(C.crustPale, around(28).map((a) => ellipse(...at(x - 6, y - 6, 250, a), 17, 10, a)));
    s.put(C.crustDeep, circle(x, y, 224));
    s.put(C.turmericDeep, circle(x + 4, y + 4, 218));
    // slices lie like scales, red skin outwards
    const ring = (r, count, len, from) => around(count, from).forEach((a) => {
      const [px, py] = at(x, y, r, a);
      const moon = (k, out) => leaf(...at(...at(px, py, out, a), -len * k, a + 62), len * 2 * k, len * 1.15 * k, a + 62, len * 0.22);
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
  }],
  tagine: [560, 560, (s) => {
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
  }],
  // ---------------------------------------------------------------------------------------------------------- middle
  borscht: [440, 440, (s) => {
    const [x, y, rng] = [220, 220, random(2)];
    const r = bowl(s, x, y, 216, { body: C.paper, deep: C.paperDeep, rim: 'checks', color: C.tomato, fill: C.beet });
    s.put(C.beetDeep, hollow(x + 5, y + 5, r, 16));
    s.put(C.beetPale, limb(spiral(x, y + 4, 18, 118, 2.2, 200), [10, ...Array(26).fill(14), 4].slice(0, spiral(x, y, 18, 118, 2.2, 200).length)));
    s.put(C.paper, limb(spiral(x, y + 4, 6, 92, 2.1, 190), [24, ...Array(30).fill(20)].slice(0, 25).concat([12])));
    s.put(C.paper, lump(rng, x, y + 4, 36, { uneven: 0.1 }));
    herbs(s, rng, [[x - 62, y + 70], [x + 70, y - 52], [x + 30, y + 88]], 30, C.leafPale);
  }],
  hummus: [440, 440, (s) => {
    const [x, y, rng] = [220, 220, random(14)];
    const r = bowl(s, x, y, 216, { body: C.enamel, deep: C.enamelDeep, rim: 'rays', color: C.enamelPale, edge: C.paper, fill: '#E2BE83' });
    s.put('#F0D5A0', lump(rng, x, y, r * 0.95, { uneven: 0.02, points: 14 }));
    s.put('#CFA665', limb(spiral(x, y, 26, 130, 2, 60), 22));
    s.put(C.turmeric, limb(spiral(x - 2, y - 2, 26, 128, 2, 60), 11));
    s.put(C.tomato, scatter(rng, x, y, 138, 22, 26).map((p) => circle(...p, rng.in(3, 6))));
    balls(s, [[x - 8, y - 6], [x + 24, y + 10], [x - 14, y + 26]], 19, ['#B98B45', '#E9C684', C.cream]);
    herbs(s, rng, [[x + 66, y - 66], [x - 84, y + 34], [x + 44, y + 92]], 25);
  }],
  dal: [440, 440, (s) => {
    const [x, y, rng] = [220, 220, random(6)];
    const r = bowl(s, x, y, 216, { body: C.beet, deep: C.beetDeep, rim: 'dots', color: C.turmericPale, edge: C.turmericPale, fill: C.turmericDeep });
    s.put(C.turmeric, circle(x + 9, y + 9, r - 8));
    s.put(C.turmericDeep, scatter(rng, x + 4, y + 4, 145, 20, 50).map(([px, py]) => ellipse(px, py, 7, 5, rng.in(0, 180))));
    s.put(C.turmericPale, scatter(rng, x + 4, y + 4, 145, 24, 34).map(([px, py]) => ellipse(px, py, 6, 4, rng.in(0, 180))));
    s.put(C.tomato, around(2, 30).map((a) => limb([at(x, y, 20, a), at(x, y, 62, a + 26), at(x, y, 104, a + 22)], [14, 18, 5])));
    s.put(C.leaf, around(2, 24).map((a) => circle(...at(x, y, 17, a), 8)));
    s.put(C.paper, limb(Array.from({ length: 9 }, (_, i) => at(x, y, 96 + (i % 2) * 14, 110 + i * 13)), 11), limb(Array.from({ length: 9 }, (_, i) => at(x, y, 92 + (i % 2) * 14, 290 + i * 13)), 11));
    herbs(s, rng, [[x + 4, y + 70], [x - 8, y - 78], [x + 92, y + 6]], 30);
  }],
  bao: [460, 460, (s) => {
    const [x, y] = [230, 230];
    const r = basket(s, x, y, 226, { rows: 2, width: 0.075, count: 34 });
    s.put(C.creamDeep, circle(x, y, r - 4));
    s.put(C.crustPale, Array.from({ length: 8 }, (_, i) => box(x - 178 + i * 46, y - Math.sqrt(182 ** 2 - Math.min(178, Math.abs(-178 + i * 46 + 5)) ** 2), 7, 2 * Math.sqrt(182 ** 2 - Math.min(178, Math.abs(-178 + i * 46 + 5)) ** 2))));
    [[x, y], ...around(5, -90).map((a) => at(x, y, 114, a))].forEach(([px, py], i) => {
      if (!i) { s.put(C.leafPale, leaf(px - 30, py - 8, 74, 60, 20)); s.put(C.leaf, limb([[px - 26, py - 6], [px + 8, py + 4], [px + 36, py + 14]], 4)); return; }
      s.put('#D8C6A2', circle(px + 4, py + 4, 65));
      s.put(C.cream, circle(px, py, 63));
      s.put(C.paper, circle(px - 6, py - 6, 54));
      s.put('#E3D0A8', around(9).map((a) => limb([at(px, py, 12, a), at(px, py, 30, a + 22), at(px, py, 46, a + 54)], [3, 6, 2])));
      s.put(i % 2 ? C.tomato : C.leaf, circle(px, py, 6));
    });
  }],
  pho: [480, 480, (s) => {
    const [x, y, rng] = [230, 240, random(31)];
    const r = bowl(s, x, y, 222, { body: C.paper, deep: C.paperDeep, rim: 'waves', color: C.enamel, fill: '#B9691F' });
    s.put(C.crust, circle(x + 9, y + 9, r - 9));
    s.inside(circle(x, y, 158), () => {
      for (const [cx, cy, k] of [[x - 50, y + 34, 1], [x + 42, y + 56, 0.86]]) {
        for (let i = 0; i < 9; i++) {
          const [r, from] = [(24 + i * 8.5) * k, rng.in(0, 360)];
          const line = Array.from({ length: 9 }, (_, t) => at(cx + rng.in(-3, 3), cy + rng.in(-3, 3), r + t * 1.4, from + t * 32));
          s.put(C.crustPale, limb(line.map(([u, v]) => [u + 2, v + 3]), 14));
          s.put(i % 2 ? C.cream : C.creamDeep, limb(line, 10));
        }
      }
    });
    for (const [u, v, a] of [[-72, -72, 20], [-28, -96, 50], [26, -104, 80]]) {
      s.put('#6E380F', lump(rng, x + u + 3, y + v + 3, 40, { wide: 1.35, turned: a }));
      s.put('#A8624A', lump(rng, x + u, y + v, 37, { wide: 1.35, turned: a }));
      s.put(C.tomatoPale, limb([at(x + u, y + v, -30, a), at(x + u, y + v + 4, 0, a), at(x + u, y + v, 32, a)], 5));
    }
    s.put(C.leaf, circle(x + 96, y - 34, 40)); s.put(C.leafPale, circle(x + 94, y - 36, 35)); s.put('#CBE3B0', around(8).map((a) => sector(x + 94, y - 36, 5, 30, a + 5, a + 40)));
    herbs(s, rng, [[x - 70, y + 74], [x + 34, y + 104], [x - 10, y + 30]], 36);
    s.put(C.tomato, [[-40, 20], [50, 44], [70, 76]].map(([u, v]) => [circle(x + u, y + v, 12)]));
    s.put(C.tomatoPale, [[-40, 20], [50, 44], [70, 76]].map(([u, v]) => [circle(x + u, y + v, 5)]));
    const stick = (dx, c, w, d) => s.put(c, limb([[x + 92 + dx + d, y - 226 + d], [x + 150 + dx + d, y + 30 + d], [x + 196 + dx + d, y + 226 + d]], [w * 0.7, w * 0.9, w]));
    stick(0, C.beetDeep, 15, 4); stick(30, C.beetDeep, 15, 4); stick(0, C.beet, 14, 0); stick(30, C.beet, 14, 0);
  }],
  foilbowl: [460, 460, (s) => {
    const [x, y, rng] = [230, 230, random(12)];
    const edge = around(40).map((a, i) => at(x, y, i % 2 ? 222 : 206 + rng.in(-6, 6), a));
    s.put(C.foilDeep, polygon(edge));
    s.put(C.foil, polygon(edge.map(([u, v]) => [x + (u - x) * 0.965 - 3, y + (v - y) * 0.965 - 3])));
    s.put(C.foilPale, around(20, 12).map((a) => polygon([at(x, y, 178, a), at(x, y, 208, a + 3), at(x, y, 206, a + 9)])));
    s.put(C.foilDeep, around(20).map((a) => polygon([at(x, y, 176, a), at(x, y, 210, a + 2), at(x, y, 204, a + 6)])));
    s.put(C.foilDeep, circle(x, y, 176));
    // creases run from a few high points
    const hubs = [[x - 46, y - 40], [x + 58, y + 30], [x - 20, y + 74], [x + 40, y - 78]];
    s.put(C.foil, circle(x - 3, y - 3, 171));
    const shards = [C.foilPale, C.foilDeep, C.paper, '#B4BEC7'];
    around(26).forEach((a, i) => {
      const hub = hubs.slice().sort((p, q) => Math.hypot(...at(x - p[0], y - p[1], 120, a)) - Math.hypot(...at(x - q[0], y - q[1], 120, a)))[0];
      const far = at(x - 3, y - 3, 168, a);
      const far2 = at(x - 3, y - 3, 168, a + rng.in(7, 13));
      const mid = [(hub[0] + far2[0]) / 2 + rng.in(-14, 14), (hub[1] + far2[1]) / 2 + rng.in(-14, 14)];
      s.put(shards[i % 4], polygon([hub, far, far2, mid]));
    });
    s.put(C.foilPale, polygon([hubs[0], hubs[3], hubs[1]]));
    s.put('#B4BEC7', polygon([hubs[0], hubs[1], hubs[2]]));
    const tape = (d) => [[112, 214], [122, 230], [113, 244], [124, 260], [116, 280], [344, 262], [336, 246], [346, 230], [335, 214], [342, 196]].map(([u, v]) => [u + d, v + d]);
    s.put(C.foilDeep, polygon(tape(5)));
    s.put(C.creamDeep, polygon(tape(0)));
    s.put(C.cream, polygon([[121, 222], [340, 204], [340, 232], [120, 250]]));
    marker(s, 'SARMA', 144, 220, 7.2, -4.5, C.beet);
  }],
  towel: [520, 520, (s) => {
    const [x, y, rng] = [260, 262, random(7)];
    const check = (step, w, [light, mid, full]) => {
      const lines = Array.from({ length: Math.ceil(520 / step) }, (_, i) => i * step);
      s.put(light, box(0, 0, 520, 520));
      s.put(mid, lines.map((v) => [box(v, 0, w, 520), box(0, v, 520, w)]));
      s.put(full, lines.map((u) => lines.map((v) => box(u, v, w, w))));
    };
    const colours = [C.paper, C.turmericPale, C.turmeric];
    const body = (k, d) => smooth(around(16).map((a, i) => at(x + d, y + d, (i % 4 === 2 ? 226 : i % 2 ? 218 : 206) * k, a)));
    s.put(C.paperDeep, body(1, 5));
    s.inside(body(0.98, -2), () => {
      check(68, 34, colours);
      // folds gather towards the knot
      s.put(C.turmericDeep, [12, 58, 102, 148, 196, 238, 282, 330].map((a, i) => leaf(...at(x, y, 40, a), i % 2 ? 186 : 150, i % 2 ? 30 : 20, a)));
      s.put(C.creamDeep, [30, 78, 124, 172, 216, 262, 306, 350].map((a, i) => leaf(...at(x, y, 52, a), i % 2 ? 120 : 160, 18, a)));
    });
    const ear = (a, len, wide) => {
      const tip = at(x, y, len, a);
      const shape = (k, d) => smooth([[x + d, y + d], at(...at(x + d, y + d, len * 0.45, a), wide * 0.9 * k, a - 90), at(...at(x + d, y + d, len * 0.86, a), wide * 0.8 * k, a - 90), [tip[0] + d, tip[1] + d], at(...at(x + d, y + d, len * 0.8, a), wide * 0.66 * k, a + 90), at(...at(x + d, y + d, len * 0.4, a), wide * 0.7 * k, a + 90)]);
      s.put(C.turmericDeep, shape(1.08, 8));
      s.put(C.paper, shape(1, 0));
      s.inside(shape(0.97, 0), () => {
        s.put(C.turmericPale, [0.3, 0.56, 0.82].map((t) => limb([at(...at(x, y, len * t, a), -90, a + 90), at(...at(x, y, len * (t + 0.03), a), 0, a + 90), at(...at(x, y, len * t, a), 90, a + 90)], 26)));
        s.put(C.turmeric, [-0.36, 0.3].map((t) => limb([at(x, y, 20, a), at(...at(x, y, len * 0.5, a), wide * t * 1.4, a + 90), at(...at(x, y, len * 1.02, a), wide * t * 1.3, a + 90)], [4, 22, 22])));
        s.put(C.turmericDeep, leaf(x, y, len * 0.72, 22, a + 3));
      });
    };
    ear(-128, 238, 74); ear(38, 226, 70); ear(-40, 130, 50); ear(142, 124, 48);
    s.put(C.turmericDeep, lump(rng, x + 5, y + 6, 50, { uneven: 0.05 }));
    s.put(C.turmeric, lump(rng, x, y, 47, { uneven: 0.05 }));
    s.put(C.paper, limb([[x - 32, y - 16], [x, y - 27], [x + 30, y - 10]], [3, 11, 3]), limb([[x - 30, y + 12], [x, y + 2], [x + 31, y + 16]], [3, 9, 3]));
  }],
  pot: [620, 460, (s) => {
    const [x, y, rng] = [310, 230, random(19)];
    for (const k of [-1, 1]) {
      s.put(C.leafDeep, limb([[x + k * 190, y - 58], [x + k * 262, y - 50], [x + k * 286, y + 4], [x + k * 262, y + 58], [x + k * 190, y + 64]], 40));
      s.put(C.leaf, limb([[x + k * 190, y - 60], [x + k * 260, y - 53], [x + k * 283, y], [x + k * 260, y + 52], [x + k * 190, y + 58]], 29));
    }
    s.put(C.leafDeep, circle(x, y, 226));
    s.put(C.cream, circle(x - 2, y - 2, 221));
    s.put(C.leafDeep, circle(x, y, 206));
    s.put(C.leaf, circle(x - 5, y - 5, 198));
    s.put(C.leafDeep, shaded(x - 5, y - 5, 198, 28), shaded(x - 5, y - 5, 140, 10));
    s.put(C.leafPale, sector(x - 5, y - 5, 164, 176, 192, 250), sector(x - 5, y - 5, 164, 176, 256, 266));
    s.put('#3F8D6B', scatter(rng, x - 5, y - 5, 180, 17, 60).map((p) => circle(...p, rng.in(2, 4))));
    s.put(C.leafDeep, circle(x + 10, y + 10, 54));
    ball(s, x - 5, y - 5, 50, [C.ink, C.ironPale, C.foilDeep]);
  }],
  biscuits: [460, 460, (s) => {
    const [x, y, rng] = [230, 230, random(23)];
    s.put(C.enamelDeep, circle(x, y, 226)); s.put(C.turmeric, circle(x - 3, y - 3, 222)); s.put(C.enamel, circle(x - 3, y - 3, 213));
    rims.dots(s, x - 3, y - 3, 196, 213, C.turmericPale);
    s.put(C.enamelDeep, circle(x, y, 196)); s.put(C.paper, circle(x + 4, y + 4, 188));
    s.put(C.paperDeep, around(24).map((a) => sector(x + 4, y + 4, 158, 188, a, a + 7)));
    const ring = ([px, py]) => { s.put(C.crust, around(11).map((a) => circle(...at(px + 3, py + 3, 34, a), 15))); s.put(C.crustPale, around(11).map((a) => circle(...at(px, py, 34, a), 13))); s.put(C.paper, circle(px, py, 17)); };
    const jew = ([px, py]) => { s.put(C.crustDeep, circle(px + 3, py + 3, 50)); s.put(C.crust, circle(px, py, 48)); s.put(C.crustPale, circle(px - 2, py - 2, 40)); s.put(C.paper, scatter(rng, px, py, 30, 11, 12).map((p) => tilted(...p, 8, 5, rng.in(0, 180)))); s.put(C.crustDeep, leaf(px - 14, py + 6, 30, 14, -20)); };
    const heart = ([px, py]) => { const h = (k, d) => `M${Math.round(px + d)} ${Math.round(py + 44 * k + d)}C${Math.round(px - 76 * k + d)} ${Math.round(py - 4 * k + d)} ${Math.round(px - 40 * k + d)} ${Math.round(py - 62 * k + d)} ${Math.round(px + d)} ${Math.round(py - 24 * k + d)}C${Math.round(px + 40 * k + d)} ${Math.round(py - 62 * k + d)} ${Math.round(px + 76 * k + d)} ${Math.round(py - 4 * k + d)} ${Math.round(px + d)} ${Math.round(py + 44 * k + d)}z`; s.put('#5E2F0D', h(1, 4)); s.put(C.crustDeep, h(1, 0)); s.put(C.paper, h(0.76, 1)); s.put(C.crustDeep, h(0.66, 1)); s.put(C.tomato, circle(px, py + 2, 7)); };
    ring([x - 92, y - 64]); ring([x + 62, y + 104]); ring([x + 6, y - 118]); jew([x + 98, y - 66]); jew([x - 100, y + 52]); heart([x + 2, y - 2]); heart([x - 30, y + 112]); jew([x + 108, y + 30]);
  }],
  salad: [460, 460, (s) => {
    const [x, y, rng] = [230, 230, random(41)];
    s.put(C.crustDeep, circle(x, y, 226)); s.put(C.crustPale, circle(x - 3, y - 3, 220)); s.put(C.crust, circle(x, y, 202)); s.put(C.crustDeep, circle(x + 2, y + 2, 194)); s.put(C.leafDeep, circle(x + 8, y + 8, 182));
    scatter(rng, x + 4, y + 4, 150, 44, 30).forEach(([px, py], i) => { const a = rng.in(0, 360); s.put(i % 2 ? C.leaf : '#3E8E4F', leaf(...at(px, py, -52, a), 104, 76, a)); s.put(C.leafPale, limb([at(px, py, -36, a), at(px + 2, py, 0, a), at(px, py, 40, a)], [5, 6, 2])); });
    scatter(rng, x, y, 128, 78, 7).forEach(([px, py], i) => {
      if (i % 3 === 0) ball(s, px, py, 30, [C.tomatoDeep, C.tomato, C.tomatoPale]);
      else if (i % 3 === 1) { s.put(C.leafDeep, circle(px + 2, py + 2, 36)); s.put('#CBE3B0', circle(px, py, 32)); s.put(C.leafPale, around(6).map((a) => ellipse(...at(px, py, 15, a), 8, 3, a))); }
      else { s.put(C.beet, circle(px + 2, py + 2, 29)); s.put(C.paper, circle(px, py, 25)); s.put(C.beetPale, circle(px, py, 6)); }
    });
    s.put(C.paper, scatter(rng, x, y, 140, 50, 8).map(([px, py]) => tilted(px, py, 24, 22, rng.in(0, 90))));
  }],
  buns: [480, 460, (s) => {
    const [x, y, rng] = [240, 230, random(29)];
    basket(s, x, y, 226, { rows: 2, width: 0.07, count: 36 });
    const cloth = (k, d) => polygon(around(8, 10).map((a, i) => at(x + d, y + d, (i % 2 ? 168 : 218) * k, a)));
    s.put(C.tomatoDeep, cloth(1, 4)); s.put(C.tomato, cloth(0.98, 0));
    s.put(C.paper, around(8, 10).map((a, i) => (i % 2 ? '' : circle(...at(x, y, 182, a), 7))), around(8, 10).map((a, i) => (i % 2 ? circle(...at(x, y, 150, a), 7) : '')));
    [[x, y], ...around(6, 15).map((a) => at(x, y, 104, a))].sort((p, q) => p[1] - q[1]).forEach(([px, py]) => {
      s.put(C.crustDeep, circle(px + 4, py + 5, 59)); s.put(C.crust, circle(px, py, 57)); s.put(C.crustPale, lump(rng, px - 8, py - 9, 44, { uneven: 0.05 })); s.put('#F7D79A', ellipse(px - 19, py - 21, 20, 12, -45));
      s.put(C.cream, scatter(rng, px - 2, py - 2, 38, 14, 9).map(([u, v]) => ellipse(u, v, 5, 3, rng.in(0, 180))));
    });
  }],
  // ---------------------------------------------------------------------------------------------------------- oblong
  freezerbox: [540, 400, (s) => {
    s.put('#7FA9C6', box(0, 0, 540, 400, 62)); s.put('#D6E6F0', box(0, 0, 532, 391, 58));
    s.put(C.enamelDeep, box(22, 22, 494, 354, 46)); s.put(C.enamel, box(22, 22, 487, 346, 44));
    s.put(C.enamelDeep, box(54, 54, 426, 286, 30)); s.put('#1F6BA8', box(60, 61, 420, 279, 28));
    s.put(C.enamelPale, box(64, 36, 170, 7, 3), box(250, 36, 30, 7, 3));
    s.put('#7FA9C6', box(232, 372, 76, 28, 8)); s.put('#D6E6F0', box(232, 372, 70, 22, 7));
    const tape = (dx, c) => s.put(c, polygon([[92 + dx, 138 + dx], [104 + dx, 152 + dx], [95 + dx, 168 + dx], [106 + dx, 186 + dx], [97 + dx, 204 + dx], [108 + dx, 222 + dx], [100 + dx, 244 + dx], [446 + dx, 226 + dx], [436 + dx, 208 + dx], [446 + dx, 190 + dx], [435 + dx, 174 + dx], [444 + dx, 154 + dx], [436 + dx, 120 + dx]].map(([u, v]) => [u, v])));
    tape(5, C.enamelDeep); tape(0, C.creamDeep);
    s.put(C.cream, polygon([[101, 150], [434, 132], [438, 176], [100, 194]]));
    marker(s, 'KIMCHI', 134, 160, 10.5, -3);
  }],
  freezerbox2: [480, 360, (s) => {
    s.put('#A9B7BF', box(0, 0, 480, 360, 50)); s.put('#DCE5E9', box(0, 0, 473, 352, 47));
    s.put(C.tomatoDeep, box(28, 26, 424, 308, 36)); s.put(C.tomato, box(28, 26, 418, 301, 34));
    s.put(C.tomatoDeep, box(62, 60, 354, 238, 24)); s.put('#EE6A4E', box(68, 67, 348, 231, 22));
    s.put(C.tomatoPale, box(54, 40, 150, 7, 3), box(216, 40, 26, 7, 3));
    for (const [a, b] of [[0, 160], [446, 160]]) { s.put('#A9B7BF', box(a, b, 34, 76, 8)); s.put(C.paper, box(a, b, 30, 70, 7)); }
    const tape = (d, c) => s.put(c, polygon([[96, 132], [108, 150], [99, 166], [110, 184], [102, 206], [370, 222], [362, 204], [371, 188], [361, 170], [370, 148]].map(([u, v]) => [u + d, v + d])));
    tape(5, C.tomatoDeep); tape(0, C.creamDeep);
    s.put(C.cream, polygon([[106, 142], [361, 156], [365, 190], [106, 176]]));
    marker(s, 'BIGOS', 134, 146, 8.6, 3);
  }],
  lasagne: [600, 440, (s) => {
    const [rng] = [random(37)];
    const crimp = (x, y, w, h, step, d) => {
      const p = [];
      for (let i = 0; i < w / step; i++) p.push([x + i * step, y + (i % 2) * d]);
      for (let i = 0; i < h / step; i++) p.push([x + w - (i % 2) * d, y + i * step]);
      for (let i = 0; i < w / step; i++) p.push([x + w - i * step, y + h - (i % 2) * d]);
      for (let i = 0; i < h / step; i++) p.push([x + (i % 2) * d, y + h - i * step]);
      return polygon(p);
    };
    s.put(C.foilDeep, crimp(2, 2, 596, 436, 18, 9)); s.put(C.foilPale, crimp(2, 2, 588, 428, 18, 9)); s.put(C.foil, box(26, 26, 546, 386, 26));
    s.put(C.foilDeep, box(44, 42, 516, 358, 22)); s.put(C.tomatoDeep, box(52, 50, 508, 350, 18)); s.put(C.turmericPale, box(62, 60, 488, 330, 22));
    s.put(C.crustPale, scatter(rng, 306, 226, 250, 62, 40).filter(([u, v]) => u > 96 && u < 520 && v > 92 && v < 358).map((p) => lump(rng, ...p, rng.in(24, 38), { uneven: 0.2, wide: 1.3 })));
    s.put(C.tomato, scatter(rng, 306, 226, 250, 70, 40).filter(([u, v]) => u > 90 && u < 520 && v > 90 && v < 360).map((p) => lump(rng, ...p, rng.in(10, 22), { uneven: 0.25 })));
    s.put(C.crust, scatter(rng, 306, 226, 250, 58, 40).filter(([u, v]) => u > 90 && u < 520 && v > 90 && v < 360).map((p) => lump(rng, ...p, rng.in(7, 13), { uneven: 0.25 })));
    s.put(C.leaf, scatter(rng, 306, 226, 250, 64, 30).filter(([u, v]) => u > 90 && u < 300 && v > 90 && v < 360).map((p) => ellipse(...p, 8, 4, rng.in(0, 180))));
    // the foil cover, turned back
    s.put(C.foilDeep, polygon([[372, 0], [600, 0], [600, 440], [328, 440], [352, 366], [318, 300], [352, 224], [322, 140], [360, 84]]));
    s.put(C.foil, polygon([[384, 0], [600, 0], [600, 440], [342, 440], [366, 366], [332, 300], [366, 224], [336, 140], [372, 84]].map(([u, v]) => [u, v])));
    s.put(C.foilPale, polygon([[384, 0], [372, 84], [470, 40], [452, 0]]), polygon([[336, 140], [366, 224], [486, 150], [430, 120]]), polygon([[332, 300], [366, 366], [520, 300], [440, 282]]), polygon([[600, 60], [520, 96], [600, 170]]), polygon([[600, 380], [540, 402], [560, 440], [600, 440]]));
    s.put(C.foilDeep, polygon([[372, 84], [336, 140], [440, 116]]), polygon([[366, 224], [332, 300], [450, 254]]), polygon([[366, 366], [342, 440], [420, 420]]), polygon([[486, 150], [600, 190], [600, 236]]), polygon([[520, 300], [600, 320], [600, 350]]));
    s.put(C.paper, polygon([[372, 84], [440, 50], [410, 92]]), polygon([[366, 224], [470, 170], [420, 216]]), polygon([[366, 366], [480, 312], [430, 362]]));
  }],
  baklava: [600, 420, (s) => {
    s.put(C.crustDeep, box(0, 0, 600, 420, 34)); s.put(C.foilPale, box(0, 0, 592, 411, 32)); s.put(C.foilDeep, box(20, 20, 556, 376, 18)); s.put(C.crustDeep, box(26, 26, 550, 370, 14));
    const [w, h] = [92, 74];
    for (let row = -1; row < 11; row++) for (let col = -1; col < 7; col++) {
      const [cx, cy] = [26 + col * w + (row % 2 ? w / 2 : 0) + 46, 26 + row * (h / 2) + 37];
      const d = (k) => polygon([[cx - (w / 2) * k, cy], [cx, cy - (h / 2) * k], [cx + (w / 2) * k, cy], [cx, cy + (h / 2) * k]].map(([u, v]) => [Math.max(32, Math.min(570, u)), Math.max(32, Math.min(390, v))]));
      if (cx < 20 || cx > 584 || cy < 24 || cy > 398) continue;
      s.put(C.crust, d(0.92));
      s.put(C.crustPale, d(0.72));
      if (cx > 70 && cx < 540 && cy > 60 && cy < 366) s.put(C.leafPale, circle(cx, cy, 9), circle(cx + 9, cy + 5, 5));
    }
  }],
  smoerrebroed: [640, 440, (s) => {
    const rng = random(47);
    board(s, 0, 0, 640, 440, 40, 5);
    s.put(C.crustDeep, circle(596, 220, 17));
    const bread = (x, y) => { s.put('#3E1F0A', box(x + 4, y + 5, 244, 168, 16)); s.put('#6E380F', box(x, y, 242, 165, 16)); s.put('#8C5428', scatter(rng, x + 120, y + 80, 120, 24, 40).filter(([u, v]) => u > x + 8 && u < x + 234 && v > y + 8 && v < y + 157).map((p) => circle(...p, 3))); };
    bread(40, 38); bread(306, 38); bread(40, 230); bread(306, 230);
    // egg and shrimp
    for (let i = 0; i < 5; i++) { const [u, v] = [72 + i * 44, 106 + (i % 2) * 22]; s.put(C.creamDeep, ellipse(u + 3, v + 3, 36, 42)); s.put(C.paper, ellipse(u, v, 34, 40)); s.put(C.turmeric, circle(u, v, 19)); }
    for (const [u, v] of [[92, 150], [150, 158], [212, 150], [120, 76], [190, 78]]) { s.put(C.tomato, crescent(u, v, 25, 15, 250)); s.put(C.tomatoPale, crescent(u - 1, v - 1, 22, 12, 250)); }
    herbs(s, rng, [[158, 112], [236, 116]], 28);
    // salmon and dill
    for (let i = 0; i < 3; i++) { const v = 66 + i * 42; s.put(C.tomato, limb([[328, v + 16], [390, v], [460, v + 20], [530, v + 4]], [22, 50, 46, 24])); s.put(C.tomatoPale, limb([[334, v + 12], [392, v - 2], [460, v + 15], [524, v + 2]], [12, 36, 32, 14])); s.put('#F4C3AC', limb([[350, v + 8], [400, v - 6], [460, v + 8]], 4), limb([[400, v + 10], [460, v + 22], [508, v + 8]], 4)); }
    herbs(s, rng, [[380, 104], [462, 92], [430, 150]], 30);
    s.put(C.turmeric, circle(500, 162, 24)); s.put(C.turmericPale, around(7).map((a) => sector(500, 162, 4, 19, a + 5, a + 46)));
    // potato and chives
    for (let i = 0; i < 8; i++) { const [u, v] = [76 + (i % 4) * 56, 278 + Math.floor(i / 4) * 66]; s.put('#D9B26B', ellipse(u + 3, v + 3, 36, 33)); s.put(C.creamDeep, ellipse(u, v, 34, 31)); s.put(C.cream, ellipse(u - 3, v - 3, 28, 25)); }
    s.put(C.paper, limb([[70, 300], [120, 322], [170, 300], [220, 326], [256, 306]], 15));
    s.put(C.leaf, scatter(rng, 160, 312, 110, 26, 26).filter(([, v]) => v > 250 && v < 380).map((p) => tilted(...p, 18, 5, rng.in(0, 180))));
    // beetroot, liver pâté, bacon
    s.put(C.crust, limb([[330, 290], [420, 276], [530, 296]], [60, 78, 60])); s.put(C.crustPale, limb([[334, 284], [420, 270], [524, 290]], [44, 62, 44]));
    for (const [u, v] of [[352, 350], [408, 342], [466, 352], [516, 338]]) { s.put(C.beetDeep, circle(u + 3, v + 3, 33)); s.put(C.beet, circle(u, v, 31)); s.put(C.beetPale, crescent(u, v, 22, 5, 45), circle(u, v, 4)); }
    s.put(C.leafPale, [[360, 280], [440, 290], [494, 274]].map(([u, v]) => ellipse(u, v, 24, 14, 20))); s.put(C.leaf, [[360, 280], [440, 290], [494, 274]].map(([u, v]) => [circle(u - 7, v - 2, 3), circle(u + 6, v + 3, 3), circle(u, v, 3)]));
  }],
  challah: [640, 360, (s) => {
    const rng = random(53);
    s.put(C.enamelDeep, box(6, 8, 634, 352, 14)); s.put(C.paper, box(0, 0, 634, 350, 12));
    s.put(C.enamel, box(22, 0, 16, 350), box(52, 0, 6, 350), box(596, 0, 16, 350), box(576, 0, 6, 350));
    for (let i = 0; i < 9; i++) {
      const x = 104 + i * 54;
      const fat = Math.sin(((i + 1.6) / 11.2) * Math.PI) * 1.08;
      for (const side of i % 2 ? [1, -1] : [-1, 1]) {
        const a = side * 40;
        const [cx, cy] = [x, 178 + side * 42 * fat];
        const line = (d, k) => [at(cx + d, cy + d, -64 * k * fat, a * -1 + (side > 0 ? 0 : 0)), [cx + d, cy + d], at(cx + d, cy + d, 64 * k * fat, -a)];
        s.put('#6E380F', limb(line(6, 1.04), [64 * fat, 98 * fat, 60 * fat]));
        s.put(C.crustDeep, limb(line(2, 1), [58 * fat, 92 * fat, 54 * fat]));
        s.put(C.crust, limb(line(-4, 0.94), [46 * fat, 76 * fat, 42 * fat]));
        s.put(C.crustPale, limb(line(-12, 0.7), [16 * fat, 36 * fat, 14 * fat]));
        s.put(C.cream, scatter(rng, cx - 4, cy - 4, 46 * fat, 22, 4).map(([u, v]) => ellipse(u, v, 6, 3, rng.in(0, 180))));
      }
    }
  }],
  springrolls: [600, 380, (s) => {
    const rng = random(59);
    s.put(C.ink, box(0, 0, 600, 380, 26)); s.put(C.ironPale, box(0, 0, 592, 372, 24)); s.put(C.ink, box(20, 20, 556, 336, 12)); s.put(C.iron, box(28, 28, 548, 328, 8));
    s.put(C.leafDeep, leaf(46, 300, 520, 270, -14)); s.put(C.leaf, leaf(44, 290, 510, 236, -14)); s.put(C.leafPale, limb([[60, 286], [300, 228], [530, 172]], [8, 6, 3]));
    for (let i = 0; i < 7; i++) {
      const [u, v] = [96 + i * 56, 226 - i * 8];
      const line = (d, k) => [[u - 22 * k + d, v - 92 * k + d], [u + d, v + d], [u + 22 * k + d, v + 92 * k + d]];
      s.put(C.crustDeep, limb(line(5, 1), 50)); s.put(C.crust, limb(line(0, 1), 46)); s.put(C.crustPale, limb(line(-7, 0.92), 24)); s.put('#F7D79A', limb(line(-12, 0.7), 8));
      s.put(C.crustDeep, limb([[u - 20, v + 8], [u + 4, v + 14], [u + 22, v]], 4));
      s.put(C.crust, scatter(rng, u, v, 60, 22, 5).filter(([px]) => Math.abs(px - u) < 16).map((p) => circle(...p, 4)));
    }
    bowl(s, 500, 96, 62, { body: C.paper, deep: C.paperDeep, fill: C.tomato }); s.put(C.tomatoPale, ellipse(490, 84, 16, 8, -35)); s.put(C.leaf, [[508, 104], [494, 112], [516, 90]].map(([u, v]) => ellipse(u, v, 7, 3, 30)));
  }],
  // ----------------------------------------------------------------------------------------------------------- small
  clementines: [280, 240, (s) => {
    const one = (x, y, r) => { ball(s, x, y, r, ['#D98200', '#F59A1B', C.turmericPale]); s.put('#D98200', [[-20, 18], [6, 30], [24, 4], [-34, -6], [12, -24]].map(([u, v]) => circle(x + u, y + v, 3))); s.put(C.leaf, around(5).map((a) => leaf(x + 2, y - 2, 15, 9, a))); };
    one(86, 92, 82); one(190, 146, 84); s.put(C.leafDeep, leaf(192, 140, 92, 60, -58)); s.put(C.leaf, leaf(190, 137, 88, 46, -58)); s.put(C.leafPale, limb([[194, 130], [212, 100], [230, 72]], [5, 4, 2]));
  }],
  tea: [250, 250, (s) => {
    const [x, y] = [125, 125];
    plate(s, x, y, 121, { body: C.tomato, deep: C.tomatoDeep, rim: 'teeth', color: C.cream, edge: C.cream, well: 0.62 });
    s.put('#8FA9B8', circle(x + 4, y + 4, 58)); s.put('#E6F0F5', circle(x, y, 56)); s.put(C.tomatoDeep, circle(x + 1, y + 1, 48)); s.put('#B8401F', circle(x + 4, y + 4, 43)); s.put(C.tomatoPale, ellipse(x - 14, y - 16, 14, 7, -45));
    s.put(C.paper, tilted(x + 72, y + 44, 26, 24, 20), tilted(x + 52, y + 74, 25, 24, -15)); s.put(C.paperDeep, tilted(x + 76, y + 54, 25, 6, 20), tilted(x + 55, y + 85, 25, 5, -15));
    s.put(C.foilDeep, ellipse(x - 68, y + 38, 24, 15, 48), limb([[x - 58, y + 52], [x - 24, y + 84], [x + 6, y + 100]], [9, 6, 9])); s.put(C.foilPale, ellipse(x - 71, y + 35, 21, 12, 48), limb([[x - 60, y + 50], [x - 26, y + 82], [x + 4, y + 97]], [7, 4, 7]));
  }],
  coffee: [300, 250, (s) => {
    const [x, y] = [125, 125];
    s.put(C.enamelDeep, limb([[x + 60, y - 26], [x + 132, y - 30], [x + 150, y], [x + 132, y + 28], [x + 60, y + 28]], 24)); s.put(C.enamel, limb([[x + 60, y - 29], [x + 130, y - 33], [x + 147, y - 3], [x + 130, y + 23], [x + 60, y + 24]], 16));
    s.put(C.enamelDeep, circle(x, y, 118)); s.put(C.enamel, circle(x - 3, y - 3, 113)); s.put(C.paper, circle(x - 1, y - 1, 100)); s.put('#3E1F0A', circle(x + 2, y + 2, 92)); s.put('#6E380F', circle(x + 7, y + 7, 85)); s.put(C.crust, sector(x + 7, y + 7, 68, 76, 190, 260)); s.put(C.crust, [[20, 20], [34, 6], [8, 36]].map(([u, v]) => circle(x + u, y + v, 6)));
  }],
  olives: [260, 260, (s) => {
    const [x, y, rng] = [130, 130, random(61)];
    const r = bowl(s, x, y, 126, { body: C.tomato, deep: C.tomatoDeep, rim: 'dashes', color: C.cream, edge: C.cream, fill: C.turmericDeep });
    balls(s, scatter(rng, x, y, r - 22, 34, 14), 20, [C.leafDeep, '#5B8E3A', '#B5D6A2']);
    s.put(C.tomato, scatter(rng, x, y, r - 24, 44, 5).map((p) => circle(...p, 7)));
  }],
  candle: [200, 200, (s) => {
    const [x, y] = [100, 100];
    s.put(C.foilDeep, circle(x, y, 96)); s.put(C.foilPale, circle(x - 3, y - 3, 91)); s.put(C.foil, circle(x, y, 80)); s.put(C.creamDeep, circle(x + 2, y + 2, 76)); s.put(C.cream, circle(x + 5, y + 5, 70)); s.put(C.turmericPale, circle(x, y, 46)); s.put(C.turmeric, circle(x, y, 31)); s.put(C.tomato, leaf(x - 3, y + 17, 50, 30, -80)); s.put(C.turmericPale, leaf(x - 1, y + 14, 30, 15, -82)); s.put(C.ink, circle(x - 2, y + 13, 5));
  }],
  pickles: [260, 260, (s) => {
    const [x, y, rng] = [130, 130, random(67)];
    const r = bowl(s, x, y, 126, { body: C.paper, deep: C.paperDeep, rim: 'edge', color: C.enamel, fill: C.beetPale });
    scatter(rng, x + 2, y + 2, r - 20, 30, 14).forEach(([px, py]) => { s.put(C.beetDeep, circle(px + 2, py + 2, 27)); s.put(C.beetPale, circle(px, py, 26)); s.put(C.paper, crescent(px, py, 20, 4, 30), circle(px, py, 12)); s.put(C.beetPale, circle(px, py, 8)); });
    herbs(s, rng, [[x - 10, y + 6]], 24);
  }],
  chutney: [240, 240, (s) => {
    const [x, y, rng] = [120, 120, random(71)];
    const r = bowl(s, x, y, 116, { body: C.turmeric, deep: C.turmericDeep, rim: 'dots', color: C.beet, fill: C.leaf });
    s.put(C.leafDeep, hollow(x + 3, y + 3, r, 9)); s.put(C.leafPale, limb(spiral(x, y, 10, 58, 1.6, 20), 10)); s.put(C.tomato, scatter(rng, x, y, 56, 30, 5).map(([u, v]) => ellipse(u, v, 8, 5, rng.in(0, 180))));
  }],
  lemon: [240, 200, (s) => {
    const half = (x, y, r) => { s.put(C.turmericDeep, circle(x + 4, y + 4, r)); s.put(C.turmeric, circle(x, y, r)); s.put(C.turmericPale, circle(x, y, r * 0.9)); s.put(C.turmeric, around(9).map((a) => sector(x, y, r * 0.12, r * 0.78, a + 4, a + 36))); s.put(C.turmericPale, circle(x, y, r * 0.1)); };
    s.put(C.turmericDeep, smooth([[18, 118], [52, 58], [120, 46], [168, 76], [196, 112], [160, 160], [90, 176], [40, 156]])); s.put(C.turmeric, smooth([[14, 114], [50, 54], [118, 42], [164, 72], [190, 108], [154, 154], [88, 168], [38, 150]])); s.put(C.turmericPale, ellipse(78, 82, 30, 13, -30)); half(172, 128, 66);
  }],
  hearts: [280, 240, (s) => {
    const h = (px, py, k, d, a) => { const p = (u, v) => turn([px + u * k + d, py + v * k + d], [px, py], a).map(Math.round).join(' '); return `M${p(0, 62)}C${p(-108, -4)} ${p(-58, -92)} ${p(0, -34)}C${p(58, -92)} ${p(108, -4)} ${p(0, 62)}z`; };
    for (const [px, py, a, c] of [[96, 104, -14, C.tomato], [186, 138, 12, C.paper]]) { s.put('#5E2F0D', h(px, py, 1.1, 5, a)); s.put(C.crustDeep, h(px, py, 1.1, 0, a)); s.put(C.paper, h(px, py, 0.9, 0, a)); s.put(C.crustDeep, h(px, py, 0.8, 0, a)); s.put(c, around(5).map((t) => circle(...at(px, py - 2, 19, t), 8))); s.put(C.turmeric, circle(px, py - 2, 8)); }
  }],
  fork: [90, 640, (s) => {
    const draw = (c, d) => s.put(c, limb([[45 + d, 230], [45 + d, 420], [45 + d, 610]], [16, 20, 30]), [14, 34, 54, 74].map((x) => limb([[x - 1 + d, 22], [x - 1 + d, 90], [x - 1 + d, 140]], [9, 12, 13])), smooth([[8 + d, 128], [80 + d, 128], [74 + d, 190], [54 + d, 244], [34 + d, 244], [14 + d, 190]]));
    draw(C.foilDeep, 4); draw(C.foilPale, 0);
  }],
  knife: [90, 640, (s) => {
    const draw = (c, d) => s.put(c, smooth([[30 + d, 20], [58 + d, 60], [66 + d, 190], [60 + d, 330], [36 + d, 340], [28 + d, 200]], 0.9), limb([[46 + d, 330], [46 + d, 470], [46 + d, 612]], [24, 26, 34]));
    draw(C.foilDeep, 4); draw(C.foilPale, 0); s.put(C.foil, limb([[46, 350], [46, 470], [46, 600]], [3, 6, 10]));
  }],
};
