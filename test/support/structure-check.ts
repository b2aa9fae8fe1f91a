import { dirname } from 'node:path';
import type { Job } from '../../src/core/job.ts';
import { SCREEN } from '../../src/core/profile.ts';
import { MARK_CLOSE, MARK_OPEN, type Rendered } from '../../src/core/rendered.ts';
import type { World } from '../../src/core/world.ts';
import { impose } from '../../src/impose/index.ts';
import type { LayoutDesk } from '../../src/layout/desk.ts';
import { layout, layoutGeometry } from '../../src/layout/index.ts';
import type { ElementNode } from '../../src/layout/types.ts';
import { loadCampaign, loadTemplateSet, templateNameOf } from '../../src/load/index.ts';
import { type PdfKit, paintPdf } from '../../src/paint/pdf/index.ts';
import { openDesk } from '../../src/pipeline/desk.ts';
import { stopwatch } from '../../src/pipeline/stopwatch.ts';
import { type Filter, plan } from '../../src/plan/index.ts';
import { renderJob } from '../../src/render/index.ts';
import { validate } from '../../src/validate/index.ts';
import { expectedStructure, type Look, lines, readTree, type Tree, UNSEEN, words } from './expected-structure.ts';
import { readStructure, withPdfjs } from './pdf/index.ts';

const withoutMarks = (html: string): string => html.replace(new RegExp(`${MARK_OPEN}[0-9a-z]*${MARK_CLOSE}`, 'g'), '');

export interface Compared {
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly pages: number;
  readonly expected: Tree;
  readonly found: Tree;
}

/**
 * One document through layout and paint, its structure as its HTML asks for it and as the finished file has it.
 * @param excused complaints that a document may be refused for; null: it was
 */
export async function compare(
  rendered: Rendered,
  job: Job,
  desk: LayoutDesk,
  kit: PdfKit,
  excused: readonly string[],
): Promise<Compared | null>;
export async function compare(rendered: Rendered, job: Job, desk: LayoutDesk, kit: PdfKit): Promise<Compared>;
export async function compare(
  rendered: Rendered,
  job: Job,
  desk: LayoutDesk,
  kit: PdfKit,
  excused: readonly string[] = [],
): Promise<Compared | null> {
  const laid = await layout(rendered, job, desk);
  const errors = laid.diagnostics.filter(({ severity }) => severity === 'error');
  if (!laid.value && errors.every(({ code }) => excused.includes(code))) return null;
  if (!laid.value) throw new Error(errors.map((d) => `${d.code}: ${d.message}`).join('\n'));
  const pdf = paintPdf(impose(laid.value.document, SCREEN), { created: new Date(0) }, kit);
  // How things are displayed is the stylesheets' matter, which is measured against a browser elsewhere.
  const { root, tree } = await layoutGeometry(rendered, job, desk, () => {});
  const looks: Look[] = [];
  const visit = (element: ElementNode, flex: boolean): void => {
    const style = tree.styleOf(element);
    const { display, position } = style;
    const shown = flex && display.startsWith('inline') ? (display === 'inline-flex' ? 'flex' : 'block') : display;
    const out = position === 'absolute' || position === 'fixed';
    if (!UNSEEN.has(element.tag))
      looks.push({ display: shown, out, marker: display === 'list-item' && style.listStyleType !== 'none' });
    for (const child of element.children)
      if (child.kind === 'element') visit(child, display === 'flex' || display === 'inline-flex');
  };
  visit(root, false);
  const html = withoutMarks(rendered.html);
  const block: Look = { display: 'block', out: false, marker: false };
  const expected = expectedStructure(html, rendered.lang, (index) => looks[index] ?? block, job.profile?.fields);
  const found = readTree(readStructure(pdf), rendered.lang);
  return { pdf, html, pages: laid.value.document.pages.length, expected, found };
}

export interface Difference {
  readonly tree: readonly [expected: string[], found: string[]];
  readonly words: readonly [expected: string[], found: string[]];
}

export const difference = ({ expected, found }: Compared): Difference => ({
  tree: [lines(expected), lines(found)],
  words: [words(expected), words(found)],
});

/** The structure as pdf.js has it, page after page: each text with the tags above it. Sorted, since it tells page by page. */
export async function pdfjsLeaves(pdf: Uint8Array): Promise<string[]> {
  return withPdfjs(pdf, async (document) => {
    const out: string[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const texts = new Map<string, string>();
      const open: (string | null)[] = [];
      for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
        if ('str' in item) {
          const id = open.findLast((one) => one !== null);
          if (id) texts.set(id, (texts.get(id) ?? '') + item.str);
        } else if (item.type === 'endMarkedContent') open.pop();
        else open.push(item.id ?? null);
      }
      type Kid = { role?: string; type?: string; id?: string; children?: Kid[] };
      const visit = (kid: Kid, path: string): void => {
        if (kid.type === 'content') {
          const text = bare(texts.get(kid.id ?? '') ?? '');
          if (text !== '' && !/Figure|Lbl/.test(path)) out.push(`${path}: ${text}`);
        }
        for (const child of kid.children ?? [])
          visit(child, kid.role === undefined || kid.role === 'Root' ? path : `${path}/${kid.role}`);
      };
      const tree = await page.getStructTree();
      if (tree) visit(tree as Kid, '');
    }
    return out.sort();
  });
}

const bare = (text: string): string => text.replace(/[\s\u00ad\u200b\u2010-]+/g, '');

/** The same of a tree that we read ourselves. */
export function leaves(tree: Tree): string[] {
  const out: string[] = [];
  const visit = (at: Tree, above: string): void => {
    const path = `${above}/${at.tag}`;
    for (const part of at.content) {
      if (typeof part !== 'string') visit(part, path);
      else if (bare(part) !== '' && !/Figure|Lbl/.test(path)) out.push(`${path}: ${bare(part)}`);
    }
  };
  visit(tree, '');
  return out.sort();
}

/** Every job of a campaign, rendered. */
export async function rendered(file: string, builtIn: string, world: World, filter: Filter) {
  const written = loadCampaign(file, world).value;
  const named = written && templateNameOf(written);
  if (!written || !named) throw new Error(`${file} cannot be read`);
  const folder = dirname(file);
  const set = loadTemplateSet(named.name, { builtIn, campaign: folder }, world, named.span).value;
  const { value: campaign, diagnostics } = validate(written, set);
  if (!set || !campaign) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  const planned = plan(campaign, set, filter).value;
  const desk = await openDesk(campaign, set, folder, world, stopwatch(world));
  const jobs = (planned?.jobs ?? []).map((job) => {
    const html = renderJob(job, desk.templates).value;
    if (!html) throw new Error(`${job.id} cannot be rendered`);
    return { job, html };
  });
  return { jobs, desk, campaign, set };
}
