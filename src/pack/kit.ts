import { createHash } from 'node:crypto';
import type { World } from '../core/world.ts';
import type { ManifestFile, ManifestLibrary } from './manifest.ts';
import { zip } from './zip.ts';

export interface KitFile {
  /** Inside the campaign's output folder: 'north/poster-a3-da.pdf'. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A small picture of one page. */
export interface PagePicture extends KitFile {
  /** Path of the PDF that it shows. */
  readonly of: string;
  readonly page: number;
  /** px */
  readonly width: number;
  readonly height: number;
}

export interface Kit {
  readonly id: string;
  readonly name: string;
  /** By language. */
  readonly names: Readonly<Record<string, string>>;
  readonly files: readonly KitFile[];
  readonly pictures: readonly PagePicture[];
  readonly warnings: number;
}

export interface PackTarget {
  /** Absolute folder of the campaign's output. */
  readonly folder: string;
  readonly campaign: string;
  /** Digest of all inputs. */
  readonly digest: string;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const entryOf = ({ path, bytes }: KitFile): ManifestFile => ({ path, bytes: bytes.length, sha256: sha256(bytes) });

/**
 * Writes one library's kit: its files, its zip, its pictures. Files of an earlier build stay in the kit only if a build of part of the kit
 * left them out and they were made from the very same inputs; otherwise they are stale and go.
 */
export async function packKit(
  kit: Kit,
  earlier: ManifestLibrary | undefined,
  partial: boolean,
  target: PackTarget,
  world: World,
): Promise<ManifestLibrary> {
  const fresh = new Set(kit.files.map((file) => file.path));
  const zipPath = `${kit.id}.zip`;
  const keep = partial && earlier?.state === 'built' && earlier.built === target.digest;
  const kept: KitFile[] = [];
  for (const file of keep ? earlier.files : []) {
    if (fresh.has(file.path) || file.path === zipPath) continue;
    const bytes = world.readOutput(`${target.folder}/${file.path}`);
    if (bytes && sha256(bytes) === file.sha256) kept.push({ path: file.path, bytes });
  }
  const files = [...kit.files, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1));
  const prefix = `${kit.id}/`;
  const archive = await zip(
    files.map(({ path, bytes }) => ({
      path: `${target.campaign}-${kit.id}/${path.startsWith(prefix) ? path.slice(prefix.length) : path}`,
      bytes,
    })),
  );
  const all: readonly KitFile[] = [...files, { path: zipPath, bytes: archive }];
  const keptPictures = keep ? earlier.pictures.filter((picture) => !fresh.has(picture.of)) : [];
  for (const { path, bytes } of [...all, ...kit.pictures]) world.write(`${target.folder}/${path}`, bytes);
  return {
    id: kit.id,
    name: kit.name,
    names: { ...kit.names },
    state: 'built',
    built: target.digest,
    files: all.map(entryOf),
    pictures: [
      ...kit.pictures.map(({ of, page, width, height, ...file }) => ({ ...entryOf(file), of, page, width, height })),
      ...keptPictures,
    ],
    errors: 0,
    warnings: kit.warnings,
  };
}
