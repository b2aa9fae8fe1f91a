import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(here, '..', '..');
const FIRA = join(ROOT, 'node_modules', '@expo-google-fonts', 'fira-sans');

/** The fonts of the test campaign's template set, inside the set. */
export const SET_FONTS: Readonly<Record<string, string>> = {
  'sets/plain/fonts/regular.ttf': join(FIRA, '400Regular', 'FiraSans_400Regular.ttf'),
  'sets/plain/fonts/bold.ttf': join(FIRA, '700Bold', 'FiraSans_700Bold.ttf'),
};

const fontBytes = new Map<string, Uint8Array>();

/** All files of the test campaign by relative path, fonts too. A fresh map each time; the bytes are shared. */
export function lydnatFiles(): Map<string, Uint8Array> {
  const folder = join(here, 'lydnat');
  const files = new Map<string, Uint8Array>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name.split('\\').join('/'), readFileSync(path));
  }
  for (const [name, path] of Object.entries(SET_FONTS)) {
    const bytes = fontBytes.get(path) ?? readFileSync(path);
    fontBytes.set(path, bytes);
    files.set(name, bytes);
  }
  return files;
}

/** A temporary folder that goes when the test ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kit-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The test campaign on the real disk. @returns the folder of campaign.yaml */
export function lydnatOnDisk(folder = scratch()): string {
  const campaign = join(folder, 'lydnat');
  cpSync(join(here, 'lydnat'), campaign, { recursive: true });
  mkdirSync(join(campaign, 'sets', 'plain', 'fonts'), { recursive: true });
  for (const [name, path] of Object.entries(SET_FONTS)) cpSync(path, join(campaign, name));
  return campaign;
}
