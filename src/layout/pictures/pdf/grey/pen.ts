import type { PdfFile } from '../../../../core/pdf/file.ts';
import { nameOf, numberOf, type PdfDict, type PdfObject, unsupported, writtenName } from '../../../../core/pdf/objects.ts';
import { type Shade, written } from './shade.ts';
import { CMYK, GREY, RGB, type Space, spaceOf } from './spaces.ts';

/** The name under which a stream's resources hold `[/Pattern/DeviceGray]`: what uncoloured patterns are painted in. */
export const GREY_PATTERNS = 'KitGreyPatterns';

/** Turns the colours of one content stream grey as its operators come by. */
export interface Pen {
  /** What to write in an operator's place; undefined: what stands there. */
  turn(word: string, operands: readonly PdfObject[]): string | undefined;
  /** Whether the stream has need of `GREY_PATTERNS`. */
  readonly patterns: boolean;
}

const SET: Readonly<Record<string, Space>> = { g: GREY, G: GREY, rg: RGB, RG: RGB, k: CMYK, K: CMYK };

/** @param inherits whether the stream begins with a colour of who paints it (8.10.1), which is not known here */
export function pen(file: PdfFile, scope: PdfDict, shade: Shade, inherits: boolean): Pen {
  const states: { fill: Space | null; stroke: Space | null }[] = [];
  let now: { fill: Space | null; stroke: Space | null } = inherits ? { fill: null, stroke: null } : { fill: GREY, stroke: GREY };
  let patterns = false;
  const numbers = (operands: readonly PdfObject[]): number[] => operands.flatMap((o) => numberOf(o) ?? []);
  const grey = (space: Space, components: readonly number[], stroke: boolean): string =>
    `${written(shade.of(space, components))} ${stroke ? 'G' : 'g'}`;
  return {
    turn(word, operands) {
      const stroke = word === word.toUpperCase();
      const which = stroke ? 'stroke' : 'fill';
      switch (word) {
        case 'q':
          states.push(now);
          return undefined;
        case 'Q':
          now = states.pop() ?? now;
          return undefined;
        case 'g':
        case 'G':
        case 'rg':
        case 'RG':
        case 'k':
        case 'K': {
          const space = SET[word] ?? GREY;
          now = { ...now, [which]: space };
          return grey(space, numbers(operands), stroke);
        }
        case 'cs':
        case 'CS': {
          const space = spaceOf(file, operands[0], scope);
          now = { ...now, [which]: space };
          if (!space.pattern) return grey(space, space.first, stroke);
          if (!space.pattern.base) return `/Pattern ${word}`;
          patterns = true;
          return `/${GREY_PATTERNS} ${word}`;
        }
        case 'sc':
        case 'SC':
        case 'scn':
        case 'SCN': {
          const space = now[which];
          if (!space) throw unsupported('a form of it paints in a colour space that it does not name');
          if (!space.pattern) return grey(space, numbers(operands), stroke);
          const name = nameOf(operands.at(-1));
          if (name === undefined) throw unsupported('a pattern of it is not named');
          const { base } = space.pattern;
          return `${base ? `${written(shade.of(base, numbers(operands)))} ` : ''}${writtenName(name)} ${word.toLowerCase() === 'sc' ? `${word}${stroke ? 'N' : 'n'}` : word}`;
        }
      }
      return undefined;
    },
    get patterns() {
      return patterns;
    },
  };
}
