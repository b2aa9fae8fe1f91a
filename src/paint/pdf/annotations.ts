import type { Link } from '../../core/display.ts';
import type { Rect } from '../../core/geometry.ts';
import { byteString, num, textString } from './syntax.ts';

/**
 * A link annotation (ISO 32000-1, 12.5.6.5) that prints as nothing. Contents is what a reader says for it (ISO 14289-1, 7.18.5).
 * @param area in PDF coordinates: y upwards, `y` the lower edge
 */
export function linkAnnotation(link: Link, area: Rect, structParent: number | null): string {
  const corners = [area.x, area.y, area.x + area.width, area.y + area.height].map(num).join(' ');
  return (
    `<</Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4/Contents${textString(link.label || link.href)}` +
    `/A<</S/URI/URI${byteString(asciiUri(link.href))}>>${structParent === null ? '' : `/StructParent ${structParent}`}>>`
  );
}

/** URIs are ASCII (RFC 3986): everything else is percent-encoded, what is encoded already stays. */
function asciiUri(href: string): string {
  return href.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(wellFormed(part)));
}

/** Half a surrogate pair has no UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
