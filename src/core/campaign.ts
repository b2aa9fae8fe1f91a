import type { Profile } from './profile.ts';
import type { Span } from './source.ts';

/** By language tag ('da', 'en'); every campaign language is present, or the value is absent altogether. */
export type Localized = Readonly<Record<string, string>>;

/** Calendar date without time or zone: '2012-12-06'. */
export type IsoDate = string;
/** Wall-clock time in the campaign's zone: '17:30'. */
export type ClockTime = string;

export type Status = 'draft' | 'proof' | 'final';

/**
 * A campaign, whole and true: shapes checked, short forms written out, every library with its own settings merged in. What was typed is
 * `WrittenCampaign` in validate. Absent means unknown, and unknown facts print nothing.
 */
export interface Campaign {
  readonly id: string;
  readonly title: Localized;
  readonly status: Status;
  readonly revision: number;
  /** The first is the source language. */
  readonly languages: readonly string[];
  readonly formats: Readonly<Record<string, LanguageFormat>>;
  /** Words with their places to be divided, by language: `foredrags-række*`. */
  readonly hyphenation?: Readonly<Record<string, readonly string[]>>;
  readonly timezone: string;
  /** Name or path of the template set. */
  readonly template: string;
  readonly organiser?: Organiser;
  readonly marks: Readonly<Record<string, LogoMark>>;
  readonly images: Readonly<Record<string, Picture>>;
  /** Those that are whole, withdrawn ones among them, in the order of their files. */
  readonly libraries: readonly Library[];
  /** Ids of libraries that were left out because something is wrong with them. */
  readonly faulty?: readonly string[];
  /** Print profiles by name, those that come with kit among them. */
  readonly profiles: Readonly<Record<string, Profile>>;
  /** Of the whole nation, before a library changed anything. */
  readonly national: Facts;
}

export interface LanguageFormat {
  /** Opening and closing quotation mark, as one string of two characters; four where inner ones are given. */
  readonly quotes?: string;
  readonly clock?: '12h' | '24h';
}

export interface Organiser {
  readonly name: Localized;
  readonly unit?: Localized;
  readonly about?: Localized;
  readonly url?: string;
  readonly address?: string;
}

/** What a nation sets and a library may change. */
export interface Facts {
  readonly event: CampaignEvent;
  /** Key → contact; `press` is the one for journalists. */
  readonly contacts: Readonly<Record<string, Contact>>;
  readonly press?: Press;
  readonly texts: Texts;
  readonly pieces: Readonly<Record<string, PieceChoice>>;
  readonly guests: Readonly<Record<string, Guest>>;
}

export interface Library extends Facts {
  readonly id: string;
  /** `open`: nobody in particular; whoever joins late fills in its open edition. */
  readonly state: 'invited' | 'confirmed' | 'withdrawn' | 'open';
  readonly name: Localized;
  /** Inflected forms for running text, whole: {da: {at: 'på Nordby Bibliotek', in: 'på Nordby'}}. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly languages: readonly string[];
  readonly address?: Address;
  readonly url?: string;
  readonly municipality?: string;
  readonly print?: { readonly profile?: string; readonly quantities?: Readonly<Record<string, number>> };
  /** Free columns and keys under `extra`, for the template set. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Where the library begins in its file: the row or the map. */
  readonly span: Span;
  /** Path ('name.da', 'event.sessions.main.start') → where it was written, in the library's own row or file, else in the campaign. */
  readonly origins: ReadonlyMap<string, Span>;
}

export interface Address {
  readonly street?: string;
  readonly postcode?: string;
  readonly town?: string;
  readonly entrance?: Localized;
  readonly transit?: Localized;
}

export interface CampaignEvent {
  readonly sessions: Readonly<Record<string, Session>>;
  readonly period?: { readonly from: IsoDate; readonly to: IsoDate };
  readonly venue?: { readonly mode: 'onsite' | 'online' | 'hybrid'; readonly url?: string };
  readonly audience?: { readonly who?: Localized; readonly children?: 'welcome' | 'only' | 'no' };
  readonly price?: readonly { readonly for?: Localized; readonly amount: number; readonly currency: string }[];
  readonly booking?: {
    readonly mode: 'none' | 'optional' | 'required';
    readonly opens?: IsoDate;
    readonly closes?: IsoDate;
    readonly capacity?: number;
    readonly url?: string;
    readonly phone?: string;
    readonly email?: string;
    readonly note?: Localized;
  };
  readonly access?: { readonly step_free: Known; readonly toilet: Known; readonly loop: Known; readonly note?: Localized };
  readonly food?: { readonly serves?: string; readonly bring?: Localized; readonly diets?: Localized };
  readonly notices?: { readonly photography?: Localized };
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type Known = 'yes' | 'no' | 'unknown';

export interface Session {
  readonly id: string;
  readonly date: IsoDate;
  readonly doors?: ClockTime;
  readonly start?: ClockTime;
  /** May be past midnight: then it is earlier than `start`. */
  readonly end?: ClockTime;
  readonly title?: Localized;
  readonly room?: Localized;
  readonly guests: readonly string[];
  readonly state: 'scheduled' | 'full' | 'moved' | 'postponed' | 'cancelled';
}

export interface Contact {
  readonly for: 'press' | 'public' | 'access';
  readonly role?: Localized;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly hours?: Localized;
}

export interface Press {
  readonly release: 'immediate' | 'embargo';
  /** Wall-clock end of the embargo: '2012-11-22T06:00'. */
  readonly until?: string;
  readonly place?: Localized;
  readonly date?: IsoDate;
}

export interface Guest {
  readonly name: string;
  readonly role?: Localized;
  readonly bio?: Localized;
  readonly image?: string;
  readonly url?: string;
}

export interface LogoMark {
  readonly kind: 'host' | 'partner' | 'sponsor' | 'funder';
  /** Paths relative to the campaign folder. */
  readonly files: { readonly colour?: string; readonly mono?: string; readonly reverse?: string };
  readonly alt: Localized;
  readonly statement?: Localized;
  /** Smallest height, pt. */
  readonly min?: number;
}

export interface Picture {
  /** Relative to the campaign folder. */
  readonly file: string;
  readonly alt?: Localized;
  readonly caption?: Localized;
  readonly credit?: string;
  /** Focal point, 0..1 of width and height. */
  readonly focus?: readonly [number, number];
}

/** How one piece is wanted; absent keys leave it to the template set. */
export interface PieceChoice {
  readonly sizes?: readonly string[];
  readonly outputs?: readonly string[];
  /** Names of print profiles; absent: `screen`. */
  readonly profiles?: readonly string[];
}

/** Text as written: Markdown with placeholders, not yet parsed. */
export interface WrittenText {
  /** 'poster.headline' */
  readonly key: string;
  readonly markdown: string;
  /** Where the words stand. `markdown` equals the source's text there, save for what YAML quoting, folding or indentation changed. */
  readonly span: Span;
  /** Source offset of each UTF-16 unit of `markdown`, where it is not `span.start + i`. `spanWithin` of core/written reads it. */
  readonly offsets?: readonly number[];
  /** Tried before type is made smaller. */
  readonly short?: WrittenText;
  /** A quote's source. */
  readonly by?: WrittenText;
}

/** Language → key → one text or a list of them ('press.quotes', 'press.facts'). */
export type Texts = Readonly<Record<string, ReadonlyMap<string, WrittenText | readonly WrittenText[]>>>;

/** Where a library's value at a path was written: there, or at the nearest thing around it ('name.da' of a name for all languages is 'name'). */
export function originOf(library: Library, path: string): Span {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const found = library.origins.get(at);
    if (found) return found;
  }
  return library.span;
}
