import type { WrittenText } from '../core/campaign.ts';
import { type About, type Diagnostic, error, hasErrors, type Result } from '../core/diagnostics.ts';
import type { Job } from '../core/job.ts';
import type { Rendered } from '../core/rendered.ts';
import { fillContext } from './context.ts';
import type { Problem, RenderEnv } from './env.ts';
import type { Templates } from './open.ts';
import { firstSessionOf, originIn } from './origin.ts';
import type { ParsedText } from './text/ast.ts';

const NOTHING: ParsedText = { blocks: [], slots: [] };

function envOf(job: Job, templates: Templates, context: Record<string, unknown>): RenderEnv {
  const { language, library } = job;
  return {
    language,
    format: templates.campaign.formats[language] ?? {},
    context,
    words: templates.set.words[language] ?? new Map(),
    positions: templates.positions.slice(),
    known: new Map(),
    originOf: originIn(library, language, firstSessionOf(library.event)),
    spoilt: false,
    turns: 0,
    pending: [],
    problems: [],
  };
}

/** Texts that the piece cannot do without. */
function requiredTexts(job: Job, about: About): readonly Diagnostic[] {
  const written = job.library.texts[job.language];
  const missing = Object.entries(job.piece.texts).filter(([key, use]) => use.required && !written?.has(key));
  return missing.map(([key, use]) =>
    error('missing-text', `The text \`${key}\` is not written in the language \`${job.language}\`; ${job.piece.name} needs it.`, {
      span: use.span,
      about,
      hint: `Write it under texts.${job.language}, or take ${job.piece.name} away from this library.`,
    }),
  );
}

const toDiagnostic = ({ code, message, span, hint }: Problem, about: About): Diagnostic =>
  error(code, message, { span, hint, about });

/** Each place once: a loop prints the same mustache many times. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((p) => {
    const key = `${p.code} ${p.span?.source.path} ${p.span?.start} ${p.message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Fills a piece's template with one library's facts and texts, in one language. No value where the piece cannot be made. */
export function renderJob(job: Job, templates: Templates): Result<Rendered> {
  const about: About = { library: job.library.id, language: job.language, piece: job.piece.name, size: job.size.name };
  const missing = requiredTexts(job, about);
  const piece = templates.pieces.get(job.piece.name);
  if (!piece || missing.length > 0) return { diagnostics: missing };
  const context: Record<string, unknown> = {};
  const env = envOf(job, templates, context);
  const parts = {
    campaign: templates.campaign,
    uses: templates.uses,
    read(text: WrittenText) {
      if (templates.isSpoilt(text)) env.spoilt = true;
      return templates.isSpoilt(text) ? NOTHING : templates.read(text, job.language);
    },
    finish: (text: string) => templates.finish(text, job.language),
  };
  fillContext(job, parts, env, context);
  const html = piece.body(context, env);
  const title = piece.title(context, env).replace(/\s+/g, ' ').trim();
  for (const problem of env.pending) env.problems.push({ span: { source: job.piece.template, start: 0, end: 0 }, ...problem });
  const diagnostics = distinct(env.problems).map((problem) => toDiagnostic(problem, about));
  if (env.spoilt || hasErrors(diagnostics)) return { diagnostics };
  return { value: { html, positions: env.positions, title, lang: job.language }, diagnostics };
}
