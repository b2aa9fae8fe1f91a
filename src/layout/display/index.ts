import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Document, Field, Item, Page } from '../../core/display.ts';
import type { Size } from '../../core/geometry.ts';
import { pageBoxes } from '../../core/page-boxes.ts';
import type { Profile } from '../../core/profile.ts';
import type { StructureNode } from '../../core/structure.ts';
import type { FaceList } from '../../core/text/types.ts';
import type { PictureSource } from '../pictures/types.ts';
import type { BlockBox, ComputedStyle, ElementNode, Fragment, PageStyle } from '../types.ts';
import { paintCanvas } from './canvas.ts';
import { fieldTaker } from './fields.ts';
import { paintContext } from './paint.ts';
import { openSink } from './sink.ts';
import { type Heading, type MarkUse, type PageState, type Place, UNDECORATED } from './state.ts';

/** One page as geometry leaves it: fragments in the page's own coordinates. */
export interface PageToDisplay {
  readonly fragment: Fragment;
  readonly style: PageStyle;
  readonly marginBoxes: readonly Fragment[];
}

export interface DisplayInput {
  readonly title: string;
  /** BCP 47 */
  readonly lang: string;
  /** Of every page, trimmed. */
  readonly size: Size;
  /** What it says of bleed and marks goes before the stylesheets. */
  readonly profile?: Pick<Profile, 'bleed' | 'marks'>;
  readonly pages: readonly PageToDisplay[];
  readonly structure: StructureNode;
  readonly pictures: PictureSource;
  readonly report: (d: Diagnostic) => void;
  /** What fields are typed in. */
  readonly facesFor?: (style: ComputedStyle) => FaceList;
  /** Takes the logos, in the order of painting. */
  readonly marks?: MarkUse[];
}

/** From fragments to display lists: painting order, backgrounds, borders, text, pictures, links, outline. Geometry is decided before, colours after. */
export function displayPages(input: DisplayInput): Document {
  const { title, lang, structure } = input;
  const headings: Heading[] = [];
  const order = readingOrder(structure);
  const treeOrder = documentOrder(input.pages[0]?.fragment.box.element ?? null);
  const take = fieldTaker(input);
  const pages = input.pages.map((page, index) => displayPage(input, page, index, headings, order, treeOrder, take));
  const outline = headings.toSorted((a, b) => order(a.node) - order(b.node)).map((h) => h.entry);
  return { title, lang, pages, structure, outline };
}

/** Place of a node in the structure tree. Painting order is another; readers go by this one. */
function readingOrder(root: StructureNode): (node: StructureNode) => number {
  let order: Map<StructureNode, number> | null = null;
  const visit = (node: StructureNode, known: Map<StructureNode, number>) => {
    known.set(node, known.size);
    for (const child of node.children) if (child.kind === 'node') visit(child, known);
    return known;
  };
  return (node) => {
    order ??= visit(root, new Map());
    return order.get(node) ?? order.size;
  };
}

/** The same of elements, counted when it is first asked for. */
function documentOrder(root: ElementNode | null): (element: ElementNode) => number {
  let order: Map<ElementNode, number> | null = null;
  const visit = (element: ElementNode, known: Map<ElementNode, number>) => {
    known.set(element, known.size);
    for (const child of element.children) if (child.kind === 'element') visit(child, known);
    return known;
  };
  return (element) => {
    if (!root) return 0;
    order ??= visit(root, new Map());
    return order.get(element) ?? order.size;
  };
}

function placeOf(fragment: Fragment, repeated: boolean): Place {
  const { x, y } = fragment;
  return { fragment, x, y, clip: null, matrix: null, visible: null, repeated, decoration: UNDECORATED };
}

function displayPage(
  input: DisplayInput,
  page: PageToDisplay,
  index: number,
  headings: Heading[],
  order: (node: StructureNode) => number,
  treeOrder: (element: ElementNode) => number,
  take: (place: Place, box: BlockBox) => Field | null,
): Page {
  const { style, fragment, marginBoxes } = page;
  const { pictures, report, size, profile } = input;
  const pageMarks = profile?.marks ?? style.marks;
  const boxes = pageBoxes(size, profile?.bleed ?? style.bleed, style.safe, pageMarks);
  const fields: Field[] = [];
  const state: PageState = {
    index,
    pictures,
    report,
    canvasOwner: null,
    marks: input.marks ?? [],
    links: [],
    fields,
    note(place, box) {
      const field = take(place, box);
      if (field) fields.push(field);
    },
    headings,
    treeOrder,
  };
  const sink = openSink();
  paintCanvas(state, sink, fragment, boxes);
  paintContext(state, sink, placeOf(fragment, fragment.repeated === true));
  // Decoration, whatever they say: page numbers and running heads are not the text.
  for (const box of marginBoxes) paintContext(state, sink, placeOf(box, true));
  const links = state.links.toSorted((a, b) => order(a.node) - order(b.node));
  const items: readonly Item[] = [...sink.finish(), ...links];
  const inOrder = fields.toSorted((a, b) => order(a.node) - order(b.node));
  return {
    boxes,
    marks: { crop: pageMarks.crop, cross: pageMarks.cross },
    items,
    ...(inOrder.length > 0 && { fields: inOrder }),
  };
}
