// Opens finished kits with other people's programs: qpdf for the files' syntax, poppler for text and page boxes, pdf.js for forms, zbar for the QR codes,
// LibreOffice for the DOCX. Fails on the first thing that a library would notice.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// The pieces that are named bear a QR code.
const [folder, ...coded] = process.argv.slice(2);
if (!folder) throw new Error('usage: outputs.mjs FOLDER PIECE...');
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const files = manifest.libraries.flatMap((library) => library.files.map((file) => ({ ...file, library })));
const run = (command, args) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
const failures = [];
const fail = (file, what) => failures.push(`${file}: ${what}`);
const squash = (text) =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u00ad-]+/g, '')
    .toLowerCase();
/** The library's name in the language that the file's name ends with. */
const nameIn = (library, path) => squash(library.names[/-([a-z]{2,3})(?:-bw)?\.\w+$/.exec(path)?.[1]] ?? library.name);
/** For office printers: several pages on one, or a page in parts. */
const isSheet = (path) => /-(?:[2-9]|\d\d+)up-|-tiled-/.test(path);
/** A form, or its blank twin. */
const isOpen = (path) => /-(?:open|blank)\.pdf$/.test(path);
const scratch = mkdtempSync(join(tmpdir(), 'kit-outputs-'));

try {
  const pdfs = files.filter(({ path }) => path.endsWith('.pdf'));
  if (pdfs.length === 0) throw new Error('no PDF to look at');
  for (const { path, library } of pdfs) {
    const file = join(folder, path);
    const said = run('qpdf', ['--check', file]);
    if (!/No syntax or stream encoding errors found/.test(said)) fail(path, said.trim());
    const text = run('pdftotext', ['-layout', file, '-']);
    // What is filled in stands in the fields of a form.
    if (!isOpen(path) && !squash(run('pdftotext', ['-raw', file, '-'])).includes(nameIn(library, path)))
      fail(path, `the library's name is not in its text: ${text.slice(0, 80)}`);
    if (/\{\{|undefined|\[object|NaN|null/.test(text)) fail(path, 'something of the machinery shows in its text');
    const fonts = run('pdffonts', [file]).trim().split('\n').slice(2);
    if (fonts.length === 0) fail(path, 'no font');
    for (const font of fonts)
      if (!/\s(?:yes\s+){3}\d+\s+\d+$/.test(font)) fail(path, `a font is not embedded, subset and with Unicode: ${font}`);
    const info = run('pdfinfo', [file]);
    if (!/^Tagged:\s+yes/m.test(info) && !isSheet(path)) fail(path, 'not tagged');
    if (/^JavaScript:\s+yes|^Encrypted:\s+yes/m.test(info)) fail(path, 'script or encryption');
  }
  // A QR code must scan as printed on the office printer: 300 dpi is kinder than paper, 100 is about a phone at arm's length.
  const sample = pdfs
    .filter(({ path }) => coded.some((piece) => basename(path).startsWith(`${piece}-`) && !isSheet(path)))
    .filter((_, i) => i % 7 === 0);
  for (const { path } of sample) {
    const stem = join(scratch, basename(path, '.pdf'));
    run('pdftoppm', ['-r', '100', '-gray', '-png', join(folder, path), stem]);
    const codes = readdirSync(scratch)
      .filter((name) => name.endsWith('.png'))
      .flatMap((name) => {
        try {
          return run('zbarimg', ['--quiet', '--raw', join(scratch, name)])
            .trim()
            .split('\n');
        } catch {
          return [];
        }
      });
    if (!codes.some((code) => /^https?:\/\//.test(code)))
      fail(path, `no QR code scans to an address: ${codes.join(' ') || 'none'}`);
    for (const name of readdirSync(scratch)) rmSync(join(scratch, name));
  }
  // Forms are filled by a program that did not make them, and drawn by another.
  const forms = pdfs.filter(({ path }) => path.endsWith('-open.pdf')).filter((_, i) => i % 3 === 0);
  for (const { path } of forms) {
    const file = join(folder, path);
    const task = getDocument({ data: new Uint8Array(readFileSync(file)), disableFontFace: true, verbosity: 0 });
    const document = await task.promise;
    const fields = (await document.getFieldObjects()) ?? {};
    if (Object.keys(fields).length === 0) fail(path, 'no field to fill in');
    for (const { id } of Object.values(fields).flat()) document.annotationStorage.setValue(id, { value: 'Æ8' });
    const filled = join(scratch, 'filled.pdf');
    writeFileSync(filled, await document.saveDocument());
    await task.destroy();
    if (!/No syntax or stream encoding errors found/.test(run('qpdf', ['--check', filled]))) fail(path, 'is damaged by filling');
    for (const font of run('pdffonts', [filled]).trim().split('\n').slice(2))
      if (!/\s(?:yes\s+){3}\d+\s+\d+$/.test(font)) fail(path, `is filled in a font that is not its own: ${font}`);
    const [before, after] = [file, filled].map((pdf) =>
      execFileSync('pdftoppm', ['-r', '30', '-gray', '-singlefile', pdf], { maxBuffer: 1 << 28 }),
    );
    if (before.equals(after)) fail(path, 'shows nothing of what is filled in');
    rmSync(filled);
  }
  const docx = files.filter(({ path }) => path.endsWith('.docx'));
  for (const { path, library } of docx.filter((_, i) => i % 9 === 0)) {
    run('soffice', [
      '--headless',
      `-env:UserInstallation=file://${scratch}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      scratch,
      join(folder, path),
    ]);
    const pdf = join(scratch, `${basename(path, '.docx')}.pdf`);
    const text = run('pdftotext', [pdf, '-']);
    if (!squash(text).includes(nameIn(library, path))) fail(path, "LibreOffice's PDF lacks the library's name");
    const pages = Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', [pdf]))?.[1]);
    if (!(pages >= 1 && pages <= 3)) fail(path, `LibreOffice makes ${pages} pages of it`);
    rmSync(pdf);
  }
  console.log(
    `${pdfs.length} PDFs, ${sample.length} QR codes, ${forms.length} forms and ${docx.filter((_, i) => i % 9 === 0).length} of ${docx.length} DOCX looked at`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exit(1);
}
