import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The order of the house, from the ground up. A room may use what stands before it as types, and core wholly. */
const STAGES = ['load', 'validate', 'plan', 'render', 'layout', 'impose', 'paint', 'pack', 'deliver'];

/** Who alone may know a package. Paths are prefixes below src/. */
const KEEPERS: Record<string, readonly string[]> = {
  pdfkit: ['paint/pdf/'],
  docx: ['paint/docx/'],
  handlebars: ['render/'],
  harfbuzzjs: ['core/text/'],
  '@hyzyla/pdfium': ['core/pdf/'],
  commander: ['cli.ts'],
  yaml: ['load/', 'validate/'],
  htmlparser2: ['layout/dom/', 'layout/pictures/'],
  'css-tree': ['layout/css/'],
  'node:fs': ['core/world-node.ts', 'core/engine-file.ts'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split('\\').join('/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

const textOf = (file: string): string => readFileSync(join(root, 'src', file), 'utf8');

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

function importsOf(file: string): Import[] {
  const text = withoutComments(textOf(file));
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from: file, to: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier, typeOnly });
  for (const [, kind, names, specifier] of text.matchAll(
    /(?:^|[;\n])\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]/g,
  )) {
    const braces = /^\{([\s\S]*)\}$/.exec((names ?? '').trim());
    const onlyTypes =
      braces !== null && (braces[1] ?? '').split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
    add(specifier ?? '', kind !== undefined || onlyTypes);
  }
  for (const [, specifier] of text.matchAll(/(?:^|[;\n])\s*import\s+['"]([^'"]+)['"]/g)) add(specifier ?? '', false);
  for (const [whole, specifier] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)(?:\.[A-Z]\w*)?/g))
    add(specifier ?? '', /\)\.[A-Z]/.test(whole));
  return found;
}

const imports = files.flatMap(importsOf);
const inside = imports.filter(({ to }) => to.endsWith('.ts'));
const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file);

/** Whether `from` may import `to`, and how. */
function verdict({ from, to, typeOnly }: Import): string | undefined {
  const [a, b] = [roomOf(from), roomOf(to)];
  if (a === b || b === 'core') return undefined;
  if (a === 'core') return 'core knows no stage';
  if (a === 'cli.ts') return b === 'commands' ? undefined : 'cli knows commands only';
  if (a === 'commands') return b === 'cli.ts' ? 'commands do not know the cli' : undefined;
  if (a === 'pipeline.ts' || a === 'pipeline')
    return b === 'commands' || b === 'cli.ts' ? 'the pipeline does not know who calls it' : undefined;
  if (a === 'report') return 'report knows core only';
  const [ia, ib] = [STAGES.indexOf(a), STAGES.indexOf(b)];
  if (ia === -1) return `no such room in the house: ${a}`;
  if (ib === -1 || ib > ia) return `${a} comes before ${b}`;
  return typeOnly ? undefined : `${a} may use types of ${b} only`;
}

describe('the house', () => {
  it('has files to look at, and imports are seen', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(inside.length).toBeGreaterThan(100);
  });

  it('imports one way: core, stages, pipeline, commands, cli', () => {
    expect(inside.flatMap((i) => verdict(i)?.concat(`: ${i.from} → ${i.to}`) ?? [])).toEqual([]);
  });

  it('keeps each package in its room', () => {
    const strays = imports.flatMap(({ from, to, typeOnly }) =>
      Object.entries(KEEPERS)
        .filter(([name]) => to === name || to.startsWith(`${name}/`))
        .filter(([, rooms]) => !typeOnly && !rooms.some((room) => from.startsWith(room)))
        .map(([name]) => `${name}: ${from}`),
    );
    expect(strays).toEqual([]);
  });

  it('has no circle among values', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, typeOnly } of inside) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('imports only files that are there', () => {
    const known = new Set(files);
    expect(inside.filter(({ to }) => !known.has(to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('reads no clock, no chance and no surroundings outside the World', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.(?:env|cwd|platform|hrtime)\b|\bcrypto\.random/;
    const allowed = (file: string) => file === 'core/world-node.ts' || file.startsWith('commands/') || file === 'cli.ts';
    expect(files.filter((file) => !allowed(file) && forbidden.test(withoutComments(textOf(file))))).toEqual([]);
  });

  it('keeps its files small', () => {
    expect(
      files.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 })).filter(({ lines }) => lines > 400),
    ).toEqual([]);
  });

  it('has no utils and no word of a campaign', () => {
    // Handlebars calls its functions helpers; nothing else may.
    const named = files.filter((file) => !file.startsWith('render/helpers/'));
    expect(named.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.ts$)/.test(file))).toEqual([]);
    const campaigns = readdirSync(join(root, 'campaigns'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('libraries.csv'),
    );
    expect(campaigns.length).toBeGreaterThan(0);
    const ids = campaigns.flatMap((file) =>
      readFileSync(join(root, 'campaigns', file), 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.split(';')[0] ?? '')
        .filter((id) => id.length > 3),
    );
    const words = new RegExp(`expat|sammenskud|potluck dinner|statsbibliotek|${ids.join('|')}`, 'i');
    expect(
      files.filter((file) => words.test(textOf(file))).map((file) => `${relative('.', file)}: ${words.exec(textOf(file))?.[0]}`),
    ).toEqual([]);
  });
});
