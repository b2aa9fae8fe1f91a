/** Codes of files on their way to the disk: code → what it means and what to do, for the docs. */
export const PACK_CODES = {
  'output-clash':
    'Two outputs would have the same file name. Ask for one size of the piece, write `sized: true` in template.yaml, or rename a piece.',
} as const;
