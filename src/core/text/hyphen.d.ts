/** Liang patterns: levels by number, a trie whose leaves are those numbers, and words with places of their own. */
type HyphenTrie = { readonly [letter: string]: number | HyphenTrie | readonly [HyphenTrie, number] };
type HyphenPatterns = readonly [readonly (readonly number[])[], HyphenTrie, Readonly<Record<string, readonly number[]>>?];

declare module 'hyphen/patterns/da.js' {
  const patterns: HyphenPatterns;
  export default patterns;
}
declare module 'hyphen/patterns/en-us.js' {
  const patterns: HyphenPatterns;
  export default patterns;
}
declare module 'hyphen/patterns/en-gb.js' {
  const patterns: HyphenPatterns;
  export default patterns;
}
