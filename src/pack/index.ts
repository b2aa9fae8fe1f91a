import type { World } from '../core/world.ts';
import { type Complaint, gallery, type Shown } from './gallery/index.ts';
import { type PackTarget, sha256 } from './kit.ts';
import { MANIFEST_NAME, type Manifest, type ManifestLibrary, manifestBytes } from './manifest.ts';
import { removeStale } from './stale.ts';

export interface Closing {
  readonly target: PackTarget;
  readonly manifest: Omit<Manifest, 'manifest' | 'files'>;
  readonly earlier: Manifest | null;
  /** Library → what was said of it. */
  readonly complaints: ReadonlyMap<string, readonly Complaint[]>;
  /** PDF → what it shows. */
  readonly shown: ReadonlyMap<string, Shown>;
}

/** An entry of a library without a kit. */
export const withoutKit = (
  id: string,
  name: string,
  names: Readonly<Record<string, string>>,
  state: 'faulty' | 'withdrawn',
  errors: number,
): ManifestLibrary => ({
  id,
  name,
  names: { ...names },
  state,
  built: '',
  files: [],
  pictures: [],
  errors,
  warnings: 0,
});

/**
 * Ends a build: the gallery, then the removal of what is stale, then the manifest. The manifest goes last, so that a build that is broken off
 * leaves the earlier one, which still names every file that is ours.
 */
export function closePack(
  { target, manifest, earlier, complaints, shown }: Closing,
  world: World,
): { readonly removed: number; readonly manifest: Manifest } {
  const draft: Manifest = { manifest: 1, ...manifest, files: [] };
  const page = new TextEncoder().encode(gallery(draft, complaints, shown));
  world.write(`${target.folder}/index.html`, page);
  const whole: Manifest = { ...draft, files: [{ path: 'index.html', bytes: page.length, sha256: sha256(page) }] };
  const removed = removeStale(target.folder, earlier, whole, world);
  world.write(`${target.folder}/${MANIFEST_NAME}`, manifestBytes(whole));
  return { removed, manifest: whole };
}

export type { Complaint, Shown } from './gallery/index.ts';
export { type Kit, type KitFile, type PackTarget, type PagePicture, packKit } from './kit.ts';
export { type Manifest, type ManifestFile, type ManifestLibrary, readManifest } from './manifest.ts';
