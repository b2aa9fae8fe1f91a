import type { Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { textOf } from '../dom/walk.ts';
import type { ElementNode, PageStyle } from '../types.ts';
import { adopt, baseOf, type Problem, type Styled, styledOf } from './compute.ts';
import type { Declarations } from './declarations.ts';
import { assemble, type FullStyle } from './full-style.ts';
import type { MediaEnvironment } from './media.ts';
import { box, text } from './properties/index.ts';
import { constant } from './properties/registry.ts';
import type { ElementDeclarations, Rules } from './rules.ts';
import { childSubjects, rootSubject, type Subject } from './selectors/subject.ts';
import type { Sheet } from './sheet.ts';
import { type Styles, toDiagnostic } from './styles.ts';
import { familiesOf } from './survey.ts';

export interface Media extends MediaEnvironment {
  /** BCP 47: of the document, where <html> has no lang. */
  readonly lang: string;
}

/** The computed styles of one document. */
export interface StyleTree {
  styleOf(element: ElementNode): FullStyle;
  /** null: it has none. */
  before(element: ElementNode): FullStyle | null;
  after(element: ElementNode): FullStyle | null;
  /** Of a list item's marker: the item's own where no rule speaks of it. */
  marker(element: ElementNode): FullStyle;
  /** @param index from 0 */
  pageStyle(index: number, pageCount: number | null): PageStyle;
  readonly lang: string;
  /** What this document's values came to; grows while pages are styled. Those of the stylesheets are in `Styles`. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Entry {
  readonly styled: Styled;
  readonly before: FullStyle | null;
  readonly after: FullStyle | null;
  readonly marker: FullStyle | null;
}

export function styleTree(root: ElementNode, styles: Styles, media: Media): StyleTree {
  const diagnostics: Diagnostic[] = [];
  const told = new Set<string>();
  const sheets = embedded(root, styles, diagnostics);
  const { rules, pages } = styles.medium(media, sheets);
  const entries = new Map<ElementNode, Entry>();

  const tell = (problem: Problem, element: ElementNode | null): void => {
    // A <style> element's rules have no place of their own; then the element that they bite stands for them.
    const own = problem.spanOf ? (problem.spanOf(problem.start, problem.end) ?? element?.source) : undefined;
    const whole = own ?? (element && !problem.spanOf ? attributePlace(element, problem) : undefined);
    const span = whole && problem.words ? wordsIn(whole, problem.words) : whole;
    const key = `${problem.code} ${problem.message} ${span?.source.path} ${span?.start}`;
    if (told.has(key)) return;
    told.add(key);
    const severe = problem.code === 'css-value' || problem.code === 'css-variable';
    diagnostics.push((severe ? error : warning)(problem.code, problem.message, { span, hint: problem.hint }));
  };

  const visit = (subject: Subject, parent: Styled | null): void => {
    const { element } = subject;
    const styled = rules.styleOf(subject, ownDeclarations(element, styles, diagnostics), parent);
    for (const problem of styled.problems) tell(problem, element);
    const pseudo = (name: 'before' | 'after' | 'marker'): FullStyle | null => pseudoStyle(rules, subject, styled, name, tell);
    entries.set(element, {
      styled,
      before: pseudo('before'),
      after: pseudo('after'),
      marker: styled.style.display === 'list-item' ? pseudo('marker') : null,
    });
    // The shapes of a drawing are styled by their own attributes; what is not shown needs no style.
    if (element.tag === 'svg' || styled.style.display === 'none') return;
    for (const child of childSubjects(subject)) visit(child, styled);
  };
  visit(rootSubject(root), null);

  const entryOf = (element: ElementNode): Entry => {
    const known = entries.get(element);
    if (known) return known;
    // Inside what is not shown or drawn: the style of what is around it.
    const above = element.parent && entryOf(element.parent);
    if (!above) throw new Error(`<${element.tag}> is not in the tree that was styled`);
    return { styled: above.styled, before: null, after: null, marker: null };
  };
  const rootStyled = entryOf(root).styled;

  return {
    styleOf: (element) => entryOf(element).styled.style,
    before: (element) => entryOf(element).before,
    after: (element) => entryOf(element).after,
    marker: (element) => {
      const { marker, styled } = entryOf(element);
      return marker ?? anonymousStyle(styled.style, 'inline');
    },
    pageStyle: (index) => {
      const { style, problems } = pages.styleOf(index, rootStyled);
      for (const problem of problems) tell(problem, null);
      return style;
    },
    lang: root.attributes.get('lang')?.value ?? media.lang,
    diagnostics,
  };
}

function wordsIn(whole: Span, words: string): Span {
  const at = whole.source.text.slice(whole.start, whole.end).indexOf(words);
  return at === -1 ? whole : { source: whole.source, start: whole.start + at, end: whole.start + at + words.length };
}

/** The `<style>` elements, with complaints at their place in the template. */
function embedded(root: ElementNode, styles: Styles, diagnostics: Diagnostic[]): readonly Sheet[] {
  const sheets: Sheet[] = [];
  const visit = (element: ElementNode): void => {
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      if (child.tag !== 'style') {
        if (child.tag !== 'svg') visit(child);
        continue;
      }
      const sheet = styles.embedded(textOf(child));
      sheets.push(sheet);
      for (const complaint of sheet.complaints) diagnostics.push(toDiagnostic(complaint, placeIn(child, complaint)));
      for (const family of familiesOf(sheet, textOf(child), styles.fontFaces))
        diagnostics.push(family.diagnostic(placeIn(child, family)));
      for (const face of sheet.fontFaces)
        diagnostics.push(
          warning('css-unsupported', `@font-face for “${face.family}” stands in a <style> element.`, {
            span: child.source,
            hint: 'Declare fonts in a stylesheet of the set: they are opened once, for all libraries.',
          }),
        );
    }
  };
  visit(root);
  return sheets;
}

/** Where a piece of an element's text stands in the template. */
function placeIn(element: ElementNode, { start, end }: { start: number; end: number }): Span | undefined {
  const [node] = element.children;
  if (node?.kind !== 'text') return element.source;
  const origin = node.origins.findLast((one) => one.at <= start);
  if (!origin) return element.source;
  if (!origin.literal) return origin.span;
  const from = origin.span.start + start - origin.at;
  return { source: origin.span.source, start: from, end: from + end - start };
}

function pseudoStyle(
  rules: Rules,
  subject: Subject,
  host: Styled,
  name: 'before' | 'after' | 'marker',
  tell: (problem: Problem, element: ElementNode | null) => void,
): FullStyle | null {
  const styled = rules.pseudoOf(subject, name, host);
  if (!styled) return null;
  for (const problem of styled.problems) tell(problem, subject.element);
  const { content, display } = styled.style;
  if (display === 'none' || content === 'none') return null;
  return content === 'normal' && name !== 'marker' ? null : styled.style;
}

const NOTHING: ElementDeclarations = Object.freeze({ hint: undefined, attribute: undefined });

function ownDeclarations(element: ElementNode, styles: Styles, diagnostics: Diagnostic[]): ElementDeclarations {
  const attribute = element.attributes.get('style');
  const hint = element.tag === 'img' ? imageHint(element) : undefined;
  if (!attribute) return hint ? { hint, attribute: undefined } : NOTHING;
  const inline = styles.inline(attribute.value);
  for (const family of inline.families) diagnostics.push(family.diagnostic(attributePlace(element, family)));
  for (const complaint of inline.complaints) diagnostics.push(toDiagnostic(complaint, attributePlace(element, complaint)));
  return { hint, attribute: inline.declarations };
}

/**
 * A place in a style attribute. Its value may hold text of the campaign: only one that stands whole in the template has places inside. What a
 * stylesheet inside the template says has the element's.
 */
function attributePlace(element: ElementNode, { start, end }: { start: number; end: number }): Span | undefined {
  const attribute = element.attributes.get('style');
  const source = attribute?.source;
  if (!attribute || !source) return element.source;
  const exact = source.end - source.start === attribute.value.length && end <= attribute.value.length;
  return exact ? { ...source, start: source.start + start, end: source.start + end } : source;
}

const hints = new Map<string, Declarations>();

/** width="200" height="100" of an <img>, in px. Kept by text: there are few. */
function imageHint(element: ElementNode): Declarations | undefined {
  const [width, height] = ['width', 'height'].map((name) => {
    const value = element.attributes.get(name)?.value ?? '';
    return /^\d{1,5}$/.test(value) ? value : '';
  });
  if (!width && !height) return undefined;
  const key = `${width} ${height}`;
  let made = hints.get(key);
  if (!made) {
    const declare = (property: typeof box.width, value: string | undefined): Declarations['declared'] =>
      value ? [{ property, value: constant({ pt: Number(value) * 0.75, percent: 0 }), important: false, start: 0, end: 0 }] : [];
    made = { declared: [...declare(box.width, width), ...declare(box.height, height)], custom: [] };
    hints.set(key, made);
  }
  return made;
}

const anonymous = new WeakMap<FullStyle, Map<FullStyle['display'], FullStyle>>();

/** Style of a box that no element stands for: inherited properties from around it, initial others. The same object for the same question. */
export function anonymousStyle(around: FullStyle, display: FullStyle['display']): FullStyle {
  let known = anonymous.get(around);
  if (!known) {
    known = new Map();
    anonymous.set(around, known);
  }
  let style = known.get(display);
  if (!style) {
    const styled = styledOf(around);
    if (!styled) throw new Error('a style that the cascade did not make');
    const values = baseOf(styled).slice();
    values[box.display.index] = display;
    // An override of a block is one of the lines in it, and so is `plaintext` (CSS Writing Modes 4, 2.4.3).
    if (around.unicodeBidi.endsWith('override') || around.unicodeBidi === 'plaintext')
      values[text.unicodeBidi.index] = around.unicodeBidi;
    style = assemble(values, styled.custom, styled.decoration, false);
    adopt(style, around);
    known.set(display, style);
  }
  return style;
}

const changed = new WeakMap<FullStyle, Map<string, FullStyle>>();

/** The same style with another display: flex items are blockified. */
export function withDisplay(style: FullStyle, display: FullStyle['display']): FullStyle {
  if (style.display === display) return style;
  let known = changed.get(style);
  if (!known) {
    known = new Map();
    changed.set(style, known);
  }
  let other = known.get(display);
  if (!other) {
    other = Object.freeze({ ...style, display });
    adopt(other, style);
    known.set(display, other);
  }
  return other;
}
