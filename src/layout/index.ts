import type { Article } from '../core/article.ts';
import { type About, type Diagnostic, hasErrors, type Result, withAbout } from '../core/diagnostics.ts';
import type { Document, Item } from '../core/display.ts';
import type { Size } from '../core/geometry.ts';
import type { Job } from '../core/job.ts';
import type { Rendered } from '../core/rendered.ts';
import type { FontRequest } from '../core/text/types.ts';
import { toArticle } from './article/index.ts';
import { buildBoxes } from './boxes/index.ts';
import { type StyleTree, styleTree } from './css/index.ts';
import type { LayoutDesk } from './desk.ts';
import { drawingGroup } from './display/drawing.ts';
import { displayPages } from './display/index.ts';
import type { MarkUse } from './display/state.ts';
import { parseHtml } from './dom/index.ts';
import { type LaidPage, layoutPages } from './geometry/index.ts';
import { inlineContentSizes, layoutInline, reportLongWords } from './inline/index.ts';
import { judge } from './judge/index.ts';
import { judgePress } from './judge/press.ts';
import { settleMarks } from './marks/index.ts';
import { articleWithNotice, slugOf, withNotice, withSlug } from './notice.ts';
import { pageCount } from './page-count.ts';
import { turnGrey } from './pictures/grey.ts';
import { openPictures, type PictureSource, pictureRequests } from './pictures/index.ts';
import { reducePictures } from './pictures/reduce.ts';
import type { ElementNode, Picture } from './types.ts';

export interface LaidOut {
  readonly document: Document;
  /** The same text without geometry, where an output asks for it. */
  readonly article?: Article;
  /** A picture that the article names, drawn at the origin in the size (pt) that it names. Its key: equal keys, equal drawings. */
  readonly picture: (url: string, size: Size) => { readonly key: string; readonly items: readonly Item[] };
}

/** Everything between HTML and display list, for who looks inside: the conformance suite, tests. */
export interface Geometry {
  readonly root: ElementNode;
  readonly tree: StyleTree;
  readonly pages: readonly LaidPage[];
  readonly pictures: PictureSource;
  readonly structure: Document['structure'];
}

/** HTML and stylesheets → fragments on pages. */
export async function layoutGeometry(
  rendered: Rendered,
  job: Pick<Job, 'piece' | 'size'> & Partial<Pick<Job, 'profile'>>,
  desk: LayoutDesk,
  report: (d: Diagnostic) => void,
): Promise<Geometry> {
  const styles = desk.styles.get(job.piece);
  if (!styles) throw new Error(`the piece ${job.piece.name} is not of the template set that this desk was opened for`);
  const parsed = parseHtml(rendered);
  parsed.diagnostics.forEach(report);
  const requests = [
    ...pictureRequests(parsed.root, desk.logos),
    ...styles.urls.map(({ url, source }) => ({ url, ...(source && { source }) })),
  ];
  const pictures = await openPictures(requests, desk.roots, desk.world, {
    fonts: desk.fonts,
    lang: rendered.lang,
    ...(desk.logos && { logos: desk.logos }),
    ...(job.profile && { profile: job.profile.kind, mono: job.profile.mono === true }),
  });
  const tree = styleTree(parsed.root, styles, { page: job.size, monochrome: job.profile?.mono === true, lang: rendered.lang });
  const boxes = buildBoxes(parsed.root, tree, pictures, job.profile?.fields);
  boxes.diagnostics.forEach(report);
  const { facesFor, hyphenation } = desk;
  const services = { facesFor, report, ...(hyphenation && { hyphenation }) };
  const { pages } = layoutPages(boxes.box, { size: job.size, styleOf: (index) => tree.pageStyle(index, null) }, services, {
    layoutInline,
    inlineContentSizes,
  });
  const { pages: most } = job.piece;
  if (most !== undefined && pages.length > most) report(pageCount(job.piece.name, pages, most));
  for (const { fragment } of pages) reportLongWords(fragment, services);
  tree.diagnostics.forEach(report);
  return { root: parsed.root, tree, pages, pictures, structure: boxes.structure };
}

/** Any font of the set: a notice is no design. */
const NOTICE_FONT: FontRequest = { families: [], weight: 400, style: 'normal' };

/** HTML and stylesheets → display lists, and the article where one is wanted. No value where the pages would be wrong. */
export async function layout(rendered: Rendered, job: Job, desk: LayoutDesk): Promise<Result<LaidOut>> {
  const about: About = { library: job.library.id, language: job.language, piece: job.piece.name, size: job.size.name };
  const diagnostics: Diagnostic[] = [];
  const report = (d: Diagnostic): void => void diagnostics.push(withAbout(d, about));
  const { title, lang } = rendered;
  const geometry = await layoutGeometry(rendered, job, desk, report);
  const { pages, pictures, structure, root, tree } = geometry;
  const marks: MarkUse[] = [];
  const painted = displayPages({
    title,
    lang,
    size: job.size,
    profile: job.profile,
    pages,
    structure,
    pictures,
    report,
    marks,
    facesFor: desk.facesFor,
  });
  const plain = await settleMarks(painted, marks, report);
  await judge(plain, [...desk.diagnostics, ...diagnostics], report);
  judgePress(plain, job.profile, report);
  const { notice } = job;
  const inked = job.profile.mono ? await turnGrey(plain, desk.world, report) : plain;
  const printed = await reducePictures(inked, desk.world, report, job.profile);
  const noticed = notice === undefined ? printed : withNotice(printed, notice, desk.fonts.match(NOTICE_FONT));
  const document = job.profile.marks?.slug ? withSlug(noticed, slugOf(job), desk.fonts.match(NOTICE_FONT)) : noticed;
  pictures.diagnostics.forEach(report);
  const told = withoutEchoes(diagnostics);
  if (hasErrors(told)) return { diagnostics: told };
  const article = job.outputs.some(({ kind }) => kind === 'docx' || kind === 'txt')
    ? toArticle(root, (element) => tree.styleOf(element), {
        title,
        lang,
        size: job.size,
        page: tree.pageStyle(0, pages.length),
        pictureSize: (src) => sizeOf(pictures.get(src)),
      })
    : undefined;
  return {
    value: {
      document,
      picture: (url, size) => drawn(pictures.get(url), size),
      ...(article && { article: notice === undefined ? article : articleWithNotice(article, notice) }),
    },
    diagnostics: told,
  };
}

/** A word too long for its column may leave the page, too: that is told once. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const words = diagnostics.flatMap(({ code, span }) => (code === 'word-too-long' && span ? [span] : []));
  if (words.length === 0) return diagnostics;
  return diagnostics.filter(
    ({ code, span }) =>
      (code !== 'text-off-page' && code !== 'text-overflow') ||
      !words.some((word) => word.source === span?.source && word.start <= span.start && word.end >= span.end),
  );
}

const sizeOf = ({ width, height }: Picture): { width: number; height: number } | null =>
  width === null || height === null ? null : { width, height };

function drawn({ key, body }: Picture, size: Size): { readonly key: string; readonly items: readonly Item[] } {
  const box = { x: 0, y: 0, ...size };
  if (body.kind === 'raster') return { key, items: [{ kind: 'image', content: null, image: body.image, box }] };
  if (body.kind === 'artwork') return { key, items: [{ kind: 'artwork', content: null, artwork: body.artwork, box }] };
  const group = body.kind === 'vector' ? drawingGroup(body.drawing, key, box, null) : null;
  return { key, items: group ? [group] : [] };
}

export { type LayoutDesk, openLayout } from './desk.ts';
