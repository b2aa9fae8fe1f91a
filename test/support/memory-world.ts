import { createHash } from 'node:crypto';
import type { World } from '../../src/core/world.ts';

export interface MemoryWorld extends World {
  /** Files by absolute path; the test may look and change. */
  readonly files: Map<string, Uint8Array>;
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A disk in memory. Everything below `root` may be read, everything below `out` written; the rest is 'outside'. */
export function memoryWorld(
  files: Readonly<Record<string, string | Uint8Array>>,
  { root = '/work', out = '/out' } = {},
): MemoryWorld {
  const disk = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]));
  const read = new Map<string, string>();
  const below = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
  const clean = (path: string): string => {
    const parts: string[] = [];
    for (const part of path.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return `/${parts.join('/')}`;
  };
  return {
    files: disk,
    read(path) {
      const at = clean(path);
      if (!below(at, root)) return { refused: 'outside' };
      const bytes = disk.get(at);
      if (!bytes) return [...disk.keys()].some((file) => below(file, at)) ? { refused: 'not-a-file' } : null;
      read.set(at.slice(1), createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    },
    readOutput: (path) => (below(clean(path), out) ? (disk.get(clean(path)) ?? null) : null),
    list(path) {
      const at = clean(path);
      return [
        ...new Set(
          [...disk.keys()]
            .filter((file) => file.startsWith(`${at}/`))
            .map((file) => file.slice(at.length + 1).split('/')[0] ?? ''),
        ),
      ].sort();
    },
    exists: (path) => [...disk.keys()].some((file) => below(file, clean(path))),
    installed: (name) =>
      disk.has(`${root}/node_modules/${name}/package.json`) ? { folder: `${root}/node_modules/${name}`, version: '1.0.0' } : null,
    write(path, bytes) {
      const at = clean(path);
      if (!below(at, out)) throw new Error(`${path} is outside the output folder`);
      const before = disk.get(at);
      if (before && Buffer.compare(before, bytes) === 0) return false;
      disk.set(at, bytes);
      return true;
    },
    remove: (path) => void disk.delete(clean(path)),
    prune: () => {},
    now: () => 0,
    inputs: () => [...read].map(([path, sha256]) => ({ path, sha256 })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
