/** Codes of templates and of what is put into them: code → what it means and what to do, for the docs. */
export const TEMPLATE_CODES = {
  'template-syntax': 'A Handlebars template cannot be read. The caret shows where.',
} as const;
