import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type FontDeclaration,
  type FontFace,
  itemize,
  loadShaper,
  loadSubsetter,
  openFonts,
} from '../../../src/core/text/index.ts';
import { glyphBox } from '../../../src/core/text/ink.ts';
import { unpackFont } from '../../../src/core/text/woff/index.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../support/fonts/${name}`, import.meta.url)));
const fira = readFileSync(
  fileURLToPath(
    new URL('../../../node_modules/@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf', import.meta.url),
  ),
);
const declare = (bytes: Uint8Array, more: Partial<FontDeclaration> = {}): FontDeclaration => ({
  family: 'A',
  weight: 400,
  style: 'normal',
  file: 'a.woff2',
  bytes,
  ...more,
});
const open = (bytes: Uint8Array): FontFace => {
  const { value, diagnostics } = openFonts([declare(bytes)]);
  expect(diagnostics).toEqual([]);
  return value!.faces[0]!;
};
const complaint = (bytes: Uint8Array): string => openFonts([declare(bytes)]).diagnostics[0]?.message ?? '';

beforeAll(async () => {
  await loadShaper();
  await loadSubsetter();
});

const base128 = (value: number): number[] => {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift(0x80 | (rest & 0x7f));
  return digits;
};

/** A WOFF 2 file whose tables are not transformed. */
function packed(sfnt: Uint8Array): Uint8Array {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset);
  const count = view.getUint16(4);
  const directory: number[] = [];
  const tables: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const tag = [...sfnt.subarray(at, at + 4)];
    const length = view.getUint32(at + 12);
    const outlines = ['glyf', 'loca'].includes(String.fromCharCode(...tag));
    directory.push(outlines ? 0xff : 0x3f, ...tag, ...base128(length));
    tables.push(sfnt.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + length));
  }
  const body = brotliCompressSync(Buffer.concat(tables));
  const head = Buffer.alloc(48);
  head.write('wOF2', 'latin1');
  head.writeUInt32BE(0x10000, 4);
  head.writeUInt16BE(count, 12);
  head.writeUInt32BE(body.length, 20);
  return Buffer.concat([head, Buffer.from(directory), body]);
}

describe('WOFF and WOFF 2', () => {
  it('hold the same font: metrics, characters and every outline', () => {
    const [one, two] = [open(fixture('noto-sans-thai.woff')), open(fixture('noto-sans-thai.woff2'))];
    const facts = ({ bytes, key, has, ...rest }: FontFace) => rest;
    expect(facts(two)).toEqual(facts(one));
    const boxes = (face: FontFace) => Array.from({ length: 140 }, (_, glyph) => glyphBox(face, glyph));
    expect(boxes(two)).toEqual(boxes(one));
    expect(new Set(boxes(one).map(String)).size).toBeGreaterThan(80);
    const set = (face: FontFace) =>
      itemize('น้ำที่ปั่น', { faces: [face], features: [], lang: 'th', size: 10, direction: 'ltr' }).runs.map(({ run }) => ({
        ...run,
        face: null,
      }));
    expect(set(two)).toEqual(set(one));
  });

  it('give the tables of the font back byte by byte where they are not transformed', () => {
    const unpacked = open(packed(fira));
    const plain = open(fira);
    const letters = 'Smørrebrød på Åen fi ff';
    const set = (face: FontFace) =>
      itemize(letters, { faces: [face], features: [], lang: 'da', size: 10, direction: 'ltr' }).runs;
    expect(set(unpacked).map(({ run }) => [...run.advances])).toEqual(set(plain).map(({ run }) => [...run.advances]));
    expect(unpacked.name).toBe(plain.name);
  });

  it('are told from damaged ones', () => {
    const whole = fixture('noto-sans-thai.woff2');
    for (let cut = 10; cut < whole.length; cut += 97) {
      const message = complaint(whole.subarray(0, cut));
      expect(message).toMatch(/^The font file “a\.woff2” cannot be used: .+\.$/);
    }
    const other = fixture('noto-sans-thai.woff');
    for (let cut = 10; cut < other.length; cut += 97) expect(complaint(other.subarray(0, cut))).toContain('cannot be used');
    for (let at = 48; at < whole.length; at += 131) {
      const bent = whole.slice();
      bent[at] = (bent[at] ?? 0) ^ 0x55;
      const result = unpackFont(bent);
      expect(typeof result === 'string' || result instanceof Uint8Array).toBe(true);
    }
  });
});

describe('variable fonts', () => {
  const weights = [100, 900] as const;
  const book = () => openFonts([declare(fixture('noto-sans-hebrew-variable.woff2'), { weights })]).value!;
  const at = (weight: number, variations?: string[]) => {
    const [face] = book().match({ families: ['A'], weight, style: 'normal', ...(variations && { variations }) });
    const { runs } = itemize('שלום', { faces: [face!], features: [], lang: 'he', size: 10, direction: 'rtl' });
    return { face: face!, width: runs[0]!.run.width };
  };

  it('are pinned at the weight that is asked for: the bolder, the wider, each a font of its own', () => {
    const widths = [100, 400, 650, 900].map((weight) => at(weight).width);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(4);
    expect(at(650).face).toMatchObject({ weight: 650, name: expect.stringMatching(/wght_650/), axes: [] });
    expect(at(650).face).toBe(at(650).face);
    expect(at(650).face.key).not.toBe(at(400).face.key);
  });

  it('stay inside their axes, and take settings beyond the weight', () => {
    expect(at(1000).width).toBe(at(900).width);
    expect(at(400, ['wght=900']).width).toBe(at(900).width);
    expect(at(400, ['XXXX=900']).width).toBe(at(400).width);
  });

  it('are one weight where one is declared', () => {
    const { value } = openFonts([declare(fixture('noto-sans-hebrew-variable.woff2'), { weight: 700 })]);
    const [face] = value!.match({ families: ['A'], weight: 300, style: 'normal' });
    expect(face).toMatchObject({ weight: 700 });
    expect(face?.key).toBe(at(700).face.key);
  });
});

describe('a font whose licence forbids it', () => {
  const withType = (type: number): Uint8Array => {
    const bytes = fira.slice();
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < view.getUint16(4); i++) {
      const entry = 12 + i * 16;
      if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) === 'OS/2')
        view.setUint16(view.getUint32(entry + 8) + 8, type);
    }
    return bytes;
  };
  it('is not embedded', () => {
    expect(complaint(withType(0x2))).toContain('its licence forbids to embed it');
    expect(complaint(withType(0x200))).toContain('bitmaps only');
    expect(complaint(withType(0x100))).toContain('a part of it');
    // Preview & print, editable: these may be embedded.
    for (const type of [0x4, 0x8, 0x6]) expect(complaint(withType(type))).toBe('');
  });
});
