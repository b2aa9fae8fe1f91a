import type { Campaign, Texts, WrittenText } from '../../core/campaign.ts';
import { type About, type Diagnostic, error, hasErrors, withAbout } from '../../core/diagnostics.ts';
import { CONTENT, type ObjectType, type TextUse } from '../../core/model/index.ts';
import { type Checking, callType, isCall, typeOf } from '../template/expressions.ts';
import { rootEnv } from '../template/resolve.ts';
import { inlineOf, type ParsedText } from './ast.ts';
import type { Slot } from './slots.ts';

export interface TextCheck {
  readonly campaign: Campaign;
  readonly root: ObjectType;
  readonly uses: ReadonlyMap<string, TextUse>;
  /** Reads and keeps a text; complaints of reading it. */
  readonly open: (
    text: WrittenText,
    lang: string,
  ) => { readonly parsed: ParsedText; readonly diagnostics: readonly Diagnostic[] };
  readonly lacking: Checking['lacking'];
  /** Told of each text that cannot be printed. */
  readonly spoil: (text: WrittenText) => void;
}

/** All texts of a campaign, each complained of once: for the nation, or for the library that wrote it. */
export function checkTexts(on: TextCheck): readonly Diagnostic[] {
  const seen = new Set<WrittenText>();
  const found: Diagnostic[] = [];
  const take = (texts: Texts, about: About) => {
    for (const [lang, byKey] of Object.entries(texts)) {
      for (const [key, written] of byKey) {
        const all = (Array.isArray(written) ? written : [written]) as readonly WrittenText[];
        const fresh = all.filter((text) => !seen.has(text));
        if (fresh.length === 0) continue;
        for (const text of fresh) seen.add(text);
        const here = { ...about, language: lang };
        found.push(...checkKey(key, written, fresh, lang, on).map((d) => withAbout(d, here)));
      }
    }
  };
  take(on.campaign.national.texts, {});
  for (const library of on.campaign.libraries) take(library.texts, { library: library.id });
  return found;
}

function checkKey(
  key: string,
  written: WrittenText | readonly WrittenText[],
  fresh: readonly WrittenText[],
  lang: string,
  on: TextCheck,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const use = on.uses.get(key);
  const [first] = fresh;
  if (use && use.kind !== 'list' && Array.isArray(written) && first) {
    const hint = 'Write one text.';
    found.push(error('text-not-inline', `\`${key}\` is one text, not a list.`, { span: first.span, hint }));
  }
  for (const text of fresh) {
    for (const part of [text, text.short, text.by]) {
      if (!part) continue;
      const before = found.length;
      const { parsed, diagnostics } = on.open(part, lang);
      found.push(...diagnostics);
      const oneLine = use?.kind === 'inline' || part === text.by || (part !== text && use?.kind !== 'block');
      if (oneLine && !inlineOf(parsed)) {
        found.push(
          error(
            'text-not-inline',
            `\`${part.key}\` has room for one line, but this has several paragraphs, a heading or a list.`,
            {
              span: part.span,
              hint: 'Leave out the empty lines, or the signs that begin a heading, a list or a quote.',
            },
          ),
        );
      }
      for (const slot of parsed.slots) checkSlot(slot, on, found);
      if (hasErrors(found.slice(before))) on.spoil(part);
    }
  }
  return found;
}

function checkSlot(slot: Slot, on: TextCheck, found: Diagnostic[]): void {
  const checking: Checking = { report: (d) => found.push(d), spanOf: slot.spanOf, lacking: on.lacking, mayLack: true };
  const env = rootEnv(on.root);
  const { call } = slot;
  const { path } = call;
  const typed = isCall(call) ? callType(call, env, checking) : typeOf(path, env, checking);
  const label = slot.label;
  const span = slot.spanOf(path.loc);
  if (typed.type === CONTENT || typed.type.kind === 'content') {
    found.push(
      error('text-unsupported', 'A text cannot print another text.', { span: slot.span, hint: 'Write the words here.' }),
    );
  } else if (typed.type.kind === 'object' || typed.type.kind === 'list') {
    found.push(error('unprintable-value', `\`${label}\` has many values.`, { span, hint: 'Name the one that is meant.' }));
  } else if (typed.type.kind === 'scalar' && (typed.type.of === 'date' || typed.type.of === 'time')) {
    const hint = `Write {{${typed.type.of} ${label}}}.`;
    found.push(error('unprintable-value', `\`${label}\` is a ${typed.type.of}, not yet in words.`, { span, hint }));
  }
}
