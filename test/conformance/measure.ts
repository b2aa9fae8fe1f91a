/** Boxes and lines of one page, px from the page's top left. */
export interface PageMeasure {
  /** Border boxes of all elements but inline ones, in document order. */
  readonly boxes: { name: string; x: number; y: number; width: number; height: number }[];
  /** The text of each text node, line by line; x of its left edge, y of the top of its glyphs' box (ascent above the baseline). */
  readonly lines: { text: string; x: number; y: number }[];
}

/** Largest difference allowed, px. */
export const TOLERANCE = 0.5;

const off = (a: number, b: number): boolean => Math.abs(a - b) > TOLERANCE;
/** The browser's range gives text as in the DOM, ours as set: letters' case aside. */
const same = (a: string, b: string): boolean => letters(a) === letters(b);
/** The browser's range has them in reading order, ours from left to right. */
const letters = (text: string): string => [...text.toUpperCase().replace(/[ \n\t]/g, '')].sort().join('');
const round = (n: number): number => Math.round(n * 100) / 100;

/** In words: what differs between a browser's page and ours. Empty: they agree. */
export function differences(theirs: PageMeasure, ours: PageMeasure): string[] {
  const found: string[] = [];
  const count = Math.max(theirs.boxes.length, ours.boxes.length);
  for (let i = 0; i < count; i++) {
    const [a, b] = [theirs.boxes[i], ours.boxes[i]];
    if (!a || !b || a.name !== b.name) {
      found.push(`box ${i}: browser ${a?.name ?? 'none'}, kit ${b?.name ?? 'none'}`);
      break;
    }
    const parts = (['x', 'y', 'width', 'height'] as const)
      .filter((key) => off(a[key], b[key]))
      .map((key) => `${key} browser ${round(a[key])}, kit ${round(b[key])}`);
    if (parts.length > 0) found.push(`box ${a.name}: ${parts.join('; ')}`);
  }
  const lines = Math.max(theirs.lines.length, ours.lines.length);
  for (let i = 0; i < lines; i++) {
    const [a, b] = [theirs.lines[i], ours.lines[i]];
    if (!a || !b || !same(a.text, b.text)) {
      found.push(`line ${i}: browser ‘${a?.text ?? 'none'}’, kit ‘${b?.text ?? 'none'}’`);
      break;
    }
    const parts = (['x', 'y'] as const)
      .filter((key) => off(a[key], b[key]))
      .map((key) => `${key} browser ${round(a[key])}, kit ${round(b[key])}`);
    if (parts.length > 0) found.push(`line ‘${a.text}’: ${parts.join('; ')}`);
  }
  return found;
}
