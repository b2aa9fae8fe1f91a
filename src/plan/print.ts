import type { Campaign, Library } from '../core/campaign.ts';
import { originOf } from '../core/campaign.ts';
import { type Diagnostic, warning } from '../core/diagnostics.ts';
import type { Job } from '../core/job.ts';
import { nearest } from '../core/model/nearest.ts';

/**
 * What a library says of its print shop and nothing comes of: a profile of a kind that no piece is made for, a quantity of a file that is not made.
 * @param jobs all of the library's
 * @param stemOf a job's name without its profile: 'poster-a3-da'
 */
export function unusedPrint(
  library: Library,
  jobs: readonly Job[],
  { profiles }: Campaign,
  stemOf: (job: Job) => string,
): readonly Diagnostic[] {
  const { print } = library;
  if (!print) return [];
  const about = { library: library.id };
  const found: Diagnostic[] = [];
  const chosen = print.profile !== undefined && Object.hasOwn(profiles, print.profile) ? profiles[print.profile] : undefined;
  if (chosen && !jobs.some(({ profile }) => profile === chosen)) {
    const hint = `Ask for such files: pieces: {poster: {profiles: [screen, ${chosen.kind}]}}; or delete this.`;
    const span = originOf(library, 'print.profile');
    found.push(
      warning('profile-unused', `No piece is made for ${chosen.kind}, so “${chosen.name}” changes nothing.`, {
        span,
        about,
        hint,
      }),
    );
  }
  const stems = [...new Set(jobs.filter(({ profile }) => profile.kind === 'press').map(stemOf))];
  for (const name of Object.keys(print.quantities ?? {})) {
    if (stems.includes(name)) continue;
    const near = nearest(name, stems);
    const some = stems.length > 0 ? `There are: ${stems.slice(0, 12).join(', ')}.` : 'No file is made for a print shop.';
    const hint = near === undefined ? some : `Did you mean “${near}”?`;
    const span = originOf(library, `print.quantities.${name}`);
    found.push(
      warning('quantity-unused', `There is no file “${name}” for a print shop to make so many of.`, { span, about, hint }),
    );
  }
  return found;
}
