import type { Campaign } from '../../../src/core/campaign.ts';
import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import { locate } from '../../../src/core/source.ts';
import type { TemplateSet } from '../../../src/core/template-set.ts';
import { loadCampaign, loadTemplateSet } from '../../../src/load/index.ts';
import { validate } from '../../../src/validate/index.ts';
import { memoryWorld } from '../../support/memory-world.ts';

export const TEMPLATE = `name: plain
extra: {tables: number, motto: text, outdoor: boolean}
pieces:
  poster:
    label: {da: Plakat, en: Poster}
    template: poster.hbs
    sizes: [A3, A4]
    title: "{{campaign.title}}"
    texts: {poster.headline: inline}
  press-release:
    template: poster.hbs
    sizes: [A4]
    outputs: [pdf, docx, txt]
    title: "{{texts.press.headline}}"
    texts: {press.headline: inline, press.facts: {kind: list, required: false}, press.body: {kind: block, required: false}}
`;

/** A campaign in which nothing is wrong. Tests change a part of it. */
export const PARTS = {
  head: 'id: night\ntitle: {da: Nat, en: Night}\ntemplate: sets/plain\nlanguages: [da, en]\ntimezone: Europe/Copenhagen\n',
  event: 'event: {date: 2031-10-03, start: "19:00", end: "23:30"}\n',
  pieces: 'pieces: {poster: }\n',
  texts: 'texts:\n  da: {poster: {headline: Kom}}\n  en: {poster: {headline: Come}}\n',
  libraries:
    'libraries:\n  - {id: nord, name: {da: Nord Bibliotek, en: North Library}}\n  - {id: syd, name: {da: Syd Bibliotek, en: South Library}}\n',
  more: '',
};

export const yaml = (parts: Partial<typeof PARTS> = {}): string => Object.values({ ...PARTS, ...parts }).join('');

export interface Outcome {
  readonly campaign: Campaign | undefined;
  readonly set: TemplateSet | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** 'code «words»', with ' @library' where it concerns one, and '(warning)'. */
  readonly said: readonly string[];
}

export const described = (d: Diagnostic): string => {
  const words = d.span ? d.span.source.text.slice(d.span.start, d.span.end) : '';
  return `${d.code} «${words}»${d.about?.library ? ` @${d.about.library}` : ''}${d.severity === 'warning' ? ' (warning)' : ''}`;
};

export const place = (d: Diagnostic): string => {
  if (!d.span) return '';
  const { line, column } = locate(d.span.source, d.span.start);
  return `${d.span.source.path}:${line}:${column}`;
};

export function outcome(
  campaign: string | Partial<typeof PARTS>,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Outcome {
  const text = typeof campaign === 'string' ? campaign : yaml(campaign);
  const world = memoryWorld({
    '/work/campaign.yaml': text,
    '/work/sets/plain/template.yaml': TEMPLATE,
    '/work/sets/plain/poster.hbs': '<h1>{{texts.poster.headline}}</h1>',
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`/work/${name}`, content])),
  });
  const loaded = loadCampaign('/work/campaign.yaml', world);
  const set = loadTemplateSet('sets/plain', { builtIn: '/work/templates', campaign: '/work' }, world);
  const result = loaded.value ? validate(loaded.value, set.value) : { diagnostics: [] };
  const diagnostics = [...loaded.diagnostics, ...set.diagnostics, ...result.diagnostics];
  return { campaign: result.value, set: set.value, diagnostics, said: diagnostics.map(described) };
}
