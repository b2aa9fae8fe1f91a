import { type Cursor, type PdfWord, read, skipSpace } from '../../../core/pdf/lexer.ts';
import { broken, isArray, nameOf, numberOf, type PdfDict, type PdfObject, unsupported } from '../../../core/pdf/objects.ts';

/** What a content stream names, by category of the resource dictionary. */
export type Used = Map<string, Set<string>>;

export interface Rewritten {
  readonly content: string;
  readonly used: Used;
  /** DeviceCMYK is set by an operator or stands in an inline picture. */
  readonly cmyk: boolean;
  /** So is DeviceRGB. */
  readonly rgb: boolean;
  /** What the standards for archives forbid, for people. */
  readonly faults: readonly string[];
}

/** For one ink: what to write in place of operators and of pictures in the stream. */
export interface GreyContent {
  turn(word: string, operands: readonly PdfObject[]): string | undefined;
  inline(dict: PdfDict, data: Uint8Array): string | null;
}

/** Operators that stay as they are (ISO 32000-1, annex A); those that are left out or looked at have cases of their own. */
const KEPT = new Set(
  `b B b* B* BT c CS cm cs d d0 d1 ET f F f* G g h i J j K k l M m n re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' " Do gs`.split(
    ' ',
  ),
);
const PAINTS = new Set(['b', 'B', 'b*', 'B*', 'f', 'F', 'f*', 's', 'S']);
const PLACES = new Set(['Td', 'TD', 'Tm', 'T*', 'BT']);
const INTENTS = new Set(['AbsoluteColorimetric', 'RelativeColorimetric', 'Saturation', 'Perceptual']);
const MAX_STATES = 5000;

/**
 * A content stream without its marks: no tags, no layers; what a hidden layer paints is left out, its states stay.
 *
 * @param hidden whether a layer is, by its name among the stream's Properties
 * @param grey turns its colours grey
 */
export function rewrite(content: string, hidden: (properties: PdfObject | undefined) => boolean, grey?: GreyContent): Rewritten {
  const cursor: Cursor = { text: content, at: 0 };
  const used: Used = new Map();
  const faults = new Set<string>();
  const marks: boolean[] = [];
  let cmyk = false;
  let rgb = false;
  let states = 0;
  let out: string[] = [];
  let operands: PdfObject[] = [];
  let from = -1;
  /** A hidden text moved the pen by a way that only its font knows. */
  let lost = false;

  const use = (category: string, o: PdfObject | undefined): void => {
    const name = nameOf(o);
    if (name === undefined) throw broken('an operator lacks its name');
    const names = used.get(category) ?? new Set();
    used.set(category, names.add(name));
  };
  const concealed = (): boolean => marks.some(Boolean);

  const operator = (word: string, written: string): void => {
    const [first] = operands;
    const last = operands.at(-1);
    const dark = concealed();
    if (PLACES.has(word)) lost = false;
    const turned = grey?.turn(word, operands);
    if (turned !== undefined) {
      if (nameOf(last) !== undefined && /^scn?$/i.test(word)) use('Pattern', last);
      out.push(turned);
      return;
    }
    switch (word) {
      case 'BMC':
        marks.push(false);
        return;
      case 'BDC':
        marks.push(nameOf(first) === 'OC' && hidden(last));
        return;
      case 'EMC':
        marks.pop();
        return;
      case 'q':
        if (++states > MAX_STATES) throw broken('graphics states are nested too deep');
        out.push('q');
        return;
      case 'Q':
        if (states === 0) return;
        states--;
        out.push('Q');
        return;
      case 'Tf':
        use('Font', first);
        break;
      case 'gs':
        use('ExtGState', first);
        break;
      case 'ri':
        if (!INTENTS.has(nameOf(first) ?? '')) return;
        break;
      case 'cs':
      case 'CS':
        if (nameOf(first) === 'DeviceCMYK') cmyk = true;
        if (nameOf(first) === 'DeviceRGB') rgb = true;
        use('ColorSpace', first);
        break;
      case 'scn':
      case 'SCN':
        if (nameOf(last) !== undefined) use('Pattern', last);
        break;
      case 'rg':
      case 'RG':
        if (!dark) rgb = true;
        break;
      case 'k':
      case 'K':
        if (!dark) cmyk = true;
        break;
      case 'Do':
        if (dark) return;
        use('XObject', first);
        break;
      case 'sh':
        if (dark) return;
        use('Shading', first);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (dark) {
          lost = true;
          if (word === '"') out.push(`${numberOf(first) ?? 0} Tw ${numberOf(operands[1]) ?? 0} Tc`);
          if (word === "'" || word === '"') out.push('T*');
          return;
        }
        if (word === "'" || word === '"') lost = false;
        if (lost) throw unsupported('a line of text is partly on a hidden layer');
        break;
      default:
        if (dark && PAINTS.has(word)) {
          out.push('n');
          return;
        }
    }
    if (KEPT.has(word)) out.push(written);
  };

  for (;;) {
    skipSpace(cursor);
    const start = cursor.at;
    const next: PdfObject | PdfWord | undefined = read(cursor, false);
    if (next === undefined) break;
    if (typeof next === 'object' && next !== null && next.kind === 'word') {
      if (next.word === 'BI') {
        const picture = inlinePicture(cursor);
        const turned = grey?.inline(picture.dict, picture.data);
        const space = grey ? undefined : picture.space;
        if (space === 'DeviceCMYK') cmyk = true;
        else if (space === 'DeviceRGB') rgb = true;
        else if (space !== undefined) use('ColorSpace', { kind: 'name', name: space });
        for (const fault of picture.faults) faults.add(fault);
        if (!concealed()) out.push(turned ?? content.slice(start, cursor.at));
      } else operator(next.word, content.slice(from < 0 ? start : from, cursor.at));
      operands = [];
      from = -1;
      continue;
    }
    if (from < 0) from = start;
    operands.push(next);
    if (operands.length > 1000) operands = operands.slice(-100);
  }
  for (; states > 0; states--) out.push('Q');
  const text = out.join('\n');
  out = [];
  return { content: text, used, cmyk, rgb, faults: [...faults] };
}

const DEVICE: Readonly<Record<string, string | undefined>> = {
  G: undefined,
  RGB: 'DeviceRGB',
  DeviceGray: undefined,
  DeviceRGB: 'DeviceRGB',
  CMYK: 'DeviceCMYK',
  DeviceCMYK: 'DeviceCMYK',
};

/** After `BI`: leaves the cursor after `EI` (8.9.7). */
function inlinePicture(cursor: Cursor): {
  readonly space: string | undefined;
  readonly faults: readonly string[];
  readonly dict: PdfDict;
  readonly data: Uint8Array;
} {
  const entries = new Map<string, PdfObject>();
  for (;;) {
    const key = read(cursor, false);
    if (typeof key === 'object' && key !== null && key.kind === 'word' && key.word === 'ID') break;
    const name = typeof key === 'object' && key !== null && key.kind === 'name' ? key.name : undefined;
    const entry = read(cursor, false);
    if (name === undefined || entry === undefined || (typeof entry === 'object' && entry?.kind === 'word'))
      throw broken('a picture in a content stream is damaged');
    entries.set(name, entry);
  }
  const dict: PdfDict = { kind: 'dict', entries };
  const first = cursor.at + 1;
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = cursor.at + 1 + rawLength(dict) - 1;
  for (let found = end.exec(cursor.text); ; found = end.exec(cursor.text)) {
    if (!found) throw broken('a picture in a content stream has no end');
    // What follows the picture is operators; what looks like its end inside pixels is followed by pixels.
    if (/^[\t\n\f\r -~]*$/.test(cursor.text.slice(end.lastIndex, end.lastIndex + 12))) break;
  }
  const data = Buffer.from(cursor.text.slice(first, end.lastIndex - ' EI'.length), 'latin1');
  cursor.at = end.lastIndex;
  const space = entries.get('ColorSpace') ?? entries.get('CS');
  const name = nameOf(space) ?? (isArray(space) ? nameOf(space.items[1]) : undefined);
  const faults: string[] = [];
  if (entries.get('Interpolate') === true || entries.get('I') === true) faults.push('a picture asks to be smoothed');
  const filters = listed(entries.get('Filter') ?? entries.get('F')).map(nameOf);
  if (filters.some((f) => f === 'LZW' || f === 'LZWDecode')) faults.push('a picture is packed by LZW');
  return { space: name === undefined ? undefined : name in DEVICE ? DEVICE[name] : name, faults, dict, data };
}

const listed = (o: PdfObject | undefined): readonly (PdfObject | undefined)[] => (isArray(o) ? o.items : [o]);

/** Bytes of pixels that are not packed; 0: nobody knows. */
function rawLength(dict: PdfDict): number {
  const of = (long: string, short: string): PdfObject | undefined => dict.entries.get(long) ?? dict.entries.get(short);
  if (of('Filter', 'F') !== undefined) return 0;
  const space = nameOf(of('ColorSpace', 'CS')) ?? '';
  const mask = of('ImageMask', 'IM') === true;
  const channels =
    mask || /^(?:Device)?G(?:ray)?$|^I$|^Indexed$/.test(space) ? 1 : /RGB$/.test(space) ? 3 : /CMYK$/.test(space) ? 4 : 0;
  const bits = mask ? 1 : (numberOf(of('BitsPerComponent', 'BPC')) ?? 8);
  return Math.ceil(((numberOf(of('Width', 'W')) ?? 0) * channels * bits) / 8) * (numberOf(of('Height', 'H')) ?? 0);
}
