const TEXT_STYLE = 0xfe0e;
const EMOJI_STYLE = 0xfe0f;
const JOINER = 0x200d;
const KEYCAP = 0x20e3;

/** Nothing in a text is shown as emoji unless something of this is in it. */
export const MAY_BE_EMOJI = /\u200d|\ufe0f|[\u00a9\u00ae\u203c-\u3299\ud83c-\ud83e]/;
const PRESENTED = /^\p{Emoji_Presentation}/u;
const EMOJI = /^\p{Emoji}/u;

/** Whether a grapheme cluster is shown as a picture in colour (UTS 51, 4): by its own nature, or since a variation selector or a sequence asks for it. */
export function isEmoji(cluster: string, codePoints: readonly number[]): boolean {
  const [, second = 0] = codePoints;
  if (second === TEXT_STYLE) return false;
  if (PRESENTED.test(cluster)) return true;
  if (codePoints.length < 2 || !EMOJI.test(cluster)) return false;
  return second === EMOJI_STYLE || codePoints.includes(JOINER) || codePoints.includes(KEYCAP) || isSkinTone(second);
}

const isSkinTone = (codePoint: number): boolean => codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
