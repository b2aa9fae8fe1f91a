import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MachineError } from '../../../src/core/world.ts';
import { nodeWorld } from '../../../src/core/world-node.ts';
import { scratch } from '../../support/lydnat.ts';

function disk() {
  const folder = scratch();
  const campaign = join(folder, 'campaign');
  const out = join(folder, 'out');
  mkdirSync(join(campaign, 'texts'), { recursive: true });
  mkdirSync(join(folder, 'secret'));
  writeFileSync(join(folder, 'secret', 'key'), 'secret');
  writeFileSync(join(campaign, 'texts', 'da.md'), 'hej');
  return { folder, campaign, out, world: nodeWorld({ read: { campaign }, write: out }) };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading', () => {
  it('gives what lies in the roots, and null for what is not there', () => {
    const { campaign, world } = disk();
    expect(world.read(join(campaign, 'texts/da.md'))).toEqual(Buffer.from('hej'));
    expect(world.read(join(campaign, 'texts/en.md'))).toBeNull();
    expect(world.read(join(campaign, 'texts'))).toEqual({ refused: 'not-a-file' });
  });

  it('refuses what lies outside: by .., by an absolute path, by a link to a file or a folder', () => {
    const { folder, campaign, world } = disk();
    symlinkSync(join(folder, 'secret', 'key'), join(campaign, 'link'));
    symlinkSync(join(folder, 'secret'), join(campaign, 'folder'));
    for (const path of [
      `${campaign}/../secret/key`,
      join(folder, 'secret', 'key'),
      join(campaign, 'link'),
      join(campaign, 'folder', 'key'),
      '/etc/hostname',
      `${campaign}/../nowhere`,
    ]) {
      expect(world.read(path), path).toEqual({ refused: 'outside' });
    }
    expect(world.list(join(campaign, 'folder'))).toEqual([]);
    expect(world.exists(join(campaign, 'link'))).toBe(false);
  });

  it('follows links that stay inside, and does not go in circles', () => {
    const { campaign, world } = disk();
    symlinkSync(join(campaign, 'texts'), join(campaign, 'tekster'));
    symlinkSync(join(campaign, 'loop'), join(campaign, 'loop'));
    expect(world.read(join(campaign, 'tekster', 'da.md'))).toEqual(Buffer.from('hej'));
    expect(world.read(join(campaign, 'loop'))).toBeNull();
  });

  it('is not fooled by a folder whose name begins like a root', () => {
    const { folder, world } = disk();
    mkdirSync(join(folder, 'campaign-2'));
    writeFileSync(join(folder, 'campaign-2', 'a'), 'a');
    expect(world.read(join(folder, 'campaign-2', 'a'))).toEqual({ refused: 'outside' });
  });

  it("records what was read, by the root's label", () => {
    const { campaign, world } = disk();
    world.read(join(campaign, 'texts/da.md'));
    world.read(join(campaign, 'texts/da.md'));
    expect(world.inputs()).toEqual([
      { path: 'campaign/texts/da.md', sha256: '9c478bf63e9500cb5db1e85ece82f18c8eb9e52e2f9135acd7f10972c8d563ba' },
    ]);
  });

  it('lists names sorted by code unit', () => {
    const { campaign, world } = disk();
    for (const name of ['b', 'a', 'ø', 'Z', '10', '9']) writeFileSync(join(campaign, 'texts', name), '');
    expect(world.list(join(campaign, 'texts'))).toEqual(['10', '9', 'Z', 'a', 'b', 'da.md', 'ø']);
    expect(world.list(join(campaign, 'nowhere'))).toEqual([]);
  });
});

describe('writing', () => {
  it('makes folders, leaves no part behind and an identical file alone', () => {
    const { out, world } = disk();
    const file = join(out, 'kit', 'a.txt');
    expect(world.write(file, bytes('one'))).toBe(true);
    expect(readdirSync(join(out, 'kit'))).toEqual(['a.txt']);
    utimesSync(file, 1, 1);
    expect(world.write(file, bytes('one'))).toBe(false);
    expect(statSync(file).mtimeMs).toBe(1000);
    expect(world.write(file, bytes('two'))).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(world.readOutput(file)).toEqual(Buffer.from('two'));
  });

  it('never leaves the output folder', () => {
    const { folder, out, world } = disk();
    world.write(join(out, 'a'), bytes('a'));
    expect(() => world.write(join(out, '..', 'b'), bytes('b'))).toThrow(/outside the output folder/);
    symlinkSync(join(folder, 'secret'), join(out, 'way-out'));
    expect(() => world.write(join(out, 'way-out', 'key'), bytes('b'))).toThrow(MachineError);
    world.remove(join(out, 'way-out', 'key'));
    expect(world.readOutput(join(out, 'way-out', 'key'))).toBeNull();
    expect(readFileSync(join(folder, 'secret', 'key'), 'utf8')).toBe('secret');
  });

  it('writes a file in the place of a link, not through it', () => {
    const { folder, out, world } = disk();
    world.write(join(out, 'a'), bytes('a'));
    symlinkSync(join(folder, 'secret', 'key'), join(out, 'b'));
    world.write(join(out, 'b'), bytes('b'));
    expect(readFileSync(join(folder, 'secret', 'key'), 'utf8')).toBe('secret');
    expect(readFileSync(join(out, 'b'), 'utf8')).toBe('b');
  });

  it('removes files, and folders only when they are empty', () => {
    const { out, world } = disk();
    world.write(join(out, 'kit', 'a'), bytes('a'));
    world.write(join(out, 'kit', 'b'), bytes('b'));
    world.remove(join(out, 'kit', 'a'));
    world.prune(join(out, 'kit'));
    expect(existsSync(join(out, 'kit', 'b'))).toBe(true);
    world.remove(join(out, 'kit', 'b'));
    world.remove(join(out, 'kit', 'nothing'));
    world.prune(join(out, 'kit'));
    expect(existsSync(join(out, 'kit'))).toBe(false);
  });

  it("tells of a disk that refuses as the machine's fault", () => {
    const { out, world } = disk();
    world.write(join(out, 'kit', 'a'), bytes('a'));
    writeFileSync(join(out, 'file'), '');
    expect(() => world.write(join(out, 'file', 'b'), bytes('b'))).toThrow(MachineError);
    if (process.getuid?.() !== 0) {
      chmodSync(join(out, 'kit'), 0o500);
      expect(() => world.write(join(out, 'kit', 'b'), bytes('b'))).toThrow(/permission denied/);
      chmodSync(join(out, 'kit'), 0o700);
    }
  });

  it('is not for those who only check', () => {
    const { campaign, out } = disk();
    const world = nodeWorld({ read: { campaign } });
    expect(() => world.write(join(out, 'a'), bytes('a'))).toThrow(/nothing may be written/);
    expect(world.readOutput(join(out, 'a'))).toBeNull();
  });
});
