import type { Library } from './campaign.ts';
import type { Profile } from './profile.ts';
import type { OutputKind, PieceSize, PieceTemplate } from './template-set.ts';

/** One page design of one library in one language, size and print profile: all its outputs are made together. */
export interface Job {
  /** 'north/poster-a3-da' */
  readonly id: string;
  readonly library: Library;
  readonly language: string;
  readonly piece: PieceTemplate;
  readonly size: PieceSize;
  readonly profile: Profile;
  readonly outputs: readonly Output[];
  /** How many a library wants printed, where it says. */
  readonly quantity?: number;
  /** What a draft or proof says outside the trim of every page, and in its title; absent in a final one. */
  readonly notice?: string;
}

export interface Output {
  /** `order`: what the library writes to its print shop about the PDF beside it. */
  readonly kind: OutputKind | 'order';
  /** Inside the campaign's output folder, forward slashes: 'north/poster-a3-da.pdf'. */
  readonly path: string;
}

/** A value: `--dry-run` prints it. */
export interface KitPlan {
  /** In the order of libraries, pieces, languages, sizes, profiles. */
  readonly jobs: readonly Job[];
  /** Every library of the campaign that gets a kit, built now or not. */
  readonly libraries: readonly Library[];
}
