import { type Diagnostic, error } from '../diagnostics.ts';
import { spanAt, type WrittenMap } from './node.ts';

const DIVIDED = /^[\p{L}\p{M}\u2019']+(?:[-\u00ad][\p{L}\p{M}\u2019']+)*\*?$/u;

/** What of `hyphenation:` of a file is not a word with its places to be divided. */
export const dividedFaults = (words: Readonly<Record<string, readonly string[]>>, root: WrittenMap): readonly Diagnostic[] =>
  Object.entries(words).flatMap(([language, list]) =>
    list.flatMap((word, i) =>
      DIVIDED.test(word)
        ? []
        : [
            error('hyphenation-word', `“${word}” is not one word with hyphens where it may be divided.`, {
              span: spanAt(root, ['hyphenation', language, i]),
              hint: 'Write it as “foredrags-aften”; a star at its end means all words that begin so: “foredrags-aften*”.',
            }),
          ],
    ),
  );
