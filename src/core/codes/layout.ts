/** Codes of stylesheets, HTML and geometry: code → what it means and what to do, for the docs. */
export const LAYOUT_CODES = {
  'css-unsupported': 'A property, value, selector or rule outside the documented subset of CSS.',
} as const;
