import { error } from '../../core/diagnostics.ts';
import type { Pt, Size } from '../../core/geometry.ts';
import type { BlockBox, Box, Fragment, LayoutServices, PageStyle } from '../types.ts';
import { type Containing, layoutAbsolute, placeAbsolutes } from './absolute.ts';
import { breakBefore, type Forced, forcedOf, hasForcedBreak, type Outcome, PERFECT, type Room, type Token } from './breaks.ts';
import { type Ctx, type FitCaps, openContext } from './context.ts';
import { firstPlace } from './first-place.ts';
import { unevenGroups } from './fit-groups.ts';
import type { InlinePort } from './inline-port.ts';
import { marginsOf } from './lengths.ts';
import { layoutMarginBoxes } from './margin-boxes.ts';
import { reportOverflow } from './overflow.ts';
import { type Pending, placed, type Space } from './space.ts';
import { crossPosition } from './used-size.ts';

export interface Pages {
  /** Of every page; trimmed. */
  readonly size: Size;
  /** What `@page` says of the page with this index, from 0. */
  styleOf(index: number): PageStyle;
}

/** One page laid out. Coordinates: origin at the trim box's top left. */
export interface LaidPage {
  /** The root's part on this page. */
  readonly fragment: Fragment;
  readonly style: PageStyle;
  /** In the order of css-page-3, 5.1, clockwise from the top left corner. */
  readonly marginBoxes: readonly Fragment[];
}

/** More pages than any piece has: a guard. */
const MOST_PAGES = 2000;

/** Breaks a document into pages. Every complaint of geometry goes to `services.report`. */
export function layoutPages(
  box: BlockBox,
  pages: Pages,
  services: LayoutServices,
  port: InlinePort,
): { readonly pages: readonly LaidPage[] } {
  const { laid, tall } = settle(box, pages, services, port);
  for (const b of tall) {
    services.report(
      error('box-taller-than-page', `${nameOf(b)} is taller than a page and cannot be broken over pages.`, {
        span: b.source,
        hint: 'Make it lower, or use block layout for what may go on on the next page.',
      }),
    );
  }
  reportOverflow(laid, pages.size, services);
  return { pages: laid };
}

/** How often the sizes of groups are made smaller; they are never made larger, so that pages settle. */
const MOST_ROUNDS = 6;

interface Settled {
  readonly laid: readonly LaidPage[];
  readonly tall: ReadonlySet<Box>;
}

/** All pages; once more with smaller type where fitted texts of one group came out in several sizes. */
function settle(box: BlockBox, pages: Pages, services: LayoutServices, port: InlinePort): Settled {
  let caps: FitCaps = new Map();
  for (let round = 1; ; round++) {
    const settled = layOnce(box, pages, openContext(services, port, caps));
    const smaller = unevenGroups(settled.laid.map(({ fragment }) => fragment));
    if (smaller.size === 0 || round === MOST_ROUNDS) return settled;
    caps = new Map([...caps, ...smaller]);
  }
}

function layOnce(box: BlockBox, pages: Pages, ctx: Ctx): Settled {
  const tall = new Set<Box>();
  const drafts = breakPages(box, pages, ctx, tall);
  const fixed = drafts.flatMap((d) => d.fixed);
  const laid = drafts.map(({ draft, style, area }, index): LaidPage => {
    const fragment = fixed.length === 0 ? draft : withFixed(draft, fixed, area, index, ctx);
    return {
      fragment,
      style,
      marginBoxes: layoutMarginBoxes(style, pages.size, { index, count: drafts.length, lang: box.lang }, ctx),
    };
  });
  return { laid, tall };
}

export const nameOf = (b: Box): string => (b.element ? `<${b.element.tag}>` : 'A box');

interface Draft {
  readonly draft: Fragment;
  readonly style: PageStyle;
  /** The page area, relative to the root fragment. */
  readonly area: Containing;
  readonly fixed: readonly Pending[];
}

function breakPages(box: BlockBox, pages: Pages, ctx: Ctx, tall: Set<Box>): Draft[] {
  const drafts: Draft[] = [];
  let token: Token | null = null;
  let forced: Forced | null = sided(breakBefore(box));
  for (let index = 0; index < MOST_PAGES; index++) {
    const style = pages.styleOf(index);
    const { margin } = style;
    const width = Math.max(0, pages.size.width - margin.left - margin.right);
    const height = Math.max(0, pages.size.height - margin.top - margin.bottom);
    const space: Space = {
      width,
      height,
      fixedWidth: null,
      fixedHeight: null,
      shrink: false,
      independent: true,
      indefinite: false,
    };
    const margins = marginsOf(box.style, width);
    const top = token ? 0 : margins.top;
    // A page on the wrong side stays blank.
    const blank = (forced === 'left' || forced === 'right') && forced !== sideOf(index, box);
    const outcome: Extract<Outcome, { kind: 'part' }> = blank
      ? { kind: 'part', result: { ...EMPTY, fragment: blankFragment(box, width) }, token }
      : fillPage(box, space, token, forced, { left: height - top, page: height, tall }, ctx);
    const { fragment } = outcome.result;
    const x = crossPosition(box.style, margins, fragment.width, width, box.style.direction === 'rtl');
    const area: Containing = { x: -x, y: -top, width, height, rtl: box.style.direction === 'rtl' };
    const absolute = outcome.result.pending.filter((p) => p.box.style.position === 'absolute');
    const made = absolute.length > 0 ? placeAbsolutes(fragment, absolute, area, ctx) : { fragment, pending: [] };
    const fixed = [...outcome.result.pending.filter((p) => p.box.style.position === 'fixed'), ...made.pending];
    drafts.push({ draft: placed(made.fragment, margin.left + x, margin.top + top), style, area, fixed });
    if (blank) {
      forced = null;
      continue;
    }
    token = outcome.token;
    if (!token) return drafts;
    forced = forcedOf(token);
  }
  const last = drafts.at(-1);
  ctx.services.report(
    error('too-many-pages', `The document has more than ${MOST_PAGES} pages.`, {
      span: last ? firstPlace(last.draft) : box.source,
      hint: 'Perhaps the margins leave no room on the page, or a loop in the template makes too much.',
    }),
  );
  return drafts;
}

/** Page 1 is a right-hand page; a left-hand one where the document goes from right to left (css-page-3, 4.2). */
const sideOf = (index: number, { style }: BlockBox): 'left' | 'right' =>
  (index % 2 === 0) === (style.direction === 'ltr') ? 'right' : 'left';

const sided = (value: string): Forced | null => (value === 'left' || value === 'right' ? value : null);

const EMPTY = { top: { positive: 0, negative: 0 }, bottom: { positive: 0, negative: 0 }, through: true, pending: [] };

function blankFragment(box: BlockBox, width: Pt): Fragment {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  return { box, x: 0, y: 0, width, height: 0, padding: none, border: none, children: [], continued: true, continues: true };
}

/** One page's part, by the strictest rules under which something fits. */
function fillPage(
  box: BlockBox,
  space: Space,
  token: Token | null,
  forced: Forced | null,
  page: { left: Pt; page: Pt; tall: Set<Box> },
  ctx: Ctx,
): Extract<Outcome, { kind: 'part' }> {
  if (!token) {
    const whole = ctx.layout(box, space);
    if (!hasForcedBreak(box) && whole.fragment.height <= page.left + 1e-6) return { kind: 'part', result: whole, token: null };
  }
  for (let level = PERFECT; level >= 0; level--) {
    const room: Room = {
      left: page.left,
      page: page.page,
      atTop: true,
      truncate: token !== null && forced === null,
      level,
      tooTall: (b) => page.tall.add(b),
    };
    const outcome = ctx.layoutBroken(box, space, room, token);
    if (outcome.kind === 'part') return outcome;
  }
  // Unreachable by the rules above; the whole on one page is the safe answer, and its overflow is reported.
  return { kind: 'part', result: ctx.layout(box, space), token: null };
}

/** Fixed boxes stand on every page (CSS 2.1, 9.6.1); after the first they are decoration. */
function withFixed(fragment: Fragment, fixed: readonly Pending[], area: Containing, index: number, ctx: Ctx): Fragment {
  const made: Fragment[] = [];
  const waiting = [...fixed];
  for (let p = waiting.shift(); p; p = waiting.shift()) {
    const { fragment: f, pending } = layoutAbsolute(p, area, ctx);
    made.push(index === 0 ? f : { ...f, repeated: true });
    // A fixed box in a fixed one.
    for (const q of pending) waiting.push({ ...q, x: q.x + f.x, y: q.y + f.y });
  }
  return { ...fragment, children: [...fragment.children, ...made] };
}
