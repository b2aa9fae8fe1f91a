import type { FontFace } from './types.ts';

const known = new WeakMap<Uint8Array, ReadonlySet<string>>();

/** Whether a font has glyphs or places for an OpenType feature ('smcp'): its tables GSUB and GPOS name it. */
export function hasFeature({ bytes }: FontFace, tag: string): boolean {
  let tags = known.get(bytes);
  if (!tags) {
    tags = new Set([...featureTags(bytes, 'GSUB'), ...featureTags(bytes, 'GPOS')]);
    known.set(bytes, tags);
  }
  return tags.has(tag);
}

/** ISO/IEC 14496-22: the table directory, then FeatureList of the layout table. */
function featureTags(bytes: Uint8Array, table: string): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tagAt = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  const count = bytes.byteLength >= 12 ? view.getUint16(4) : 0;
  for (let i = 0; i < count && 28 + i * 16 <= bytes.byteLength; i++) {
    if (tagAt(12 + i * 16) !== table) continue;
    const start = view.getUint32(12 + i * 16 + 8);
    if (start + 8 > bytes.byteLength) return [];
    const list = start + view.getUint16(start + 6);
    if (list + 2 > bytes.byteLength) return [];
    const features = Math.min(view.getUint16(list), Math.floor((bytes.byteLength - list - 2) / 6));
    return Array.from({ length: features }, (_, k) => tagAt(list + 2 + k * 6));
  }
  return [];
}
