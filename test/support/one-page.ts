import type { Diagnostic } from '../../src/core/diagnostics.ts';
import type { Document } from '../../src/core/display.ts';
import { mm, type Size } from '../../src/core/geometry.ts';
import type { Job } from '../../src/core/job.ts';
import { type Profile, SCREEN } from '../../src/core/profile.ts';
import type { PieceTemplate, TemplateSet } from '../../src/core/template-set.ts';
import type { HyphenWords } from '../../src/core/text/index.ts';
import type { World } from '../../src/core/world.ts';
import { nodeWorld } from '../../src/core/world-node.ts';
import { impose } from '../../src/impose/index.ts';
import { openLayout } from '../../src/layout/desk.ts';
import { layout } from '../../src/layout/index.ts';
import { openPdfKit, paintPdf, prepareImages } from '../../src/paint/pdf/index.ts';
import { openPresses } from '../../src/paint/press.ts';
import { ROOT } from './lydnat.ts';

export interface OnePage {
  readonly document: Document | undefined;
  /** null: there are errors. */
  readonly pdf: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fonts of the repository's own packages, for `src` in a stylesheet. */
export const packaged = (file: string): string => `node_modules/@expo-google-fonts/${file}`;
export const FIRA = `@font-face { font-family: Fira; src: url("${packaged('fira-sans/400Regular/FiraSans_400Regular.ttf')}") }
  @font-face { font-family: Fira; font-weight: 700; src: url("${packaged('fira-sans/700Bold/FiraSans_700Bold.ttf')}") }
  html { font: 12pt/1.5 Fira, sans-serif }`;

interface Setting {
  readonly css?: string;
  readonly lang?: string;
  /** Of the campaign: their letters are in every document's fonts. */
  readonly languages?: readonly string[];
  readonly world?: World;
  /** What urls are relative to. */
  readonly folder?: string;
  /** The screen's if left out. */
  readonly profile?: Profile;
  /** Words with their places to be divided: the set's, and the campaign's. */
  readonly hyphenation?: { readonly set?: HyphenWords; readonly campaign?: HyphenWords };
  /** Of the page; 150 × 200 mm if left out. */
  readonly size?: Size;
}

/** One piece of HTML and one stylesheet through layout and paint, without a campaign. */
export async function onePage(html: string, setting: Setting = {}): Promise<OnePage> {
  const { css = FIRA, lang = 'da', languages = [lang], folder = ROOT, profile = SCREEN, hyphenation } = setting;
  const world = setting.world ?? nodeWorld({ read: { templates: ROOT }, packages: [ROOT] });
  const sheet = { path: 'sheet.css', text: css };
  const piece: PieceTemplate = {
    name: 'sheet',
    template: { path: 'sheet.hbs', text: html },
    styles: [sheet],
    sizes: [],
    outputs: ['pdf'],
    texts: {},
    title: { path: 'title', text: 'Sheet' },
    label: {},
  };
  const set: TemplateSet = {
    name: 'one',
    folder,
    pieces: { sheet: piece },
    partials: new Map(),
    words: {},
    extra: {},
    ...(hyphenation?.set && { hyphenation: hyphenation.set }),
  };
  const means = hyphenation?.campaign ? { hyphenation: hyphenation.campaign } : {};
  const desk = await openLayout(set, folder, world, means);
  const size = { name: 'sheet', width: mm(150), height: mm(200), ...setting.size };
  const job = { id: 'x', library: { id: 'x' }, language: lang, piece, size, profile, outputs: [] } as unknown as Job;
  const laid = await layout({ html, positions: [], title: 'Sheet', lang }, job, desk);
  const diagnostics = [...desk.diagnostics, ...laid.diagnostics];
  const document = laid.value?.document;
  if (!document) return { document, pdf: null, diagnostics };
  const screen = await openPdfKit({ languages });
  const meta = { created: new Date(0) };
  const imposition = impose(document, profile);
  if (profile.kind !== 'press') return { document, pdf: paintPdf(imposition, meta, screen), diagnostics };
  const { condition, kit } = await openPresses(screen, new Map()).of(profile);
  await prepareImages(document, condition, kit.images);
  return { document, pdf: paintPdf(imposition, { ...meta, id: 'urn:kit:one/page' }, kit), diagnostics };
}
