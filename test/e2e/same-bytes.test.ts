import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeWorld } from '../../src/core/world-node.ts';
import { run } from '../../src/pipeline.ts';
import { SILENT } from '../../src/report/index.ts';
import { filesBelow } from '../support/cli.ts';
import { lydnatOnDisk, ROOT, scratch } from '../support/lydnat.ts';

/** The order in which the disk gives names; some give them as they were made. */
const listing = vi.hoisted(() => ({ order: 'as it is', asked: 0 }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readdirSync = (...args: Parameters<typeof fs.readdirSync>) => {
    const names = fs.readdirSync(...args);
    listing.asked++;
    return listing.order === 'reversed' ? [...names].reverse() : names;
  };
  return { ...fs, readdirSync };
});

/** All of the example takes minutes; `.ci/run` and KIT_FULL build it whole. */
const SOME = process.env.KIT_FULL ? [] : ['--library', 'ballerup', '--library', 'viborg'];

/** A clone at another path: what is in the repository, and the installed packages. */
function clone(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of ['bin', 'templates', 'campaigns', 'package.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function build(
  root: string,
  out: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  more: readonly string[],
): Promise<number> {
  const args = [
    join(root, 'bin', 'kit.js'),
    'build',
    join(root, 'campaigns', 'expat-dinner-2012', 'campaign.yaml'),
    '--out',
    out,
    ...more,
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env: { ...process.env, CI: 'true', ...env }, maxBuffer: 1 << 26 }, (failure) =>
      resolve(failure ? Number(failure.code ?? 1) : 0),
    );
  });
}

const differing = (a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] =>
  [...a.keys()].filter((name) => Buffer.compare(a.get(name) ?? Buffer.of(), b.get(name) ?? Buffer.of()) !== 0);

describe('the same input gives the same bytes', () => {
  it.each([
    ['without the gallery', ['--no-gallery', ...SOME]],
    // Pages are rastered the same for every library; one shows it.
    ['with it', process.env.KIT_FULL ? [] : ['--library', 'odense']],
  ])(
    'over the example, at two paths, in other zones and languages, %s',
    async (_, more) => {
      const folder = scratch();
      const here = clone(join(folder, 'en'));
      const there = clone(join(folder, 'et helt andet sted, æøå', 'to'));
      const [a, b] = [join(folder, 'out-a'), join(there, 'out b')];
      const codes = await Promise.all([
        build(here, a, here, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, more),
        build(there, b, '/', { TZ: 'America/Anchorage', LANG: 'C', LC_ALL: 'C' }, more),
      ]);
      expect(codes).toEqual([0, 0]);
      const [first, second] = [filesBelow(a), filesBelow(b)];
      expect(first.size).toBeGreaterThan(10);
      expect([...second.keys()]).toEqual([...first.keys()]);
      expect(differing(first, second)).toEqual([]);
    },
    600_000,
  );

  it('whatever order a disk lists its files in', async () => {
    const campaign = lydnatOnDisk();
    const file = join(campaign, 'campaign.yaml');
    // Libraries and partials as folders of files, so that listings matter.
    writeFileSync(file, readFileSync(file, 'utf8').replace('libraries: libraries.csv', 'libraries: places'));
    for (const part of ['places', 'sets/plain/partials']) mkdirSync(join(campaign, part));
    for (const id of ['vest', 'nord', 'syd', 'oest'])
      writeFileSync(join(campaign, 'places', `${id}.yaml`), `id: ${id}\nname: Bibliotek ${id}\n`);
    for (const name of ['b', 'a', 'c']) writeFileSync(join(campaign, 'sets/plain/partials', `${name}.hbs`), `<p>${name}</p>`);
    const poster = join(campaign, 'sets/plain/poster.hbs');
    writeFileSync(poster, `${readFileSync(poster, 'utf8')}{{> c}}{{> a}}{{> b}}`);
    const made = async (order: 'as it is' | 'reversed') => {
      listing.order = order;
      listing.asked = 0;
      const out = scratch();
      const world = nodeWorld({ read: { campaign, templates: join(campaign, 'none') }, write: out });
      const whole = { file, out, builtIn: join(campaign, 'none'), filter: {}, strict: false, gallery: false, dryRun: false };
      const { diagnostics } = await run(whole, world, SILENT);
      expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      expect(listing.asked).toBeGreaterThan(2);
      return filesBelow(out);
    };
    const plain = await made('as it is');
    expect(plain.size).toBeGreaterThan(20);
    const reversed = await made('reversed');
    expect([...reversed.keys()]).toEqual([...plain.keys()]);
    expect(differing(plain, reversed)).toEqual([]);
  }, 60_000);
});
