import { deflateSync } from 'node:zlib';
import type { ArtworkObject } from '../../../../core/artwork.ts';
import type { PdfFile } from '../../../../core/pdf/file.ts';
import {
  isDict,
  isStream,
  nameOf,
  type PdfDict,
  type PdfObject,
  type PdfStream,
  unsupported,
} from '../../../../core/pdf/objects.ts';
import { numbersOf } from './functions.ts';
import { type Pen, pen } from './pen.ts';
import { type GreyPicture, greyInline, greyPicture } from './pictures.ts';
import { shade, written } from './shade.ts';
import { greyShading } from './shadings.ts';
import { GREY, spaceOf } from './spaces.ts';

export { GREY_PATTERNS, type Pen } from './pen.ts';

/** What replaces entries of a dictionary. */
export interface Replaced {
  readonly without: ReadonlySet<string>;
  readonly more: (string | number)[];
}

/** Turns what a page shows grey, part by part. Each throws a PdfFault where it cannot. */
export interface GreyInk {
  pen(scope: PdfDict, inherits: boolean): Pen;
  inline(dict: PdfDict, data: Uint8Array, scope: PdfDict): string | null;
  picture(stream: PdfStream, scope: PdfDict): GreyPicture | Promise<GreyPicture>;
  /** Of shadings, and of masks by luminosity with a ground of their own. @param add makes an object */
  replaced(dict: PdfDict, scope: PdfDict, add: (object: ArtworkObject) => number): Replaced | null;
  /** Whether something was in colour. */
  readonly turned: boolean;
}

/** Spaces that stand in an array: none is left when all is turned. */
export const COLOURED = new Set(['ICCBased', 'CalRGB', 'CalGray', 'Lab', 'Separation', 'DeviceN', 'Indexed', 'Pattern']);

/** Blending that speaks of hues, which greys have none of (11.3.5.3). */
const OF_HUES = new Set(['Hue', 'Saturation', 'Color', 'Luminosity']);

export function greyInk(file: PdfFile): GreyInk {
  const made = shade();
  return {
    pen: (scope, inherits) => pen(file, scope, made, inherits),
    inline: (dict, data, scope) => greyInline(file, dict, data, scope, made),
    picture: (stream, scope) => greyPicture(file, stream, scope, made),
    replaced(dict, scope, add) {
      const mode = nameOf(file.entry(dict, 'BM'));
      if (mode !== undefined && OF_HUES.has(mode)) throw unsupported(`it blends colours by “${mode}”`);
      if (dict.entries.has('ShadingType')) {
        const { without, background, table } = greyShading(file, dict, scope, made);
        const id = add({
          parts: [`${table.head}/Filter/FlateDecode>>`],
          stream: deflateSync(table.samples, { level: 9 }),
        });
        return { without, more: ['/ColorSpace/DeviceGray', background, '/Function ', id] };
      }
      if (dict.entries.has('BC') && dict.entries.has('G')) {
        const ground = numbersOf(file, dict.entries.get('BC'));
        return { without: new Set(['BC']), more: [`/BC[${written(made.of(groupSpace(file, dict, scope), ground))}]`] };
      }
      // Of a font's drawings: their colours are written into them.
      if (!dict.entries.has('PatternType') && dict.entries.has('ColorSpace') && !dict.entries.has('Width'))
        return { without: new Set(['ColorSpace', 'Shading', 'Pattern']), more: [] };
      return null;
    },
    get turned() {
      return made.turned;
    },
  };
}

function groupSpace(file: PdfFile, mask: PdfDict, scope: PdfDict) {
  const form = file.entry(mask, 'G');
  const group = isStream(form) ? file.entry(form.dict, 'Group') : undefined;
  const space: PdfObject | undefined = isDict(group) ? group.entries.get('CS') : undefined;
  return space === undefined ? GREY : spaceOf(file, space, scope);
}
