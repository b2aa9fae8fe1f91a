/** ISO 15924 codes of the scripts that are looked for, the commoner first. Others are shaped by HarfBuzz's default rules as 'Zyyy'. */
const SCRIPTS = (
  'Latn Arab Hebr Cyrl Grek Deva Thai Hani Hira Kana Hang Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Laoo Tibt Mymr Geor Ethi Khmr Mong Armn Syrc Thaa ' +
  'Nkoo Cher Cans Copt Goth Runr Ogam Bopo Yiii Tfng Tglg Limb Tale Bugi Bali Sund Lepc Olck Vaii Saur Cham Java Lana Mtei Adlm Rohg Newa Phag Brai'
).split(' ');

const patterns = SCRIPTS.map((code) => [code, new RegExp(`^\\p{Script=${code}}$`, 'u')] as const);
const common = /^[\p{Script=Zyyy}\p{Script=Zinh}]$/u;
const seen = new Map<number, string>();

/** Script of a code point; '' for Common and Inherited, which take their neighbour's (UAX 24, 5.1). */
export function scriptOf(codePoint: number): string {
  if (codePoint < 0x2c0) return latinScript(codePoint);
  const known = seen.get(codePoint);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(codePoint);
  const found = common.test(character) ? '' : (patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? 'Zyyy');
  seen.set(codePoint, found);
  return found;
}

function latinScript(codePoint: number): string {
  if (codePoint >= 0xc0) return codePoint === 0xd7 || codePoint === 0xf7 || codePoint >= 0x2b9 ? '' : 'Latn';
  const lower = codePoint | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || codePoint === 0xaa || codePoint === 0xba ? 'Latn' : '';
}
