import { dirname } from 'node:path/posix';
import type { World } from '../core/world.ts';
import { MANIFEST_NAME, type Manifest } from './manifest.ts';

const pathsOf = (manifest: Manifest): string[] => [
  ...manifest.files.map((file) => file.path),
  ...manifest.libraries.flatMap((library) => [...library.files, ...library.pictures].map((file) => file.path)),
];

/** Removes what an earlier build of ours left and this one no longer has; folders too, if that empties them. Other people's files stay. */
export function removeStale(folder: string, earlier: Manifest | null, now: Manifest, world: World): number {
  if (!earlier) return 0;
  const current = new Set([...pathsOf(now), MANIFEST_NAME].map((path) => path.toLowerCase()));
  const stale = pathsOf(earlier).filter((path) => !current.has(path.toLowerCase()));
  const folders = new Set<string>();
  for (const path of stale) {
    world.remove(`${folder}/${path}`);
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) folders.add(parent);
  }
  for (const parent of [...folders].sort((a, b) => b.length - a.length)) world.prune(`${folder}/${parent}`);
  return stale.length;
}
