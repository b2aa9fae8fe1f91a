import { CST, Parser, type YAMLParseError } from 'yaml';
import type { Diagnostic } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import type { Source } from '../core/source.ts';
import { span } from '../core/source.ts';

interface Words {
  readonly message: string;
  readonly hint: string;
}

/** The parser's own words are those of its grammar; these are of what people do. */
const WORDS: Readonly<Record<string, Words>> = {
  TAB_AS_INDENT: { message: 'A tab stands where the line is indented.', hint: 'Indent with spaces; YAML forbids tabs.' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A colon stands inside a value.',
    hint: 'Put a value that holds “: ” in quotation marks.',
  },
  BLOCK_IN_FLOW: {
    message: 'A colon stands inside a value.',
    hint: 'Put a value that holds “: ” in quotation marks.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A colon is missing after the key.',
    hint: 'Write “key: value”; a value that goes on in the next line is indented more than its key.',
  },
  BAD_INDENT: {
    message: 'This line begins in another column than the keys around it.',
    hint: 'Keys of one map stand in one column.',
  },
};

/** Where the opening mark without its end stands. A quotation mark hides what closes the brackets around it, so it comes first. */
function openMark({ text }: Source): number | null {
  const closed = { 'double-quoted-scalar': '"', 'single-quoted-scalar': "'" } as const;
  const quotes: number[] = [];
  const brackets: number[] = [];
  for (const token of new Parser().parse(text)) {
    if (token.type !== 'document') continue;
    CST.visit(token, ({ key, value }) => {
      for (const each of [key, value]) {
        if (!each) continue;
        if (each.type === 'flow-collection') {
          if (!each.end.some(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end')) brackets.push(each.start.offset);
        } else if (each.type === 'double-quoted-scalar' || each.type === 'single-quoted-scalar') {
          if (each.source.length < 2 || !each.source.endsWith(closed[each.type])) quotes.push(each.offset);
        }
      }
    });
  }
  return quotes[0] ?? brackets[0] ?? null;
}

/** Whether a fault stands inside { } or [ ]: the parser says so of it, or of what follows from it. */
const isInFlow = ({ pos }: YAMLParseError, faults: readonly YAMLParseError[]): boolean =>
  faults.some(
    (other) =>
      ((other.code as string) === 'BLOCK_IN_FLOW' || other.message.startsWith('Missing ,')) &&
      other.pos[0] <= pos[1] &&
      other.pos[1] >= pos[0],
  );

/** What stands from an offset to the end of its line, without white space around it. */
function restOfLine({ text }: Source, from: number): readonly [number, number] {
  const feed = text.indexOf('\n', from);
  const rest = text.slice(from, feed === -1 ? text.length : feed);
  const start = from + rest.length - rest.trimStart().length;
  return [start, Math.max(start, from + rest.trimEnd().length)];
}

/** No value that lacks its comma is longer; how far is looked for the key after it, UTF-16 units. */
const FARTHEST = 1_000;

/** A key inside { } or [ ] before which no comma stands, though another value does: `{da: En en: Two}`. The parser reads both as one value. */
function keyWithoutComma({ text }: Source, fault: YAMLParseError): readonly [number, number] | null {
  const [start] = fault.pos;
  const code: string = fault.code;
  // A fault within a flow that is told by its shape: from a value to a colon which the key's word stands before.
  const from = code === 'BLOCK_IN_FLOW' || code === 'MULTILINE_IMPLICIT_KEY' ? start : null;
  const inFlow = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s,{}[\]"':](?:[^,{}[\]:]|:(?=\S))*?)[ \t]*[\s;]\s*(?=([^\s,{}[\]:;]+)\s*:(?:\s|$))/;
  const value = from === null ? null : inFlow.exec(text.slice(from, from + FARTHEST));
  if (from !== null && value?.[1] !== undefined) return [from + value[0].length, from + value[0].length + value[1].length];
  if (code !== 'UNEXPECTED_TOKEN' && !fault.message.includes('Missing ,')) return null;
  const key = /^[^\s,{}[\]:;"']+(?=\s*:(?:\s|$))/.exec(text.slice(start));
  return key ? [start, start + key[0].length] : null;
}

/** Where a value inside { } or [ ] ends at the latest. */
const valueEnd = ({ text }: Source, from: number, to: number): number =>
  from + (/^[^,\]}]*[^,\]}\s]/.exec(text.slice(from, to))?.[0].length ?? to - from);

/** The first fault only: what the parser says of the lines after it follows from it. */
export function yamlFault(source: Source, fault: YAMLParseError, faults: readonly YAMLParseError[]): Diagnostic {
  const [start, end] = fault.pos;
  const complain = (message: string, from: number, to: number, hint: string | undefined): Diagnostic =>
    error('yaml-syntax', message, { span: span(source, from, Math.max(from, to)), hint });
  const code: string = fault.code;
  const second = isInFlow(fault, faults) ? keyWithoutComma(source, fault) : null;
  if (second) {
    const key = source.text.slice(...second);
    const hint = `Inside { } commas part the keys: {da: …, en: …}. A text that holds “: ” itself stands in quotation marks.`;
    return complain(`A comma is missing before “${key}:”.`, ...second, hint);
  }
  if (code === 'MULTIPLE_DOCS') {
    const hint = 'Delete the line “---”, or move what follows it into a file of its own.';
    return error('yaml-unsupported', 'Only one document may stand in a file.', {
      span: span(source, start, Math.min(start + 3, end)),
      hint,
    });
  }
  if (code === 'MISSING_CHAR' || (code === 'BAD_INDENT' && fault.message.includes('Flow'))) {
    const open = openMark(source);
    if (open !== null) {
      const mark = source.text[open] ?? '';
      const what = mark === '"' || mark === "'" ? 'quotation mark' : mark === '[' ? 'bracket' : 'brace';
      const close = { '[': ']', '{': '}' }[mark] ?? mark;
      return complain(`This ${what} is never closed.`, open, open + 1, `Write ${close} where it ends.`);
    }
  }
  const [first, last] = restOfLine(source, start);
  if (fault.message.startsWith('Missing ,'))
    return complain(
      'A comma is missing before this value.',
      first,
      valueEnd(source, first, last),
      'Inside [ ] and { } commas part the values.',
    );
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  if (code === 'TAB_AS_INDENT') {
    const tabs = /^\t+/.exec(source.text.slice(start))?.[0].length ?? 1;
    return complain(words?.message ?? '', start, start + tabs, words?.hint);
  }
  if (words) return complain(words.message, first, code === 'BLOCK_IN_FLOW' ? valueEnd(source, first, last) : last, words.hint);
  const message = `The YAML cannot be read: ${fault.message.replace(/\s+/g, ' ').replace(/\.$/, '')}.`;
  const hint =
    'A value that begins with a sign such as @ % & * ! | > or `, or holds “: ” or “ #”, has to stand in quotation marks.';
  return complain(message, start, Math.min(Math.max(end, start + 1), Math.max(last, start + 1), source.text.length), hint);
}
