/** Where the optional font packages live: static fonts of Google Fonts under the SIL Open Font Licence, one folder a weight. */
const SCOPE = '@expo-google-fonts';

/** Families of one script: without and with serifs. One name: there is only that one. */
type Families = readonly [sans: string, serif?: string];

const NOTO: Families = ['noto-sans', 'noto-serif'];

/** ISO 15924 script → the families that have its letters. */
const BY_SCRIPT: Readonly<Record<string, Families>> = {
  Latn: NOTO,
  Grek: NOTO,
  Cyrl: NOTO,
  Arab: ['noto-sans-arabic', 'noto-naskh-arabic'],
  Hebr: ['noto-sans-hebrew', 'noto-serif-hebrew'],
  Deva: ['noto-sans-devanagari', 'noto-serif-devanagari'],
  Beng: ['noto-sans-bengali', 'noto-serif-bengali'],
  Guru: ['noto-sans-gurmukhi', 'noto-serif-gurmukhi'],
  Gujr: ['noto-sans-gujarati', 'noto-serif-gujarati'],
  Orya: ['noto-sans-oriya', 'noto-serif-oriya'],
  Taml: ['noto-sans-tamil', 'noto-serif-tamil'],
  Telu: ['noto-sans-telugu', 'noto-serif-telugu'],
  Knda: ['noto-sans-kannada', 'noto-serif-kannada'],
  Mlym: ['noto-sans-malayalam', 'noto-serif-malayalam'],
  Sinh: ['noto-sans-sinhala', 'noto-serif-sinhala'],
  Thai: ['noto-sans-thai', 'noto-serif-thai'],
  Laoo: ['noto-sans-lao', 'noto-serif-lao'],
  Khmr: ['noto-sans-khmer', 'noto-serif-khmer'],
  Mymr: ['noto-sans-myanmar', 'noto-serif-myanmar'],
  Tibt: ['noto-serif-tibetan'],
  Geor: ['noto-sans-georgian', 'noto-serif-georgian'],
  Armn: ['noto-sans-armenian', 'noto-serif-armenian'],
  Ethi: ['noto-sans-ethiopic', 'noto-serif-ethiopic'],
  Syrc: ['noto-sans-syriac'],
  Thaa: ['noto-sans-thaana'],
  Mong: ['noto-sans-mongolian'],
  Tfng: ['noto-sans-tifinagh'],
  Adlm: ['noto-sans-adlam'],
  Cher: ['noto-sans-cherokee'],
  Cans: ['noto-sans-canadian-aboriginal'],
  Hang: ['noto-sans-kr', 'noto-serif-kr'],
  Hira: ['noto-sans-jp', 'noto-serif-jp'],
  Kana: ['noto-sans-jp', 'noto-serif-jp'],
  Bopo: ['noto-sans-tc', 'noto-serif-tc'],
};

const SIMPLIFIED: Families = ['noto-sans-sc', 'noto-serif-sc'];
const TRADITIONAL: Families = ['noto-sans-tc', 'noto-serif-tc'];

/** Han characters look different in each of the languages that write them. */
function hanFamilies(lang: string): Families {
  if (/^ja\b/i.test(lang)) return BY_SCRIPT.Hira ?? SIMPLIFIED;
  if (/^ko\b/i.test(lang)) return BY_SCRIPT.Hang ?? SIMPLIFIED;
  return /^(zh|yue)\b.*\b(hant|tw|hk|mo)\b|^yue\b/i.test(lang) ? TRADITIONAL : SIMPLIFIED;
}

/** Signs of no script: arrows, dingbats, mathematics. */
const SYMBOLS: readonly string[] = ['noto-sans-symbols-2', 'noto-sans-symbols', 'noto-sans-math'];
export const EMOJI_PACKAGE = `${SCOPE}/noto-color-emoji`;

/** Scripts whose signs and digits Unicode calls Common, since several scripts use them: the Arabic comma, the danda. */
const SHARED: readonly (readonly [RegExp, string])[] = [
  [/\p{Script_Extensions=Arab}/u, 'Arab'],
  [/\p{Script_Extensions=Deva}/u, 'Deva'],
  // Full-width forms, too: no Latin font has them.
  [/\p{Script_Extensions=Hira}|\p{Script_Extensions=Han}|[\uff01-\uff60\uffe0-\uffe6]/u, 'Hani'],
  [/\p{Script_Extensions=Thai}/u, 'Thai'],
  [/\p{Script_Extensions=Grek}/u, 'Grek'],
  [/\p{Script_Extensions=Cyrl}/u, 'Cyrl'],
  [/\p{Script_Extensions=Geor}/u, 'Geor'],
];

/** What a character is looked for as. */
export interface Wanted {
  /** The first of the cluster that a font was not found for. */
  readonly codePoint: number;
  /** ISO 15924; 'Zyyy': no letter stands near. */
  readonly script: string;
  readonly lang: string;
  readonly serif: boolean;
  readonly emoji: boolean;
}

/** Packages that are likely to have a character, the likeliest first. */
export function packagesFor({ codePoint, script, lang, serif, emoji }: Wanted): readonly string[] {
  if (emoji) return [EMOJI_PACKAGE];
  const character = String.fromCodePoint(codePoint);
  const common = /[\p{Script=Common}\p{Script=Inherited}]/u.test(character);
  const own = common ? (SHARED.find(([pattern]) => pattern.test(character))?.[1] ?? null) : script;
  const families = own === null ? null : own === 'Hani' ? hanFamilies(lang) : BY_SCRIPT[own];
  const named = families ? ordered(families, serif) : common ? [...ordered(NOTO, serif), ...SYMBOLS] : [];
  return named.map((name) => `${SCOPE}/${name}`);
}

function ordered([sans, serifs]: Families, serif: boolean): readonly string[] {
  if (serifs === undefined) return [sans];
  return serif ? [serifs, sans] : [sans, serifs];
}

/** The package to install, where none that is installed has it: for signs the next of those that hold signs. null: there is no other. */
export function packageToInstall(wanted: Wanted, installed: (name: string) => boolean): string | null {
  const character = String.fromCodePoint(wanted.codePoint);
  const sign = !wanted.emoji && /\p{Script=Common}/u.test(character) && /[\p{So}\p{Sm}\p{Sk}]/u.test(character);
  const candidates = sign ? SYMBOLS.map((name) => `${SCOPE}/${name}`) : packagesFor(wanted).slice(0, 1);
  return candidates.find((name) => !installed(name)) ?? null;
}

/** Every package that may be looked for: what is installed of them is an input of a build. */
export const ALL_PACKAGES: readonly string[] = [
  ...new Set([...Object.values(BY_SCRIPT), SIMPLIFIED, TRADITIONAL].flat().concat(SYMBOLS)),
]
  .map((name) => `${SCOPE}/${name}`)
  .concat(EMOJI_PACKAGE)
  .sort();
