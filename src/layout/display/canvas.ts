import type { PageBoxes } from '../../core/page-boxes.ts';
import type { BackgroundLayer, ComputedStyle, Fragment } from '../types.ts';
import { paintBackground } from './background.ts';
import type { Sink } from './sink.ts';
import type { PageState } from './state.ts';

const isPlain = (style: ComputedStyle): boolean => style.backgroundColor.a === 0 && style.backgrounds.length === 0;

/** The root, or where it has no background the body (css-backgrounds-3, 2.11.2). */
function ownerOf(root: Fragment): Fragment {
  if (!isPlain(root.box.style)) return root;
  return root.children.find((f) => f.box.element?.tag === 'body') ?? root;
}

/** Sized by the page: it goes on to where the paper is cut off. */
const fillsPage = ({ size, image }: BackgroundLayer): boolean =>
  size === 'cover' || size === 'contain' || (size === 'auto' && image.kind === 'linear-gradient');

/**
 * The root's background covers the page with its bleed. What is sized by the page is sized by the bleed box, so that no edge shows where the cut is
 * a little off; what has a size of its own is placed on the trimmed page and repeated from there, so that bleed moves nothing.
 */
export function paintCanvas(state: PageState, sink: Sink, root: Fragment, boxes: PageBoxes): void {
  const owner = ownerOf(root);
  const { style } = owner.box;
  state.canvasOwner = owner.box;
  if (isPlain(style) || style.visibility === 'hidden') return;
  const shape = { rect: boxes.bleed, radii: null };
  const positioned = (layer: BackgroundLayer) => (fillsPage(layer) ? boxes.bleed : boxes.trim);
  paintBackground(state, sink, style, { painted: shape, images: shape, positioned, clip: null, box: owner.box });
}
