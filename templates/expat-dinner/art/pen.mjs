// Geometry of the drawings. Units: 0.1 mm at A3, so that coordinates are whole numbers. Angles in degrees, clockwise from the right.
// Light falls from the upper left: raised things are dark at the lower right, hollow things at the upper left.

export const C = {
  turmeric: '#FCBE0E',
  turmericDeep: '#E39C00',
  turmericPale: '#FFE08A',
  beet: '#8E1345',
  beetDeep: '#640A2E',
  beetPale: '#C75C88',
  enamel: '#01589A',
  enamelDeep: '#013F70',
  enamelPale: '#A9CBE2',
  leaf: '#106D48',
  leafDeep: '#0A4D32',
  leafPale: '#7DB56B',
  tomato: '#EA573A',
  tomatoDeep: '#C03A20',
  tomatoPale: '#F7A68B',
  ink: '#1A1A1C',
  iron: '#2C2C31',
  ironPale: '#4A4A52',
  paper: '#FFFFFF',
  paperDeep: '#E4DCCB',
  cream: '#FFF3D9',
  creamDeep: '#F1DBAB',
  crust: '#CB7A2C',
  crustDeep: '#95501A',
  crustPale: '#EDB565',
  foil: '#CBD2D8',
  foilDeep: '#9CA8B3',
  foilPale: '#EFF3F5',
};

/** Mulberry32: the same seed draws the same dish. */
export function random(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, in: (lo, hi) => lo + (hi - lo) * next(), pick: (list) => list[Math.floor(next() * list.length)] };
}

const n = (value) => String(Math.round(value) || 0);
/** Numbers as short as SVG allows: a minus sign needs no space before it. */
const nums = (...values) => values.map(n).join(' ').replaceAll(' -', '-');
const pair = (x, y) => nums(x, y);
export const rad = (degrees) => (degrees * Math.PI) / 180;
export const at = (x, y, r, a) => [x + r * Math.cos(rad(a)), y + r * Math.sin(rad(a))];
export const turn = ([px, py], [x, y], a) => {
  const [c, s] = [Math.cos(rad(a)), Math.sin(rad(a))];
  return [x + (px - x) * c - (py - y) * s, y + (px - x) * s + (py - y) * c];
};

// Every shape runs clockwise, so that overlapping parts of one path join and never cut holes.
const clockwise = (points) => {
  let area = 0;
  points.forEach(([x, y], i) => {
    const [u, v] = points[(i + 1) % points.length];
    area += x * v - u * y;
  });
  return area < 0 ? [...points].reverse() : points;
};

export const circle = (x, y, r) => `M${pair(x - r, y)}a${nums(r, r, 0, 1, 1, r * 2, 0)}a${nums(r, r, 0, 1, 1, -r * 2, 0)}z`;

export const polygon = (points) =>
  `M${clockwise(points)
    .map(([x, y]) => pair(x, y))
    .join('L')}z`;

export function ellipse(x, y, rx, ry, a = 0) {
  const [dx, dy] = [Math.round(2 * rx * Math.cos(rad(a))), Math.round(2 * rx * Math.sin(rad(a)))];
  return `M${pair(x - dx / 2, y - dy / 2)}a${nums(rx, ry, a, 1, 1, dx, dy)}a${nums(rx, ry, a, 1, 1, -dx, -dy)}z`;
}

export function box(x, y, w, h, r = 0) {
  if (!r) return `M${pair(x, y)}h${n(w)}v${n(h)}h${n(-w)}z`;
  const q = (dx, dy) => `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M${pair(x + r, y)}h${n(w - 2 * r)}${q(r, r)}v${n(h - 2 * r)}${q(-r, r)}h${n(-(w - 2 * r))}${q(-r, -r)}v${n(-(h - 2 * r))}${q(r, -r)}z`;
}

/** A box turned about its centre (x, y). */
export const tilted = (x, y, w, h, a) =>
  polygon(
    [
      [-w / 2, -h / 2],
      [w / 2, -h / 2],
      [w / 2, h / 2],
      [-w / 2, h / 2],
    ].map(([dx, dy]) => turn([x + dx, y + dy], [x, y], a)),
  );

/** A closed smooth curve through the points (Catmull–Rom). `k` is how round. */
export function smooth(given, k = 1) {
  const points = clockwise(given);
  const m = points.length;
  const whole = points.map((p) => p.map(Math.round));
  let d = `M${pair(...whole[0])}`;
  for (let i = 0; i < m; i++) {
    const [a, b, c, e] = [points[(i + m - 1) % m], whole[i], whole[(i + 1) % m], points[(i + 2) % m]];
    // a handle never longer than 0.4 of its segment, or uneven steps make loops
    const length = Math.hypot(c[0] - b[0], c[1] - b[1]);
    const handle = ([px, py], [qx, qy]) => {
      const [dx, dy] = [((qx - px) / 6) * k, ((qy - py) / 6) * k];
      const short = Math.min(1, (length * 0.4) / (Math.hypot(dx, dy) || 1));
      return [dx * short, dy * short];
    };
    const [h, g] = [handle(a, c), handle(b, e)];
    d += `c${nums(h[0], h[1], c[0] - b[0] - g[0], c[1] - b[1] - g[1], c[0] - b[0], c[1] - b[1])}`;
  }
  return `${d}z`;
}

/** A lump: a circle with an uneven edge. */
export function lump(rng, x, y, r, { uneven = 0.1, points = 8, wide = 1, turned = 0 } = {}) {
  const start = rng.in(0, 360);
  const ring = [];
  for (let i = 0; i < points; i++) {
    const [px, py] = at(0, 0, r * (1 + rng.in(-uneven, uneven)), start + (360 / points) * i);
    ring.push(turn([x + px * wide, y + py], [x, y], turned));
  }
  return smooth(ring);
}

/** The part of the circle (x, y, r) that a circle of radius `r2`, moved by `by` in direction `a`, leaves bare. */
export function crescent(x, y, r, by, a, r2 = r) {
  const along = (by * by + r * r - r2 * r2) / (2 * by);
  const half = (Math.acos(Math.max(-1, Math.min(1, along / r))) * 180) / Math.PI;
  const [p, q] = [at(x, y, r, a + half), at(x, y, r, a - half)];
  const big = half < 90 ? 1 : 0;
  return `M${pair(...p)}A${n(r)} ${n(r)} 0 ${big} 1 ${pair(...q)}A${n(r2)} ${n(r2)} 0 ${along > by ? 1 : 0} 0 ${pair(...p)}z`;
}
/** Dark side of a raised round, dark wall of a hollow one. */
export const shaded = (x, y, r, by = r * 0.16) => crescent(x, y, r, by, 225);
export const hollow = (x, y, r, by = r * 0.12) => crescent(x, y, r, by, 45);

/** Part of a ring between two radii and two angles. */
export function sector(x, y, r0, r1, a0, a1) {
  const big = a1 - a0 > 180 ? 1 : 0;
  const outer = `M${pair(...at(x, y, r1, a0))}A${n(r1)} ${n(r1)} 0 ${big} 1 ${pair(...at(x, y, r1, a1))}`;
  if (r0 <= 0) return `${outer}L${pair(x, y)}z`;
  return `${outer}L${pair(...at(x, y, r0, a1))}A${n(r0)} ${n(r0)} 0 ${big} 0 ${pair(...at(x, y, r0, a0))}z`;
}

/** A band along a line of points with a width at each: stems, strands, fingers. Ends are round. */
export function limb(points, widths) {
  const width = (i) => (Array.isArray(widths) ? widths[i] : widths) / 2;
  const [left, right] = [[], []];
  points.forEach(([x, y], i) => {
    const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
    left.push([x + nx * width(i), y + ny * width(i)]);
    right.unshift([x - nx * width(i), y - ny * width(i)]);
  });
  const cap = (i, j) => {
    const [p, q] = [points[i], points[j]];
    const length = Math.hypot(p[0] - q[0], p[1] - q[1]) || 1;
    return [p[0] + ((p[0] - q[0]) / length) * width(i), p[1] + ((p[1] - q[1]) / length) * width(i)];
  };
  const m = points.length;
  return smooth([cap(0, 1), ...left, cap(m - 1, m - 2), ...right]);
}

/** A leaf from its foot (x, y) to the tip, `length` away at angle `a`. */
export function leaf(x, y, length, width, a, bend = 0) {
  const [tx, ty] = at(x, y, length, a);
  const [mx, my] = at(x, y, length * 0.5, a);
  const side = (w) => at(mx, my, w, a - 90);
  const [p, q] = [side(width * 0.66 - bend), side(-width * 0.66 - bend)];
  return `M${pair(x, y)}q${nums(p[0] - x, p[1] - y, tx - x, ty - y)}q${nums(q[0] - tx, q[1] - ty, x - tx, y - ty)}z`;
}

/** A line of points on a spiral from radius r0 to r1. */
export function spiral(x, y, r0, r1, turns, start = 0, step = 30) {
  const points = [];
  for (let a = 0; a <= turns * 360; a += step) points.push(at(x, y, r0 + ((r1 - r0) * a) / (turns * 360), start + a));
  return points;
}

/** Points in a circle, no two nearer than `gap`. */
export function scatter(rng, x, y, r, gap, most) {
  const points = [];
  for (let tries = 0; tries < most * 30 && points.length < most; tries++) {
    const p = at(x, y, r * Math.sqrt(rng.next()), rng.in(0, 360));
    if (points.every(([px, py]) => Math.hypot(px - p[0], py - p[1]) >= gap)) points.push(p);
  }
  return points;
}

/** n evenly spaced angles. */
export const around = (count, start = 0) => Array.from({ length: count }, (_, i) => start + (360 / count) * i);

/** Collects flat shapes; neighbours of one colour become one path. */
export function sheet(width, height) {
  let shapes = [];
  let clips = 0;
  const put = (fill, ...paths) => {
    const d = paths.flat(9).join('');
    const last = shapes[shapes.length - 1];
    if (last && last.fill === fill) last.d += d;
    else if (d) shapes.push({ fill, d });
  };
  /** What `draw` puts is seen only inside `path`. */
  const inside = (path, draw) => {
    const outer = shapes;
    shapes = [];
    draw();
    outer.push({ clip: path, shapes, id: `c${++clips}` });
    shapes = outer;
  };
  const painted = ({ fill, d }, ink) => {
    if (!ink) return `<path fill="${fill}" d="${d}"/>`;
    const { fill: flat, line } = ink(fill);
    return `<path fill="${flat}"${line ? ` stroke="#000000" stroke-width="${line}"` : ''} d="${d}"/>`;
  };
  const print = (list, ink) =>
    list
      .map((shape) =>
        shape.clip
          ? `<clipPath id="${shape.id}"><path d="${shape.clip}"/></clipPath>\n<g clip-path="url(#${shape.id})">\n${print(shape.shapes, ink)}\n</g>`
          : painted(shape, ink),
      )
      .join('\n');
  /** `ink`: how each colour is drawn in black on white; left out: in colour. */
  const svg = (ink) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width / 10}mm" height="${height / 10}mm">\n${print(shapes, ink)}\n</svg>\n`;
  return { put, inside, svg, width, height };
}
