import type { Diagnostic } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import { nearest } from '../core/model/nearest.ts';
import { BUILT_IN, changedStock, LIMITS, MARKS, type Profile, type ProfileChange } from '../core/profile.ts';
import type { Span } from '../core/source.ts';
import type { WrittenMap } from '../core/written/node.ts';
import { entryOf, keySpanAt, nodeAt, spanAt } from '../core/written/node.ts';
import { entries, given } from './facts.ts';
import type { WrittenNation } from './schema/campaign.ts';

export interface ReadProfiles {
  /** Those of the campaign and those that come with kit. */
  readonly profiles: Readonly<Record<string, Profile>>;
  readonly diagnostics: readonly Diagnostic[];
}

type Written = NonNullable<NonNullable<WrittenNation['profiles']>[string]>;

/** For hints: the nearest of the names, else all of them. */
export function suggestProfile(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `Profiles: ${known.join(', ')}.` : `Did you mean “${near}”?`;
}

export const profileUnknown = (name: string, known: readonly string[], span: Span): Diagnostic =>
  error('profile-unknown', `There is no print profile “${name}”.`, { span, hint: suggestProfile(name, known) });

/** The campaign's profiles, each with all that it takes over. One that has the name of a built-in profile changes it. */
export function readProfiles(written: WrittenNation['profiles'], root: WrittenMap): ReadProfiles {
  const diagnostics: Diagnostic[] = [];
  const own = new Map(entries(written ?? undefined).flatMap(([name, p]) => (p ? [[name, p] as const] : [])));
  const names = [...new Set([...Object.keys(BUILT_IN), ...own.keys()])];
  const made: Record<string, Profile> = { ...BUILT_IN };
  const done = new Set<string>();
  const at = (name: string, key: string): Span => spanAt(root, ['profiles', name, key]);

  /** The profile of a name; undefined after a complaint. `open`: those that wait for it. */
  const settle = (name: string, open: readonly string[]): Profile | undefined => {
    const profile = own.get(name);
    if (!profile || done.has(name)) return Object.hasOwn(made, name) ? made[name] : undefined;
    done.add(name);
    const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
    const base = baseOf(name, profile, builtIn, [...open, name]);
    if (!base) {
      delete made[name];
      return undefined;
    }
    diagnostics.push(...misfits(name, profile, base, root));
    const settled: Profile = { ...base, ...changesOf(profile, at(name, 'output_intent')), ...officeOf(profile, base), name };
    made[name] = settled;
    return settled;
  };

  const baseOf = (name: string, profile: Written, builtIn: Profile | undefined, open: readonly string[]): Profile | undefined => {
    const wanted = profile.extends ?? undefined;
    if (wanted === undefined || (wanted === name && builtIn)) {
      if (builtIn) return builtIn;
      const hint = `Write extends: press in it. Profiles: ${Object.keys(BUILT_IN).join(', ')}.`;
      const span = keySpanAt(root, ['profiles', name], 'extends');
      diagnostics.push(error('missing-key', `The print profile “${name}” does not say what it extends.`, { span, hint }));
      return undefined;
    }
    if (!names.includes(wanted)) {
      diagnostics.push(
        profileUnknown(
          wanted,
          names.filter((n) => n !== name),
          at(name, 'extends'),
        ),
      );
      return undefined;
    }
    if (open.includes(wanted)) {
      const circle = [...open.slice(open.indexOf(wanted)), wanted].join(' → ');
      const hint = `Let one of them extend a profile that comes with kit: ${Object.keys(BUILT_IN).join(', ')}.`;
      diagnostics.push(
        error('profile-circular', `Print profiles extend each other in a circle: ${circle}.`, {
          span: at(name, 'extends'),
          hint,
        }),
      );
      return undefined;
    }
    return settle(wanted, open);
  };

  for (const name of own.keys()) settle(name, []);
  return { profiles: made, diagnostics };
}

const changesOf = (p: Written, intentAt: Span): ProfileChange =>
  given<ProfileChange>({
    bleed: p.bleed ?? undefined,
    marks: p.marks ? MARKS[p.marks] : undefined,
    outputIntent: p.output_intent ? { file: p.output_intent, span: intentAt } : undefined,
    inkLimit: p.ink_limit ?? undefined,
    resolution: p.resolution ?? undefined,
  } as { [K in keyof ProfileChange]: ProfileChange[K] | undefined });

/** What an office profile says of its paper and ink. */
function officeOf(p: Written, base: Profile): Pick<Profile, 'stock' | 'mono'> {
  if (base.kind !== 'office') return {};
  const { sheet, margin, duplex, colour } = p;
  return {
    stock: changedStock(base.stock, {
      ...(sheet && { sheet }),
      ...(typeof margin === 'number' && { margin }),
      ...(duplex && { duplex }),
    }),
    ...(colour && { mono: colour === 'mono' }),
  };
}

/** Values out of range, and settings that would change nothing. */
function misfits(name: string, p: Written, base: Profile, root: WrittenMap): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (key: string, message: string, hint: string): void => {
    found.push(error('profile-setting', message, { span: spanAt(root, ['profiles', name, key]), hint }));
  };
  const range = (
    key: string,
    value: number | null | undefined,
    [least, most]: readonly [number, number],
    words: string,
  ): void => {
    if (value !== null && value !== undefined && (value < least || value > most + 0.001))
      say(key, `${key} is ${words}.`, `Write ${words}: print shops say what they want.`);
  };
  range('bleed', p.bleed, LIMITS.bleed, 'from 0 to 20mm');
  range('ink_limit', p.ink_limit, LIMITS.inkLimit, 'from 180 to 400 per cent');
  range('margin', p.margin, LIMITS.margin, 'from 0 to 20mm');
  range('resolution', p.resolution, LIMITS.resolution, 'from 100 to 600 dots an inch');
  const given = (key: keyof Written): boolean => p[key] !== null && p[key] !== undefined;
  for (const key of base.kind === 'office' ? [] : (['sheet', 'duplex', 'margin', 'colour'] as const)) {
    if (given(key))
      say(
        key,
        `${key} is for office printers’ files; “${name}” is a profile for ${base.kind}.`,
        'Delete it, or write extends: office.',
      );
  }
  for (const key of base.kind === 'office' ? (['bleed', 'marks'] as const) : []) {
    if (given(key))
      say(
        key,
        `${key} is not for office printers’ files: they get cut marks where there is something to cut.`,
        'Delete it, or write extends: press.',
      );
  }
  if (base.kind === 'press') return found;
  for (const key of ['output_intent', 'ink_limit', 'resolution'] as const) {
    if (!given(key)) continue;
    say(key, `${key} is for print shops’ files; “${name}” is a profile for ${base.kind}.`, 'Delete it, or write extends: press.');
  }
  return found;
}

/** Names of profiles under pieces and in `print.profile` that nobody knows. */
export function profileNames(map: WrittenMap, profiles: Readonly<Record<string, Profile>>): readonly Diagnostic[] {
  const named: { readonly name: string; readonly span: Span }[] = [];
  const pieces = nodeAt(map, ['pieces']);
  for (const piece of pieces?.kind === 'map' ? pieces.entries.keys() : []) {
    const node = entryOf(entryOf(pieces, piece)?.value, 'profiles')?.value;
    const items = node?.kind === 'list' ? node.items : node ? [node] : [];
    for (const item of items) {
      if (item.kind !== 'scalar' || item.value === null) continue;
      for (const name of item.value.split(/[,;\s]+/).filter(Boolean)) named.push({ name, span: item.span });
    }
  }
  const chosen = nodeAt(map, ['print', 'profile']);
  if (chosen?.kind === 'scalar' && chosen.value !== null) named.push({ name: chosen.value.trim(), span: chosen.span });
  return named.flatMap(({ name, span }) => {
    return Object.hasOwn(profiles, name) ? [] : [profileUnknown(name, Object.keys(profiles), span)];
  });
}
