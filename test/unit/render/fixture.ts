import type { Campaign, Facts, Library, Texts, WrittenText } from '../../../src/core/campaign.ts';
import type { Diagnostic, Result } from '../../../src/core/diagnostics.ts';
import type { Pt } from '../../../src/core/geometry.ts';
import type { Job } from '../../../src/core/job.ts';
import { BUILT_IN, SCREEN } from '../../../src/core/profile.ts';
import { MARK_CLOSE, MARK_OPEN, type Rendered } from '../../../src/core/rendered.ts';
import { locate, type Source, type Span, span } from '../../../src/core/source.ts';
import type { PieceTemplate, TemplateSet } from '../../../src/core/template-set.ts';
import { openTemplates, renderJob, type Templates } from '../../../src/render/index.ts';

/** Small campaigns and template sets, made of values: no disk, no YAML. */

export const source = (path: string, text: string): Source => ({ path, text });
export const whole = (s: Source): Span => span(s, 0, s.text.length);

export function written(key: string, markdown: string, more: Partial<WrittenText> = {}, lang = 'da'): WrittenText {
  return { key, markdown, span: whole(source(`texts/${lang}/${key}.md`, markdown)), ...more };
}

export interface Kit {
  readonly template?: string;
  readonly title?: string;
  readonly partials?: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string | readonly string[] | WrittenText>>;
  readonly uses?: Readonly<Record<string, 'inline' | 'block' | 'list' | 'inline?' | 'block?' | 'list?'>>;
  readonly words?: Readonly<Record<string, string>>;
  readonly library?: Partial<Library>;
  readonly event?: Partial<Facts['event']>;
  readonly campaign?: Partial<Campaign>;
  readonly lang?: string;
  readonly extra?: TemplateSet['extra'];
}

function texts(kit: Kit, lang: string): Texts {
  const map = new Map<string, WrittenText | readonly WrittenText[]>();
  for (const [key, value] of Object.entries(kit.texts ?? {})) {
    if (typeof value === 'string') map.set(key, written(key, value, {}, lang));
    else if (Array.isArray(value)) {
      map.set(
        key,
        (value as readonly string[]).map((text, i) => written(`${key}.${i}`, text, {}, lang)),
      );
    } else map.set(key, value as WrittenText);
  }
  return { [lang]: map };
}

export function setOf(kit: Kit): TemplateSet {
  const lang = kit.lang ?? 'da';
  const yaml = source('set/template.yaml', 'pieces:\n');
  const uses = Object.entries(kit.uses ?? {}).map(([key, use]) => [
    key,
    { required: !use.endsWith('?'), kind: use.replace('?', '') as 'inline', span: whole(yaml) },
  ]);
  const piece: PieceTemplate = {
    name: 'poster',
    template: source('set/poster.hbs', kit.template ?? '<p>x</p>'),
    styles: [],
    sizes: [{ name: 'a3', width: 841.89 as Pt, height: 1190.55 as Pt }],
    outputs: ['pdf'],
    texts: Object.fromEntries(uses),
    title: source('set/template.yaml#title', kit.title ?? '{{campaign.title}} – {{library.name}}'),
    label: { da: 'Plakat', en: 'Poster' },
  };
  const partials = new Map(
    Object.entries(kit.partials ?? {}).map(([name, text]) => [name, source(`set/partials/${name}.hbs`, text)]),
  );
  const words = new Map(Object.entries(kit.words ?? {}).map(([key, text]) => [key, { text, span: whole(yaml) }]));
  return { name: 'set', folder: '/set', pieces: { poster: piece }, partials, words: { [lang]: words }, extra: kit.extra ?? {} };
}

export function campaignOf(kit: Kit): Campaign {
  const lang = kit.lang ?? 'da';
  const rows = source('libraries.csv', 'id;name\nviborg;Viborg Bibliotek\n');
  const facts: Facts = {
    event: {
      sessions: { main: { id: 'main', date: '2012-12-06', start: '17:30', end: '20:30', guests: [], state: 'scheduled' } },
      ...kit.event,
    },
    contacts: { press: { for: 'press', email: 'presse@example.dk', phone: '12 34 56 78' } },
    texts: texts(kit, lang),
    pieces: {},
    guests: {},
  };
  const library: Library = {
    ...facts,
    id: 'viborg',
    state: 'confirmed',
    name: { [lang]: 'Viborg Bibliotek' },
    forms: { da: { at: 'på Viborg Bibliotek', in: 'i Viborg' } },
    languages: [lang],
    address: { street: 'Vesterbrogade 15', postcode: '8800', town: 'Viborg' },
    url: 'https://www.viborgbib.dk/',
    extra: {},
    span: span(rows, 8, rows.text.length),
    origins: new Map([[`name.${lang}`, span(rows, 15, 31)]]),
    ...kit.library,
  };
  return {
    id: 'c',
    title: { [lang]: 'Expat Dinner' },
    status: 'final',
    revision: 1,
    languages: [lang],
    formats: {},
    timezone: 'Europe/Copenhagen',
    template: 'set',
    profiles: BUILT_IN,
    marks: {},
    images: {},
    libraries: [library],
    national: facts,
    ...kit.campaign,
  };
}

export function jobOf(set: TemplateSet, campaign: Campaign): Job {
  const piece = set.pieces.poster;
  const library = campaign.libraries[0];
  const size = piece?.sizes[0];
  if (!piece || !library || !size) throw new Error('fixture');
  return { id: 'j', library, language: campaign.languages[0] ?? 'da', piece, size, profile: SCREEN, outputs: [] };
}

export interface Outcome {
  /** Without marks. */
  readonly html: string;
  readonly rendered: Rendered | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly templates: Templates;
}

export const unmarked = (text: string): string => text.replace(new RegExp(`${MARK_OPEN}[0-9a-z]+${MARK_CLOSE}`, 'g'), '');

export function render(kit: Kit): Outcome {
  const set = setOf(kit);
  const campaign = campaignOf(kit);
  const opened = openTemplates(set, campaign);
  if (!opened.value) throw new Error('no templates');
  const job: Result<Rendered> = renderJob(jobOf(set, campaign), opened.value);
  return {
    html: unmarked(job.value?.html ?? ''),
    rendered: job.value,
    diagnostics: [...opened.diagnostics, ...job.diagnostics],
    templates: opened.value,
  };
}

/** 'code @words' of each complaint: what is wrong, and exactly where. */
export const complaints = (outcome: { readonly diagnostics: readonly Diagnostic[] }): readonly string[] =>
  outcome.diagnostics.map((d) => `${d.code} @${d.span ? d.span.source.text.slice(d.span.start, d.span.end) : ''}`);

export const place = (at: Span | undefined): string => {
  if (!at) return '';
  const { line, column } = locate(at.source, at.start);
  return `${at.source.path}:${line}:${column}`;
};
