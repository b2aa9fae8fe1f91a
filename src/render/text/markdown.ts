import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { WrittenText } from '../../core/campaign.ts';
import { type Diagnostic, error, type Result, warning } from '../../core/diagnostics.ts';
import type { ParsedText, TextBlock, TextInline } from './ast.ts';
import { islandEdits } from './islands.ts';
import { leftoversIn } from './leftovers.ts';
import { type Place, placesOf } from './offsets.ts';
import { partsOf, type Slot, takeSlots } from './slots.ts';
import { type Edit, finishing, SLOT, type Usage, unbroken } from './typography.ts';

interface Reading {
  readonly masked: string;
  readonly place: Place;
  readonly slots: readonly Slot[];
  readonly usage: Usage;
  readonly diagnostics: Diagnostic[];
  /** Shallowest heading of the text. */
  readonly top: number;
}

const range = (node: Nodes): readonly [number, number] => [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];

const REFUSED: Readonly<Record<string, readonly [string, string]>> = {
  html: ['HTML', 'Write the words alone; the template says how they look. A < that is meant as such is written &lt; or \\<.'],
  image: ['A picture', 'Name pictures in the campaign under images; the template places them.'],
  imageReference: ['A picture', 'Name pictures in the campaign under images; the template places them.'],
  code: ['Code (lines indented by four spaces, or fenced)', 'Begin the lines at the margin.'],
  inlineCode: ['Code', 'Leave out the backticks.'],
  thematicBreak: ['A rule', 'Leave it out; the template draws lines.'],
  definition: ['A link definition', 'Write the address with the link: [words](https://…).'],
  linkReference: ['A link to a definition', 'Write the address with the link: [words](https://…).'],
  footnoteDefinition: ['A footnote', 'Put it into the text.'],
  table: ['A table', 'Write it as a list.'],
};

function refuse(node: Nodes, on: Reading): void {
  const [what, hint] = REFUSED[node.type] ?? [node.type, 'Leave it out.'];
  const [from, to] = range(node);
  on.diagnostics.push(error('text-unsupported', `${what} is not supported in texts.`, { span: on.place(from, to), hint }));
}

/** Reads one text (CommonMark 0.31, the part of it that we print) and finishes its typography. */
export function readText(text: WrittenText, usage: Usage): Result<ParsedText> {
  const place = placesOf(text);
  const { masked, slots, diagnostics } = takeSlots(text.markdown, place);
  const all: Diagnostic[] = [...diagnostics, ...leftoversIn(masked, place)];
  const tree = fromMarkdown(masked.replace(NUMBER_FIRST, (line) => unbroken(line, usage)));
  const deep = tooDeep(tree.children);
  if (deep) {
    const [from] = range(deep);
    const hint = 'Look for a row of > or * that is not meant.';
    all.push(
      error('text-unsupported', 'Quotes, lists or emphasis are nested too deeply.', { span: place(from, from + 1), hint }),
    );
    return { value: { blocks: [], slots }, diagnostics: all };
  }
  const on: Reading = { masked, place, slots, usage, diagnostics: all, top: Math.min(6, ...depths(tree.children)) };
  const blocks = tree.children.flatMap((node) => block(node, on));
  return { value: { blocks, slots }, diagnostics: all };
}

/** No text needs more; what comes after goes down the tree by recursion. */
const DEEPEST = 60;

/** A node that stands deeper than we follow. */
function tooDeep(nodes: readonly RootContent[]): RootContent | null {
  let level: readonly RootContent[] = nodes;
  for (let depth = 0; depth < DEEPEST; depth++)
    level = level.flatMap((node) => ('children' in node ? (node.children as readonly RootContent[]) : []));
  return level[0] ?? null;
}

/** The start of a line that Markdown may take for a list. */
const NUMBER_FIRST = /^[ >]*\d{1,9}[.)] .*$/gm;

const depths = (nodes: readonly RootContent[]): readonly number[] =>
  nodes.flatMap((node) => {
    if (node.type === 'heading') return [node.depth];
    return 'children' in node ? depths(node.children as readonly RootContent[]) : [];
  });

function block(node: RootContent, on: Reading): readonly TextBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const [from, to] = range(node);
      if (/^ *\|?(?: *:?-{3,}:? *\|)+/m.test(on.masked.slice(from, to)))
        refuse({ ...node, type: 'table' } as unknown as Nodes, on);
      return [{ kind: 'paragraph', children: inlines(node.children, on) }];
    }
    case 'heading':
      return [{ kind: 'heading', level: node.depth - on.top + 1, children: inlines(node.children, on) }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: node.children.flatMap((child) => block(child, on)) }];
    case 'list': {
      if (node.ordered && node.children.length === 1 && (node.start ?? 1) !== 1) {
        const [from, to] = range(node);
        const hint = `Write ${node.start}\\. with a backslash if no list is meant.`;
        on.diagnostics.push(
          warning('text-unsupported', `This is read as a list that begins with ${node.start}.`, {
            span: on.place(from, to),
            hint,
          }),
        );
      }
      const tight = !node.spread && node.children.every((item) => !item.spread);
      const items = node.children.map((item) => item.children.flatMap((child) => block(child, on)));
      return [{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, tight, items }];
    }
    default:
      refuse(node, on);
      return [];
  }
}

/** The inline content of one paragraph, its typography finished over the whole of it: a quotation mark looks at what stands before. */
function inlines(nodes: Paragraph['children'], on: Reading): readonly TextInline[] {
  const stretches: Stretch[] = [];
  collect(nodes, stretches, on);
  const flat = stretches.map((stretch) => stretch.text).join('');
  const finish = finishing(flat, on.usage);
  const edits = on.usage.direction === 'rtl' ? [...finish, ...islandEdits(flat)].sort((a, b) => a.at - b.at) : finish;
  let at = 0;
  const starts = new Map<object, { at: number; stretch: Stretch }[]>();
  for (const stretch of stretches) {
    const known = starts.get(stretch.node) ?? [];
    known.push({ at, stretch });
    starts.set(stretch.node, known);
    at += stretch.text.length;
  }
  return nodes.flatMap((node) => inline(node, on, edits, starts));
}

/** A piece of a paragraph's running text: of a text node, or a value (U+FFFC), or a line break. */
interface Stretch {
  readonly node: object;
  readonly text: string;
  /** In the Markdown. */
  readonly from: number;
  readonly literal: boolean;
  readonly length: number;
  readonly slot?: Slot;
}

function collect(nodes: readonly PhrasingContent[], into: Stretch[], on: Reading): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      const [from, to] = range(node);
      const literal = node.value.length === to - from;
      for (const part of partsOf(node.value)) {
        const slot = 'slot' in part ? on.slots[part.slot] : undefined;
        if ('text' in part) {
          // A line end in the Markdown is a space in print.
          const text = part.text.replace(/\n/g, ' ').replace(/\uFDD4/g, '');
          const exact = literal && text.length === part.text.length;
          into.push({ node, text, from: exact ? from + part.at : from, literal: exact, length: exact ? text.length : to - from });
        } else if (slot) into.push({ node, text: SLOT, from, literal: false, length: 0, slot });
      }
    } else if (node.type === 'break') into.push({ node, text: '\n', from: 0, literal: false, length: 0 });
    else if ('children' in node) collect(node.children as readonly PhrasingContent[], into, on);
  }
}

type Starts = ReadonlyMap<object, readonly { readonly at: number; readonly stretch: Stretch }[]>;

function inline(node: PhrasingContent, on: Reading, edits: readonly Edit[], starts: Starts): readonly TextInline[] {
  switch (node.type) {
    case 'text':
      return (starts.get(node) ?? []).flatMap(({ at, stretch }) => finished(stretch, at, edits, on));
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: node.children.flatMap((child) => inline(child, on, edits, starts)) }];
    case 'link': {
      const [from, to] = range(node);
      const span = on.place(from, to);
      const url = partsOf(node.url).flatMap((part): readonly (string | Slot)[] => {
        if ('text' in part) return [part.text];
        const slot = on.slots[part.slot];
        return slot ? [slot] : [];
      });
      const children = node.children.flatMap((child) => inline(child, on, edits, starts));
      if (typeof url[0] === 'string' && !isSafeUrl(url[0])) {
        on.diagnostics.push(
          error('text-unsupported', `“${url[0]}” is no address that a printed link can lead to.`, {
            span,
            hint: 'Links begin with https://, http://, mailto: or tel:.',
          }),
        );
        return children;
      }
      return [{ kind: 'link', url, span, children }];
    }
    default:
      refuse(node, on);
      return [];
  }
}

export const isSafeUrl = (url: string): boolean => /^(?:https?:\/\/|mailto:|tel:)/i.test(url);

/** A stretch with its edits made, cut where an edit changes lengths, so that each piece still advances with its source. */
function finished(stretch: Stretch, at: number, edits: readonly Edit[], on: Reading): readonly TextInline[] {
  if (stretch.slot) return [{ kind: 'slot', slot: stretch.slot }];
  const made: TextInline[] = [];
  const { text, from, literal } = stretch;
  const whole = on.place(from, from + stretch.length);
  const push = (value: string, start: number, end: number, exact: boolean) => {
    if (value === '') return;
    made.push({
      kind: 'text',
      text: value,
      span: literal ? on.place(from + start, from + end) : whole,
      literal: literal && exact,
    });
  };
  let pending = '';
  let since = 0;
  let done = 0;
  for (const edit of edits) {
    const local = edit.at - at;
    if (local < 0 || local + edit.remove > text.length) continue;
    pending += text.slice(done, local);
    if (edit.insert.length === edit.remove) pending += edit.insert;
    else {
      push(pending, since, local, true);
      push(edit.insert, local, local + edit.remove, false);
      pending = '';
      since = local + edit.remove;
    }
    done = local + edit.remove;
  }
  push(pending + text.slice(done), since, text.length, true);
  return made;
}
