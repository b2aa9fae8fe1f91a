import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type InstalledPackage, MachineError, type ReadRefusal, type World } from './world.ts';

/** No campaign file is larger; a photograph for an A2 poster is about 30 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

export interface Roots {
  /** Label → absolute folder that may be read: {campaign: …, templates: …}. Labels stand in the manifest instead of this machine's paths. */
  readonly read: Readonly<Record<string, string>>;
  /** Absolute folders beside which, or above which, packages are installed in `node_modules`, the first asked first. */
  readonly packages?: readonly string[];
  /** Absolute folder that may be written; absent: nothing may (`kit check`). */
  readonly write?: string;
}

const errorCode = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);

const EXPLANATION: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  EMFILE: 'too many open files',
};

function machine<T>(doing: string, path: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    const code = errorCode(cause);
    if (code === '' || cause instanceof MachineError) throw cause;
    throw new MachineError(`cannot ${doing} ${path}: ${EXPLANATION[code] ?? code}`, { cause });
  }
}

const within = (path: string, root: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** Symlinks resolved as far as the path exists; null where nothing of it can be resolved. */
function realOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch (cause) {
    if (ABSENT.has(errorCode(cause))) return null;
    throw new MachineError(`cannot read ${path}: ${EXPLANATION[errorCode(cause)] ?? errorCode(cause)}`, { cause });
  }
}

/** The real disk. */
export function nodeWorld(roots: Roots): World {
  const readable = Object.entries(roots.read).map(([label, folder]) => ({ label, folder: realOf(folder) ?? resolve(folder) }));
  const homes = [...new Set((roots.packages ?? []).flatMap(modulesAbove))].filter((home) => realOf(home) !== null);
  const packages = new Map<string, InstalledPackage | null>();
  const hashes = new Map<string, string>();
  let writeRoot: string | null = null;

  const rootOf = (real: string) => readable.find(({ folder }) => within(real, folder));

  /** The path to write to, once its folder is known to lie in the output root, links resolved. */
  const writable = (path: string): string => {
    if (roots.write === undefined) throw new Error(`nothing may be written here, but ${path} was asked for`);
    if (writeRoot === null) {
      machine('make', roots.write, () => mkdirSync(resolve(roots.write ?? ''), { recursive: true }));
      writeRoot = realOf(roots.write) ?? resolve(roots.write);
    }
    const below = resolve(path).slice(resolve(roots.write).length);
    const target = join(writeRoot, below);
    if (!within(target, writeRoot) || !within(resolve(path), resolve(roots.write)))
      throw new Error(`${path} is outside the output folder`);
    return target;
  };

  /** Makes the folders one by one: none of them may be a link that leads out. */
  const folderFor = (target: string): void => {
    const folder = dirname(target);
    let real = realOf(folder);
    if (real === null) {
      machine('make', folder, () => mkdirSync(folder, { recursive: true }));
      real = realOf(folder);
    }
    if (real === null || writeRoot === null || !within(real, writeRoot)) {
      throw new MachineError(`cannot write ${target}: its folder is a link that leads out of the output folder`);
    }
  };

  const isLink = (target: string): boolean => lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

  return {
    read(path) {
      const real = realOf(path);
      if (real === null) return rootOf(resolve(path)) ? null : OUTSIDE;
      const root = rootOf(real);
      if (!root) return OUTSIDE;
      const stat = machine('read', path, () => statSync(real));
      if (!stat.isFile()) return { refused: 'not-a-file' };
      if (stat.size > MAX_FILE_BYTES) return { refused: 'too-large' };
      const bytes = machine('read', path, () => readFileSync(real));
      const label = `${root.label}/${real
        .slice(root.folder.length + 1)
        .split(sep)
        .join('/')}`;
      if (!hashes.has(label)) hashes.set(label, createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    },
    readOutput(path) {
      if (roots.write === undefined) return null;
      const target = writable(path);
      const real = realOf(target);
      if (real === null || writeRoot === null || !within(real, writeRoot)) return null;
      return machine('read', path, () => (statSync(real).isFile() ? readFileSync(real) : null));
    },
    list(path) {
      const real = realOf(path);
      if (real === null || !rootOf(real)) return [];
      return machine('read', path, () => (statSync(real).isDirectory() ? readdirSync(real) : [])).sort();
    },
    exists(path) {
      const real = realOf(path);
      return real !== null && (rootOf(real) !== undefined || (writeRoot !== null && within(real, writeRoot)));
    },
    installed(name) {
      const known = packages.get(name);
      if (known !== undefined) return known;
      if (!PACKAGE.test(name)) throw new Error(`${name} is no name of a package`);
      const found = findPackage(homes, name);
      if (found) readable.push({ label: `packages/${name}`, folder: found.folder });
      packages.set(name, found);
      return found;
    },
    write(path, bytes) {
      const target = writable(path);
      folderFor(target);
      return machine('write', path, () => {
        const stat = lstatSync(target, { throwIfNoEntry: false });
        if (stat?.isFile() && stat.size === bytes.length && readFileSync(target).equals(bytes)) return false;
        const beside = join(dirname(target), `.${basename(target)}.kit-part`);
        try {
          if (isLink(beside)) rmSync(beside);
          writeFileSync(beside, bytes);
          renameSync(beside, target);
        } catch (cause) {
          rmSync(beside, { force: true });
          throw cause;
        }
        return true;
      });
    },
    remove(path) {
      const target = writable(path);
      const folder = realOf(dirname(target));
      if (folder === null || writeRoot === null || !within(folder, writeRoot)) return;
      machine('remove', path, () => rmSync(target, { force: true }));
    },
    prune(path) {
      const target = writable(path);
      if (isLink(target)) return;
      try {
        rmdirSync(target);
      } catch (cause) {
        if (!ABSENT.has(errorCode(cause)) && errorCode(cause) !== 'ENOTEMPTY' && errorCode(cause) !== 'EEXIST') {
          throw new MachineError(`cannot remove ${path}: ${EXPLANATION[errorCode(cause)] ?? errorCode(cause)}`, { cause });
        }
      }
    },
    now: () => performance.now(),
    inputs: () =>
      [...hashes].map(([path, sha256]) => ({ path, sha256 })).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  };
}

/** As npm allows names: no dots before a slash, so none leads out of node_modules. */
const PACKAGE = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;

/** The `node_modules` of a folder and of all above it, as Node looks for packages. */
function modulesAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return [join(folder, 'node_modules'), ...(above === folder ? [] : modulesAbove(above))];
}

function findPackage(homes: readonly string[], name: string): InstalledPackage | null {
  for (const home of homes) {
    const folder = realOf(join(home, name));
    const file = folder === null ? null : realOf(join(folder, 'package.json'));
    if (folder === null || file === null) continue;
    const text = machine('read', file, () => readFileSync(file, 'utf8'));
    return { folder, version: /"version"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '' };
  }
  return null;
}

const OUTSIDE: ReadRefusal = { refused: 'outside' };
