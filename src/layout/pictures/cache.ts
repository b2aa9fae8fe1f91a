import type { Diagnostic } from '../../core/diagnostics.ts';
import type { RasterImage } from '../../core/display.ts';
import type { Rect } from '../../core/geometry.ts';
import type { World } from '../../core/world.ts';
import type { Picture } from '../types.ts';
import type { DrawnSvg } from './svg/index.ts';
import type { SvgElement } from './svg/tree.ts';

/** A file opened. `problem` lacks its place: that is the url of whoever asks. */
export type OpenedFile =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | {
      readonly kind: 'svg';
      readonly key: string;
      readonly root: SvgElement;
      readonly images: ReadonlyMap<string, RasterImage | null>;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'missing'; readonly problem: (label: string) => Diagnostic }
  | { readonly kind: 'missing'; readonly diagnostics: readonly Diagnostic[] };

/** One reading of a drawing for one set of the host's values. */
export interface Variant {
  readonly drawn: DrawnSvg;
  readonly picture: Picture;
  /** The host's values that it depends on. */
  readonly depends: ReadonlyMap<string, string | undefined>;
}

/** What has been opened, for one World: files are read once a process. Memory is bounded by the number and size of pictures of a campaign. */
export interface PictureCache {
  /** By path. */
  readonly files: Map<string, Promise<OpenedFile>>;
  /** By hash of the bytes: two copies of one file are one picture. */
  readonly contents: Map<string, Promise<OpenedFile>>;
  /** By key of the file or text of the inline element. */
  readonly drawings: Map<string, Variant[]>;
  readonly codes: Map<string, Picture | null>;
  /** Where the ink of logos of pixels stands, by content. */
  readonly inks: Map<string, Rect | null>;
  /** Pictures without their empty borders, by key. */
  readonly trimmed: Map<string, Picture>;
  /** Pictures in the size that they are printed in, by content, crop and size. */
  readonly reduced: Map<string, Promise<RasterImage>>;
}

const caches = new WeakMap<World, PictureCache>();

export function cacheOf(world: World): PictureCache {
  const known = caches.get(world);
  if (known) return known;
  const cache: PictureCache = {
    files: new Map(),
    contents: new Map(),
    drawings: new Map(),
    codes: new Map(),
    inks: new Map(),
    trimmed: new Map(),
    reduced: new Map(),
  };
  caches.set(world, cache);
  return cache;
}

/** Entries that `drawings` and `codes` may hold before they are emptied: they grow with the libraries, whose drawings may all differ. */
export const MAX_ENTRIES = 4000;

/** Puts a value; empties the map first where it has grown too large. */
export function remember<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (map.size >= MAX_ENTRIES) map.clear();
  map.set(key, value);
}
