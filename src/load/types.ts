import type { WrittenMap } from '../core/written/node.ts';

/** A campaign as it was typed, all its files read and put in the places where they are named. Nothing of it has been believed yet. */
export interface WrittenCampaign {
  /** Absolute folder of the campaign file. */
  readonly folder: string;
  /** The campaign file; under `texts` the text files that it names. */
  readonly root: WrittenMap;
  /** Rows and files of libraries, in their order. */
  readonly libraries: readonly WrittenMap[];
  /** Paths ('texts.da') that name a file which could not be read: what is missing there is no further fault. */
  readonly unread: readonly string[];
  /** Ids of libraries whose row or file could not be read in full: no kit can be made of them. */
  readonly faulty: readonly string[];
  /** Whether all of it that is not some library's could be read. If not, no kit can be made at all, but more can be said of what is wrong. */
  readonly readable: boolean;
}
