/** Placeholders, addresses and code: what is no prose, or will be replaced by what is true. */
const NOT_PROSE =
  /\{\{[\s\S]*?\}\}\}?|\{[^{}\n]*\}+|`[^`\n]*`|\]\([^)\n]*\)|<[^>\n]*>|(?:https?:\/\/|www\.|mailto:)[^\s)>\]]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:dk|com|org|net|eu|info)(?:\/[^\s)>\]]*)?(?![\p{L}\p{N}-])/gu;

/** The same text, the same length, with everything that is no prose blanked out by a character that no data holds. */
export const mask = (markdown: string): string => markdown.replace(NOT_PROSE, (found) => '\u0001'.repeat(found.length));
