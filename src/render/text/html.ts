import type { Span } from '../../core/source.ts';
import type { RenderEnv } from '../env.ts';
import { escapeHtml } from '../escape.ts';
import { inLine, positionIndex } from '../print.ts';
import type { Mark } from '../printable.ts';
import { markText } from '../template/instrument.ts';
import type { TextBlock, TextInline } from './ast.ts';
import { canonicalOf, slotText } from './evaluate.ts';
import { isSafeUrl } from './markdown.ts';
import type { Slot } from './slots.ts';

const ESCAPED = /([&<>])/;

/** Literal text with marks; what HTML must escape stands between marks of its own, so that characters of the HTML and of the text keep in step. */
function textHtml(text: string, span: Span, literal: boolean, mark: Mark): string {
  if (!literal || !ESCAPED.test(text)) return mark(span, literal) + escapeHtml(text);
  let html = '';
  let at = span.start;
  for (const piece of text.split(ESCAPED)) {
    if (piece === '') continue;
    const here = { ...span, start: at, end: at + piece.length };
    html += mark(here, !ESCAPED.test(piece)) + escapeHtml(piece);
    at += piece.length;
  }
  return html;
}

function slotHtml(slot: Slot, env: RenderEnv, mark: Mark): string {
  const text = inLine(slotText(slot, env), env);
  if (text === '') return '';
  const canonical = canonicalOf(slot);
  const origin = canonical === '' ? undefined : env.originOf(canonical);
  if (!origin) return mark(slot.span, false) + escapeHtml(text);
  return markText(positionIndex(env, canonical, { span: origin, literal: false })) + escapeHtml(text);
}

/** A link's address with its values; null where the whole is no safe address. */
function address(url: readonly (string | Slot)[], env: RenderEnv): string | null {
  const made = url.map((part) => (typeof part === 'string' ? part : slotText(part, env))).join('');
  return isSafeUrl(made) ? made : null;
}

export function inlineHtml(inlines: readonly TextInline[], env: RenderEnv, mark: Mark): string {
  let html = '';
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
        html += textHtml(inline.text, inline.span, inline.literal, mark);
        break;
      case 'slot':
        html += slotHtml(inline.slot, env, mark);
        break;
      case 'break':
        html += '<br>';
        break;
      case 'strong':
      case 'emphasis': {
        const tag = inline.kind === 'strong' ? 'strong' : 'em';
        html += `<${tag}>${inlineHtml(inline.children, env, mark)}</${tag}>`;
        break;
      }
      case 'link': {
        const inner = inlineHtml(inline.children, env, mark);
        const href = address(inline.url, env);
        if (href === null) {
          env.problems.push({
            code: 'text-unsupported',
            message: 'With this library’s values the link is no address that a printed link can lead to.',
            span: inline.span,
            hint: 'Links begin with https://, http://, mailto: or tel:.',
          });
          html += inner;
        } else html += `<a href="${mark(inline.span, false)}${escapeHtml(href)}">${inner}</a>`;
        break;
      }
    }
  }
  return html;
}

/** Headings of a text come under the piece's own, which is h1. */
const FIRST_HEADING = 2;

export function blockHtml(blocks: readonly TextBlock[], env: RenderEnv, mark: Mark): string {
  let html = '';
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
        html += `<p>${inlineHtml(block.children, env, mark)}</p>`;
        break;
      case 'heading': {
        const level = Math.min(6, block.level + FIRST_HEADING - 1);
        html += `<h${level}>${inlineHtml(block.children, env, mark)}</h${level}>`;
        break;
      }
      case 'quote':
        html += `<blockquote>${blockHtml(block.blocks, env, mark)}</blockquote>`;
        break;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
        const items = block.items.map(
          (item) => `<li>${block.tight ? tightHtml(item, env, mark) : blockHtml(item, env, mark)}</li>`,
        );
        html += `<${tag}${start}>${items.join('')}</${tag}>`;
        break;
      }
    }
  }
  return html;
}

const tightHtml = (item: readonly TextBlock[], env: RenderEnv, mark: Mark): string =>
  item
    .map((block) => (block.kind === 'paragraph' ? inlineHtml(block.children, env, mark) : blockHtml([block], env, mark)))
    .join('');

export function inlinePlain(inlines: readonly TextInline[], env: RenderEnv): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'slot') text += slotText(inline.slot, env);
    else if (inline.kind === 'break') text += ' ';
    else text += inlinePlain(inline.children, env);
  }
  return text;
}

export function blockPlain(blocks: readonly TextBlock[], env: RenderEnv): string {
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return blockPlain(block.blocks, env);
      if (block.kind === 'list') return block.items.map((item) => blockPlain(item, env)).join(' ');
      return inlinePlain(block.children, env);
    })
    .join(' ');
}
