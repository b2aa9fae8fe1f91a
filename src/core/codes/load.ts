/** Codes of files that cannot be read as what they should be: code → what it means and what to do, for the docs. */
export const LOAD_CODES = {
  'file-missing': 'A file that the campaign names is not there. Check the path; it is relative to the file that names it.',
  'file-outside': 'A path leads out of the campaign or template folder. Copy the file into the folder and name it from there.',
  'file-too-large': 'A file is larger than kit reads. Make it smaller.',
  'yaml-syntax': 'The YAML cannot be read. The caret shows where it stops making sense.',
} as const;
