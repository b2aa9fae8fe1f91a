import type { WrittenText } from '../../core/campaign.ts';
import type { RenderEnv } from '../env.ts';
import { type Mark, printable } from '../printable.ts';
import { inlineOf, type ParsedText } from './ast.ts';
import { blockHtml, blockPlain, inlineHtml, inlinePlain } from './html.ts';

/** Gives a text read; the same text is read once. */
export type Reader = (text: WrittenText) => ParsedText;

/** `fitting`: a single paragraph prints inline, anything more as blocks. */
export type ContentKind = 'inline' | 'block' | 'fitting';

function html(parsed: ParsedText, kind: ContentKind, env: RenderEnv, mark: Mark): string {
  const inline = inlineOf(parsed);
  if (kind === 'block') return blockHtml(parsed.blocks, env, mark);
  // What should have been one line has been complained of; nothing is lost.
  return inline ? inlineHtml(inline, env, mark) : blockHtml(parsed.blocks, env, mark);
}

const plain = (parsed: ParsedText, env: RenderEnv): string => {
  const inline = inlineOf(parsed);
  return inline ? inlinePlain(inline, env) : blockPlain(parsed.blocks, env);
};

/** A text as templates see it: prints its own markup, and its short form after it for layout to choose. */
export function contentOf(text: WrittenText, kind: ContentKind, read: Reader, env: RenderEnv): object {
  const { short } = text;
  return printable(
    {},
    {
      span: text.span,
      html(mark) {
        const full = html(read(text), kind, env, mark);
        return short ? `${full}${mark(short.span, false)}<short-form>${html(read(short), kind, env, mark)}</short-form>` : full;
      },
      get plain() {
        return plain(read(text), env);
      },
    },
  );
}

/** A list's item: `{{this}}` or `{{text}}` prints it, `{{by}}` its source. */
export function itemOf(text: WrittenText, read: Reader, env: RenderEnv): object {
  const self = contentOf(text, 'fitting', read, env);
  const own: Record<string, unknown> = { text: self };
  if (text.by) own.by = contentOf(text.by, 'inline', read, env);
  return printable(own, {
    span: text.span,
    html: (mark) => html(read(text), 'fitting', env, mark),
    get plain() {
      return plain(read(text), env);
    },
  });
}
