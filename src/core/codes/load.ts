/** Codes of files that cannot be read as what they should be: code → what it means and what to do, for the docs. */
export const LOAD_CODES = {
  'file-missing': 'A file that the campaign names is not there. Check the path; it is relative to the file that names it.',
  'file-outside': 'A path leads out of the campaign or template folder. Copy the file into the folder and name it from there.',
  'file-too-large': 'A file is larger than kit reads. Name another, or divide it; save pictures and drawings smaller.',
  'file-kind':
    'A file is of a kind that cannot stand here: libraries come as CSV or YAML, texts as Markdown or YAML. Save a spreadsheet as CSV.',
  'file-encoding':
    'A file is not UTF-8, so letters such as æ, ø and å cannot be told. Save it again as UTF-8. (Lists of libraries may be Windows-1252, as Excel saves them.)',
  'forbidden-character':
    'A control character, half a character or a code that Unicode keeps for internal use stands in the data. Delete it; it came with a copy and paste.',
  'damaged-letters':
    'Letters were lost or garbled when the file was saved in the wrong encoding (K\ufffdbenhavn, KÃ¸benhavn). Go back to the original and export it again as UTF-8.',
  'yaml-syntax':
    'The YAML cannot be read from here on. Mostly a bracket, a quotation mark or a colon is missing, or a line begins in the wrong column.',
  'yaml-unsupported':
    'YAML that kit does not read: tags (!name), keys that are lists or maps, several documents in one file. Write it plainly.',
  'yaml-duplicate-key': 'A key stands twice in one map, so one of its values would be lost. Delete one of them.',
  'yaml-alias':
    'An alias (*name) has no anchor, contains itself, or repeats so much that the file would grow without bound. Write out what is meant.',
  'csv-quote':
    'A quotation mark opens a cell and never closes it, or something follows the closing mark. Double a mark that belongs to the words: "".',
  'csv-ragged':
    'A row has another number of cells than there are headings, so values may stand in the wrong column. Put quotation marks around a cell that holds a separator.',
  'csv-heading':
    'A column has no heading, or one that is no path. Write the path of the value (event.start), or map the heading under `columns:`.',
  'csv-duplicate-heading': 'Two columns mean the same. Delete or rename one of them.',
  'csv-empty':
    'A table of libraries has no headings or no rows. The first line has the headings, each line below it one library.',
  'text-heading': 'A heading of a text file does not name a text. Write `# piece` and below it `## key`, or `# piece.key`.',
  'text-outside':
    'Words stand before the first heading of a text file, or after one that could not be read, so they belong to no text. Write the heading above them.',
  'text-duplicate': 'A text is written twice under the same heading. Delete one of them.',
  'text-empty': 'A heading of a text file has nothing below it. Write the text, or delete the heading.',
  'hyphenation-word':
    'An entry of `hyphenation:` in template.yaml or campaign.yaml that is not one word: letters, with hyphens where the word may be divided, and perhaps a star at its end.',
  'text-unnamed-short': 'A short form stands alone. Write the text that it is short for, too.',
} as const;
