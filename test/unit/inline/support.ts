import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BLACK, TRANSPARENT } from '../../../src/core/color.ts';
import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import { type FontFace, loadShaper, openFonts } from '../../../src/core/text/index.ts';
import { NO_FINE } from '../../../src/layout/css/properties/typesetting.ts';
import type { InlineContext } from '../../../src/layout/inline/index.ts';
import type {
  BlockBox,
  ComputedStyle,
  InlineBox,
  InlineItem,
  InlineRoot,
  LineFragment,
  LineItem,
} from '../../../src/layout/types.ts';

export const fontBytes = (path: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../../node_modules/@expo-google-fonts/${path}`, import.meta.url)));

await loadShaper();

const declared = [
  { family: 'Alegreya', weight: 400, style: 'normal', path: 'alegreya/400Regular/Alegreya_400Regular.ttf' },
  { family: 'Alegreya', weight: 700, style: 'normal', path: 'alegreya/700Bold/Alegreya_700Bold.ttf' },
  { family: 'Alegreya', weight: 400, style: 'italic', path: 'alegreya/400Regular_Italic/Alegreya_400Regular_Italic.ttf' },
  { family: 'Fira Sans', weight: 400, style: 'normal', path: 'fira-sans/400Regular/FiraSans_400Regular.ttf' },
  { family: 'Fira Sans', weight: 700, style: 'normal', path: 'fira-sans/700Bold/FiraSans_700Bold.ttf' },
] as const;

const opened = openFonts(declared.map(({ path, ...rest }) => ({ ...rest, bytes: fontBytes(path), file: path })));
if (!opened.value || opened.diagnostics.length > 0) throw new Error(JSON.stringify(opened.diagnostics));
export const book = opened.value;

export const face = (family: string, weight = 400, style: 'normal' | 'italic' = 'normal'): FontFace => {
  const [found] = book.match({ families: [family], weight, style });
  if (!found) throw new Error(`no face for ${family}`);
  return found;
};

const zero = { pt: 0, percent: 0 };
const auto = 'auto' as const;
const sides = <T>(value: T) => ({ top: value, right: value, bottom: value, left: value });
const noBorder = { width: 0, style: 'none' as const, color: BLACK };

/** CSS's initial values in a font that is there. px(16) on a line of 1.5. */
export const initialStyle: ComputedStyle = {
  display: 'inline',
  position: 'static',
  inset: sides(auto),
  zIndex: 'auto',
  overflow: 'visible',
  visibility: 'visible',
  boxSizing: 'content-box',
  width: auto,
  height: auto,
  minWidth: auto,
  minHeight: auto,
  maxWidth: 'none',
  maxHeight: 'none',
  aspectRatio: auto,
  margin: sides(zero),
  padding: sides(zero),
  border: sides(noBorder),
  borderRadius: { topLeft: zero, topRight: zero, bottomRight: zero, bottomLeft: zero },
  color: BLACK,
  backgroundColor: TRANSPARENT,
  backgrounds: [],
  opacity: 1,
  transform: [],
  transformOrigin: { x: { pt: 0, percent: 50 }, y: { pt: 0, percent: 50 } },
  flexDirection: 'row',
  flexWrap: 'nowrap',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: auto,
  justifyContent: 'flex-start',
  alignItems: 'stretch',
  alignSelf: auto,
  alignContent: 'stretch',
  order: 0,
  rowGap: zero,
  columnGap: zero,
  fontFamily: ['Alegreya'],
  fontSize: 12,
  fontWeight: 400,
  fontStyle: 'normal',
  fontFeatures: [],
  fontVariations: [],
  lineHeight: { kind: 'factor', factor: 1.5 },
  letterSpacing: 0,
  wordSpacing: 0,
  textAlign: 'start',
  textIndent: zero,
  textTransform: 'none',
  textDecoration: { underline: false, lineThrough: false, color: 'currentcolor' },
  textWrap: 'wrap',
  whiteSpace: 'normal',
  overflowWrap: 'normal',
  hyphens: 'manual',
  verticalAlign: 'baseline',
  direction: 'ltr',
  unicodeBidi: 'normal',
  listStyleType: 'disc',
  listStylePosition: 'outside',
  borderCollapse: 'separate',
  borderSpacing: { x: 0, y: 0 },
  tableLayout: auto,
  captionSide: 'top',
  objectFit: 'fill',
  objectPosition: { x: { pt: 0, percent: 50 }, y: { pt: 0, percent: 50 } },
  breakBefore: auto,
  breakAfter: auto,
  breakInside: auto,
  orphans: 2,
  widows: 2,
  fit: null,
  fitGroup: null,
  fine: NO_FINE,
  columns: null,
  spansColumns: false,
  custom: new Map(),
};

export const styled = (changes: Partial<ComputedStyle> = {}, base: ComputedStyle = initialStyle): ComputedStyle => ({
  ...base,
  ...changes,
});

/** Content of a root as tests write it: text, [style changes, …content], or items as they are. */
export type Content = string | readonly [Partial<ComputedStyle>, ...Content[]] | InlineItem;

export const source = { path: 'test.hbs', text: 'x'.repeat(5000) };

export function root(content: readonly Content[], changes: Partial<ComputedStyle> = {}, lang = 'da'): InlineRoot {
  const style = styled(changes);
  const items: InlineItem[] = [];
  let written = 0;
  const add = (list: readonly Content[], own: ComputedStyle): void => {
    for (const entry of list) {
      if (typeof entry === 'string') {
        const span = { source, start: written, end: written + entry.length };
        items.push({
          kind: 'text',
          text: entry,
          style: own,
          lang,
          content: { kind: 'slot' },
          origins: [{ at: 0, span, literal: true }],
        });
        written += entry.length;
      } else if ('kind' in entry) items.push(entry);
      else {
        const [change, ...rest] = entry;
        // As `dir` in HTML makes it.
        const inherited = styled({ ...pick(own), ...(change.direction && { unicodeBidi: 'isolate' }), ...change });
        const box: InlineBox = {
          kind: 'inline',
          style: inherited,
          element: null,
          node: null,
          lang,
        };
        items.push({ kind: 'open', box });
        add(rest, inherited);
        items.push({ kind: 'close', box });
      }
    }
  };
  add(content, style);
  return { kind: 'inline-root', style, element: null, node: null, lang, items };
}

/** The inherited properties that matter here. */
const pick = (s: ComputedStyle): Partial<ComputedStyle> => ({
  fontFamily: s.fontFamily,
  fontSize: s.fontSize,
  fontWeight: s.fontWeight,
  fontStyle: s.fontStyle,
  fontFeatures: s.fontFeatures,
  fontVariations: s.fontVariations,
  lineHeight: s.lineHeight,
  letterSpacing: s.letterSpacing,
  wordSpacing: s.wordSpacing,
  whiteSpace: s.whiteSpace,
  textWrap: s.textWrap,
  textTransform: s.textTransform,
  overflowWrap: s.overflowWrap,
  hyphens: s.hyphens,
  direction: s.direction,
  textAlign: s.textAlign,
  color: s.color,
});

/** An inline block of a fixed size without lines. */
export const block = (width: number, height: number, changes: Partial<ComputedStyle> = {}): BlockBox => ({
  kind: 'block',
  children: [],
  style: styled({ display: 'inline-block', width: { pt: width, percent: 0 }, height: { pt: height, percent: 0 }, ...changes }),
  element: null,
  node: null,
  lang: 'da',
});

export interface TestContext extends InlineContext {
  readonly diagnostics: Diagnostic[];
}

export function context(scale = 1): TestContext {
  const diagnostics: Diagnostic[] = [];
  const size = (box: { readonly style: ComputedStyle }, side: 'width' | 'height'): number => {
    const length = box.style[side];
    return typeof length === 'object' ? length.pt : 0;
  };
  return {
    scale,
    diagnostics,
    facesFor,
    report: (d) => diagnostics.push(d),
    layoutAtomic: (box) => ({
      box,
      x: 0,
      y: 0,
      width: size(box, 'width'),
      height: size(box, 'height'),
      padding: sides(0),
      border: sides(0),
      children: [],
    }),
    atomicSizes: (box) => ({ min: size(box, 'width'), max: size(box, 'width') }),
  };
}

const facesFor: InlineContext['facesFor'] = (style) =>
  book.match({ families: style.fontFamily, weight: style.fontWeight, style: style.fontStyle });

export type TextLineItem = Extract<LineItem, { kind: 'text' }>;

export const textsOf = (line: LineFragment): TextLineItem[] =>
  line.items.filter((item): item is TextLineItem => item.kind === 'text');

/** What a glyph range says: the text of its clusters. */
export function said(item: TextLineItem): string {
  const { run, from, to } = item;
  const starts = [...new Set([...run.clusters].sort((a, b) => a - b)), run.text.length];
  let text = '';
  const own = [...new Set(run.clusters.slice(from, to))].sort((a, b) => a - b);
  for (const cluster of own) text += run.text.slice(cluster, starts[starts.indexOf(cluster) + 1]);
  return text;
}

export const lineTexts = (lines: readonly LineFragment[]): string[] => lines.map((line) => textsOf(line).map(said).join(''));
