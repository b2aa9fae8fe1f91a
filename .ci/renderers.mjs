// Two renderers that share no code, poppler and PDFium, draw a page of each kind of file; what one shows and the other does not, a printer may not show either. At 100 dpi under 0.5 % of the pixels may differ
// by more than 32 of 255. Files for print shops hold inks, which each turns into light in its own way: there poppler paints the plates (it keeps inks as inks), and PDFium turns those into light by the very rule
// that it turns the page's own inks by. What is compared is what each makes of the file, not what colour a screen gives an ink.
//   node .ci/renderers.mjs campaigns/expat-dinner-2012 gentofte
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

const DPI = 100;
/**
 * Drawn so much finer and averaged: how a renderer smooths an edge, and on which pixel it begins a letter, is its own affair. Half of it above A4:
 * there is as much memory as there is.
 */
const FINER = 8;
const LARGE = 1200 * 850;
const MOST_DIFFERENT = 0.005;
const DIFFERENT = 32;
const [campaign, library] = process.argv.slice(2);
if (!campaign || !library) throw new Error('usage: renderers.mjs CAMPAIGN LIBRARY');
const scratch = mkdtempSync(join(tmpdir(), 'kit-renderers-'));
const failures = [];

const averaged = (image, { width, height, finer }) =>
  image
    .removeAlpha()
    .toColourspace('srgb')
    .resize(width / finer, height / finer, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();

/** Of a page as a viewer shows it, in pixels: both are to fill the same. */
function sizeOf(file, page) {
  const [, width, height] = /Page.*size:\s+([\d.]+) x ([\d.]+)/.exec(
    execFileSync('pdfinfo', ['-f', String(page), '-l', String(page), file], { encoding: 'utf8' }),
  );
  const [x, y] = [width, height].map((points) => Math.round((Number(points) * DPI) / 72));
  const finer = x * y > LARGE ? FINER / 2 : FINER;
  return { width: x * finer, height: y * finer, finer };
}

async function byPoppler(file, page, size) {
  const stem = join(scratch, 'page');
  execFileSync('pdftoppm', [
    '-cropbox',
    '-scale-to-x',
    String(size.width),
    '-scale-to-y',
    String(size.height),
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    '-png',
    file,
    stem,
  ]);
  return averaged(sharp(`${stem}.png`, { limitInputPixels: false }), size);
}

/** The four plates as poppler paints them, wrapped as a picture of that size: a file for PDFium. */
async function platesByPoppler(file, page, size) {
  const { width, height } = size;
  const stem = join(scratch, 'plates');
  const at = ['-f', String(page), '-l', String(page), '-scale-to-x', String(width), '-scale-to-y', String(height)];
  execFileSync('pdftoppm', ['-cropbox', ...at, '-singlefile', '-jpegcmyk', file, stem]);
  const jpeg = sharp(`${stem}.jpg`, { limitInputPixels: false }).pipelineColourspace('cmyk').toColourspace('cmyk');
  const { data, info } = await jpeg.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 4 || info.width !== width || info.height !== height) throw new Error('poppler gave no four plates');
  const image = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceCMYK`;
  const draw = `${width} 0 0 ${height} 0 0 cm /I Do`;
  const bodies = [
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Count 1/Kids[3 0 R]>>'],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>`],
    [`<</Length ${draw.length}>>`, Buffer.from(draw)],
    [`${image}/Length ${data.length}>>`, data],
  ];
  const chunks = [Buffer.from('%PDF-1.7\n')];
  const offsets = bodies.map(([dict, stream], i) => {
    const offset = chunks.reduce((sum, { length }) => sum + length, 0);
    chunks.push(Buffer.from(`${i + 1} 0 obj\n${dict}\n`));
    if (stream) chunks.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'));
    chunks.push(Buffer.from('endobj\n'));
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = chunks.reduce((sum, { length }) => sum + length, 0);
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  chunks.push(Buffer.from(`${table}trailer\n<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  const wrapped = `${stem}.pdf`;
  writeFileSync(wrapped, Buffer.concat(chunks));
  return wrapped;
}

async function byPdfium(pdfium, file, page, size) {
  const { width, height } = size;
  const document = await pdfium.loadDocument(readFileSync(file));
  // Copied at once: the pixels lie in PDFium's memory.
  const { data } = await document.getPage(page - 1).render({ width, height, render: async (pixels) => pixels.data.slice() });
  document.destroy();
  return averaged(sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: false }), size);
}

try {
  const own = join(scratch, 'campaign');
  cpSync(campaign, own, { recursive: true });
  const yaml = readFileSync(join(own, 'campaign.yaml'), 'utf8');
  const wanted =
    'pieces: {poster: {sizes: [A3], profiles: [screen, office, office-bw, press-marks]}, flyer: {profiles: [office, office-bw, press]}}';
  if (!/^pieces: .*$/m.test(yaml)) throw new Error('the campaign has no line “pieces:”');
  writeFileSync(join(own, 'campaign.yaml'), yaml.replace(/^pieces: .*$/m, wanted));
  const out = join(scratch, 'out');
  execFileSync('node', ['bin/kit.js', 'build', join(own, 'campaign.yaml'), '--library', library, '--out', out, '--no-gallery'], {
    stdio: 'inherit',
  });
  const [id] = readdirSync(out);
  const folder = join(out, id, library);
  const pdfium = await PDFiumLibrary.init();
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf') && /-da(-|\.)/.test(name));
  if (files.length < 7) throw new Error(`only ${files.join(', ')}`);
  for (const name of files) {
    const size = sizeOf(join(folder, name), 1);
    const press = /-press/.test(name);
    const data = press
      ? await byPdfium(pdfium, await platesByPoppler(join(folder, name), 1, size), 1, size)
      : await byPoppler(join(folder, name), 1, size);
    const other = await byPdfium(pdfium, join(folder, name), 1, size);
    let different = 0;
    for (let i = 0; i < data.length; i += 3)
      if ([0, 1, 2].some((c) => Math.abs(data[i + c] - other[i + c]) > DIFFERENT)) different++;
    const part = different / (data.length / 3);
    const painted = data.filter((light) => light < 200).length / data.length;
    if (painted < 0.02) failures.push(`${name}: the page is empty`);
    console.log(`${(part * 100).toFixed(3)} % ${name}`);
    if (part >= MOST_DIFFERENT) failures.push(`${name}: ${(part * 100).toFixed(2)} % of the pixels differ`);
  }
  pdfium.destroy();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
