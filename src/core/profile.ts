import { mm, type Pt } from './geometry.ts';
import type { Stock } from './sheet.ts';
import type { Span } from './source.ts';

/** What becomes of a page: a file for the eye, for the printer in the library's own house, or for a print shop. */
export type ProfileKind = 'screen' | 'office' | 'press';

/** What stands outside the trim. `slug`: a line that says what the sheet is. */
export interface ProfileMarks {
  readonly crop: boolean;
  readonly cross: boolean;
  readonly slug: boolean;
}

/** The words that a campaign writes for marks. Who wants registration marks wants the line, too. */
export const MARKS = {
  none: { crop: false, cross: false, slug: false },
  crop: { crop: true, cross: false, slug: false },
  cross: { crop: false, cross: true, slug: true },
  'crop-cross': { crop: true, cross: true, slug: true },
} as const satisfies Readonly<Record<string, ProfileMarks>>;

/** A print profile, whole: every value is settled. */
export interface Profile {
  /** Stands in names of files for print shops: 'poster-a3-da-press.pdf'. */
  readonly name: string;
  readonly kind: ProfileKind;
  /** Beyond the trim, on each side; absent: as the stylesheets say. */
  readonly bleed?: Pt;
  /** Absent: as the stylesheets say. */
  readonly marks?: ProfileMarks;
  /** An ICC profile of the campaign's own, relative to its folder; absent: FOGRA39, which comes with kit. */
  readonly outputIntent?: { readonly file: string; readonly span: Span };
  /** Most ink on one spot, per cent of all plates together. */
  readonly inkLimit: number;
  /** Of pictures on pages up to A4, dots an inch; half of it above. */
  readonly resolution: number;
  /** `office` only: what the pages are laid on. Absent elsewhere: a page is its own sheet. */
  readonly stock?: Stock;
  /** `office` only: one ink, the file holds nothing but greys. Stylesheets see it as `(monochrome)`. */
  readonly mono?: boolean;
  /** `screen` only, the open edition: what elements with `data-field` hold can be typed anew, or is left out to be written by hand. */
  readonly fields?: 'fill' | 'blank';
}

/** The sheets that office printers have, in mm, upright. */
export const SHEETS = {
  a4: [210, 297],
  a3: [297, 420],
  letter: [215.9, 279.4],
  tabloid: [279.4, 431.8],
} as const;
export type SheetName = keyof typeof SHEETS;

const sizeOf = (name: SheetName): Pick<Stock, 'name' | 'size'> => ({
  name,
  size: { width: mm(SHEETS[name][0]), height: mm(SHEETS[name][1]) },
});

/** What most laser printers cannot reach is 4.2 mm; most turn the sheet about its long edge unless told otherwise. */
const A4_STOCK: Stock = { ...sizeOf('a4'), margin: mm(4.2), duplex: 'long-edge' };

/** A stock with what a campaign writes of it. */
export const changedStock = (
  from: Stock = A4_STOCK,
  change: { readonly sheet?: SheetName; readonly margin?: Pt; readonly duplex?: Stock['duplex'] },
): Stock => ({
  ...from,
  ...(change.sheet !== undefined && sizeOf(change.sheet)),
  ...(change.margin !== undefined && { margin: change.margin }),
  ...(change.duplex !== undefined && { duplex: change.duplex }),
});

/** What a campaign may write of a profile; the rest comes from what it extends. */
export type ProfileChange = Partial<Omit<Profile, 'name' | 'kind'>>;

const press = (name: string, marks: ProfileMarks): Profile => ({
  name,
  kind: 'press',
  bleed: mm(3),
  marks,
  inkLimit: 300,
  resolution: 300,
});

const OFFICE: Profile = { name: 'office', kind: 'office', inkLimit: 300, resolution: 300, stock: A4_STOCK };

export const SCREEN: Profile = { name: 'screen', kind: 'screen', inkLimit: 400, resolution: 300 };

/**
 * Those that need not be written. `office`: A4, both sides, turned about the long edge; `office-bw`: the same in black. `press`: PDF/X-4 for FOGRA39, 3 mm bleed, no marks; `press-crop`: with crop marks; `press-marks`: with crop marks,
 * registration marks and a slug line.
 */
export const BUILT_IN: Readonly<Record<string, Profile>> = {
  screen: SCREEN,
  open: { ...SCREEN, name: 'open', fields: 'fill' },
  blank: { ...SCREEN, name: 'blank', fields: 'blank' },
  office: OFFICE,
  'office-bw': { ...OFFICE, name: 'office-bw', mono: true },
  press: press('press', MARKS.none),
  'press-crop': press('press-crop', MARKS.crop),
  'press-marks': press('press-marks', MARKS['crop-cross']),
};

/** The ranges that a campaign's values lie in: what print shops ask for, and some more. */
export const LIMITS = {
  /** pt */
  bleed: [0, mm(20)],
  /** pt */
  margin: [0, mm(20)],
  /** Per cent. */
  inkLimit: [180, 400],
  /** Dots an inch. */
  resolution: [100, 600],
} as const;
