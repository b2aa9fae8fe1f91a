import type { Campaign, WrittenText } from '../core/campaign.ts';
import { type Diagnostic, hasErrors, type Result, withAbout } from '../core/diagnostics.ts';
import { contextType, type ObjectType, type TextUse, textUses } from '../core/model/index.ts';
import type { SourcePosition } from '../core/rendered.ts';
import type { Source } from '../core/source.ts';
import type { PieceTemplate, TemplateSet } from '../core/template-set.ts';
import type { RenderEnv } from './env.ts';
import { openRuntime } from './runtime.ts';
import type { Template } from './template/ast.ts';
import { checkTemplate, type Origins } from './template/check.ts';
import type { Checking } from './template/expressions.ts';
import { type Instrumenting, instrument, instrumentPlain } from './template/instrument.ts';
import { type MarkupState, TEXT_STATE } from './template/markup.ts';
import { parseTemplate } from './template/parse.ts';
import { rootEnv } from './template/resolve.ts';
import type { ParsedText } from './text/ast.ts';
import { checkTexts } from './text/check.ts';
import { readText } from './text/markdown.ts';
import { finish, type Usage, usageOf } from './text/typography.ts';

export interface OpenPiece {
  readonly body: (context: unknown, env: RenderEnv) => string;
  readonly title: (context: unknown, env: RenderEnv) => string;
}

/** A template set, parsed, checked against a campaign, ready to render any job of it. */
export interface Templates {
  readonly set: TemplateSet;
  readonly campaign: Campaign;
  readonly uses: ReadonlyMap<string, TextUse>;
  /** Pieces that can be rendered. One with faults has been complained of. */
  readonly pieces: ReadonlyMap<string, OpenPiece>;
  /** Of literal content and mustaches, all templates together. */
  readonly positions: readonly SourcePosition[];
  readonly read: (text: WrittenText, lang: string) => ParsedText;
  /** A text with faults, complained of already: what prints it is not made. */
  readonly isSpoilt: (text: WrittenText) => boolean;
  /** Finishes data's typography in a language; remembers. */
  readonly finish: (text: string, lang: string) => string;
}

interface Opening {
  readonly set: TemplateSet;
  readonly root: ObjectType;
  readonly report: (d: Diagnostic) => void;
  readonly lacking: Checking['lacking'];
}

/** Complaints once each, however often a partial is included. */
function collector(): { readonly report: (d: Diagnostic) => void; readonly all: Diagnostic[] } {
  const all: Diagnostic[] = [];
  const seen = new Map<Source | undefined, Set<string>>();
  const report = (d: Diagnostic) => {
    const of = seen.get(d.span?.source) ?? new Set();
    seen.set(d.span?.source, of);
    const key = `${d.code} ${d.span?.start} ${d.span?.end} ${d.message}`;
    if (of.has(key)) return;
    of.add(key);
    all.push(d);
  };
  return { report, all };
}

function parseAll(sources: Iterable<readonly [string, Source]>, report: (d: Diagnostic) => void): ReadonlyMap<string, Template> {
  const parsed = new Map<string, Template>();
  for (const [name, source] of sources) {
    const { value, diagnostics } = parseTemplate(source);
    diagnostics.forEach(report);
    if (value) parsed.set(name, value);
  }
  return parsed;
}

/** A piece's own faults decide whether it can be rendered; they are told to everyone. */
function openPieces(on: Opening, positions: SourcePosition[]): ReadonlyMap<string, OpenPiece> {
  const partials = parseAll(on.set.partials, on.report);
  const runtime = openRuntime();
  const origins: Origins = new Map();
  const made = new Set<string>();
  const open = new Map<string, OpenPiece>();
  for (const piece of Object.values(on.set.pieces)) {
    const faults: Diagnostic[] = [];
    const report = (d: Diagnostic) => {
      faults.push(d);
      on.report(withAbout(d, { piece: piece.name }));
    };
    const compiled = openPiece(piece, { ...on, report }, { partials, origins, positions, made, runtime });
    if (compiled && !hasErrors(faults)) open.set(piece.name, compiled);
  }
  return open;
}

interface Shared {
  readonly partials: ReadonlyMap<string, Template>;
  readonly origins: Origins;
  readonly positions: SourcePosition[];
  /** Partials that the runtime has, by name and state of the markup. */
  readonly made: Set<string>;
  readonly runtime: ReturnType<typeof openRuntime>;
}

function openPiece(piece: PieceTemplate, on: Opening, shared: Shared): OpenPiece | null {
  const { partials, origins, positions, made, runtime } = shared;
  const body = parseTemplate(piece.template);
  const title = parseTemplate(piece.title);
  for (const d of [...body.diagnostics, ...title.diagnostics]) on.report(d);
  if (!body.value || !title.value) return null;
  const faults: Diagnostic[] = [];
  const report = (d: Diagnostic) => {
    faults.push(d);
    on.report(d);
  };
  const checking = (template: Template): Checking => ({ report, spanOf: template.spanOf, lacking: on.lacking, mayLack: false });
  let isWhole = true;
  const unread = new Set([...on.set.partials.keys()].filter((name) => !partials.has(name)));
  const meetsUnread = () => {
    isWhole = false;
  };
  for (const template of [body.value, title.value])
    checkTemplate(template, rootEnv(on.root), { partials, unread, meetsUnread, origins, checking });
  // Handlebars' compiler throws at what the check has refused.
  if (hasErrors(faults) || !isWhole) return null;
  const instrumenting: Instrumenting = {
    positions,
    origins,
    report,
    partial(name, state) {
      const variant = variantOf(name, state);
      const template = partials.get(name);
      if (!made.has(variant) && template) {
        made.add(variant);
        runtime.partial(variant, instrument(template, state, instrumenting));
      }
      return variant;
    },
  };
  return {
    body: runtime.compile(instrument(body.value, TEXT_STATE, instrumenting)),
    title: runtime.compile(instrumentPlain(title.value, instrumenting)),
  };
}

/** A partial in an attribute or a drawing prints in another way than one in text. */
const variantOf = (name: string, { mode, quote, svg }: MarkupState): string =>
  mode === 'text' && !svg ? name : `${name}:${svg ? 'svg-' : ''}${mode}${quote === "'" ? '-single' : ''}`;

/** Parses and checks a template set and all texts against one campaign. Done once a build. */
export function openTemplates(set: TemplateSet, campaign: Campaign): Result<Templates> {
  const { report, all } = collector();
  const root = contextType(campaign, set);
  const uses = textUses(set);
  const lacking = (word: string) => campaign.languages.filter((lang) => !set.words[lang]?.has(word));
  const usages = new Map<string, Usage>();
  const usage = (lang: string): Usage => {
    const known = usages.get(lang) ?? usageOf(lang, campaign.formats[lang] ?? {});
    usages.set(lang, known);
    return known;
  };
  const texts = new WeakMap<WrittenText, { readonly parsed: ParsedText; readonly diagnostics: readonly Diagnostic[] }>();
  const open = (text: WrittenText, lang: string) => {
    const known = texts.get(text);
    if (known) return known;
    const { value, diagnostics } = readText(text, usage(lang));
    const made = { parsed: value ?? { blocks: [], slots: [] }, diagnostics };
    texts.set(text, made);
    return made;
  };
  const finished = new Map<string, string>();
  const positions: SourcePosition[] = [];
  const pieces = openPieces({ set, root, report, lacking }, positions);
  const spoilt = new WeakSet<WrittenText>();
  for (const d of checkTexts({ campaign, root, uses, open, lacking, spoil: (text) => spoilt.add(text) })) report(d);
  const value: Templates = {
    set,
    campaign,
    uses,
    pieces,
    positions,
    read: (text, lang) => open(text, lang).parsed,
    isSpoilt: (text) => spoilt.has(text),
    finish(text, lang) {
      const key = `${lang}\u0000${text}`;
      const known = finished.get(key) ?? finish(text, usage(lang));
      finished.set(key, known);
      return known;
    },
  };
  return { value, diagnostics: all };
}
