// Two renderers that share no code, poppler and PDFium, draw a page of each kind of file (without CMYK, which each turns into light in its own way); what one shows and the other does not, a printer may not
// show either. At 100 dpi under 0.5 % of the pixels may differ by more than 32 of 255.
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
  const wanted = 'pieces: {poster: {sizes: [A3], profiles: [screen, office, office-bw]}, flyer: {profiles: [office, office-bw]}}';
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
  if (files.length < 5) throw new Error(`only ${files.join(', ')}`);
  for (const name of files) {
    const size = sizeOf(join(folder, name), 1);
    const data = await byPoppler(join(folder, name), 1, size);
    const other = await byPdfium(pdfium, join(folder, name), 1, size);
    let different = 0;
    for (let i = 0; i < data.length; i += 3)
      if ([0, 1, 2].some((c) => Math.abs(data[i + c] - other[i + c]) > DIFFERENT)) different++;
    const part = different / (data.length / 3);
    console.log(`${(part * 100).toFixed(3)} % ${name}`);
    if (part >= MOST_DIFFERENT) failures.push(`${name}: ${(part * 100).toFixed(2)} % of the pixels differ`);
  }
  pdfium.destroy();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
