/** How many UTF-16 units of the source an escape of a double-quoted scalar takes (YAML 1.2.2, 5.7), from its backslash on. */
function escapeLength(raw: string, at: number): number {
  switch (raw[at + 1]) {
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    default:
      return 2;
  }
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';

/**
 * Offset in the source of each unit of a scalar's value, where quoting, escapes, folding or indentation make the two differ.
 * @param raw the scalar as written, without its outer quotation marks or block header
 * @param start where `raw` begins in the source
 * @returns undefined where they cannot be matched
 */
export function alignOffsets(raw: string, start: number, value: string, doubleQuoted: boolean): readonly number[] | undefined {
  const offsets: number[] = [];
  let i = 0;
  let j = 0;
  while (j < value.length) {
    if (i >= raw.length) {
      // A line end that the block's header adds.
      offsets.push(start + raw.length);
      j++;
    } else if (doubleQuoted && raw[i] === '\\') {
      const next = raw[i + 1];
      if (next === '\n' || next === '\r') {
        i += 2;
        while (isSpace(raw[i])) i++;
        continue;
      }
      const length = escapeLength(raw, i);
      const units = length === 10 && value.charCodeAt(j) >= 0xd800 && value.charCodeAt(j) <= 0xdbff ? 2 : 1;
      for (let unit = 0; unit < units; unit++) offsets.push(start + i);
      j += units;
      i += length;
    } else if (raw[i] === value[j]) {
      offsets.push(start + i);
      // Two single quotation marks stand for one.
      i += raw[i] === "'" && raw[i + 1] === "'" && value[j + 1] !== "'" ? 2 : 1;
      j++;
    } else if (isSpace(value[j]) && isSpace(raw[i])) {
      offsets.push(start + i);
      i++;
      j++;
    } else if (isSpace(raw[i])) {
      i++;
    } else {
      return undefined;
    }
  }
  return offsets;
}
