import { createHash } from 'node:crypto';
import { versionOf } from '../core/artwork.ts';
import type { Campaign } from '../core/campaign.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Pt } from '../core/geometry.ts';
import type { TemplateSet } from '../core/template-set.ts';
import { installedPackages } from '../core/text/index.ts';
import { VERSION } from '../core/version.ts';
import { isRefusal, type World } from '../core/world.ts';
import { type LayoutDesk, openLayout } from '../layout/index.ts';
import { intentFaults, openPaint, type PaintDesk } from '../paint/index.ts';
import { openTemplates, type Templates } from '../render/index.ts';
import { readIntents } from './intents.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Everything that is opened once and serves all jobs. */
export interface Desk {
  readonly templates: Templates;
  readonly layout: LayoutDesk;
  readonly paint: PaintDesk;
  /** Digest of all that the kits are made from. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A template set has folders in folders, but not many. */
const DEEPEST = 6;

function readAll(folder: string, world: World, depth = 0): void {
  if (depth > DEEPEST) return;
  for (const name of world.list(folder)) {
    if (name.startsWith('.')) continue;
    const read = world.read(`${folder}/${name}`);
    if (read !== null && isRefusal(read) && read.refused === 'not-a-file') readAll(`${folder}/${name}`, world, depth + 1);
  }
}

/** One hash for the program, the campaign's files and the template set, whichever part of them a build of one piece would look at. */
function digestOf(campaign: Campaign, set: TemplateSet, folder: string, world: World): string {
  readAll(set.folder, world);
  for (const { file } of Object.values(campaign.images)) {
    world.read(`${folder}/${file}`);
    for (const kind of ['screen', 'office', 'press'] as const) {
      const version = versionOf(`${folder}/${file}`, kind);
      if (version !== null && world.exists(version)) world.read(version);
    }
  }
  for (const { files } of Object.values(campaign.marks))
    for (const file of Object.values(files)) if (file) world.read(`${folder}/${file}`);
  const hash = createHash('sha256').update(VERSION);
  for (const { path, sha256 } of world.inputs()) hash.update(`\n${path} ${sha256}`);
  for (const line of installedPackages(world)) hash.update(`\n${line}`);
  return hash.digest('hex');
}

/** Every file of a logo, as templates name it, with its smallest height. */
const logosOf = ({ marks }: Campaign): ReadonlyMap<string, Pt> =>
  new Map(
    Object.values(marks).flatMap(({ files, min = 0 }) =>
      Object.values(files).flatMap((file) => (file ? [[`campaign:${file}`, min] as const] : [])),
    ),
  );

/** @param folder absolute, of the campaign */
export async function openDesk(
  campaign: Campaign,
  set: TemplateSet,
  folder: string,
  world: World,
  watch: Stopwatch,
): Promise<Desk> {
  const { intents, diagnostics } = readIntents(campaign, folder, world);
  const digest = watch.time('load', () => digestOf(campaign, set, folder, world));
  const templates = watch.time('render', () => openTemplates(set, campaign));
  const { hyphenation } = campaign;
  const means = { logos: logosOf(campaign), ...(hyphenation && { hyphenation }) };
  const layout = await watch.timeAsync('layout', () => openLayout(set, folder, world, means));
  const paint = await watch.timeAsync('paint', () => openPaint(campaign, intents));
  if (!templates.value) throw new Error('openTemplates always gives a value');
  return {
    templates: templates.value,
    layout,
    paint,
    digest,
    diagnostics: [
      ...templates.diagnostics,
      ...layout.diagnostics,
      ...diagnostics,
      ...intentFaults(Object.values(campaign.profiles), intents),
    ],
  };
}
