/** Which part of a PDF an address names: `art.pdf#page=2&box=bleed`. */
export interface ArtworkPart {
  /** From 1. */
  readonly page: number;
  readonly box: 'trim' | 'bleed' | 'crop' | 'media';
}

/** null: the part is not written so. */
export function artworkPart(fragment: string): ArtworkPart | null {
  let [page, box]: [number, ArtworkPart['box']] = [1, 'trim'];
  for (const part of fragment === '' ? [] : fragment.split('&')) {
    const found = /^(?:page=([1-9]\d{0,4})|box=(trim|bleed|crop|media))$/.exec(part);
    if (!found) return null;
    if (found[1]) page = Number(found[1]);
    else box = found[2] as ArtworkPart['box'];
  }
  return { page, box };
}

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

export const WHOLE: ArtworkPart = { page: 1, box: 'trim' };
