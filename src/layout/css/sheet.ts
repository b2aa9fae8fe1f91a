import type { DiagnosticCode } from '../../core/codes/index.ts';
import type { Severity } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { type Complain, type Declarations, readDeclarations, type TextPlace } from './declarations.ts';
import { type FontFaceRule, readFontFace } from './font-face.ts';
import { compileMedia, type MediaTest } from './media.ts';
import { didYouMean } from './nearest.ts';
import { filtered, type PageRule, readPageRule } from './page-rule.ts';
import { parseCss } from './parse.ts';
import { page } from './properties/index.ts';
import { compileList, type Selector } from './selectors/compile.ts';
import type { Node } from './values/cursor.ts';

/** A complaint about offsets of the sheet's text. */
export interface Complaint {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;
}

export interface StyleRule {
  readonly selector: Selector;
  readonly declarations: Declarations;
  /** All must hold. */
  readonly media: readonly MediaTest[];
}

/** One stylesheet, read once: selectors compiled, values parsed. */
export interface Sheet {
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
  readonly fontFaces: readonly FontFaceRule[];
  readonly complaints: readonly Complaint[];
  /** Text place of a declaration; undefined where the sheet stands in an HTML attribute or element. */
  readonly spanOf: (start: number, end: number) => Span | undefined;
}

const LOOK = 'Look for a brace, colon or semicolon that is missing here or just before.';

const UNSUPPORTED_RULES: ReadonlyMap<string, string> = new Map([
  ['supports', 'What is supported is in the table of the subset.'],
  ['layer', 'Order the stylesheets in template.yaml.'],
  ['container', 'Use @media.'],
  ['keyframes', 'Paper does not move.'],
  ['namespace', ''],
  ['counter-style', 'Use a string as list-style-type.'],
  ['property', 'Set the property on :root.'],
  ['font-feature-values', 'Use font-feature-settings.'],
  ['scope', 'Use a class.'],
  ['starting-style', 'Paper does not move.'],
  ['position-try', ''],
  ['view-transition', ''],
]);

export function readSheet(text: string, spanOf: Sheet['spanOf']): Sheet {
  const complaints: Complaint[] = [];
  const complain: Complain = (severity, code, message, start, end, hint) => {
    complaints.push({ severity, code, message, start, end, hint });
  };
  const place: TextPlace = { text, complain, spanOf };
  const rules: StyleRule[] = [];
  const pages: PageRule[] = [];
  const fontFaces: FontFaceRule[] = [];
  const errors: { message: string; offset: number; used: boolean }[] = [];

  const sheet = parseCss(text, 'stylesheet', (fault) => errors.push({ ...fault, used: false }));
  if (sheet.type === 'StyleSheet') readAll(sheet.children, []);
  for (const { message, offset, used } of errors)
    if (!used)
      complain(
        'error',
        'css-syntax',
        `The stylesheet cannot be read here: ${message}.`,
        offset,
        Math.min(text.length, offset + 1),
        LOOK,
      );
  const open = unclosedComment(text);
  if (open !== -1)
    complain(
      'error',
      'css-syntax',
      'This comment is never closed.',
      open,
      Math.min(text.length, open + 2),
      'Write */ where it ends.',
    );
  complaints.sort((a, b) => a.start - b.start || a.end - b.end);
  return { rules, pages, fontFaces, complaints, spanOf };

  function raw(node: Node): void {
    const start = node.loc?.start.offset ?? 0;
    const [line = ''] = text.slice(start, node.loc?.end.offset ?? start).split('\n');
    const end = start + line.replace(/[\s;]+$/, '').length;
    const error = errors.find((one) => one.offset >= start && one.offset <= (node.loc?.end.offset ?? start));
    for (const one of errors) if (one.offset >= start && one.offset <= (node.loc?.end.offset ?? start)) one.used = true;
    // `;;` is an empty declaration.
    if (end <= start) return;
    const message = error ? `This cannot be read: ${error.message.toLowerCase()}.` : 'This cannot be read.';
    complain('error', 'css-syntax', message, start, end, LOOK);
  }

  function readAll(nodes: readonly Node[], media: readonly MediaTest[]): void {
    for (const node of nodes) {
      if (node.type === 'Rule') readRule(node, media);
      else if (node.type === 'Atrule') readAtRule(node, media);
      else if (node.type === 'Raw' && node.value.trim() !== '') raw(node);
    }
  }

  function refuseNested(start: number, end: number): void {
    const hint = 'Write the rule after this one, with its whole selector.';
    complain('warning', 'css-unsupported', 'Nested rules are not supported.', start, end, hint);
  }

  /** A rule in a rule that the parser took for a declaration. */
  function nested(node: Node & { type: 'Raw' }): void {
    const start = node.loc?.start.offset ?? 0;
    for (const one of errors) if (inside(one.offset, node)) one.used = true;
    refuseNested(start, start + node.value.slice(0, node.value.indexOf('{')).trimEnd().length);
  }

  /** Complains of what a block may not hold, and of a block without an end. */
  function checkBlock(block: Node & { type: 'Block' }, allowed: (node: Node) => boolean): void {
    for (const child of block.children) {
      if (child.type === 'Raw') {
        if (/^[^;{}]*\{/.test(child.value)) nested(child);
        else if (child.value.trim() !== '') raw(child);
      } else if (child.type === 'Declaration') {
        if (child.value.type === 'Raw') for (const one of errors) if (inside(one.offset, child)) one.used = true;
      } else if (!allowed(child)) {
        const start = child.loc?.start.offset ?? 0;
        const head = child.type === 'Rule' ? child.prelude : child;
        refuseNested(start, head.loc?.end.offset ?? start);
      }
    }
    const end = block.loc?.end.offset ?? 0;
    if (text[end - 1] !== '}') {
      const start = block.loc?.start.offset ?? 0;
      complain('error', 'css-syntax', 'This block is never closed.', start, start + 1, 'Write } where it ends.');
    }
  }

  function inside(offset: number, node: Node): boolean {
    return offset >= (node.loc?.start.offset ?? 0) && offset <= (node.loc?.end.offset ?? 0);
  }

  function readRule(node: Node & { type: 'Rule' }, media: readonly MediaTest[]): void {
    checkBlock(node.block, () => false);
    const declarations = elementDeclarations(node.block.children, place);
    if (node.prelude.type === 'Raw') {
      raw(node.prelude);
      return;
    }
    const selectors = compileList(node.prelude, complain);
    for (const selector of selectors ?? []) rules.push({ selector, declarations, media });
  }

  function readAtRule(node: Node & { type: 'Atrule' }, media: readonly MediaTest[]): void {
    const name = node.name.toLowerCase();
    const start = node.loc?.start.offset ?? 0;
    const nameEnd = start + 1 + node.name.length;
    const preludeEnd = node.prelude?.loc?.end.offset ?? nameEnd;
    switch (name) {
      case 'media': {
        const query = node.prelude?.type === 'AtrulePrelude' ? node.prelude.children[0] : undefined;
        if (!query || !node.block) {
          if (node.prelude?.type === 'Raw') raw(node.prelude);
          else complain('error', 'css-syntax', '@media has no condition or no block.', start, nameEnd);
          return;
        }
        // What css-tree tried in vain before it found another reading.
        for (const one of errors) if (inside(one.offset, node.prelude ?? query)) one.used = true;
        const test = compileMedia(query, complain);
        checkBlock(node.block, () => true);
        readAll(
          node.block.children.filter((child) => child.type !== 'Raw'),
          [...media, test ?? never],
        );
        return;
      }
      case 'font-face': {
        if (!node.block) return;
        checkBlock(node.block, () => false);
        const face = readFontFace(node.block.children, place, start, nameEnd);
        if (face) fontFaces.push(face);
        return;
      }
      case 'page': {
        if (!node.block) return;
        checkBlock(node.block, (child) => child.type === 'Atrule');
        for (const child of node.block.children) if (child.type === 'Atrule' && child.block) checkBlock(child.block, () => false);
        const rule = readPageRule(node, place, media);
        if (rule) pages.push(rule);
        return;
      }
      case 'import':
        complain(
          'error',
          'css-import',
          '@import is not supported.',
          start,
          preludeEnd,
          'Name the stylesheet in template.yaml, under `styles`.',
        );
        return;
      case 'charset':
        return;
      default: {
        const known = UNSUPPORTED_RULES.get(name.replace(/^-\w+-/, ''));
        const hint = known ?? didYouMean(name, ['media', 'page', 'font-face', 'import', 'charset']);
        if (known !== undefined)
          complain('warning', 'css-unsupported', `@${node.name} is not supported.`, start, nameEnd, hint || undefined);
        else complain('error', 'css-syntax', `There is no rule @${node.name}.`, start, nameEnd, hint);
        for (const one of errors) if (inside(one.offset, node)) one.used = true;
      }
    }
  }
}

/** Declarations of an element: what belongs on @page is left out. */
export const elementDeclarations = (nodes: readonly Node[], place: TextPlace): Declarations =>
  filtered(readDeclarations(nodes, place), place, (one) =>
    page.PAGE_ONLY.has(one) ? `“${one.name}” belongs on @page.` : undefined,
  );

const never: MediaTest = () => false;

/** Offset of a comment without an end, or -1. */
function unclosedComment(text: string): number {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const ch = text[i];
    if (ch === '\\') i++;
    else if (quote) {
      if (ch === quote || ch === '\n') quote = '';
    } else if (ch === '"' || ch === "'") quote = ch;
    else if (ch === '/' && text[i + 1] === '*') {
      const end = text.indexOf('*/', i + 2);
      if (end === -1) return i;
      i = end + 1;
    }
  }
  return -1;
}
