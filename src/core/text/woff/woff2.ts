import { brotliDecompressSync } from 'node:zlib';
import { rebuildGlyphs } from './glyphs.ts';
import { Malformed, readerOf } from './reader.ts';
import { sfntOf } from './sfnt-file.ts';

/** WOFF 2, 4.1: the tags that a directory names by number. */
const TAGS =
  (
    'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC ' +
    'JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat ' +
    'Gloc Feat Sill'
  )
    .replaceAll('_', ' ')
    .match(/.{4}(?: |$)/g)
    ?.map((tag) => tag.slice(0, 4)) ?? [];

interface Entry {
  readonly tag: string;
  /** In the unpacked stream. */
  readonly length: number;
  readonly transformed: boolean;
}

/** WOFF 2.0 → the font in it: one Brotli stream of all tables; outlines and side bearings are taken apart (sections 4 and 5). */
export function fromWoff2(file: Uint8Array, most: number): Uint8Array {
  const head = readerOf(file, 4);
  const flavor = head.u32();
  if (flavor === 0x74746366) throw new Malformed('it is a collection of fonts; one font a file works');
  head.u32();
  const count = head.u16();
  head.u16();
  head.u32();
  const packed = head.u32();
  const directory = readerOf(file, 48);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    const flags = directory.u8();
    const tag = (flags & 0x3f) === 0x3f ? directory.tag() : (TAGS[flags & 0x3f] ?? '');
    const version = flags >> 6;
    const original = directory.base128();
    const outlines = tag === 'glyf' || tag === 'loca';
    const transformed = outlines ? version !== 3 : version !== 0;
    if (transformed && !outlines && tag !== 'hmtx')
      throw new Malformed(`its table "${tag}" is packed in a way that WOFF 2 does not know`);
    entries.push({ tag, length: transformed ? directory.base128() : original, transformed });
  }
  const total = entries.reduce((sum, { length }) => sum + length, 0);
  if (total > most) throw new Malformed('it is too large when it is unpacked');
  const stream = new Uint8Array(
    brotliDecompressSync(readerOf(file, directory.at).bytes(packed), { maxOutputLength: Math.max(1, total) }),
  );
  const body = readerOf(stream);
  const tables = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const { tag, length, transformed } of entries) {
    tables.set(tag, body.bytes(length));
    if (transformed) taken.add(tag);
  }
  if (taken.has('glyf') || taken.has('hmtx')) rebuildGlyphs(tables, taken);
  return sfntOf(flavor, tables);
}
