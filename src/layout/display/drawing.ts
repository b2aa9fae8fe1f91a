import type { Group, Item } from '../../core/display.ts';
import type { Rect } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import type { ContentSlot } from '../../core/structure.ts';
import { viewMatrix } from '../pictures/svg/view-box.ts';
import type { VectorDrawing, VectorShape } from '../types.ts';

/** A drawing's items do not depend on the place it stands in: they are made once a process and shared by all documents. */
const made = new WeakMap<readonly VectorShape[], readonly Item[]>();

function itemsOf(shapes: readonly VectorShape[], key: string): readonly Item[] {
  const known = made.get(shapes);
  if (known) return known;
  const items = shapes.map((shape): Item => {
    switch (shape.kind) {
      case 'path': {
        const { path, type, fill, stroke } = shape;
        return {
          kind: 'path',
          content: null,
          path,
          ...(type !== undefined && { type }),
          ...(fill && { fill }),
          ...(stroke && { stroke }),
        };
      }
      case 'image': {
        const { image, x, y, width, height } = shape;
        return { kind: 'image', content: null, image, box: { x, y, width, height } };
      }
      default: {
        const { transform, clip, opacity, mask } = shape;
        return {
          kind: 'group',
          ...(transform && { transform }),
          ...(clip && { clip }),
          ...(opacity !== undefined && { opacity }),
          ...(mask && { mask: { by: mask.by, items: itemsOf(mask.shapes, key) } }),
          ...(shape.key !== undefined && { key: `${key}/${shape.key}` }),
          items: itemsOf(shape.shapes, key),
        };
      }
    }
  });
  made.set(shapes, items);
  return items;
}

/** A drawing fitted into a rectangle of the page. null: it draws nothing. */
export function drawingGroup(
  drawing: VectorDrawing,
  key: string,
  port: Rect,
  content: ContentSlot | null,
  source?: Span,
): Group | null {
  if (drawing.shapes.length === 0 || !(port.width > 0 && port.height > 0)) return null;
  const transform = viewMatrix(drawing.viewBox, port, drawing.preserveAspectRatio);
  return { kind: 'group', transform, key, content, ...(source && { source }), items: itemsOf(drawing.shapes, key) };
}
