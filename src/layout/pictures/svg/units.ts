/** CSS pixels in one unit; a user unit is a pixel (css-values-4, 6.2). */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  q: 96 / 101.6,
};

/**
 * A length in user units. null: it cannot be read, or depends on fonts.
 * @param base what 100% is, in user units; absent: percentages are not allowed
 */
export function parseLength(text: string, base?: number): number | null {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)\s*$/i.exec(text);
  if (!match) return null;
  const value = Number(match[1]);
  const unit = (match[2] ?? '').toLowerCase();
  const factor = unit === '%' ? (base === undefined ? undefined : base / 100) : UNITS[unit];
  const length = factor === undefined ? Number.NaN : value * factor;
  return Number.isFinite(length) ? length : null;
}

/** A number or a percentage of 1. null: neither. */
export function parseRatio(text: string): number | null {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)\s*$/i.exec(text);
  if (!match) return null;
  return Number(match[1]) / (match[2] ? 100 : 1);
}
