import { Parser } from 'htmlparser2';
import { type Diagnostic, error } from '../../../core/diagnostics.ts';
import type { Source } from '../../../core/source.ts';
import { attributeName, elementName, MAX_DEPTH, type SvgAttribute, type SvgElement, type SvgWords } from './tree.ts';

/** An SVG of this many elements is a map or an embedded photograph traced to vectors: it belongs in a PDF or a JPEG. */
const MAX_ELEMENTS = 50_000;

interface Open {
  readonly element: SvgElement & {
    children: SvgElement[];
    text: string;
    mixed?: (SvgElement | SvgWords)[];
    textSource?: SvgElement['textSource'];
  };
  /** Of another namespace: it and what is inside are passed over. */
  readonly foreign: boolean;
}

/** SVG as XML. Entities of a DOCTYPE are not expanded, nothing outside the text is read. */
export function readSvg(source: Source): { root: SvgElement | null; diagnostics: readonly Diagnostic[] } {
  const { text } = source;
  const diagnostics: Diagnostic[] = [];
  const stack: Open[] = [];
  let root: SvgElement | null = null;
  let attributes = new Map<string, SvgAttribute>();
  let count = 0;
  let skipping = 0;
  /** The first element that had to be closed for the file: in XML an error, and the sign of a file that was cut off. */
  let unclosed: SvgElement | null = null as SvgElement | null;

  const refuse = (message: string) => {
    if (skipping === 0)
      diagnostics.push(
        error('svg-too-large', message, {
          span: { source, start: 0, end: Math.min(4, text.length) },
          hint: 'Simplify the drawing, or use a JPEG or PNG.',
        }),
      );
    skipping++;
  };

  const parser = new Parser(
    {
      onopentagname() {
        attributes = new Map();
      },
      onattribute(written, value, quote) {
        const name = attributeName(written);
        if (name === null || attributes.has(name)) return;
        // endIndex is past the closing quote. What stands in the file may be longer than the value: it may hold entities.
        const end = quote ? parser.endIndex - 1 : parser.endIndex;
        const start = quote ? text.lastIndexOf(quote, end - 1) + 1 : end - value.length;
        attributes.set(name, { value, source: { source, start, end } });
      },
      onopentag(written) {
        const name = elementName(written);
        const parent = stack.at(-1);
        const foreign = name === null || (parent?.foreign ?? false);
        const start = parser.startIndex;
        const words = name === 'text' || parent?.element.mixed !== undefined;
        const element = {
          ...(words && { mixed: [] as (SvgElement | SvgWords)[] }),
          name: name ?? written,
          attributes,
          children: [],
          text: '',
          source: { source, start, end: parser.endIndex + 1 },
        };
        count++;
        if (count === MAX_ELEMENTS) refuse(`${source.path} has more than ${MAX_ELEMENTS} elements.`);
        if (stack.length === MAX_DEPTH) refuse(`${source.path} is nested deeper than ${MAX_DEPTH} elements.`);
        if (count < MAX_ELEMENTS && stack.length < MAX_DEPTH) {
          if (!foreign && parent) {
            parent.element.children.push(element);
            parent.element.mixed?.push(element);
          }
          if (!foreign && !parent && !root) root = element;
        }
        stack.push({ element, foreign });
      },
      ontext(data) {
        const open = stack.at(-1);
        if (open?.element.mixed && !open.foreign)
          open.element.mixed.push({ words: data, source: { source, start: parser.startIndex, end: parser.endIndex + 1 } });
        if (open?.element.name !== 'style') return;
        const { element } = open;
        if (element.text === '') element.textSource = { source, start: parser.startIndex, end: parser.endIndex + 1 };
        element.text += data;
      },
      onclosetag(_, implied) {
        const open = stack.pop();
        if (implied && open && unclosed === null && !selfClosing(open.element)) unclosed = open.element;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  if (skipping > 0) root = null;
  else if (unclosed && root) {
    diagnostics.push(
      error('picture-broken', `<${writtenName(unclosed)}> has no end in “${source.path}”: the drawing is cut off or damaged.`, {
        span: unclosed.source,
        hint: 'Export the drawing anew from the program that made it.',
      }),
    );
    root = null;
  }
  return { root, diagnostics };
}

const selfClosing = ({ source: span }: SvgElement): boolean =>
  span?.source.text.slice(span.end - 2, span.end + 1).includes('/>') ?? false;

/** As it is written: names are kept in small letters. */
const writtenName = ({ name, source: span }: SvgElement): string =>
  (span && /^<([^\s/>]+)/.exec(span.source.text.slice(span.start, span.end))?.[1]) ?? name;
