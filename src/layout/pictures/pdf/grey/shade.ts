import type { Space } from './spaces.ts';

/** Less than this between the strongest and the weakest light is no colour to anybody. */
const CHROMA = 0.09;

/** Turns colours grey, and remembers whether one was lost. */
export interface Shade {
  /** 0..1, by the weights of ISO 32000-1, 11.3.5.3. */
  of(space: Space, components: readonly number[]): number;
  readonly turned: boolean;
}

export function shade(): Shade {
  let turned = false;
  return {
    of(space, components) {
      const [r, g, b] = space.light(components);
      if (Math.max(r, g, b) - Math.min(r, g, b) > CHROMA) turned = true;
      return 0.3 * r + 0.59 * g + 0.11 * b;
    },
    get turned() {
      return turned;
    },
  };
}

/** No exponents, and as fine as eight bits ask for. */
export const written = (grey: number): string => String(Number(grey.toFixed(4)));
