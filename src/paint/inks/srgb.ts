/** sRGB's transfer function (IEC 61966-2-1). */
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** CIE 15: the cube root, a straight line near black. */
const root = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);

/** sRGB 0..1 → CIE XYZ under D50, as profiles want it (primaries adapted by the linear Bradford transform). */
export function xyzOf(red: number, green: number, blue: number): readonly [X: number, Y: number, Z: number] {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  return [
    0.436035 * r + 0.385117 * g + 0.143051 * b,
    0.222488 * r + 0.716904 * g + 0.060608 * b,
    0.013916 * r + 0.097061 * g + 0.713913 * b,
  ];
}

/** CIELAB under D50. */
export function labOf(red: number, green: number, blue: number): readonly [L: number, a: number, b: number] {
  const [X, Y, Z] = xyzOf(red, green, blue);
  const [x, y, z] = [root(X / 0.9642), root(Y), root(Z / 0.8249)];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
