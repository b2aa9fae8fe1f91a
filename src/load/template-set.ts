import { join, posix } from 'node:path';
import type { Diagnostic, Result } from '../core/diagnostics.ts';
import { error, hasErrors } from '../core/diagnostics.ts';
import { nearest } from '../core/model/nearest.ts';
import { parseSize } from '../core/paper.ts';
import type { Source, Span } from '../core/source.ts';
import type { OutputKind, PieceSize, PieceTemplate, TemplateSet } from '../core/template-set.ts';
import type { World } from '../core/world.ts';
import { check } from '../core/written/check.ts';
import { dividedFaults } from '../core/written/divided.ts';
import type { Path, WrittenMap, WrittenNode } from '../core/written/node.ts';
import { entryOf, headOf, nodeAt, spanAt } from '../core/written/node.ts';
import type { Room } from './files.ts';
import { openText, outsideComplaint, pathInside } from './files.ts';
import type { PieceFile } from './template-schema.ts';
import { TEMPLATE_SCHEMA } from './template-schema.ts';
import { readYaml } from './yaml.ts';

export interface TemplateRoots {
  /** Absolute folder of the sets that come with kit. */
  readonly builtIn: string;
  /** Absolute folder of the campaign. */
  readonly campaign: string;
}

interface Opening {
  readonly room: Room;
  readonly root: WrittenMap;
  readonly diagnostics: Diagnostic[];
  /** One file is one Source, however many pieces use it. */
  readonly opened: Map<string, Source | null>;
}

const FILE = 'template.yaml';

/** @param name of a set that comes with kit, or a path relative to the campaign ("sets/mine", "./mine") @param at where it is written */
export function loadTemplateSet(name: string, roots: TemplateRoots, world: World, at?: Span): Result<TemplateSet> {
  const isName = /^[a-z0-9-]+$/.test(name);
  const inside = pathInside(name);
  if (inside === null) return { diagnostics: [outsideComplaint(name, at)] };
  const own = join(roots.campaign, inside);
  // A folder of the campaign's own goes before a set of the same name that comes with kit.
  const folder = !isName || world.exists(join(own, FILE)) ? own : join(roots.builtIn, name);
  if (!world.exists(join(folder, FILE))) return { diagnostics: [noSet(name, roots, world, at)] };
  const room: Room = { world, folder, label: `${inside}/` };
  const file = openText(room, FILE, at);
  const diagnostics = [...file.diagnostics];
  if (!file.value) return { diagnostics };
  const yaml = readYaml(file.value);
  diagnostics.push(...yaml.diagnostics);
  const root = yaml.value;
  if (root === undefined || hasErrors(diagnostics)) return { diagnostics };
  if (root.kind !== 'map') {
    diagnostics.push(
      error('wrong-shape', `${FILE} holds keys and values.`, {
        span: headOf(root),
        hint: 'It begins with lines such as “name: …” and “pieces:”.',
      }),
    );
    return { diagnostics };
  }
  const checked = check(TEMPLATE_SCHEMA, root);
  diagnostics.push(...checked.diagnostics);
  if (!checked.value || hasErrors(diagnostics)) return { diagnostics };
  const opening: Opening = { room, root, diagnostics, opened: new Map() };
  const { pieces, styles, partials, words, hyphenation, extra } = checked.value;
  diagnostics.push(...dividedFaults(hyphenation ?? {}, root));
  const made: Record<string, PieceTemplate> = {};
  for (const [piece, written] of Object.entries(pieces)) {
    const template = pieceOf(piece, written, styles ?? [], opening);
    if (template) made[piece] = template;
  }
  const set: TemplateSet = {
    name: checked.value.name,
    folder,
    label: room.label,
    pieces: made,
    partials: partialsOf(partials ?? 'partials', opening),
    words: wordsOf(words ?? {}, opening),
    ...(hyphenation && { hyphenation }),
    extra: extra ?? {},
  };
  return hasErrors(diagnostics) ? { diagnostics } : { value: set, diagnostics };
}

function noSet(name: string, roots: TemplateRoots, world: World, at: Span | undefined): Diagnostic {
  const known = world.list(roots.builtIn).filter((n) => world.exists(join(roots.builtIn, n, FILE)));
  const near = nearest(name, known);
  const hint = near
    ? `Did you mean “${near}”?`
    : `Name a folder of the campaign that has a ${FILE}${known.length > 0 ? `, or one of: ${known.join(', ')}` : ''}.`;
  return error('file-missing', `There is no template set “${name}”.`, { span: at, hint });
}

function open(written: string, at: Span, { room, diagnostics, opened }: Opening): Source | null {
  const known = opened.get(written);
  if (known !== undefined) return known;
  const path = pathInside(written);
  if (path === null) diagnostics.push(outsideComplaint(written, at));
  const file = path === null ? { value: null, diagnostics: [] } : openText(room, path, at);
  diagnostics.push(...file.diagnostics);
  opened.set(written, file.value);
  return file.value;
}

function opensAll(paths: readonly string[], at: Path, opening: Opening): Source[] {
  const node = nodeAt(opening.root, at);
  return paths.flatMap((path, i) => {
    const place = node?.kind === 'list' ? spanAt(opening.root, [...at, i]) : spanAt(opening.root, at);
    return open(path, place, opening) ?? [];
  });
}

function pieceOf(name: string, file: PieceFile, shared: readonly string[], opening: Opening): PieceTemplate | null {
  const { root, diagnostics } = opening;
  const at: Path = ['pieces', name];
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    const hint = 'It stands in files’ names: small letters, digits, hyphens.';
    diagnostics.push(
      error('key-unsafe', `“${name}” cannot be a piece’s name.`, { span: entryOf(nodeAt(root, ['pieces']), name)?.key, hint }),
    );
    return null;
  }
  const template = open(file.template, spanAt(root, [...at, 'template']), opening);
  const styles = [...opensAll(shared, ['styles'], opening), ...opensAll(file.styles ?? [], [...at, 'styles'], opening)];
  if (!template) return null;
  const outputs: readonly OutputKind[] = file.outputs ?? ['pdf'];
  const sizes: PieceSize[] = file.sizes.flatMap((size) => {
    const parsed = parseSize(size);
    return 'size' in parsed ? [parsed.size] : [];
  });
  const label = Object.entries(file.label ?? {}).flatMap(([language, words]) =>
    words === null ? [] : [[language, words] as const],
  );
  const key = entryOf(nodeAt(root, ['pieces']), name)?.key;
  return {
    name,
    ...(key && { span: key }),
    template,
    styles: [...new Set(styles)],
    sizes,
    outputs,
    // What is edited in Word has one size; nobody asks for the A4 press release.
    sized: file.sized ? file.sized === 'true' : outputs.every((output) => output === 'pdf'),
    ...(file.pages && { pages: file.pages }),
    texts: usesOf(file, at, root),
    title: { ...titleSource(file.title, nodeAt(root, [...at, 'title']), opening) },
    label: Object.fromEntries(label),
  };
}

function usesOf(file: PieceFile, at: Path, root: WrittenMap): PieceTemplate['texts'] {
  const uses: Record<string, PieceTemplate['texts'][string]> = {};
  for (const [key, use] of Object.entries(file.texts ?? {})) {
    const span = entryOf(nodeAt(root, [...at, 'texts']), key)?.key ?? spanAt(root, at);
    const whole = typeof use === 'string' ? { kind: use } : use;
    uses[key] = { kind: whole?.kind ?? 'inline', required: !(whole && 'required' in whole && whole.required === 'false'), span };
  }
  return uses;
}

/** Its lines and columns are those of template.yaml: what stands before the title is blanked out. */
function titleSource(title: string, node: WrittenNode | undefined, { root }: Opening): Source {
  const { source, start } = node?.kind === 'scalar' ? node.span : root.span;
  const before = source.text.slice(0, start).replace(/[^\n]/g, ' ');
  return { path: source.path, text: before + title };
}

function partialsOf(folder: string, opening: Opening): ReadonlyMap<string, Source> {
  const { room, root, diagnostics } = opening;
  const at = spanAt(root, ['partials']);
  const path = pathInside(folder);
  if (path === null) {
    diagnostics.push(outsideComplaint(folder, at));
    return new Map();
  }
  const partials = new Map<string, Source>();
  const walk = (below: string): void => {
    for (const name of room.world.list(join(room.folder, path, below))) {
      const file = posix.join(below, name);
      if (name.endsWith('.hbs')) {
        const source = open(posix.join(path, file), at, opening);
        if (source) partials.set(file.slice(0, -'.hbs'.length), source);
      } else if (!name.includes('.')) walk(file);
    }
  };
  walk('');
  return partials;
}

function wordsOf(
  words: Readonly<Record<string, Readonly<Record<string, string | null>>>>,
  { root }: Opening,
): TemplateSet['words'] {
  const made: Record<string, Map<string, { text: string; span: Span }>> = {};
  for (const [language, byKey] of Object.entries(words)) {
    const map = new Map<string, { text: string; span: Span }>();
    for (const [key, text] of Object.entries(byKey)) {
      if (text !== null) map.set(key, { text, span: spanAt(root, ['words', language, key]) });
    }
    made[language] = map;
  }
  return made;
}
