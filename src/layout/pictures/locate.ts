import { type Diagnostic, error } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { artworkPart } from './pdf/part.ts';
import type { PictureRoots } from './types.ts';

/** A picture in the url itself is at most this long: a small mark, no photograph. */
const MAX_DATA_URL = 64 * 1024;

export type Location =
  | {
      readonly kind: 'file';
      readonly path: string /** As the user knows it: below the campaign's folder. */;
      readonly label: string;
      /** Of a PDF, what stands after `#`. */
      readonly fragment?: string;
    }
  | { readonly kind: 'data'; readonly bytes: Uint8Array; readonly label: string }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

const HINT = 'Name a file in the template set (images/a.svg) or in the campaign (campaign:images/a.jpg).';

function refused(
  code: 'picture-url' | 'file-outside' | 'picture-broken',
  message: string,
  span: Span | undefined,
  hint = HINT,
): Location {
  return { kind: 'refused', diagnostic: error(code, message, { span, hint }) };
}

function dataUrl(url: string, span: Span | undefined): Location {
  if (url.length > MAX_DATA_URL)
    return refused('picture-url', `The picture in this url is larger than ${MAX_DATA_URL / 1024} kB.`, span);
  if (!/^data:[^,]*,/i.test(url)) return refused('picture-broken', 'This data: url holds no picture.', span);
  const bytes = dataBytes(url);
  if (!bytes) return refused('picture-broken', 'This data: url is not encoded as it says.', span);
  return { kind: 'data', bytes, label: 'data:' };
}

/** What a `data:` url holds (RFC 2397). null: it is not encoded as it says. */
export function dataBytes(url: string): Uint8Array | null {
  const match = /^data:[^,]*?(;base64)?,(.*)$/is.exec(url);
  if (!match) return null;
  const body = match[2] ?? '';
  try {
    return match[1] ? Buffer.from(body, 'base64') : Buffer.from(decodeURIComponent(body), 'utf8');
  } catch {
    return null;
  }
}

/** Where a url leads. Folders above the two roots, absolute paths and other machines are refused before the disk is asked. */
export function locatePicture(url: string, roots: PictureRoots, span: Span | undefined): Location {
  if (/^data:/i.test(url)) return dataUrl(url, span);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const campaign = scheme === 'campaign';
  if (scheme !== undefined && !campaign) return refused('picture-url', `Pictures are not read from “${scheme}:”.`, span);
  let written = campaign ? url.slice('campaign:'.length) : url;
  const fragment = /\.pdf#(.*)$/is.exec(written)?.[1];
  if (fragment !== undefined) {
    if (!artworkPart(fragment))
      return refused(
        'picture-url',
        `“#${fragment}” names no part of a PDF.`,
        span,
        'Write art.pdf#page=2, art.pdf#box=bleed or art.pdf#page=2&box=bleed.',
      );
    written = written.slice(0, -fragment.length - 1);
  }
  try {
    written = decodeURIComponent(written);
  } catch {
    // A lone % is a part of the name.
  }
  if (written === '') return refused('picture-url', 'The url is empty.', span);
  if (written.includes('#') || written.includes('?'))
    return refused('picture-url', `“${url}” has a part after # or ?, which files do not have.`, span);
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return refused('file-outside', `“${url}” leads out of the folder.`, span);
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  const odd =
    written.startsWith('/') || written.includes('\\') || written.includes('\0') || parts.some((p) => /^[a-z]:/i.test(p));
  if (odd || parts.length === 0) return refused('file-outside', `“${url}” is no path inside the folder.`, span);
  const root = campaign ? roots.campaign : roots.template;
  const path = [root.replace(/[/\\]+$/, ''), ...parts].join('/');
  return { kind: 'file', path, label: (campaign ? '' : (roots.label ?? '')) + parts.join('/'), ...(fragment && { fragment }) };
}
