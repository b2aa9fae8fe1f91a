import type { PdfFile } from '../../../core/pdf/file.ts';
import { isArray, isDict, nameOf, numberOf, type PdfDict, PdfFault } from '../../../core/pdf/objects.ts';

/** Character collections whose characters readers know (ISO 32000-1, 9.10.2). */
const KNOWN_COLLECTIONS = /^(?:GB1|CNS1|Japan1|Korea1|KR)$/;

/**
 * What of the standards for archives and readers a font does not keep (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
 *
 * @throws PdfFault where it is not embedded: no reader has to have it
 */
export function fontFaults(file: PdfFile, font: PdfDict): readonly string[] {
  const entry = (dict: PdfDict, key: string) => file.entry(dict, key);
  const type = nameOf(entry(font, 'Subtype'));
  const name = (nameOf(entry(font, 'BaseFont')) ?? nameOf(entry(font, 'Name')) ?? 'without a name').replace(/^[A-Z]{6}\+/, '');
  const toUnicode = entry(font, 'ToUnicode') !== undefined;
  const silent = [`the font ${name} does not say which letters its glyphs are`];
  if (type === 'Type3') return toUnicode ? [] : silent;
  const list = entry(font, 'DescendantFonts');
  const descendant = isArray(list) ? file.resolve(list.items[0]) : undefined;
  const bearer = type === 'Type0' && isDict(descendant) ? descendant : font;
  const descriptor = entry(bearer, 'FontDescriptor');
  if (!isDict(descriptor) || !['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.entries.has(key)))
    throw new PdfFault('font', `the font ${name} is not embedded`);
  if (toUnicode) return [];
  if (type === 'Type0') {
    const system = entry(bearer, 'CIDSystemInfo');
    const ordering = isDict(system) ? entry(system, 'Ordering') : undefined;
    const collection = typeof ordering === 'object' && ordering?.kind === 'string' ? ordering.bytes : '';
    return KNOWN_COLLECTIONS.test(collection) ? [] : silent;
  }
  const symbolic = ((numberOf(entry(descriptor, 'Flags')) ?? 4) & 4) !== 0;
  const encoding = entry(font, 'Encoding');
  const named = ['WinAnsiEncoding', 'MacRomanEncoding'].includes(nameOf(encoding) ?? '');
  return named && !symbolic ? [] : silent;
}
