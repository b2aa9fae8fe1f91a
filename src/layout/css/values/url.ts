/** The address between `url(` and `)`, without quotation marks: half-open offsets in `text`, where the whole stands from `start` to `end`. */
export function insideUrl(text: string, start: number, end: number): readonly [number, number] {
  const match = /^url\(\s*(["']?)([\s\S]*?)\1\s*\)$/i.exec(text.slice(start, end));
  if (!match) return [start, end];
  const [whole, quote = '', inside = ''] = match;
  const from = start + whole.indexOf(quote + inside, 'url('.length) + quote.length;
  return [from, from + inside.length];
}

/** Every url() of a text that is not read as a value yet: of a custom property, or beside a var(). */
export function* urlsIn(text: string): Iterable<{ readonly url: string; readonly start: number; readonly end: number }> {
  for (const match of text.matchAll(/url\(\s*(?:"[^"]*"|'[^']*'|[^"'()\s]*)\s*\)/gi)) {
    const [start, end] = insideUrl(text, match.index, match.index + match[0].length);
    yield { url: text.slice(start, end), start, end };
  }
}
