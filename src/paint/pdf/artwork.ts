import type { Artwork } from '../../core/artwork.ts';
import type { Document, Item } from '../../core/display.ts';
import { srgbProfile } from './icc.ts';
import { ref } from './syntax.ts';
import { deflateOnce, FLATE, type Resource } from './writer.ts';

/** Artwork is opened once a process; what it needs is written once a document, in the same order each time. */
const resources = new WeakMap<Artwork, Resource>();
const pressed = new WeakMap<Artwork, Resource>();

/** What RGB is meant by in a file of plates (ISO 32000-1, 8.6.5.6). */
const SRGB: Resource = {
  category: 'XObject',
  emit: (objects) => objects.add(`<</N 3${FLATE}>>`, deflateOnce(srgbProfile())),
};

/** @param press whether the file has no RGB of its own */
export function artworkResource(artwork: Artwork, press: boolean): Resource {
  const cache = press ? pressed : resources;
  const known = cache.get(artwork);
  if (known) return known;
  const made: Resource = {
    category: 'XObject',
    emit(objects) {
      const ids = artwork.objects.map(() => objects.reserve());
      const space = press && artwork.rgb ? `/DefaultRGB[/ICCBased ${ref(objects.idOf(SRGB))}]` : '';
      const defaultSpace = (wrapped: boolean): string => (wrapped && space !== '' ? `/ColorSpace<<${space}>>` : space);
      artwork.objects.forEach(({ parts, stream }, i) => {
        const body = parts
          .map((part) =>
            typeof part === 'number'
              ? ref(ids[part] ?? 0)
              : typeof part === 'string'
                ? part
                : defaultSpace(part.defaultRgb === 'for'),
          )
          .join('');
        objects.fill(ids[i] ?? 0, body, stream);
      });
      return ids[0] ?? 0;
    },
  };
  cache.set(artwork, made);
  return made;
}

/** Which standards a tagged file may claim under an output intent of a screen, by the artwork that it shows. */
export function claimsWith(document: Document): 'archive' | 'accessible' | 'none' {
  let claims: 'archive' | 'accessible' | 'none' = 'archive';
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === 'group' && item.key === undefined) visit(item.items);
      if (item.kind !== 'artwork') continue;
      if (item.artwork.faults.length > 0) claims = 'none';
      else if (item.artwork.cmyk && claims === 'archive') claims = 'accessible';
    }
  };
  for (const page of document.pages) visit(page.items);
  return claims;
}
