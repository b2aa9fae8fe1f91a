import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { openPictures } from '../../../src/layout/pictures/index.ts';
import { drawQr, qrText } from '../../../src/layout/pictures/qr.ts';
import { memoryWorld } from '../../support/memory-world.ts';

/** The modules that a drawing of rectangles covers, each how often. */
function covered(value: string): { size: number; modules: number[][] } {
  const drawing = drawQr(value);
  const [shape] = drawing?.shapes ?? [];
  if (!drawing || shape?.kind !== 'path') throw new Error('no code');
  const size = drawing.viewBox.width;
  const modules = Array.from({ length: size }, () => Array<number>(size).fill(0));
  const { segments } = shape.path;
  for (let i = 0; i < segments.length; i += 5) {
    const [a, , c] = segments.slice(i, i + 5);
    if (a?.[0] !== 'M' || c?.[0] !== 'L') throw new Error('no rectangle');
    for (let y = a[2]; y < c[2]; y++) for (let x = a[1]; x < c[1]; x++) modules[y]![x]!++;
  }
  return { size, modules };
}

describe('QR codes', () => {
  it.each(['https://bibliotek.dk', 'HELLO', 'https://expatdinner.dk/gentofte?from=poster-a3'])(
    '%s: each dark module once, four quiet ones around',
    (value) => {
      const { size, modules } = covered(value);
      const wanted = encode(value, { ecc: 'M', boostEcc: true, border: 4 }).data;
      expect(size).toBe(wanted.length);
      expect(modules.map((row) => row.map((n) => n === 1))).toEqual(wanted);
      expect(Math.max(...modules.flat())).toBe(1);
    },
  );

  it('joins modules to far fewer rectangles than there are', () => {
    const { modules } = covered('https://bibliotek.dk');
    const dark = modules.flat().filter((n) => n > 0).length;
    const [shape] = drawQr('https://bibliotek.dk')?.shapes ?? [];
    expect(shape?.kind === 'path' && shape.path.segments.length / 5).toBeLessThan(dark / 2);
  });

  it.each([
    ['https://a.dk/på vej', 'https://a.dk/p%C3%A5%20vej'],
    ['https://a.dk/p%C3%A5?x=1&y=2#z', 'https://a.dk/p%C3%A5?x=1&y=2#z'],
    ['https://a.dk/\ud800', 'https://a.dk/%EF%BF%BD'],
    ['Blåbær', 'Blåbær'],
  ])('%s is written as %s', (value, text) => {
    expect(qrText(value)).toBe(text);
  });

  it('refuses a value that is too long, and says where', async () => {
    const pictures = await openPictures([], { template: '/t', campaign: '/c' }, memoryWorld({}));
    expect(pictures.qr('https://a.dk').body.kind).toBe('vector');
    expect(pictures.qr('https://a.dk')).toBe(pictures.qr('https://a.dk'));
    expect(pictures.diagnostics).toEqual([]);
    const span = { source: { path: 'a', text: 'x' }, start: 0, end: 1 };
    expect(pictures.qr('x'.repeat(900), span).body.kind).toBe('missing');
    expect(pictures.diagnostics.map((d) => [d.code, d.span])).toEqual([['qr-too-long', span]]);
  });
});
