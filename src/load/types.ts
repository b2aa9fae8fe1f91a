import type { WrittenMap } from '../core/written/node.ts';

/** A campaign as it was typed, all its files read and put in the places where they are named. Nothing of it has been believed yet. */
export interface WrittenCampaign {
  /** Absolute folder of the campaign file. */
  readonly folder: string;
  /** The campaign file; under `texts` the text files that it names. */
  readonly root: WrittenMap;
  /** Rows and files of libraries, in their order. */
  readonly libraries: readonly WrittenMap[];
}
