import { type Diagnostic, error } from '../../core/diagnostics.ts';
import { locate, type Source, type Span, span } from '../../core/source.ts';

interface Tag {
  readonly kind: 'open' | 'close' | 'else';
  /** Of the block that is opened or closed. */
  readonly name: string;
  readonly span: Span;
}

const TAGS = /(?<!\\)\{\{\{?~?(?:!--[\s\S]*?--|[^}]*)~?\}\}/g;
const OPEN = /^\{\{~?\s*(?:#[>*]?|\^(?=\s*[\w@]))\s*([^\s}~]*)/;
const CLOSE = /^\{\{~?\s*\/\s*([^\s}~]*)/;
/** Alone, or with a condition of its own. */
const ELSE = /^\{\{~?\s*(?:else(?![\w.-])|\^\s*~?\})/;

function tagOf(written: string, at: Span): Tag | null {
  const close = CLOSE.exec(written);
  if (close) return { kind: 'close', name: close[1] ?? '', span: at };
  if (ELSE.test(written)) return { kind: 'else', name: '', span: at };
  const open = OPEN.exec(written);
  return open ? { kind: 'open', name: open[1] ?? '', span: at } : null;
}

const tagsOf = (source: Source): readonly Tag[] =>
  [...source.text.matchAll(TAGS)].flatMap(
    ({ 0: written, index }) => tagOf(written, span(source, index, index + written.length)) ?? [],
  );

const wordsOf = ({ source, start, end }: Span): string => source.text.slice(start, end).replace(/\s+/g, ' ');

const complain = (at: Span, message: string, hint: string): Diagnostic => error('template-syntax', message, { span: at, hint });

/** The first tag of a block that does not fit those before it; else the innermost block that nothing closes. */
export function unbalanced(source: Source): Diagnostic | null {
  const open: { readonly tag: Tag; readonly parted: boolean }[] = [];
  for (const tag of tagsOf(source)) {
    if (tag.kind === 'open') {
      open.push({ tag, parted: false });
      continue;
    }
    const last = open.pop();
    const words = wordsOf(tag.span);
    if (!last)
      return tag.kind === 'else'
        ? complain(tag.span, `${words} stands in no block.`, 'Open one before it: {{#if path}}…{{else}}…{{/if}}; or delete it.')
        : complain(
            tag.span,
            `${words} closes a block that is not open.`,
            `Delete it, or open the block before it: {{#${tag.name} …}}.`,
          );
    const opened = `${wordsOf(last.tag.span)} of line ${locate(source, last.tag.span.start).line}`;
    if (tag.kind === 'else') {
      if (last.parted)
        return complain(tag.span, `${words} is the second of ${opened}.`, 'A block has one {{else}}, the last of its ways.');
      const chained = /else\s+\S/.test(words);
      open.push({ ...last, parted: !chained });
      continue;
    }
    if (tag.name !== last.tag.name)
      return complain(
        tag.span,
        `${words} stands where ${opened} is still open.`,
        `Close that first, by {{/${last.tag.name}}}; or mend the name.`,
      );
  }
  const last = open.at(-1)?.tag;
  return last
    ? complain(last.span, `${wordsOf(last.span)} is never closed.`, `Write {{/${last.name}}} where the block ends.`)
    : null;
}
