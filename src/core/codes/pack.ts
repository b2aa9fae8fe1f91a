/** Codes of files on their way to the disk: code → what it means and what to do, for the docs. */
export const PACK_CODES = {
  'output-clash': 'Two outputs would have the same file name. Rename one of the libraries or pieces.',
} as const;
