import { describe, expect, test } from 'vitest';
import type { Fragment, LineFragment } from '../../../src/layout/types.ts';
import { layInType } from './real-type.ts';

const linesOf = (f: Fragment): LineFragment[] => [...(f.lines ?? []), ...f.children.flatMap(linesOf)];
const divides = (line: LineFragment | undefined): boolean =>
  line?.items.some((item) => item.kind === 'text' && item.actualText === '\u00ad') ?? false;

const text =
  'Biblioteket inviterer til fællesspisning og foredragsaften for danskere og nytilkomne. Medarbejderne hjælper gerne med tilmelding, kørestolsramper og vegetariske ingredienser. '.repeat(
    4,
  );

describe('the last line of a page or column', () => {
  const heights = Array.from({ length: 14 }, (_, i) => 60 + i * 14.4);
  const set = (wrap: string, height: number, body = `<p>${text}</p>`) =>
    layInType(body, `p { hyphens: auto; text-wrap: ${wrap} }`, { width: 140, height });

  test('ends in no divided word where text-wrap is pretty', () => {
    const ends = (wrap: string) =>
      heights.flatMap((height) =>
        set(wrap, height)
          .slice(0, -1)
          .map(({ fragment }) => divides(linesOf(fragment).at(-1))),
      );
    expect(ends('pretty')).not.toContain(true);
    // The text has hyphens enough to tell.
    expect(ends('wrap')).toContain(true);
  });

  test('nothing is lost or doubled by it', () => {
    const words = (pages: ReturnType<typeof set>) =>
      pages.flatMap(({ fragment }) => linesOf(fragment).map(({ start, end }) => [start, end]));
    for (const height of heights) {
      const found = words(set('pretty', height));
      expect(found.slice(1).map(([start]) => start)).toEqual(found.slice(0, -1).map(([, end]) => end));
    }
  });

  test('holds for columns', () => {
    const pages = layInType(
      `<div style="columns:3;column-gap:10pt;height:90pt;column-fill:auto"><p>${text}</p></div>`,
      'p { hyphens: auto; text-wrap: pretty }',
    );
    const columns = pages.flatMap(({ fragment }) => {
      const find = (f: Fragment): readonly Fragment[] => (f.box.style.columns ? f.children : f.children.flatMap(find));
      return find(fragment);
    });
    expect(columns.length).toBeGreaterThan(2);
    for (const column of columns.slice(0, -1)) expect(divides(linesOf(column).at(-1))).toBe(false);
  });
});
