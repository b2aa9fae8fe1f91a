// Checks every PDF under the folders and files named with veraPDF, against what the file itself claims in its XMP: PDF/A and PDF/UA.
// A file that claims nothing fails too, unless --claims-nothing is given. One process of veraPDF for all files and each flavour.
//   node .ci/verapdf.mjs out/expat-dinner-2012
// veraPDF comes from Maven Central into .cache/verapdf; it needs a Java runtime, and Maven the first time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

const VERSION = '1.28.2';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache', 'verapdf', VERSION);

const args = process.argv.slice(2);
const quiet = args.includes('--claims-nothing');
const files = args.filter((arg) => !arg.startsWith('--')).flatMap(pdfsIn);
if (files.length === 0) stop('no PDF to check');

const claims = new Map();
const silent = [];
for (const file of files) {
  const flavours = flavoursOf(readFileSync(file));
  // Sheets of several pages, or of parts of one, have no order to be read in, and claim nothing.
  if (flavours.length === 0 && !/-(?:[2-9]|\d\d+)up-|-tiled-/.test(file)) silent.push(file);
  for (const flavour of flavours) claims.set(flavour, [...(claims.get(flavour) ?? []), file]);
}
install();
let failed = 0;
for (const [flavour, claimants] of [...claims].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const reports = check(flavour, claimants);
  const bad = reports.filter((report) => report.rules.length > 0);
  say(`${flavour}: ${reports.length - bad.length} of ${claimants.length} files pass`);
  for (const { file, rules } of bad) {
    failed++;
    say(`  ${file}`);
    for (const rule of rules) say(`    ${rule}`);
  }
  if (reports.length !== claimants.length) stop(`veraPDF reported on ${reports.length} of ${claimants.length} files`);
}
if (silent.length > 0 && !quiet) {
  for (const file of silent) say(`claims nothing: ${file}`);
  failed += silent.length;
}
process.exit(failed > 0 ? 1 : 0);

function pdfsIn(path) {
  if (!existsSync(path)) stop(`there is no ${path}`);
  if (!statSync(path).isDirectory()) return [resolve(path)];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() || entry.name.endsWith('.pdf') ? pdfsIn(join(path, entry.name)) : []));
}

/** What the XMP packet says: ['2a', 'ua1']. */
function flavoursOf(bytes) {
  let text = bytes.toString('latin1');
  if (!text.includes('<x:xmpmeta')) text = inflated(bytes, text);
  const value = (name) => new RegExp(`<${name}>([^<]*)</${name}>|\\s${name}="([^"]*)"`).exec(text);
  const of = (name) => value(name)?.[1] ?? value(name)?.[2];
  const archive = of('pdfaid:part');
  const accessible = of('pdfuaid:part');
  return [
    ...(archive ? [`${archive}${(of('pdfaid:conformance') ?? '').toLowerCase()}`] : []),
    ...(accessible ? [`ua${accessible}`] : []),
  ];
}

function inflated(bytes, text) {
  const parts = [];
  for (const match of text.matchAll(/stream\r?\n/g)) {
    try {
      parts.push(inflateSync(bytes.subarray(match.index + match[0].length)).toString('latin1'));
    } catch {}
  }
  return parts.join('\n');
}

function check(flavour, claimants) {
  // Names through a file: a hundred paths may be longer than a command line.
  const options = ['--format', 'json', '--flavour', flavour, '--maxfailuresdisplayed', '2', '--loglevel', '1'];
  const java = [
    '-Dfile.encoding=UTF-8',
    '-cp',
    join(cache, '*'),
    'org.verapdf.apps.GreenfieldCliWrapper',
    ...options,
    ...claimants,
  ];
  const argumentFile = join(root, '.cache', 'verapdf', `arguments-${process.pid}`);
  writeFileSync(argumentFile, java.map((arg) => `"${arg.replace(/[\\"]/g, '\\$&')}"`).join('\n'));
  const run = spawnSync('java', [`@${argumentFile}`], { encoding: 'utf8', maxBuffer: 1 << 30 });
  rmSync(argumentFile, { force: true });
  if (run.error) stop(`java cannot be started: ${run.error.message}`);
  let report;
  try {
    report = JSON.parse(run.stdout).report;
  } catch {
    stop(`veraPDF did not report: ${run.stderr || run.stdout}`);
  }
  return report.jobs.map((job) => ({ file: job.itemDetails.name, rules: rulesOf(job) }));
}

/** The rules that a file breaks, each with where; empty: it passes. */
function rulesOf(job) {
  if (job.taskException || !job.validationResult) return [`could not be read: ${job.taskException?.exception ?? 'no result'}`];
  return [job.validationResult].flat().flatMap((result) => {
    if (result.compliant) return [];
    return result.details.ruleSummaries.map(
      (rule) =>
        `${rule.specification} ${rule.clause} test ${rule.testNumber} (${rule.failedChecks}x): ${rule.description.replace(/\s+/g, ' ')}` +
        rule.checks.map((at) => `\n      at ${at.context}${at.errorMessage ? `: ${at.errorMessage}` : ''}`).join(''),
    );
  });
}

function install() {
  if (existsSync(cache)) return;
  const work = `${cache}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  const project = join(work, 'pom.xml');
  writeFileSync(
    project,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>kit</groupId><artifactId>verapdf</artifactId><version>1</version>
<dependencies><dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>${VERSION}</version></dependency></dependencies></project>`,
  );
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
  const run = spawnSync('mvn', ['-q', '-B', '-f', project, goal, `-DoutputDirectory=${join(work, 'lib')}`], { encoding: 'utf8' });
  if (run.error || run.status !== 0) stop(`veraPDF cannot be installed: ${run.error?.message ?? run.stdout}${run.stderr ?? ''}`);
  renameSync(join(work, 'lib'), cache);
  rmSync(work, { recursive: true, force: true });
}

function stop(message) {
  process.stderr.write(`verapdf: ${message}\n`);
  process.exit(2);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
