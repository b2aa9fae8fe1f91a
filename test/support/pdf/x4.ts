import { type Dict, Name, type RawPdf, Ref, readRaw, Stream, type Value } from './raw.ts';

type Box = readonly [number, number, number, number];

const inside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] - 0.001 && inner[1] >= outer[1] - 0.001 && inner[2] <= outer[2] + 0.001 && inner[3] <= outer[3] + 0.001;
const meets = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
const boxOf = (value: Value): Box | null =>
  Array.isArray(value) && value.length === 4 && value.every((n) => typeof n === 'number') ? (value as unknown as Box) : null;
const nameOf = (value: Value): string | null => (value instanceof Name ? value.name : null);

/** What of PDF/X-4 (ISO 15930-7:2010) a file breaks, as sentences that begin with the clause; none: it keeps all that is looked at here. */
export function x4Faults(pdf: Uint8Array): string[] {
  const raw = readRaw(pdf);
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const head = Buffer.from(pdf.subarray(0, 8)).toString('latin1');
  must(/^%PDF-1\.[3-6]$/.test(head), `6.1 the file says ${head}`);
  must(!raw.trailer.has('Encrypt'), '6.6 the file is encrypted');
  const id = raw.at(raw.trailer.get('ID'));
  must(Array.isArray(id) && id.length === 2, '6.16 no ID in the trailer');
  identification(raw, must);
  intents(raw, must);
  for (const { dict } of raw.pages) page(raw, dict, must);
  must(!raw.root.has('OpenAction') && !raw.root.has('AA') && raw.at(raw.root, 'Names', 'JavaScript') === null, '6.18 actions');
  for (const object of raw.objects.values()) {
    const dict = object instanceof Stream ? object.dict : object;
    if (dict instanceof Map) resource(raw, dict, must);
  }
  return [...new Set(faults)];
}

type Must = (holds: boolean, fault: string) => void;

function identification(raw: RawPdf, must: Must): void {
  const info = raw.at(raw.trailer.get('Info'));
  const said = (key: string): Value => (info instanceof Map ? raw.at(info.get(key)) : null);
  for (const key of ['Title', 'CreationDate', 'ModDate'])
    must(typeof said(key) === 'string' && said(key) !== '', `6.16 Info has no ${key}`);
  must(said('Trapped') === null || said('Trapped') instanceof Name, '6.14 Trapped in Info is no name');
  const stream = raw.at(raw.root.get('Metadata'));
  const xmp = stream instanceof Stream ? Buffer.from(raw.bytes(stream)).toString('utf8') : '';
  const value = (tag: string): string | undefined => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xmp)?.[1];
  must(
    value('pdfxid:GTS_PDFXVersion') === 'PDF/X-4' && xmp.includes('http://www.npes.org/pdfx/ns/id/'),
    '6.2 XMP does not say PDF/X-4',
  );
  must(/^(True|False)$/.test(value('pdf:Trapped') ?? ''), '6.14 XMP does not say whether it is trapped');
  for (const tag of ['xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass'])
    must(value(tag) !== undefined, `6.16 XMP has no ${tag}`);
  must(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</.test(xmp), '6.16 XMP has no title');
  const date = (text: Value): string => String(text).replace(/\D/g, '').slice(0, 14);
  must(date(value('xmp:CreateDate') ?? '-') === date(said('CreationDate')), '6.16 the dates of creation differ');
  must(date(value('xmp:ModifyDate') ?? '-') === date(said('ModDate')), '6.16 the dates of change differ');
}

function intents(raw: RawPdf, must: Must): void {
  const all = raw.at(raw.root.get('OutputIntents'));
  const own = (Array.isArray(all) ? all : []).filter((one) => nameOf(raw.at(one, 'S')) === 'GTS_PDFX');
  must(own.length === 1, `6.2.2 ${own.length} output intents for printing`);
  const [intent] = own;
  if (intent === undefined) return;
  must(typeof raw.at(intent, 'OutputConditionIdentifier') === 'string', '6.2.2 the output intent has no identifier');
  const profile = raw.at(intent, 'DestOutputProfile');
  const bytes = profile instanceof Stream ? Buffer.from(raw.bytes(profile)).toString('latin1') : '';
  must(bytes.slice(36, 40) === 'acsp' && bytes.slice(12, 20) === 'prtrCMYK', '6.2.2 no profile of a CMYK printer is embedded');
  must(raw.at(profile, 'N') === 4, '6.2.2 the profile has not four channels');
}

function page(raw: RawPdf, dict: Dict, must: Must): void {
  const media = boxOf(raw.at(dict.get('MediaBox')));
  const trim = boxOf(raw.at(dict.get('TrimBox')));
  const bleed = boxOf(raw.at(dict.get('BleedBox')));
  const crop = boxOf(raw.at(dict.get('CropBox')));
  must(media !== null && trim !== null, '6.10 a page has no trim box');
  must(!dict.has('ArtBox'), '6.10 a page has a trim box and an art box');
  if (media && trim)
    must(inside(trim, bleed ?? media) && inside(bleed ?? trim, media), '6.10 trim, bleed and media are not one in the other');
  if (crop && trim) must(inside(trim, crop), '6.10 the crop box cuts the trim');
  const annotations = raw.at(dict.get('Annots'));
  for (const one of Array.isArray(annotations) ? annotations : []) {
    const area = boxOf(raw.at(one, 'Rect'));
    const ground = bleed ?? trim;
    must(!(area && ground && meets(area, ground)), '6.17 an annotation lies on the page');
  }
  must(!dict.has('AA'), '6.18 a page has actions');
  const group = raw.at(dict.get('Group'), 'CS');
  must(group === null || nameOf(group) !== 'DeviceRGB', '6.2.4 the page blends in RGB');
  const contents = raw.at(dict.get('Contents'));
  for (const part of Array.isArray(contents) ? contents : [contents]) operators(raw.text(part), must);
}

/** Operators of a content stream, strings aside. */
function operators(content: string, must: Must): void {
  const words = content.replace(/\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g, ' ');
  must(!/(?:^|\s)(?:rg|RG)(?=\s|$)/.test(words), '6.2.4 RGB in a content stream');
  must(!/\/DeviceRGB\s+(?:cs|CS)/.test(words), '6.2.4 RGB in a content stream');
}

/** What any dictionary of the file may not be. */
function resource(raw: RawPdf, dict: Dict, must: Must): void {
  const type = nameOf(raw.at(dict.get('Type')));
  const subtype = nameOf(raw.at(dict.get('Subtype')));
  const space = raw.at(dict.get('ColorSpace'));
  const spaceName = nameOf(Array.isArray(space) ? raw.at(space[0]) : space);
  must(spaceName !== 'DeviceRGB' && spaceName !== 'CalRGB', '6.2.4 a picture or a shading in RGB');
  must(nameOf(raw.at(dict.get('Group'), 'CS')) !== 'DeviceRGB', '6.2.4 a transparency group in RGB');
  must(nameOf(raw.at(dict.get('Filter'))) !== 'LZWDecode', '6.5 LZW');
  must(subtype !== 'PS', '6.15 PostScript');
  if (type === 'ExtGState') must(!dict.has('TR') && !dict.has('HTP'), '6.7 a transfer function');
  if (type === 'FontDescriptor')
    must(
      ['FontFile', 'FontFile2', 'FontFile3'].some((key) => dict.has(key)),
      '6.3 a font is not embedded',
    );
  if (type === 'Font' && subtype !== 'Type0' && subtype !== 'Type3')
    must(dict.get('FontDescriptor') instanceof Ref, '6.3 a font is not embedded');
  for (const object of subtype === 'Form' ? [dict] : []) {
    const stream = [...raw.objects.values()].find((one) => one instanceof Stream && one.dict === object);
    // A default space says what RGB is (6.2.4).
    const defined = raw.at(dict.get('Resources'), 'ColorSpace', 'DefaultRGB') !== null;
    if (stream)
      operators(raw.text(stream), defined ? (holds, fault) => must(holds || fault.startsWith('6.2.4 RGB'), fault) : must);
  }
}
