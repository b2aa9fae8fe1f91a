import { Tokenizer } from 'htmlparser2';
import type { Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import { directionOf } from '../../core/direction.ts';
import type { Rendered } from '../../core/rendered.ts';
import type { Span } from '../../core/source.ts';
import { didYouMean } from '../css/nearest.ts';
import type { DomNode, ElementNode, TextNode } from '../types.ts';
import { resolveDirections } from './direction.ts';
import { allowedOn, HEAD, IMPLIED_END, KNOWN, OPTIONAL_END, REFUSED, TABLE_PARTS, VOID } from './elements.ts';
import { linkFault } from './links.ts';
import { unmark } from './marks.ts';
import { textInParagraph } from './paragraphs.ts';
import { valueRange } from './value-range.ts';

/** Elements nested deeper are refused: no page needs them, and recursion over the tree stays bounded. */
const MAX_DEPTH = 200;

type Attributes = Map<string, { readonly value: string; readonly source?: Span }>;
interface Open extends ElementNode {
  readonly attributes: Attributes;
  source?: Span;
}

const element = (tag: string, parent: Open | null, source?: Span): Open => ({
  kind: 'element',
  tag,
  attributes: new Map(),
  children: [],
  parent,
  ...(source && { source }),
});

/**
 * Reads the HTML of one rendered template. The root is `<html>`, written or not; text outside `<head>` stands in `<body>`, written or not.
 * End tags that HTML lets one leave out may be left out; every other irregularity is a diagnostic.
 */
export function parseHtml(rendered: Rendered): { root: ElementNode; diagnostics: readonly Diagnostic[] } {
  const { text, spanOf, originsInto } = unmark(rendered);
  const diagnostics: Diagnostic[] = [];
  const root = element('html', null);
  let head: Open | null = null;
  let body: Open | null = null;
  const stack: Open[] = [root];
  /** Depth inside a refused element; 0: not in one. */
  let refused: string[] = [];
  let svgDepth = 0;
  /** Where a <p> of the template was ended by a text that stands in it: its end tag follows from that. */
  let endedByText: Open | null = null;

  let tag = '';
  let tagStart = 0;
  let attributes: Attributes = new Map();
  let attributeName = '';
  let nameStart = 0;
  let nameEnd = 0;
  let value = '';
  let run: { text: string; origins: TextNode['origins'][number][] } | null = null;
  let textEnd = 0;

  const top = (): Open => stack[stack.length - 1] ?? root;
  const append = (parent: Open, child: DomNode): void => {
    parent.children.push(child);
  };

  const ensureHead = (): Open => {
    if (head) return head;
    head = element('head', root);
    root.children.unshift(head);
    return head;
  };
  const ensureBody = (source?: Span): Open => {
    if (body) return body;
    body = element('body', root, source);
    append(root, body);
    return body;
  };

  const flush = (): void => {
    if (!run) return;
    const { text: content, origins } = run;
    run = null;
    const blank = /^[ \t\r\n\f]*$/.test(content);
    let parent = top();
    if (parent === root || parent === head) {
      if (blank) return;
      if (parent === head) stack.pop();
      parent = ensureBody();
      if (top() === root) stack.push(parent);
    }
    append(parent, { kind: 'text', text: content, parent, origins });
  };

  const addText = (content: string, start: number, end: number): void => {
    if (refused.length > 0) return;
    run ??= { text: '', origins: [] };
    const last = run.origins.at(-1);
    // Text that goes on where the last left off needs no origin of its own.
    const goesOn = start === textEnd && run.text.length > 0 && !entityBefore;
    const before = run.origins.length;
    originsInto(run.origins, start, end, run.text.length);
    if (goesOn && last && run.origins.length === before + 1 && last.literal) {
      const next = run.origins[before];
      if (next?.literal && next.span.source === last.span.source && next.span.start - last.span.start === next.at - last.at) {
        run.origins.length = before - 1;
        run.origins.push({ at: last.at, span: { ...last.span, end: next.span.end }, literal: true });
      }
    }
    run.text += content;
    textEnd = end;
  };
  let entityBefore = false;

  /** Whether the attribute may stay. */
  const checkAttribute = (element: string, key: string, source: Span | undefined): boolean => {
    if (/^on[a-z]+$/i.test(key)) {
      diagnostics.push(
        error('html-refused', `The attribute “${key}” is refused.`, { span: source, hint: 'A page for print runs no scripts.' }),
      );
      return false;
    }
    const free = svgDepth > 0 || element === 'svg' || element.includes('-') || !KNOWN.has(element);
    if (free || key.startsWith('data-') || key.startsWith('aria-')) return true;
    const allowed = allowedOn(element);
    if (allowed.has(key)) return true;
    diagnostics.push(
      warning('html-attribute', `<${element}> has no attribute “${key}” here; it changes nothing.`, {
        span: source,
        hint: didYouMean(key, allowed) ?? 'Style it in the stylesheet, or keep data in data-* attributes.',
      }),
    );
    return true;
  };

  const unclosed = (open: Open): void => {
    if (OPTIONAL_END.has(open.tag)) return;
    diagnostics.push(
      error('html-unclosed', `<${open.tag}> is never closed.`, {
        span: open.source,
        hint: `Write </${open.tag}> where it ends.`,
      }),
    );
  };
  const popTo = (depth: number): void => {
    while (stack.length > depth) {
      const open = stack.pop();
      if (open?.tag === 'svg') svgDepth--;
    }
  };

  const start = (selfClosing: boolean, endIndex: number): void => {
    const source = spanOf(tagStart, endIndex + 1);
    const name = tag;
    if (refused.length > 0) {
      if (!selfClosing && !VOID.has(name)) refused.push(name);
      return;
    }
    if (name === 'html' || name === 'body') {
      const target = name === 'html' ? root : ensureBody(source);
      if (source) target.source ??= source;
      for (const [key, attribute] of attributes) target.attributes.set(key, attribute);
      if (name === 'body') {
        popTo(1);
        stack.push(target);
      }
      return;
    }
    if (name === 'head') {
      const target = ensureHead();
      if (source) target.source ??= source;
      if (!body) {
        popTo(1);
        stack.push(target);
      }
      return;
    }
    const inSvg = svgDepth > 0;
    const why = REFUSED.get(name.toLowerCase());
    if (why) {
      diagnostics.push(error('html-refused', `<${name}> is refused, with all that is in it.`, { span: source, hint: why }));
      if (!VOID.has(name) && !(selfClosing && inSvg)) refused.push(name);
      return;
    }
    if (!inSvg && !KNOWN.has(name)) {
      diagnostics.push(
        error('html-unknown-element', `<${name}> is not an element that kit knows; it is set like <span>.`, {
          span: source,
          hint: didYouMean(name, KNOWN) ?? 'Use an element of HTML; what looks like it is done by a class.',
        }),
      );
    }
    if (stack.length >= MAX_DEPTH) {
      if (stack.length === MAX_DEPTH)
        diagnostics.push(
          error('html-depth', `Elements are nested more than ${MAX_DEPTH} deep here; the rest is left out.`, {
            span: source,
            hint: 'Look for elements that are not closed, or take some away.',
          }),
        );
      if (!VOID.has(name) && !selfClosing) refused.push(name);
      return;
    }
    if (!inSvg) {
      const ends = IMPLIED_END.get(name);
      while (ends?.has(top().tag)) {
        const ended = stack.pop();
        const fault = ended?.tag === 'p' ? textInParagraph(ended.source, source) : null;
        if (!fault) continue;
        diagnostics.push(fault);
        endedByText = top();
      }
      if (top() === root || top() === head) {
        if (HEAD.has(name) && !body) {
          if (top() === root) stack.push(ensureHead());
        } else {
          popTo(1);
          stack.push(ensureBody());
        }
      }
      if (top().tag === 'table') {
        if (name === 'tr') {
          const rows = element('tbody', top());
          append(top(), rows);
          stack.push(rows);
        } else if (!TABLE_PARTS.has(name))
          diagnostics.push(
            error('html-nesting', `<${name}> may not stand directly in <table>.`, { span: source, hint: 'Put it into a <td>.' }),
          );
      }
    }
    if (name === 'a' && attributes.has('href') && stack.some((open) => open.tag === 'a')) {
      diagnostics.push(
        error('html-nesting', 'A link may not stand in a link.', { span: source, hint: 'Close the first link before this one.' }),
      );
    }
    const parent = top();
    const node: Open = { kind: 'element', tag: name, attributes, children: [], parent, ...(source && { source }) };
    append(parent, node);
    if (selfClosing && !inSvg && name !== 'svg' && !VOID.has(name)) {
      diagnostics.push(
        error('html-unclosed', `<${name}/> does not close itself in HTML.`, { span: source, hint: `Write <${name}></${name}>.` }),
      );
      return;
    }
    if (selfClosing || (!inSvg && VOID.has(name))) return;
    stack.push(node);
    if (name === 'svg') svgDepth++;
  };

  const end = (name: string, from: number, to: number): void => {
    if (refused.length > 0) {
      const at = refused.lastIndexOf(name);
      if (at !== -1) refused = refused.slice(0, at);
      return;
    }
    if (name === 'html' || name === 'body') return;
    if (name === 'head') {
      if (top() === head) stack.pop();
      return;
    }
    let depth = stack.length - 1;
    while (depth > 0 && stack[depth]?.tag !== name) depth--;
    if (depth <= 0) {
      if (name === 'p' && endedByText === top()) {
        endedByText = null;
        return;
      }
      diagnostics.push(
        error('html-stray-end-tag', `</${name}> closes nothing: no <${name}> is open here.`, {
          span: spanOf(from - 2, to + 1),
          hint: VOID.has(name) ? `<${name}> has no end tag.` : 'Remove it, or open the element before.',
        }),
      );
      return;
    }
    for (let i = stack.length - 1; i > depth; i--) {
      const open = stack[i];
      if (open) unclosed(open);
    }
    popTo(depth);
  };

  const readName = (from: number, to: number): string => {
    const name = text.slice(from, to);
    return svgDepth > 0 && refused.length === 0 ? name : name.toLowerCase();
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(from, to) {
        // What is left of a tag without an end.
        if (from < textEnd) return;
        addText(text.slice(from, to), from, to);
        entityBefore = false;
        textEnd = to;
      },
      ontextentity(codePoint, to) {
        addText(String.fromCodePoint(codePoint), textEnd < to ? textEnd : Math.max(0, to - 1), to);
        entityBefore = true;
        textEnd = to;
      },
      onopentagname(from, to) {
        flush();
        tag = readName(from, to);
        tagStart = from - 1;
        attributes = new Map();
      },
      onattribname(from, to) {
        nameStart = from;
        nameEnd = to;
        attributeName = svgDepth > 0 || tag === 'svg' ? text.slice(from, to) : text.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata(from, to) {
        value += text.slice(from, to);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend(_quote, to) {
        if (attributes.has(attributeName)) {
          diagnostics.push(
            error('html-duplicate-attribute', `The attribute “${attributeName}” stands twice; the first counts.`, {
              span: spanOf(nameStart, nameEnd),
              hint: 'Delete one of them; several classes are written class="a b".',
            }),
          );
          return;
        }
        if (refused.length === 0 && !checkAttribute(tag, attributeName, spanOf(nameStart, nameEnd))) return;
        const [from, until] = valueRange(text, nameEnd, to);
        const source = until > from ? spanOf(from, until) : spanOf(nameStart, nameEnd);
        const fault = tag === 'a' && attributeName === 'href' && refused.length === 0 ? linkFault(value, source) : null;
        if (fault) {
          diagnostics.push(fault);
          return;
        }
        attributes.set(attributeName, source ? { value, source } : { value });
      },
      onopentagend(to) {
        start(false, to);
        textEnd = to + 1;
      },
      onselfclosingtag(to) {
        start(true, to);
        textEnd = to + 1;
      },
      onclosetag(from, to) {
        flush();
        const name = text.slice(from, to);
        const lower = name.toLowerCase();
        end(svgDepth > 0 && lower !== 'svg' && stack.some((open) => open.tag === name) ? name : lower, from, to);
        textEnd = to + 1;
      },
      oncdata(from, to, endOffset) {
        if (svgDepth > 0) addText(text.slice(from, to - endOffset), from, to - endOffset);
        textEnd = to + 1;
      },
      oncomment(from, to) {
        flush();
        if (text[to] !== '>') neverEnds(from - 4, to, 'This comment');
        textEnd = to + 1;
      },
      ondeclaration(_from, to) {
        textEnd = to + 1;
      },
      onprocessinginstruction(_from, to) {
        textEnd = to + 1;
      },
      isInForeignContext: () => svgDepth > 0,
      onend() {
        flush();
      },
    },
  );
  const neverEnds = (from: number, to: number, what: string): void => {
    const start = Math.max(0, from);
    diagnostics.push(
      error('html-unclosed', `${what} is never closed; what follows is lost.`, {
        span: spanOf(start, Math.min(to, start + 4)),
        hint: 'Close it where it ends.',
      }),
    );
  };
  tokenizer.write(text);
  tokenizer.end();
  if (text.slice(textEnd).trim() !== '') neverEnds(textEnd, text.length, 'This tag');
  for (let i = stack.length - 1; i > 0; i--) {
    const open = stack[i];
    if (open) unclosed(open);
  }
  ensureBody();
  // A page in a language that is written from right to left is one, unless the template says otherwise.
  const lang = root.attributes.get('lang')?.value || rendered.lang;
  if (!root.attributes.has('dir') && directionOf(lang) === 'rtl') root.attributes.set('dir', { value: 'rtl' });
  resolveDirections(root);
  return { root, diagnostics };
}
