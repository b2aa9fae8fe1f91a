import type { Campaign, Library, PieceChoice } from '../core/campaign.ts';
import type { About, Diagnostic, Result } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import type { Job, KitPlan, Output } from '../core/job.ts';
import { nearest } from '../core/model/nearest.ts';
import { parseSize } from '../core/paper.ts';
import { type Profile, SCREEN } from '../core/profile.ts';
import { wayName } from '../core/sheets/way.ts';
import type { Span } from '../core/source.ts';
import type { OutputKind, PieceSize, PieceTemplate, TemplateSet } from '../core/template-set.ts';
import { unusedPrint } from './print.ts';

/** What to build; an absent or empty list means all. */
export interface Filter {
  readonly library?: readonly string[] | undefined;
  readonly language?: readonly string[] | undefined;
  readonly piece?: readonly string[] | undefined;
}

/** Which files a campaign becomes. Withdrawn libraries get no kit; a name that the filter does not find is the caller's mistake, and no plan is made. */
export function plan(campaign: Campaign, set: TemplateSet, filter: Filter = {}): Result<KitPlan> {
  const wrong = [
    ...unknown(filter.library, [...campaign.libraries.map(({ id }) => id), ...(campaign.faulty ?? [])], 'library'),
    ...unknown(filter.language, campaign.languages, 'language'),
    ...unknown(filter.piece, Object.keys(set.pieces), 'piece'),
  ];
  if (wrong.length > 0) return { diagnostics: wrong };
  const libraries = campaign.libraries.filter(({ state }) => state !== 'withdrawn');
  const jobs = libraries
    .filter(({ id }) => wants(filter.library, id))
    .flatMap((library) => jobsOf(library, set, filter, campaign.profiles, noticeOf(campaign)));
  const { kept, diagnostics } = withoutClashes(jobs);
  const partial = (filter.piece?.length ?? 0) > 0 || (filter.language?.length ?? 0) > 0;
  const baseOf = ({ piece, size, language }: Job): string => stemOf(piece, size, language, SCREEN);
  const unused = partial
    ? []
    : libraries
        .filter(({ id, print }) => print && wants(filter.library, id))
        .flatMap((library) =>
          unusedPrint(
            library,
            kept.filter((job) => job.library === library),
            campaign,
            baseOf,
          ),
        );
  return { value: { jobs: kept, libraries }, diagnostics: [...diagnostics, ...unused] };
}

/** Not to be mistaken for the real thing. */
const noticeOf = ({ status, id, revision }: Campaign): string | undefined =>
  status === 'final' ? undefined : `${status.toUpperCase()} · ${id} · ${revision}`;

const wants = (wanted: readonly string[] | undefined, name: string): boolean => !wanted?.length || wanted.includes(name);

function unknown(
  wanted: readonly string[] | undefined,
  known: readonly string[],
  kind: 'library' | 'language' | 'piece',
): readonly Diagnostic[] {
  return (wanted ?? []).flatMap((name) => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const some = known.length > 12 ? `${known.slice(0, 12).join(', ')} and ${known.length - 12} more` : known.join(', ');
    const hint = near === undefined ? `There are: ${some}.` : `Did you mean “${near}”?`;
    return [error('filter-unknown', `--${kind}: there is no ${kind} “${name}”.`, { hint })];
  });
}

function jobsOf(
  library: Library,
  set: TemplateSet,
  filter: Filter,
  profiles: Campaign['profiles'],
  notice: string | undefined,
): readonly Job[] {
  return Object.entries(library.pieces).flatMap(([name, choice]) => {
    const piece = Object.hasOwn(set.pieces, name) ? set.pieces[name] : undefined;
    if (!piece || !wants(filter.piece, name)) return [];
    const outputs = outputsOf(piece, choice);
    const asked = profilesOf(choice, library, profiles);
    return library.languages
      .filter((language) => wants(filter.language, language))
      .flatMap((language) =>
        sizesOf(piece, choice).flatMap((size) =>
          asked.flatMap((profile) => {
            const kinds = outputs.filter((kind) => isMadeFor(kind, profile, asked));
            if (kinds.length === 0) return [];
            return [{ ...jobOf(library, language, piece, size, profile, kinds), ...(notice !== undefined && { notice }) }];
          }),
        ),
      );
  });
}

/** The sizes that the campaign asks for; the template set's own where it asks for none. */
function sizesOf(piece: PieceTemplate, choice: PieceChoice): readonly PieceSize[] {
  if (!choice.sizes) return piece.sizes;
  const asked = new Map<string, PieceSize>();
  for (const written of choice.sizes) {
    const parsed = parseSize(written);
    if ('size' in parsed) asked.set(parsed.size.name, parsed.size);
  }
  return [...asked.values()];
}

const outputsOf = (piece: PieceTemplate, choice: PieceChoice): readonly OutputKind[] =>
  piece.outputs.filter((kind) => !choice.outputs || choice.outputs.includes(kind));

/** The profiles that a piece is made for. What a library's print shop wants takes the place of all of its kind. */
function profilesOf(choice: PieceChoice, library: Library, profiles: Campaign['profiles']): readonly Profile[] {
  const named = (name: string | undefined): Profile | undefined =>
    name !== undefined && Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  const own = named(library.print?.profile);
  const asked = (choice.profiles ?? [SCREEN.name]).flatMap((name) => named(name) ?? []);
  return [...new Set(asked.map((profile) => (own && own.kind === profile.kind ? own : profile)))];
}

/** PDFs come in every profile. What has no pages is made once: with the screen's files, or with the first there are. */
const isMadeFor = (kind: OutputKind, profile: Profile, asked: readonly Profile[]): boolean =>
  kind === 'pdf' || profile === (asked.find((one) => one.kind === 'screen') ?? asked[0]);

/**
 * A file is named piece, size, language, and what it is for: 'poster-a3-da.pdf' for the screen, 'poster-a3-da-press.pdf' for a print shop,
 * 'flyer-a5-2up-a4-da.pdf' for an office printer. What is edited in Word has one size, which goes unsaid.
 */
function stemOf(piece: PieceTemplate, size: PieceSize, language: string, { name, stock, mono }: Profile): string {
  const sized = [piece.name, ...(piece.sized === false ? [] : [size.name])];
  if (stock) return [...sized, wayName(size, stock), language, ...(mono ? ['bw'] : [])].join('-');
  return [...sized, language, ...(name === SCREEN.name ? [] : [name])].join('-');
}

function jobOf(
  library: Library,
  language: string,
  piece: PieceTemplate,
  size: PieceSize,
  profile: Profile,
  kinds: readonly OutputKind[],
): Job {
  const base = stemOf(piece, size, language, SCREEN);
  const stem = stemOf(piece, size, language, profile);
  const id = `${library.id}/${stem}`;
  const made = kinds.map((kind): Output => ({ kind, path: `${library.id}/${kind === 'pdf' ? stem : base}.${kind}` }));
  const order: readonly Output[] =
    profile.kind === 'press' && kinds.includes('pdf') ? [{ kind: 'order', path: `${id}.txt` }] : [];
  const quantity = library.print?.quantities?.[base];
  return {
    id,
    library,
    language,
    piece,
    size,
    profile,
    outputs: [...made, ...order],
    ...(quantity !== undefined && { quantity }),
  };
}

/** Two outputs of one name would overwrite each other, also where only the case of letters differs. The first stays. */
function withoutClashes(jobs: readonly Job[]): { readonly kept: readonly Job[]; readonly diagnostics: readonly Diagnostic[] } {
  const taken = new Map<string, Job>();
  const clashes = new Map<
    string,
    { readonly message: string; readonly span: Span; readonly piece: string; readonly of: Set<string> }
  >();
  const kept = jobs.filter((job) => {
    const clash = job.outputs.find(({ path }) => taken.has(path.toLowerCase()));
    if (!clash) {
      for (const { path } of job.outputs) taken.set(path.toLowerCase(), job);
      return true;
    }
    const other = taken.get(clash.path.toLowerCase());
    const name = clash.path.slice(clash.path.lastIndexOf('/') + 1);
    const by = other?.piece === job.piece ? '' : ` by “${other?.piece.name}”`;
    const message = `“${name}” would be written twice: by the piece “${job.piece.name}” in ${job.size.name} and${by} in ${other?.size.name}.`;
    const span = askedAt(job);
    const key = `${span.source.path} ${span.start} ${job.piece.name} ${job.size.name}`;
    const known = clashes.get(key) ?? { message, span, piece: job.piece.name, of: new Set<string>() };
    clashes.set(key, known);
    known.of.add(job.library.id);
    return false;
  });
  const libraries = new Set(jobs.map(({ library }) => library.id));
  const hint = 'Ask for one size of it, write sized: true in the set’s template.yaml, or rename a piece.';
  const diagnostics = [...clashes.values()].flatMap(({ message, span, piece, of }) => {
    const told = (about: About) => error('output-clash', message, { span, about, hint });
    return of.size === libraries.size ? [told({ piece })] : [...of].map((library) => told({ library, piece }));
  });
  return { kept, diagnostics };
}

/** Where a size was asked for: by the library or the campaign, else by the template set's piece. */
function askedAt({ library, piece, size }: Job): Span {
  const path = `pieces.${piece.name}.sizes`;
  const sizes = library.pieces[piece.name]?.sizes ?? [];
  const index = sizes.findIndex((written) => {
    const parsed = parseSize(written);
    return 'size' in parsed && parsed.size.name === size.name;
  });
  return library.origins.get(`${path}.${index}`) ?? library.origins.get(path) ?? piece.span ?? library.span;
}
