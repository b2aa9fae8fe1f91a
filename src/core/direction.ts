/** Languages that are written from right to left (CLDR, likely scripts Arab, Hebr, Thaa, Syrc, Nkoo). */
const RIGHT_TO_LEFT = new Set(
  'aii ar arc arz azb bal bgn bqi ckb dv fa glk haz he iw khw ks lrc mzn nqo pnb prs ps sd sdh skr syr ug ur yi'.split(' '),
);
const RIGHT_TO_LEFT_SCRIPTS = new Set(['adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa', 'yezi']);

/** @param tag BCP 47; a script in it decides: `pa-Arab` is written from right to left, `ku-Latn` is not */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
