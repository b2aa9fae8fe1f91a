/** Codes of a campaign that says something that cannot be: code → what it means and what to do, for the docs. */
export const CAMPAIGN_CODES = {
  'unknown-key': 'A key that kit does not know. Perhaps it is misspelt; the hint names the nearest known key.',
} as const;
