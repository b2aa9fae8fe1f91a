import { type Diagnostic, error } from '../core/diagnostics.ts';
import { ownFile } from '../core/engine-file.ts';
import type { Profile } from '../core/profile.ts';
import { openCondition, type PrintingCondition } from './inks/profile.ts';
import { FOGRA39, type PdfKit, pressKit } from './pdf/index.ts';

/** One printing condition with the PDF kit that all its files share. */
export interface Press {
  readonly condition: PrintingCondition;
  readonly kit: PdfKit;
}

/** Printing conditions, opened when the first file needs them. */
export interface Presses {
  of(profile: Profile): Promise<Press>;
}

/** @param intents the campaign's own ICC profiles, by the path that names them */
export function openPresses(screen: PdfKit, intents: ReadonlyMap<string, Uint8Array>): Presses {
  const opened = new Map<string, Promise<Press>>();
  const open = async ({ outputIntent, inkLimit }: Profile): Promise<Press> => {
    const own = outputIntent && intents.get(outputIntent.file);
    const condition = openCondition(own ?? (await ownFile('icc/FOGRA39L.icc')), inkLimit);
    if (!condition) throw new Error('an ICC profile that cannot be used is told when the campaign is opened');
    return { condition, kit: pressKit(screen, condition, own ? undefined : FOGRA39) };
  };
  return {
    of(profile) {
      const key = `${profile.inkLimit} ${profile.outputIntent?.file ?? ''}`;
      const known = opened.get(key) ?? open(profile);
      opened.set(key, known);
      return known;
    },
  };
}

/** What is wrong with the campaign's own ICC profiles. */
export function intentFaults(profiles: readonly Profile[], intents: ReadonlyMap<string, Uint8Array>): readonly Diagnostic[] {
  return profiles.flatMap(({ outputIntent }) => {
    const bytes = outputIntent && intents.get(outputIntent.file);
    if (!outputIntent || !bytes || openCondition(bytes, 300)) return [];
    const hint = 'Name an ICC profile for output in CMYK with tables for it, as ECI and Fogra give them away.';
    return [
      error('output-intent', `“${outputIntent.file}” is no ICC profile that colours can be separated by.`, {
        span: outputIntent.span,
        hint,
      }),
    ];
  });
}
