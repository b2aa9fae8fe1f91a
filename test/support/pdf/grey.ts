import type { RawPdf } from './raw.ts';
import { Name, type Stream } from './raw.ts';

/** Every name and operator of colour that is not grey, in all streams and dictionaries of a file. */
export function colours(raw: RawPdf): string[] {
  const found: string[] = [];
  const isStream = (value: unknown): value is Stream => typeof value === 'object' && value !== null && 'raw' in value;
  const names = (value: unknown): void => {
    if (
      value instanceof Name &&
      /^(DeviceRGB|DeviceCMYK|ICCBased|CalRGB|Lab|Separation|DeviceN|Pattern|Indexed)$/.test(value.name)
    )
      found.push(value.name);
    else if (Array.isArray(value)) value.forEach(names);
    else if (value instanceof Map) for (const inner of value.values()) names(inner);
    else if (isStream(value)) names(value.dict);
  };
  for (const [id, value] of raw.objects) {
    names(value);
    if (!isStream(value)) continue;
    const { dict } = value;
    const kind = dict.get('Subtype');
    const isContent =
      (kind instanceof Name && kind.name === 'Form') ||
      dict.has('PaintType') ||
      raw.pages.some((page) => String(raw.at(page.dict, 'Contents')) && raw.resolve(page.dict.get('Contents')) === value);
    if (!isContent) continue;
    const text = raw.text(value).replace(/\((?:[^()\\]|\\.)*\)|<[0-9a-fA-F\s]*>/g, '');
    for (const operator of text.matchAll(/(?<=^|\s)(rg|RG|k|K|cs|CS|sc|SC|scn|SCN)(?=\s|$)/g))
      found.push(`${id}: ${operator[0]}`);
  }
  return found;
}
