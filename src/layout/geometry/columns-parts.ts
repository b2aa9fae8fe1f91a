import { TRANSPARENT } from '../../core/color.ts';
import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, BorderSide, Box, ComputedStyle, LengthPercentage } from '../types.ts';

/** Used number, width and distance of columns (CSS Multi-column 1, 3.4), pt. */
export interface ColumnPlan {
  readonly count: number;
  readonly width: Pt;
  readonly gap: Pt;
}

/** Of a multi-column container's children: what flows through columns, and what spans them all. */
export type Segment =
  | { readonly kind: 'flow'; readonly flow: BlockBox; readonly rule: BlockBox | null }
  | { readonly kind: 'span'; readonly box: Box };

/** One object a container, so that layouts of its flows are found again. */
const known = new WeakMap<BlockBox, readonly Segment[]>();

export function segmentsOf(box: BlockBox): readonly Segment[] {
  const made = known.get(box);
  if (made) return made;
  const segments: Segment[] = [];
  const plain = plainStyle(box.style);
  const { rule } = box.style.columns ?? {};
  const ruleBox = rule && rule.width > 0 ? boxOf(box, { ...plain, border: { ...plain.border, left: rule } }, []) : null;
  let run: Box[] = [];
  const close = (): void => {
    if (run.length > 0) segments.push({ kind: 'flow', flow: boxOf(box, plain, run), rule: ruleBox });
    run = [];
  };
  for (const child of box.children) {
    if (child.kind === 'inline-root' || !child.style.spansColumns) run.push(child);
    else {
      close();
      segments.push({ kind: 'span', box: child });
    }
  }
  close();
  known.set(box, segments);
  return segments;
}

function boxOf(box: BlockBox, style: ComputedStyle, children: readonly Box[]): BlockBox {
  return { kind: 'block', style, element: null, node: null, lang: box.lang, children };
}

const ZERO: LengthPercentage = { pt: 0, percent: 0 };
const sides = <T>(value: T) => ({ top: value, right: value, bottom: value, left: value });

/** What an anonymous block in the container has: what is inherited, and nothing that shows. */
function plainStyle(style: ComputedStyle): ComputedStyle {
  const none: BorderSide = { width: 0, style: 'none', color: style.color };
  return {
    ...style,
    display: 'block',
    position: 'static',
    inset: sides('auto' as const),
    zIndex: 'auto',
    overflow: 'visible',
    width: 'auto',
    height: 'auto',
    minWidth: 'auto',
    minHeight: 'auto',
    maxWidth: 'none',
    maxHeight: 'none',
    aspectRatio: 'auto',
    margin: sides(ZERO),
    padding: sides(ZERO),
    border: sides(none),
    borderRadius: { topLeft: ZERO, topRight: ZERO, bottomRight: ZERO, bottomLeft: ZERO },
    backgroundColor: TRANSPARENT,
    backgrounds: [],
    opacity: 1,
    transform: [],
    breakBefore: 'auto',
    breakAfter: 'auto',
    breakInside: 'auto',
    fit: null,
    fitGroup: null,
    columns: null,
    spansColumns: false,
  };
}
