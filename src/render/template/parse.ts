import Handlebars from 'handlebars';
import { type Diagnostic, error, type Result } from '../../core/diagnostics.ts';
import { type Source, type Span, span } from '../../core/source.ts';
import type { Location, Program, Template } from './ast.ts';
import { unbalanced } from './blocks.ts';

/** Offsets of line starts as Handlebars' lexer counts lines: \r\n, \n or a lone \r end one. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Handlebars names the line of a syntax error, and shows what stands before and after the place, without line ends. */
function errorSpan(source: Source, starts: readonly number[], message: string): Span {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const from = starts[line - 1] ?? 0;
  const to = starts[line] ?? source.text.length;
  const [, shown = '', pointer = ''] = message.split('\n');
  const after = shown.slice(pointer.indexOf('^')).replace(/\.\.\.$/, '');
  const before = shown.slice(Math.max(0, pointer.indexOf('^') - 20), Math.max(0, pointer.indexOf('^')));
  const lineText = source.text.slice(from, to);
  const tail = before.slice(-12);
  const index = after.length > 0 ? lineText.indexOf(tail + after) : -1;
  if (index >= 0) {
    const at = from + index + tail.length;
    const open = source.text.lastIndexOf('{{', at);
    // A single closing brace: the expression that it should have closed is the place.
    if (open >= from && source.text[at] === '}' && !source.text.slice(open, at).includes('}}')) return span(source, open, at + 1);
  }
  if (index >= 0) return span(source, from + index + tail.length, from + index + tail.length + Math.max(1, after.search(/\s|$/)));
  const open = lineText.lastIndexOf('{{');
  if (open >= 0) {
    const close = lineText.indexOf('}}', open);
    return span(source, from + open, close < 0 ? from + lineText.trimEnd().length : from + close + 2);
  }
  return span(source, from, from + lineText.trimEnd().length);
}

function words(message: string): string {
  const last = message.split('\n').at(-1) ?? message;
  const got = /got '([A-Z_]+)'/.exec(last)?.[1];
  if (got === undefined) return last.replace(/ - \d+:\d+$/, '');
  if (got === 'EOF') return 'the template ends inside a block or an expression that is not closed';
  if (got === 'INVALID') return 'this cannot stand in a Handlebars expression';
  if (got.startsWith('CLOSE')) return 'the expression ends too early';
  return 'this is not where it can stand in a Handlebars expression';
}

/** Reads one template (handlebars 4.7 grammar), white-space control applied. */
export function parseTemplate(source: Source): Result<Template> {
  const starts = lineStarts(source.text);
  const offset = (at: { line: number; column: number }) => (starts[at.line - 1] ?? source.text.length) + at.column;
  const spanOf = (loc: Location): Span => span(source, offset(loc.start), offset(loc.end));
  try {
    const ast = Handlebars.parse(source.text) as unknown as Program;
    return { value: { ast, spanOf }, diagnostics: [] };
  } catch (thrown) {
    return { diagnostics: [syntaxError(source, starts, thrown)] };
  }
}

/** What Handlebars says where blocks and what closes them do not fit. */
const BLOCKS = /got '(?:EOF|OPEN_ENDBLOCK|INVERSE|OPEN_INVERSE_CHAIN)'|doesn't match/;

function syntaxError(source: Source, starts: readonly number[], thrown: unknown): Diagnostic {
  const raised = thrown as { message?: string; lineNumber?: number; column?: number };
  const message = raised.message ?? String(thrown);
  const ofBlocks = BLOCKS.test(message) ? unbalanced(source) : null;
  if (ofBlocks) return ofBlocks;
  const at =
    raised.lineNumber === undefined
      ? errorSpan(source, starts, message)
      : (() => {
          const from = (starts[raised.lineNumber - 1] ?? 0) + (raised.column ?? 0);
          const close = source.text.indexOf('}}', from);
          return span(source, from, close < 0 ? from + 1 : close);
        })();
  return error('template-syntax', `The template cannot be read: ${words(message)}.`, {
    span: at,
    hint: 'Handlebars expressions are {{path}}, {{helper value}}, {{#if path}}…{{/if}}, {{#each list}}…{{/each}}, {{> partial}}.',
  });
}
