import type { Pt } from '../../core/geometry.ts';
import type { HyphenLimits } from '../../core/text/hyphenate.ts';
import type { BorderSide, LengthPercentage } from './style.ts';

/** What few texts ask for; inherited. One shared object where all is initial. */
export interface FineSetting {
  /** `hyphenate-limit-chars`: letters of the word, before the place and after it; null: as the language has it. */
  readonly hyphenLimits: HyphenLimits | null;
  /** `hyphenate-limit-lines`: so many lines in a row may end in a hyphen. */
  readonly hyphenLines: number;
  readonly hanging: HangingPunctuation;
  /** `-kit-optical-margins`: light characters at a line's edges stand out of it by a part of their width. */
  readonly opticalMargins: boolean;
  /** `-kit-baseline-grid`: distance of the baselines on which text stands; null: none. */
  readonly baselineGrid: Pt | null;
}

/** `hanging-punctuation` (CSS Text 4, 8.2.1). */
export interface HangingPunctuation {
  readonly first: boolean;
  readonly last: boolean;
  readonly end: 'none' | 'allow' | 'force';
}

/** A multi-column container (CSS Multi-column 1): at least one of count and width is written. */
export interface Columns {
  readonly count: number | 'auto';
  readonly width: Pt | 'auto';
  readonly gap: LengthPercentage;
  readonly fill: 'balance' | 'auto';
  readonly rule: BorderSide;
}
