import type { PrintingCondition } from '../inks/profile.ts';
import { greyProfile, srgbProfile } from './icc.ts';
import { byteString, ref, textString } from './syntax.ts';
import { deflateOnce, FLATE, type Objects } from './writer.ts';

/** For what a file's colours are meant (ISO 32000-1, 14.11.5). */
export interface OutputIntent {
  readonly subtype: 'GTS_PDFA1' | 'GTS_PDFX';
  /** In `registry`, where there is one. */
  readonly identifier: string;
  readonly info: string;
  readonly registry?: string;
  readonly channels: 1 | 3 | 4;
  /** Deflated. */
  readonly profile: Uint8Array;
}

export const screenIntent = (): OutputIntent => ({
  subtype: 'GTS_PDFA1',
  identifier: 'sRGB IEC61966-2.1',
  info: 'sRGB IEC61966-2.1',
  channels: 3,
  profile: deflateOnce(srgbProfile()),
});

export const greyIntent = (): OutputIntent => ({
  subtype: 'GTS_PDFA1',
  identifier: 'Grey, the tones of sRGB',
  info: 'Grey, the tones of sRGB',
  channels: 1,
  profile: deflateOnce(greyProfile()),
});

/** What ICC's registry of printing conditions calls the one that comes with kit. */
export const FOGRA39 = { identifier: 'FOGRA39', registry: 'http://www.color.org' } as const;

/** @param registered absent: a profile of somebody's own, which goes by its description */
export const pressIntent = (
  { bytes, description }: PrintingCondition,
  registered?: { readonly identifier: string; readonly registry: string },
): OutputIntent => ({
  subtype: 'GTS_PDFX',
  identifier: registered?.identifier ?? 'Custom',
  info: description || 'CMYK',
  ...(registered && { registry: registered.registry }),
  channels: 4,
  profile: deflateOnce(bytes),
});

/** The catalog's OutputIntents. */
export function writeIntent(objects: Objects, { subtype, identifier, info, registry, channels, profile }: OutputIntent): string {
  const stream = objects.add(`<</N ${channels}${FLATE}>>`, profile);
  const where = registry === undefined ? '' : `/RegistryName${byteString(registry)}`;
  const intent = objects.add(
    `<</Type/OutputIntent/S/${subtype}/OutputConditionIdentifier${byteString(identifier)}${where}/Info${textString(info)}/DestOutputProfile ${ref(stream)}>>`,
  );
  return `[${ref(intent)}]`;
}
