import type { Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import type { FullStyle } from '../css/index.ts';
import { attribute, textOf } from '../dom/index.ts';
import { isMark } from '../pictures/index.ts';
import type { PictureSource } from '../pictures/types.ts';
import type { ElementNode, MarkVersions, Picture, ReplacedBox } from '../types.ts';
import { langExtra, type Scope } from './flow.ts';
import { addNode, addSlot } from './structure.ts';

export const isReplaced = (element: ElementNode): boolean =>
  element.tag === 'img' || element.tag === 'svg' || element.tag === 'qr-code';

/**
 * A picture as a box. With an alt text it is a Figure in the structure, with an empty one, or `role="presentation"`, decoration; without any it is
 * reported.
 * @param scope of the element itself; `scope.node` is what the figure belongs into
 */
export function replacedBox(
  element: ElementNode,
  style: FullStyle,
  scope: Scope,
  pictures: PictureSource,
  report: (d: Diagnostic) => void,
): ReplacedBox {
  const picture = pictureOf(element, style, pictures, report);
  const alt = scope.artifact ? '' : altOf(element, report);
  const node = alt
    ? addNode(scope.node, 'Figure', { alt, ...langExtra(scope), ...(element.source && { source: element.source }) })
    : null;
  return {
    kind: 'replaced',
    style,
    element,
    node,
    lang: scope.lang,
    picture,
    ...(isMark(element, pictures.logos) && { mark: markOf(element, style, pictures) }),
    content: node && addSlot(node),
    ...(element.source && { source: element.source }),
  };
}

/** Attributes that say nothing (`mono=""`) are versions that there are not. */
function markOf(element: ElementNode, style: FullStyle, pictures: PictureSource): MarkVersions {
  const version = (name: 'mono' | 'reverse'): Picture | null => {
    const from = element.attributes.get(name);
    const picture = from && from.value.trim() !== '' ? pictures.get(from.value, from.source, style) : null;
    return picture?.body.kind === 'missing' ? null : picture;
  };
  const [mono, reverse] = [version('mono'), version('reverse')];
  const min = Number(attribute(element, 'min') ?? pictures.logos?.get(attribute(element, 'src') ?? '') ?? 0);
  return { ...(mono && { mono }), ...(reverse && { reverse }), min: Number.isFinite(min) ? min : 0 };
}

const MISSING: Picture = { key: 'missing', width: null, height: null, ratio: null, body: { kind: 'missing' } };

function pictureOf(element: ElementNode, style: FullStyle, pictures: PictureSource, report: (d: Diagnostic) => void): Picture {
  if (element.tag === 'svg') return pictures.drawing(element, style);
  const name = element.tag === 'img' ? 'src' : 'value';
  const from = element.attributes.get(name);
  if (!from || from.value.trim() === '') {
    const hint = element.tag === 'img' ? 'Write src="images/name.svg".' : 'Write value="https://…".';
    report(error('picture-no-source', `<${element.tag}> has no ${name}.`, { span: from?.source ?? element.source, hint }));
    return MISSING;
  }
  return element.tag === 'img' ? pictures.get(from.value, from.source, style) : pictures.qr(from.value, from.source);
}

/** '' for decoration. */
function altOf(element: ElementNode, report: (d: Diagnostic) => void): string {
  const role = attribute(element, 'role');
  if (role === 'presentation' || role === 'none' || attribute(element, 'aria-hidden') === 'true') return '';
  const alt = (attribute(element, 'alt') ?? attribute(element, 'aria-label'))?.trim();
  if (alt !== undefined) return alt;
  if (element.tag === 'qr-code') return attribute(element, 'value') ?? '';
  const hint = 'Say what it shows in alt, or write alt="" if it is decoration.';
  if (element.tag === 'img') {
    report(error('missing-alt', 'This picture has no alt text.', { span: element.source, hint }));
    return '';
  }
  const title = element.children.find((child) => child.kind === 'element' && child.tag === 'title');
  if (title) return textOf(title).trim();
  report(
    warning('missing-alt', 'This drawing has no text alternative; it is taken for decoration.', {
      span: element.source,
      hint: 'Say what it shows in aria-label or <title>, or write aria-hidden="true" if it is decoration.',
    }),
  );
  return '';
}
