import type { Campaign } from '../core/campaign.ts';
import { type Diagnostic, error } from '../core/diagnostics.ts';
import { isRefusal, type World } from '../core/world.ts';

/** Reads the ICC profiles that the campaign's print profiles name. @param folder absolute, of the campaign */
export function readIntents(
  { profiles }: Campaign,
  folder: string,
  world: World,
): { readonly intents: ReadonlyMap<string, Uint8Array>; readonly diagnostics: readonly Diagnostic[] } {
  const intents = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const told = new Set<unknown>();
  for (const { outputIntent } of Object.values(profiles)) {
    if (!outputIntent || told.has(outputIntent)) continue;
    told.add(outputIntent);
    const { file, span } = outputIntent;
    const bytes = world.read(`${folder}/${file}`);
    if (bytes !== null && !isRefusal(bytes)) {
      intents.set(file, bytes);
      continue;
    }
    const code =
      bytes?.refused === 'outside' ? 'file-outside' : bytes?.refused === 'too-large' ? 'file-too-large' : 'file-missing';
    const hint = 'Copy the print shop’s ICC profile into the campaign’s folder and name it from there.';
    diagnostics.push(error(code, `The ICC profile “${file}” cannot be read.`, { span, hint }));
  }
  return { intents, diagnostics };
}
