import type { Campaign, Library } from '../core/campaign.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Job, KitPlan } from '../core/job.ts';
import { SCREEN } from '../core/profile.ts';
import { locate } from '../core/source.ts';
import { VERSION } from '../core/version.ts';
import type { World } from '../core/world.ts';
import {
  type Complaint,
  closePack,
  type Manifest,
  type ManifestLibrary,
  type PackTarget,
  type PagePicture,
  packKit,
  readManifest,
  type Shown,
  withoutKit,
} from '../pack/index.ts';
import type { PaintedFile } from '../paint/index.ts';
import type { Progress } from '../report/index.ts';
import type { Desk } from './desk.ts';
import { makeJob } from './job.ts';
import type { Order, Outcome } from './outcome.ts';
import type { Stopwatch } from './stopwatch.ts';
import { strictly } from './tally.ts';

export interface KitMaking {
  readonly order: Order;
  readonly campaign: Campaign;
  readonly plan: KitPlan;
  /** What there is without a filter: a build of a part shows the rest as it was. */
  readonly whole: KitPlan;
  readonly desk: Desk;
  readonly world: World;
  readonly watch: Stopwatch;
  readonly progress: Progress;
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  /** Complaints before any kit was made: of the campaign, of its libraries, of the template set. */
  readonly before: readonly Diagnostic[];
}

interface Made {
  readonly files: readonly PaintedFile[];
  readonly pictures: readonly PagePicture[];
  readonly diagnostics: readonly Diagnostic[];
}

async function makeLibrary(jobs: readonly Job[], toPaint: boolean, making: KitMaking): Promise<Made> {
  const { desk, watch, order } = making;
  const files: PaintedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const job of jobs) {
    const made = await makeJob(job, toPaint, desk, watch);
    diagnostics.push(...made.diagnostics.map((d) => strictly(d, order.strict)));
    files.push(...(made.value ?? []));
  }
  const faulty = diagnostics.some((d) => d.severity === 'error');
  const pictures = order.gallery && toPaint && !faulty ? await watch.timeAsync('pack', () => picturesOf(files)) : [];
  return { files: faulty ? [] : files, pictures, diagnostics };
}

/** PDFium is not loaded before somebody wants a picture. */
async function picturesOf(files: readonly PaintedFile[]): Promise<readonly PagePicture[]> {
  return (await import('../paint/page-pictures.ts')).pagePictures(files);
}

/** For people: in the source language. */
const nameOf = (library: Library, campaign: Campaign): string => library.name[campaign.languages[0] ?? ''] ?? library.id;

function toComplaint(d: Diagnostic): Complaint {
  if (!d.span) return { severity: d.severity, message: d.message };
  const { line, column } = locate(d.span.source, d.span.start);
  return { severity: d.severity, message: d.message, place: `${d.span.source.path}:${line}:${column}` };
}

function group<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const shownBy = (jobs: readonly Job[]): [string, Shown][] =>
  jobs.flatMap(({ outputs, piece, size, language, profile }) =>
    outputs
      .filter(({ kind }) => kind === 'pdf')
      .map(({ path }): [string, Shown] => [
        path,
        {
          piece: piece.name,
          language,
          label: `${piece.label[language] ?? piece.name}${piece.sizes.length > 1 || piece.sizes[0]?.name !== size.name ? ` ${size.name.toUpperCase()}` : ''}${profile.name === SCREEN.name ? '' : ` · ${profile.name}`}`,
        },
      ]),
  );

/** Kit after kit: one library is in memory at a time, and is written whole or not at all. */
export async function makeKits(making: KitMaking): Promise<Partial<Outcome>> {
  const { order, campaign, plan, desk, world, watch, progress, add, before } = making;
  const target: PackTarget | null =
    order.out === null ? null : { folder: `${order.out}/${campaign.id}`, campaign: campaign.id, digest: desk.digest };
  const earlier = target ? readManifest(target.folder, world) : null;
  const entryOf = new Map(earlier?.libraries.map((entry) => [entry.id, entry]));
  const jobs = group(plan.jobs, (job) => job.library.id);
  const said = group(before, (d) => d.about?.library);
  // A fault of the campaign or of the template set is every library's fault: then complaints are gathered, and nothing is made.
  const wholeFaulty = before.some((d) => d.severity === 'error' && d.about?.library === undefined);
  const partial = (order.filter.piece?.length ?? 0) > 0 || (order.filter.language?.length ?? 0) > 0;
  const entries: ManifestLibrary[] = [];
  const complaints = new Map<string, Complaint[]>();

  let done = 0;
  for (const library of plan.libraries) {
    const own = jobs.get(library.id);
    if (!own) {
      const known = entryOf.get(library.id);
      if (known) entries.push(known);
      continue;
    }
    const early = said.get(library.id) ?? [];
    const earlyFaulty = wholeFaulty || early.some((d) => d.severity === 'error');
    const made = await makeLibrary(own, target !== null && !earlyFaulty, making);
    add(made.diagnostics);
    const all = [...early, ...made.diagnostics];
    complaints.set(library.id, all.map(toComplaint));
    const errors = all.filter((d) => d.severity === 'error').length;
    const kit = {
      id: library.id,
      name: nameOf(library, campaign),
      names: library.name,
      files: made.files,
      pictures: made.pictures,
      warnings: all.length - errors,
    };
    if (target) {
      entries.push(
        errors > 0 || wholeFaulty
          ? withoutKit(kit.id, kit.name, library.name, 'faulty', errors)
          : await watch.timeAsync('pack', () => packKit(kit, entryOf.get(library.id), partial, target, world)),
      );
    }
    done++;
    progress.step(done, jobs.size, library.id);
  }
  const documents = plan.jobs.length;
  if (!target) return { plan, documents };
  entries.push(...absent(making, new Set(plan.libraries.map((library) => library.id)), said, complaints));
  const closed = watch.time('pack', () =>
    closePack(
      {
        target,
        manifest: {
          kit: VERSION,
          campaign: campaign.id,
          title: campaign.title[campaign.languages[0] ?? ''] ?? campaign.id,
          status: campaign.status,
          revision: campaign.revision,
          inputs: [...world.inputs()],
          libraries: inOrder(entries),
        },
        earlier,
        complaints,
        shown: new Map(shownBy(making.whole.jobs)),
      },
      world,
    ),
  );
  return { plan, documents, manifest: closed.manifest satisfies Manifest, removed: closed.removed };
}

/** Libraries without a kit that the plan does not have: they take no part, or were too faulty to be understood. */
function absent(
  { campaign }: KitMaking,
  planned: ReadonlySet<string>,
  said: ReadonlyMap<string, readonly Diagnostic[]>,
  complaints: Map<string, Complaint[]>,
): ManifestLibrary[] {
  const entries: ManifestLibrary[] = [];
  for (const library of campaign.libraries) {
    if (!planned.has(library.id)) entries.push(withoutKit(library.id, nameOf(library, campaign), library.name, 'withdrawn', 0));
  }
  const known = new Set([...planned, ...campaign.libraries.map((library) => library.id)]);
  for (const [id, diagnostics] of said) {
    const errors = diagnostics.filter((d) => d.severity === 'error').length;
    if (known.has(id) || errors === 0) continue;
    complaints.set(id, diagnostics.map(toComplaint));
    entries.push(withoutKit(id, id, {}, 'faulty', errors));
  }
  return entries;
}

/** By code unit, so that no locale changes the order. */
const inOrder = (entries: readonly ManifestLibrary[]): ManifestLibrary[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
