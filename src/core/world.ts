/**
 * The one door to the machine: disk and clock. Faked in tests. Reading is confined to the roots that the World was made with (symlinks
 * resolved), writing to the output root. Paths are absolute. What fails for the machine's sake (disk full, no permission) throws `MachineError`.
 */
export interface World {
  /** null: there is no such file. */
  read(path: string): Uint8Array | ReadRefusal | null;
  /** A file of the output folder, of an earlier build; null where there is none or none may be. Not an input. */
  readOutput(path: string): Uint8Array | null;
  /** Names in a folder, sorted by code unit; empty where there is no such folder or it lies outside the roots. */
  list(path: string): readonly string[];
  exists(path: string): boolean;
  /** An installed npm package, whose folder then may be read like the roots; null: it is not installed. */
  installed(name: string): InstalledPackage | null;
  /** Makes folders as needed, writes beside, then renames. Leaves an identical file alone. Returns whether anything changed. */
  write(path: string, bytes: Uint8Array): boolean;
  /** Removes a file of the output folder; nothing happens where there is none. */
  remove(path: string): void;
  /** Removes a folder of the output folder if it is empty. */
  prune(path: string): void;
  /** Milliseconds from an arbitrary start; only for progress and timings, never for content. */
  now(): number;
  /** Everything read so far, for the manifest: label of the root and path below it → SHA-256 of the bytes, in hex. Sorted. */
  inputs(): readonly { readonly path: string; readonly sha256: string }[];
}

export interface InstalledPackage {
  /** Absolute. */
  readonly folder: string;
  /** As its package.json says; '' where it does not. */
  readonly version: string;
}

export interface ReadRefusal {
  readonly refused: 'outside' | 'too-large' | 'not-a-file';
}

/** Narrowing help for readers. */
export const isRefusal = (value: Uint8Array | ReadRefusal | null): value is ReadRefusal => value !== null && 'refused' in value;

/** The machine failed, not the user: exit code 3. */
export class MachineError extends Error {
  override readonly name = 'MachineError';
}
