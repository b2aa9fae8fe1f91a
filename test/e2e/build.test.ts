import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesBelow, kit } from '../support/cli.ts';
import { lydnatOnDisk, scratch } from '../support/lydnat.ts';

const LIBRARIES = ['nordby', 'soenderby', 'vesterby'];
const LANGUAGES = ['da', 'en'];
const FILES = LANGUAGES.flatMap((l) => [
  `flyer-a5-${l}.pdf`,
  `poster-a3-${l}.pdf`,
  `press-release-${l}.docx`,
  `press-release-${l}.pdf`,
  `press-release-${l}.txt`,
]).sort();

const edit = (file: string, find: string, put: string): void => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(find);
  writeFileSync(file, text.replace(find, put));
};
const manifestOf = (out: string) => JSON.parse(readFileSync(join(out, 'lydnat-2031', 'manifest.json'), 'utf8'));

async function built(more: readonly string[] = []) {
  const folder = scratch();
  const campaign = lydnatOnDisk(folder);
  const out = join(folder, 'out');
  const args = ['build', join(campaign, 'campaign.yaml'), '--out', out, ...more];
  const ran = await kit(args);
  return { folder, campaign, out, args, ran, kits: join(out, 'lydnat-2031') };
}

describe('kit build', () => {
  it('makes a kit for each library, a zip, the gallery and the manifest', async () => {
    const { ran, kits, out } = await built();
    expect(ran.stderr).not.toMatch(/error/);
    expect(ran.code).toBe(0);
    const files = filesBelow(kits);
    for (const library of LIBRARIES) {
      expect(
        [...files.keys()].filter((name) => name.startsWith(`${library}/`)).map((name) => name.slice(library.length + 1)),
      ).toEqual(FILES);
      const zip = unzipSync(files.get(`${library}.zip`) ?? new Uint8Array());
      expect(Object.keys(zip).sort()).toEqual(FILES.map((name) => `lydnat-2031-${library}/${name}`));
      for (const name of FILES)
        expect(
          Buffer.compare(zip[`lydnat-2031-${library}/${name}`] ?? Buffer.of(), files.get(`${library}/${name}`) ?? Buffer.of()),
        ).toBe(0);
    }
    const manifest = manifestOf(out);
    expect(manifest.libraries.map((l: { id: string; state: string }) => [l.id, l.state])).toEqual(
      LIBRARIES.map((id) => [id, 'built']),
    );
    for (const file of manifest.libraries.flatMap((l: { files: { path: string }[] }) => l.files)) {
      expect(
        createHash('sha256')
          .update(files.get(file.path) ?? '')
          .digest('hex'),
      ).toBe(file.sha256);
    }
    expect(manifest.inputs.map((i: { path: string }) => i.path)).toContain('campaign/texts/da.md');
    const page = files.get('index.html')?.toString() ?? '';
    const pictures = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src ?? '');
    // Poster 1, flyer 2, press release at least 1 page, in two languages, of three libraries.
    expect(pictures.length).toBeGreaterThanOrEqual(3 * 2 * 4);
    for (const src of pictures) expect(files.has(decodeURIComponent(src))).toBe(true);
    expect(ran.stdout).toMatch(/3 of 3 kits/);
  });

  it('gives the same bytes at another path, in another zone and language', async () => {
    const here = await built();
    const campaign = lydnatOnDisk(join(here.folder, 'a longer path, æøå'));
    const out = join(here.folder, 'elsewhere');
    const ran = await kit(['build', join(campaign, 'campaign.yaml'), '--out', out], {
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(ran.code).toBe(0);
    const [a, b] = [filesBelow(here.out), filesBelow(out)];
    expect([...b.keys()]).toEqual([...a.keys()]);
    expect([...a.keys()].filter((name) => Buffer.compare(a.get(name) ?? Buffer.of(), b.get(name) ?? Buffer.of()) !== 0)).toEqual(
      [],
    );
  });

  it("withdraws a faulty library's earlier kit and builds the others", async () => {
    const { campaign, args, kits, out } = await built(['--no-gallery']);
    const before = filesBelow(kits);
    edit(
      join(campaign, 'libraries.csv'),
      'Torvet 1;2345;Sønderby;;20:00',
      'Torvet 1;2345;Sønderby;lørdag den 3. oktober 2031;20:00',
    );
    const ran = await kit(args);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/weekday-mismatch/);
    const after = filesBelow(kits);
    expect([...after.keys()].filter((name) => name.startsWith('soenderby'))).toEqual([]);
    for (const id of ['nordby', 'vesterby'])
      for (const name of FILES) expect(after.get(`${id}/${name}`)).toEqual(before.get(`${id}/${name}`));
    expect(manifestOf(out).libraries.map((l: { id: string; state: string }) => [l.id, l.state])).toEqual([
      ['nordby', 'built'],
      ['soenderby', 'faulty'],
      ['vesterby', 'built'],
    ]);
  });

  it('removes stale files of its own and never touches others', async () => {
    const { campaign, args, kits } = await built(['--no-gallery']);
    writeFileSync(join(kits, 'nordby', 'notes.txt'), 'mine');
    writeFileSync(join(kits, 'vesterby', 'notes.txt'), 'mine too');
    edit(join(campaign, 'libraries.csv'), readFileSync(join(campaign, 'libraries.csv'), 'utf8').split('\n')[3] ?? '', '');
    edit(join(campaign, 'campaign.yaml'), 'flyer, ', '');
    expect((await kit(args)).code).toBe(0);
    const names = [...filesBelow(kits).keys()];
    expect(names.filter((name) => name.startsWith('vesterby'))).toEqual(['vesterby/notes.txt']);
    expect(names.filter((name) => name.includes('flyer'))).toEqual([]);
    expect(names).toContain('nordby/notes.txt');
  });

  it('builds a part, and keeps the rest only if it is of the same inputs', async () => {
    const { campaign, args, kits } = await built(['--no-gallery']);
    const part = [...args, '--library', 'nordby', '--piece', 'poster', '--language', 'da'];
    const before = filesBelow(kits);
    expect((await kit(part)).code).toBe(0);
    expect([...filesBelow(kits).keys()]).toEqual([...before.keys()]);
    appendFileSync(join(campaign, 'texts', 'da.md'), '- Kaffe\n');
    expect((await kit(part)).code).toBe(0);
    const names = [...filesBelow(kits).keys()];
    expect(names.filter((name) => name.startsWith('nordby/'))).toEqual(['nordby/poster-a3-da.pdf']);
    expect(names.filter((name) => name.startsWith('vesterby/')).length).toBe(FILES.length);
  });

  it('says so when a filter names what is not there, and exits with 2', async () => {
    const { args } = await built(['--no-gallery']);
    const ran = await kit([...args, '--library', 'nordbyy']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/nordby/);
  });

  it('checks without writing', async () => {
    const folder = scratch();
    const campaign = lydnatOnDisk(folder);
    const before = filesBelow(folder);
    const ran = await kit(['check', join(campaign, 'campaign.yaml'), '--format', 'json'], { cwd: folder });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ errors: 0, documents: 18 });
    expect([...filesBelow(folder).keys()]).toEqual([...before.keys()]);
  });

  it('prints the plan and writes nothing', async () => {
    const { ran, out } = await built(['--dry-run']);
    expect(ran.code).toBe(0);
    expect(ran.stdout.split('\n')).toContain('nordby/poster-a3-da.pdf');
    expect(existsSync(out)).toBe(false);
  });

  it('gives complaints as data', async () => {
    const folder = scratch();
    const campaign = lydnatOnDisk(folder);
    edit(join(campaign, 'campaign.yaml'), 'timezone:', 'timezona:');
    const ran = await kit(['check', join(campaign, 'campaign.yaml'), '--format', 'json']);
    expect(ran.code).toBe(1);
    const { diagnostics } = JSON.parse(ran.stdout);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'unknown-key',
        file: 'campaign.yaml',
        start: { line: 7, column: 1 },
        text: 'timezona',
        hints: [expect.stringContaining('timezone')],
      }),
    );
  });

  it('refuses links that lead out of the output folder', async () => {
    const { args, kits, folder } = await built(['--no-gallery']);
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const kept = join(kits, 'nordby-old');
    cpSync(join(kits, 'nordby'), kept, { recursive: true });
    const { rmSync } = await import('node:fs');
    rmSync(join(kits, 'nordby'), { recursive: true });
    symlinkSync(elsewhere, join(kits, 'nordby'));
    const ran = await kit(args);
    expect(ran.code).toBe(3);
    expect(filesBelow(elsewhere).size).toBe(0);
  });

  it('ends with 3 where nothing can be written, without a stack trace', async () => {
    const folder = scratch();
    const campaign = lydnatOnDisk(folder);
    writeFileSync(join(folder, 'out'), 'a file, not a folder');
    const ran = await kit(['build', join(campaign, 'campaign.yaml'), '--out', join(folder, 'out'), '--no-gallery']);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/^kit: cannot/m);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  it('tells of wrong use', async () => {
    expect((await kit(['build'])).code).toBe(2);
    expect((await kit(['bild', 'x'])).code).toBe(2);
    expect((await kit(['build', '/nowhere/campaign.yaml', '--format', 'xml'])).code).toBe(2);
    const none = await kit(['build', '/nowhere/campaign.yaml']);
    expect(none.code).toBe(1);
    expect(none.stderr).toMatch(/campaign\.yaml/);
    expect((await kit(['--help'])).code).toBe(0);
  });
});
