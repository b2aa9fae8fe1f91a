import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lydnat.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a person does. */
export function kit(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'bin', 'kit.js'), ...args],
      { cwd: options.cwd ?? ROOT, env: { ...process.env, CI: 'true', ...options.env }, maxBuffer: 1 << 26, encoding: 'utf8' },
      (failure, stdout, stderr) => resolve({ code: failure ? Number(failure.code ?? 1) : 0, stdout, stderr }),
    );
  });
}

/** All files below a folder, sorted, with their bytes. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split('\\').join('/'));
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}
