import { deflateSync } from 'node:zlib';
import type { ArtworkObject, DefaultSpace } from '../../../core/artwork.ts';
import type { PdfFile } from '../../../core/pdf/file.ts';
import { filtersOf } from '../../../core/pdf/filters.ts';
import {
  broken,
  isArray,
  isDict,
  isRef,
  isStream,
  nameOf,
  numberOf,
  type PdfDict,
  PdfFault,
  type PdfObject,
  type PdfStream,
  unsupported,
  writtenName,
  writtenString,
} from '../../../core/pdf/objects.ts';
import type { PdfBox, PdfPage } from '../../../core/pdf/pages.ts';
import { rewrite } from './content.ts';
import { fontFaults } from './fonts.ts';
import { COLOURED, GREY_PATTERNS, type GreyInk, type Pen } from './grey/index.ts';
import { layersOf } from './layers.ts';

export interface ImportedPage {
  readonly width: number;
  readonly height: number;
  readonly objects: readonly ArtworkObject[];
  readonly faults: readonly string[];
  readonly cmyk: boolean;
  readonly rgb: boolean;
}

const MAX_OBJECTS = 50_000;
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_DEPTH = 100;

/** What a page's art has no use for, or must not bring along: structure, layers, histories, other files, halftones of one machine. */
const DROPPED = new Set(
  'Metadata PieceInfo StructParent StructParents OC OPI Ref LastModified AF Alternates Alternate Measure PtData Parent SpiderInfo CharSet CIDSet'.split(
    ' ',
  ),
);
const DROPPED_STATES = new Set('TR TR2 HT HTP HTO BG BG2 UCR UCR2 UseBlackPtComp'.split(' '));
const STREAM_KEYS = new Set(['Length', 'F', 'FFilter', 'FDecodeParms', 'DL']);
const BLENDS = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  ),
);

type Parts = (string | number | DefaultSpace)[];

/** What a picture's dictionary says of its samples. */
const SAMPLES = ['ColorSpace', 'Decode', 'BitsPerComponent', 'Filter', 'DecodeParms', 'Intent'] as const;

/** A page as a form and what it needs. @param ink turns it grey, where it is for one ink @throws PdfFault */
export async function importPage(file: PdfFile, page: PdfPage, box: PdfBox, ink?: GreyInk): Promise<ImportedPage> {
  const objects: ArtworkObject[] = [];
  const faults = new Set<string>();
  const known = new Map<string, number>();
  const open = new Set<string>();
  const hidden = layersOf(file);
  let cmyk = false;
  let rgb = false;
  let transparent = false;
  let weight = 0;
  let scopes = 0;
  const scopeIds = new WeakMap<object, number>();
  const glyphs = new Map<PdfStream, Uint8Array>();
  const masks = new Set<PdfStream>();
  const waiting: Promise<unknown>[] = [];

  /** The spaces that stand for those of a device (8.6.5.6). */
  const defaultsOf = (scope: PdfDict): readonly string[] => {
    const spaces = ink ? undefined : file.entry(scope, 'ColorSpace');
    return isDict(spaces) ? ['DefaultGray', 'DefaultRGB', 'DefaultCMYK'].filter((key) => spaces.entries.has(key)) : [];
  };

  const add = (object: ArtworkObject, at?: number): number => {
    weight += object.stream?.length ?? 0;
    if (objects.length > MAX_OBJECTS) throw new PdfFault('too-large', 'the page needs too many objects');
    if (weight > MAX_BYTES) throw new PdfFault('too-large', `the page holds more than ${MAX_BYTES / 1024 / 1024} MB`);
    if (at === undefined) return objects.push(object) - 1;
    objects[at] = object;
    return at;
  };

  /** A value that stands in another; references become objects of ours. */
  const value = (o: PdfObject | undefined, scope: PdfDict, depth: number): Parts => {
    if (depth > MAX_DEPTH) throw broken('its objects are nested too deep');
    if (o === undefined || o === null) return [' null'];
    if (typeof o === 'boolean') return [` ${o}`];
    switch (o.kind) {
      case 'number':
        return [` ${o.written}`];
      case 'name':
        if (o.name === 'DeviceCMYK' && !defaultsOf(scope).includes('DefaultCMYK')) cmyk = true;
        if (o.name === 'DeviceRGB' && !defaultsOf(scope).includes('DefaultRGB')) rgb = true;
        return [writtenName(o.name)];
      case 'string':
        return [writtenString(o.bytes)];
      case 'array':
        if (ink && COLOURED.has(nameOf(o.items[0]) ?? '')) throw unsupported('a colour of it stands where none is looked for');
        return ['[', ...o.items.flatMap((item) => [...value(item, scope, depth + 1), ' ']), ']'];
      case 'dict':
        return dictionary(o, scope, depth + 1);
      case 'stream':
        throw broken('a stream stands inside another object');
      default:
        return [' ', object(o, scope, depth + 1)];
    }
  };

  const dictionary = (dict: PdfDict, scope: PdfDict, depth: number, without?: ReadonlySet<string>, more: Parts = []): Parts => {
    const grey = ink?.replaced(dict, scope, add);
    const type = nameOf(file.entry(dict, 'Type'));
    const parts: Parts = ['<<'];
    if (type === 'Font' && !nameOf(file.entry(dict, 'Subtype'))?.startsWith('CIDFont'))
      for (const fault of fontFaults(file, dict)) faults.add(fault);
    if (type === 'ExtGState' || dict.entries.has('BM') || dict.entries.has('SMask')) look(dict);
    const type2 = nameOf(file.entry(dict, 'Subtype')) === 'CIDFontType2';
    for (const [key, entry] of dict.entries) {
      if (DROPPED.has(key) || without?.has(key) || grey?.without.has(key)) continue;
      // The transfer function of a mask (11.6.5.2) is no halftone's.
      if (DROPPED_STATES.has(key) && !dict.entries.has('Subtype') && !dict.entries.has('G')) continue;
      if (key === 'Interpolate') continue;
      if (key === 'G' && dict.entries.has('S')) {
        const mask = file.resolve(entry);
        if (isStream(mask)) masks.add(mask);
      }
      parts.push(writtenName(key), ...value(entry, scope, depth));
    }
    if (type2 && !dict.entries.has('CIDToGIDMap')) parts.push('/CIDToGIDMap/Identity');
    return [...parts, ...(grey?.more ?? []), ...more, '>>'];
  };

  /** RGB as the space to blend in is left to the page, which has one that fits its file; a mask needs one of its own (11.6.5.2). */
  const groupOf = (group: PdfDict, mask: boolean, scope: PdfDict, depth: number): Parts => {
    const left = !mask && (ink !== undefined || nameOf(file.entry(group, 'CS')) === 'DeviceRGB');
    const grey = ink && mask;
    return dictionary(group, scope, depth, left || grey ? new Set(['CS']) : undefined, grey ? ['/CS/DeviceGray'] : []);
  };

  /** A graphics state: what it means for the page as a whole. */
  const look = (dict: PdfDict): void => {
    const modes = file.entry(dict, 'BM');
    for (const mode of isArray(modes) ? modes.items : modes === undefined ? [] : [modes]) {
      const name = nameOf(file.resolve(mode)) ?? '';
      if (!BLENDS.has(name)) throw unsupported(`it blends colours by “${name}”`);
      if (name !== 'Normal' && name !== 'Compatible') transparent = true;
    }
    const mask = file.entry(dict, 'SMask');
    if (isDict(mask) || isStream(mask)) transparent = true;
    for (const key of ['ca', 'CA']) {
      const alpha = file.entry(dict, key);
      if (typeof alpha === 'object' && alpha?.kind === 'number' && alpha.value < 1) transparent = true;
    }
    for (const key of ['TR', 'TR2']) {
      const transfer = file.entry(dict, key);
      if (transfer !== undefined && !['Identity', 'Default'].includes(nameOf(transfer) ?? ''))
        throw unsupported('it changes colours by a transfer function');
    }
  };

  const scopeOf = (scope: PdfDict): number => {
    const id = scopeIds.get(scope) ?? ++scopes;
    scopeIds.set(scope, id);
    return id;
  };

  /** The index of what a reference leads to. */
  const object = (reference: PdfObject, scope: PdfDict, depth: number): number => {
    const found = file.resolve(reference);
    const painted = isStream(found) && isContent(found);
    const own = painted && isDict(file.entry(found.dict, 'Resources'));
    const id = isRef(reference) ? `${reference.id}${painted && !own ? ` ${scopeOf(scope)}` : ''}` : null;
    if (id !== null && open.has(id) && painted) throw broken('a form paints itself');
    const before = id === null ? undefined : known.get(id);
    if (before !== undefined) return before;
    const at = add({ parts: ['null'] });
    if (id !== null) {
      known.set(id, at);
      open.add(id);
    }
    if (isStream(found)) stream(found, scope, depth, at);
    else add({ parts: value(found, scope, depth) }, at);
    if (id !== null) open.delete(id);
    return at;
  };

  const isContent = ({ dict }: PdfStream): boolean =>
    nameOf(file.entry(dict, 'Subtype')) === 'Form' || dict.entries.has('PaintType');

  const stream = (found: PdfStream, scope: PdfDict, depth: number, at: number): void => {
    const { dict } = found;
    if (dict.entries.has('FFilter') || isDict(file.entry(dict, 'F'))) throw unsupported('a stream of it lies in another file');
    const glyph = glyphs.get(found);
    if (glyph) {
      add({ parts: ['<</Filter/FlateDecode>>'], stream: glyph }, at);
      return;
    }
    if (isContent(found)) {
      const subtype = nameOf(file.entry(dict, 'Subtype2')) ?? nameOf(file.entry(dict, 'Subtype'));
      if (subtype === 'PS') throw unsupported('it holds PostScript');
      if (isHiddenObject(dict)) {
        add({ parts: ['<</Type/XObject/Subtype/Form/BBox[0 0 0 0]>>'], stream: new Uint8Array(0) }, at);
        return;
      }
      if (dict.entries.has('PaintType') && ['XStep', 'YStep'].some((key) => !numberOf(file.entry(dict, key))))
        throw broken('a pattern of it has no width');
      const resources = file.entry(dict, 'Resources');
      const without = new Set([...STREAM_KEYS, 'Filter', 'DecodeParms', 'Resources', 'PS', 'Subtype2', 'Group']);
      const group = file.entry(dict, 'Group');
      const grouped: Parts = isDict(group) ? ['/Group', ...groupOf(group, masks.has(found), scope, depth)] : [];
      const inner = isDict(resources) ? resources : scope;
      const inherits = !dict.entries.has('PaintType') && !masks.has(found);
      const { content, entry } = painted(Buffer.from(file.bytes(found)).toString('latin1'), inner, depth, inherits);
      add({ parts: dictionary(dict, inner, depth, without, [...grouped, ...entry]), stream: content }, at);
      return;
    }
    const type = nameOf(file.entry(dict, 'Subtype'));
    if (type === 'PS') throw unsupported('it holds PostScript');
    if (type === 'Image') {
      if (isHiddenObject(dict)) {
        add({ parts: ['<</Type/XObject/Subtype/Form/BBox[0 0 0 0]>>'], stream: new Uint8Array(0) }, at);
        return;
      }
      if (dict.entries.has('SMask')) transparent = true;
      if (ink && file.entry(dict, 'ImageMask') !== true) {
        greyed(found, ink, scope, depth, at);
        return;
      }
    }
    const filters = filtersOf(dict, file.resolve).map(({ name }) => name);
    if (filters.includes('Crypt')) throw new PdfFault('encrypted', 'a stream of it is encrypted');
    if (filters.includes('JPXDecode')) faults.add('a picture is a JPEG 2000');
    if (filters.includes('LZWDecode')) {
      // Archives must not hold it (ISO 19005-2, 6.1.7.2).
      const without = new Set([...STREAM_KEYS, 'Filter', 'DecodeParms']);
      const bytes = deflateSync(file.bytes(found), { level: 9 });
      add({ parts: dictionary(dict, scope, depth, without, ['/Filter/FlateDecode']), stream: bytes }, at);
      return;
    }
    add({ parts: dictionary(dict, scope, depth, STREAM_KEYS), stream: found.data }, at);
  };

  const greyed = (found: PdfStream, ink1: GreyInk, scope: PdfDict, depth: number, at: number): void => {
    const picture = ink1.picture(found, scope);
    if (picture instanceof Promise) {
      const head = dictionary(found.dict, scope, depth, new Set([...STREAM_KEYS, ...SAMPLES])).slice(0, -1);
      const done = picture.then((made) => {
        if (made.kind === 'new')
          add({ parts: [...head, `/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/${made.filter}>>`], stream: made.bytes }, at);
      });
      waiting.push(done);
      done.catch(() => undefined);
      return;
    }
    const fresh = picture.kind === 'new';
    const without = new Set([...STREAM_KEYS, ...(fresh ? SAMPLES : ['ColorSpace', 'Decode'])]);
    const more = fresh
      ? `/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/${picture.filter}`
      : `/ColorSpace/DeviceGray${picture.decode}`;
    add({ parts: dictionary(found.dict, scope, depth, without, [more]), stream: fresh ? picture.bytes : found.data }, at);
  };

  const isHiddenObject = (dict: PdfDict): boolean => dict.entries.has('OC') && hidden(dict.entries.get('OC'));

  /** A content stream made ours, and the entries of its dictionary that follow from it. */
  const painted = (content: string, scope: PdfDict, depth: number, inherits: boolean): { content: Uint8Array; entry: Parts } => {
    const properties = file.entry(scope, 'Properties');
    const isHidden = (o: PdfObject | undefined): boolean => {
      const name = nameOf(o);
      return name !== undefined && isDict(properties) && hidden(properties.entries.get(name));
    };
    const pen = ink?.pen(scope, inherits);
    const made = rewrite(content, isHidden, pen && greyContent(pen, scope));
    for (const fault of made.faults) faults.add(fault);
    const defaults = defaultsOf(scope);
    if (made.cmyk && !defaults.includes('DefaultCMYK')) cmyk = true;
    if (made.rgb && !defaults.includes('DefaultRGB')) rgb = true;
    const used = new Map(made.used);
    if (defaults.length > 0) used.set('ColorSpace', new Set([...(used.get('ColorSpace') ?? []), ...defaults]));
    const parts: Parts = ['/Resources<<'];
    if (pen?.patterns) parts.push(`/ColorSpace<</${GREY_PATTERNS}[/Pattern/DeviceGray]>>`);
    for (const [category, names] of used) {
      const all = file.entry(scope, category);
      parts.push(`/${category}<<`);
      if (category === 'ColorSpace' && !defaults.includes('DefaultRGB')) parts.push({ defaultRgb: 'in' });
      for (const name of names) {
        const resource = isDict(all) ? all.entries.get(name) : undefined;
        if (resource === undefined) {
          if (category === 'ColorSpace' && /^(?:Device(?:Gray|RGB|CMYK)|Pattern)$/.test(name)) continue;
          throw broken(`the page uses “${name}”, which is not there`);
        }
        const found = file.resolve(resource);
        if (category === 'Font' && isDict(found)) glyphDrawings(found);
        if (category === 'ExtGState' && isDict(found)) look(found);
        parts.push(writtenName(name), ...value(resource, scope, depth));
      }
      parts.push('>>');
    }
    if (!used.has('ColorSpace') && !ink) parts.push({ defaultRgb: 'for' });
    return {
      content: deflateSync(Buffer.from(made.content, 'latin1'), { level: 9 }),
      entry: [...parts, '>>/Filter/FlateDecode'],
    };
  };

  const greyContent = (pen: Pen, scope: PdfDict) => ({
    turn: pen.turn,
    inline: (dict: PdfDict, data: Uint8Array) => ink?.inline(dict, data, scope) ?? null,
  });

  /** Of Type 3 fonts: their glyphs are little content streams (9.6.5). */
  const glyphDrawings = (font: PdfDict): void => {
    if (nameOf(file.entry(font, 'Subtype')) !== 'Type3') return;
    const procs = file.entry(font, 'CharProcs');
    const own = file.entry(font, 'Resources');
    for (const proc of isDict(procs) ? procs.entries.values() : []) {
      const found = file.resolve(proc);
      if (!isStream(found) || glyphs.has(found)) continue;
      const scope1: PdfDict = isDict(own) ? own : { kind: 'dict', entries: new Map() };
      const pen = ink?.pen(scope1, true);
      const made = rewrite(Buffer.from(file.bytes(found)).toString('latin1'), () => false, pen && greyContent(pen, scope1));
      if (ink && (made.used.has('Pattern') || made.used.has('Shading')))
        throw unsupported('the drawings of a font have patterns');
      if (made.used.size > 0 && !isDict(own)) throw unsupported('the drawings of a font borrow what the page has');
      if (made.rgb) throw unsupported('the drawings of a font have colours');
      if (made.cmyk && !(isDict(own) && defaultsOf(own).includes('DefaultCMYK'))) cmyk = true;
      for (const fault of made.faults) faults.add(fault);
      glyphs.set(found, deflateSync(Buffer.from(made.content, 'latin1'), { level: 9 }));
    }
  };

  /** A page is a group of its own (11.4.7). */
  const pageGroup = (group: PdfDict | undefined): Parts => {
    const entries = new Map(group?.entries ?? []).set('S', { kind: 'name', name: 'Transparency' }).set('I', true);
    return ['/Group', ...groupOf({ kind: 'dict', entries }, false, resources, 0)];
  };

  const scope = file.resolve(page.resources);
  const resources: PdfDict = isDict(scope) ? scope : { kind: 'dict', entries: new Map() };
  const at = add({ parts: ['null'] });
  const listed = file.entry(page.dict, 'Contents');
  const streams = (isArray(listed) ? listed.items : listed === undefined || listed === null ? [] : [listed]).map((o) => {
    const found = file.resolve(o);
    if (!isStream(found)) throw broken('a part of the page is missing');
    return Buffer.from(file.bytes(found)).toString('latin1');
  });
  if (streams.reduce((sum, text) => sum + text.length, 0) > MAX_BYTES)
    throw new PdfFault('too-large', `the page holds more than ${MAX_BYTES / 1024 / 1024} MB`);
  const { content, entry } = painted(streams.join('\n'), resources, 0, false);
  const group = file.entry(page.dict, 'Group');
  const { matrix, width, height } = placed(page, box);
  const parts: Parts = [
    `<</Type/XObject/Subtype/Form/BBox[${box.map(plain).join(' ')}]/Matrix[${matrix.map(plain).join(' ')}]`,
    ...(transparent ? pageGroup(isDict(group) ? group : undefined) : []),
    ...entry,
    '>>',
  ];
  add({ parts, stream: content }, at);
  await Promise.all(waiting);
  if (ink && (rgb || cmyk)) throw unsupported('a colour of it stands where none is looked for');
  return { width, height, objects, faults: [...faults], cmyk, rgb };
}

/** No exponents, and no more digits than a page can show. */
const plain = (n: number): string => String(Number(n.toFixed(6)));

/** Page units → a rectangle at the origin, upright, in pt (7.7.3.3: Rotate is clockwise). */
function placed({ rotate, unit: u }: PdfPage, [x0, y0, x1, y1]: PdfBox) {
  const [w, h] = [(x1 - x0) * u, (y1 - y0) * u];
  switch (rotate) {
    case 90:
      return { matrix: [0, -u, u, 0, -y0 * u, x1 * u], width: h, height: w };
    case 180:
      return { matrix: [-u, 0, 0, -u, x1 * u, y1 * u], width: w, height: h };
    case 270:
      return { matrix: [0, u, -u, 0, y1 * u, -x0 * u], width: h, height: w };
    default:
      return { matrix: [u, 0, 0, u, -x0 * u, -y0 * u], width: w, height: h };
  }
}
