import * as z from 'zod';
import type { World } from '../core/world.ts';

const FILE = z.object({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string() });

const LIBRARY = z.object({
  id: z.string(),
  /** In the campaign's first language. */
  name: z.string(),
  names: z.record(z.string(), z.string()),
  /** built: the kit is whole. faulty: it had errors, so nothing of it is here. withdrawn: the library takes no part. */
  state: z.enum(['built', 'faulty', 'withdrawn']),
  /** Digest of all inputs that the kit was built from. */
  built: z.string(),
  files: z.array(FILE),
  /** Small pictures of the pages, for the gallery. */
  pictures: z.array(FILE.extend({ of: z.string(), page: z.number().int().positive(), width: z.number(), height: z.number() })),
  errors: z.number().int(),
  warnings: z.number().int(),
});

const MANIFEST = z.object({
  manifest: z.literal(1),
  kit: z.string(),
  campaign: z.string(),
  title: z.string(),
  status: z.string(),
  revision: z.number(),
  inputs: z.array(z.object({ path: z.string(), sha256: z.string() })),
  libraries: z.array(LIBRARY),
  files: z.array(FILE),
});

/** What a build left in the output folder, and from what. The only record of which files are ours. */
export type Manifest = z.infer<typeof MANIFEST>;
export type ManifestLibrary = z.infer<typeof LIBRARY>;
export type ManifestFile = z.infer<typeof FILE>;

export const MANIFEST_NAME = 'manifest.json';

/** Relative, forward slashes, no way out: a manifest edited by hand must not make us remove somebody's files. */
const isOurs = (path: string): boolean =>
  !path.startsWith('/') &&
  !/^[a-z]:/iu.test(path) &&
  !path.includes('\\') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** The manifest of an earlier build; null where there is none, or none that can be understood (it is then written anew). */
export function readManifest(folder: string, world: World): Manifest | null {
  const bytes = world.readOutput(`${folder}/${MANIFEST_NAME}`);
  if (!bytes) return null;
  try {
    const parsed = MANIFEST.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!parsed.success) return null;
    const manifest = parsed.data;
    const ours = <T extends ManifestFile>(files: T[]): T[] => files.filter((file) => isOurs(file.path));
    return {
      ...manifest,
      files: ours(manifest.files),
      libraries: manifest.libraries.map((library) => ({
        ...library,
        files: ours(library.files),
        pictures: ours(library.pictures),
      })),
    };
  } catch {
    return null;
  }
}

export const manifestBytes = (manifest: Manifest): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
