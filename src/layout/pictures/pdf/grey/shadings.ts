import type { PdfFile } from '../../../../core/pdf/file.ts';
import { numberOf, type PdfDict, unsupported } from '../../../../core/pdf/objects.ts';
import { functionOf, numbersOf } from './functions.ts';
import { type Shade, written } from './shade.ts';
import { spaceOf } from './spaces.ts';

/** More steps than an office printer has greys. */
const STEPS = 512;

export interface GreyShading {
  /** What of its dictionary is replaced. */
  readonly without: ReadonlySet<string>;
  readonly background: string;
  /** From the shading's own parameter to grey: dictionary and samples. */
  readonly table: { readonly head: string; readonly samples: Uint8Array };
}

/** A shading (8.7.4.5) whose colours are a function of one number; where each corner has colours of its own, they are not turned. */
export function greyShading(file: PdfFile, dict: PdfDict, scope: PdfDict, shade: Shade): GreyShading {
  const type = numberOf(file.entry(dict, 'ShadingType')) ?? 0;
  if (type === 1 || !dict.entries.has('Function')) throw unsupported('it has a gradient between more than two colours at once');
  const space = spaceOf(file, dict.entries.get('ColorSpace'), scope);
  const colour = functionOf(file, dict.entries.get('Function'));
  const [low = 0, high = 1] = numbersOf(file, dict.entries.get(type < 4 ? 'Domain' : 'Decode')).slice(type < 4 ? 0 : 4);
  const samples = new Uint8Array(STEPS);
  for (let i = 0; i < STEPS; i++)
    samples[i] = Math.round(255 * shade.of(space, colour([low + (i * (high - low)) / (STEPS - 1)])));
  const background = numbersOf(file, dict.entries.get('Background'));
  return {
    without: new Set(['ColorSpace', 'Function', 'Background']),
    background: background.length > 0 ? `/Background[${written(shade.of(space, background))}]` : '',
    table: {
      head: `<</FunctionType 0/Domain[${low} ${high}]/Range[0 1]/Size[${STEPS}]/BitsPerSample 8`,
      samples,
    },
  };
}
