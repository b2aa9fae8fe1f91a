// kit beside its peers on the same work, on this machine, in one run: whole processes, in turn, medians.
// npm run bench -- [--libraries 98] [--runs 3] [--seed N] [--peers typst] [--format human|json]
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { dateOf, draw, LANGUAGES, PIECES, writeWork } from './work.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    libraries: { type: 'string', default: '98' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string' },
    peers: { type: 'string', default: 'typst' },
    format: { type: 'string', default: 'human' },
  },
});
const seed =
  values.seed === undefined ? (process.pid * 2654435761 + Math.floor(performance.timeOrigin)) >>> 0 : Number(values.seed);
const say = (text) => process.stderr.write(`${text}\n`);

/** One process, from outside. Seconds and MiB. */
function measure(args, cwd) {
  return new Promise((resolve, reject) => {
    const usage = join(cwd, 'usage.json');
    rmSync(usage, { force: true });
    const begin = performance.now();
    const child = spawn(process.execPath, ['--import', pathToFileURL(join(here, 'usage.mjs')).href, ...args], {
      env: { ...process.env, BENCH_USAGE: usage },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = (performance.now() - begin) / 1000;
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}\n${stderr.slice(-4000)}`));
      else resolve({ wall, ...JSON.parse(readFileSync(usage, 'utf8')), stdout });
    });
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
/** Letters and figures: what a hyphen at a line's end reads as differs from reader to reader. */
const squash = (text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

/** Every document must hold its library's name and date and have its number of pages, or its time counts for nothing. */
async function verify(work, folder, fileOf) {
  const pdfium = await PDFiumLibrary.init();
  let bytes = 0;
  try {
    for (const library of work.libraries)
      for (const language of LANGUAGES)
        for (const piece of PIECES) {
          const file = join(folder, fileOf(library, language, piece));
          const pdf = readFileSync(file);
          bytes += pdf.length;
          const document = await pdfium.loadDocument(pdf);
          const pages = [...document.pages()].map((page) => page.getText());
          const text = squash(pages.join(' '));
          document.destroy();
          if (pages.length !== PAGES[piece]) throw new Error(`${file} has ${pages.length} pages, not ${PAGES[piece]}`);
          for (const wanted of [library.name[language], dateOf(library, language)])
            if (!text.includes(squash(wanted))) throw new Error(`${file} does not say ‘${wanted}’ but ${text.slice(0, 300)}`);
        }
  } finally {
    pdfium.destroy();
  }
  return bytes;
}

const PAGES = { poster: 1, flyer: 2, 'press-release': 1 };
const SIZES = { poster: '-a3', flyer: '-a5', 'press-release': '-a4' };
const kitFile = (library, language, piece) => `bench/${library.id}/${piece}${SIZES[piece]}-${language}.pdf`;

const folder = mkdtempSync(join(tmpdir(), 'kit-bench-'));
try {
  const work = draw(seed, Number(values.libraries));
  const { campaign, typst } = await writeWork(folder, work);
  const documents = work.libraries.length * LANGUAGES.length * PIECES.length;
  say(
    `${documents} PDFs (${work.libraries.length} libraries), seed ${seed}, Node ${process.versions.node}, ${availableParallelism()} cores`,
  );
  const kit = join(here, '..', 'bin', 'kit.js');
  const contenders = {
    kit: { args: (out) => [kit, 'build', campaign, '--out', out, '--no-gallery', '--format', 'json'], file: kitFile },
    ...(values.peers.split(',').includes('typst') && {
      typst: {
        args: (out) => [join(here, 'typst', 'worker.mjs'), typst, out],
        file: (library, language, piece) => `${library.id}/${piece}-${language}.pdf`,
      },
    }),
  };
  if (contenders.typst && !existsSync(join(here, 'node_modules')))
    throw new Error('the peers are not installed: npm ci --prefix bench');
  const runs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [name, { args, file }] of Object.entries(contenders)) {
      const out = join(folder, 'out', name);
      rmSync(out, { recursive: true, force: true });
      const measured = await measure(args(out), folder);
      measured.bytes = await verify(work, out, file);
      runs[name].push(measured);
      say(
        `run ${run + 1} ${name}: ${measured.wall.toFixed(2)} s wall, ${measured.cpu.toFixed(2)} s CPU, ${Math.round(measured.peak)} MiB`,
      );
    }
  }
  const summary = Object.fromEntries(
    Object.entries(runs).map(([name, list]) => [
      name,
      {
        wall: median(list.map((r) => r.wall)),
        cpu: median(list.map((r) => r.cpu)),
        peak: median(list.map((r) => r.peak)),
        bytes: list[0].bytes,
      },
    ]),
  );
  const ratios = Object.fromEntries(
    Object.keys(summary)
      .filter((name) => name !== 'kit')
      .map((name) => [
        name,
        Object.fromEntries(['wall', 'cpu', 'peak', 'bytes'].map((key) => [key, summary[name][key] / summary.kit[key]])),
      ]),
  );
  const stages = JSON.parse(runs.kit.at(-1).stdout).stages ?? {};
  if (values.format === 'json') {
    process.stdout.write(`${JSON.stringify({ seed, documents, summary, ratios, stages }, null, 2)}\n`);
  } else {
    const row = (cells) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(8) : String(cell).padStart(12))).join('');
    const lines = [row(['', 'wall s', 'CPU s', 'CPU ms/doc', 'peak MiB', 'kB/doc', 'wall ÷ kit', 'CPU ÷ kit'])];
    for (const [name, s] of Object.entries(summary))
      lines.push(
        row([
          name,
          s.wall.toFixed(2),
          s.cpu.toFixed(2),
          ((s.cpu * 1000) / documents).toFixed(2),
          Math.round(s.peak),
          (s.bytes / documents / 1000).toFixed(0),
          (s.wall / summary.kit.wall).toFixed(2),
          (s.cpu / summary.kit.cpu).toFixed(2),
        ]),
      );
    lines.push('', 'kit, time by stage (last run):');
    for (const [stage, ms] of Object.entries(stages))
      lines.push(row([stage, `${Math.round(ms)} ms`, '', `${(ms / documents).toFixed(2)} ms/doc`]));
    process.stdout.write(`${lines.join('\n')}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
