import { type Dict, Name, parse, type RawPdf, Stream, type Value } from './raw.ts';

export interface MarkedText {
  /** Text by MCID, through ToUnicode and ActualText. */
  readonly byId: ReadonlyMap<number, string>;
  /** Text that stands in artifacts. */
  readonly artifacts: string;
  /** Text outside any mark: there must be none in a tagged file. */
  readonly unmarked: string;
  /** Tags by MCID. */
  readonly tags: ReadonlyMap<number, string>;
  /** Whether something was painted outside any mark. */
  readonly paintedUnmarked: boolean;
}

interface Frame {
  readonly id: number | null;
  readonly artifact: boolean;
  readonly actual: string | null;
}

const PAINTING = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'TJ', 'Tj']);

/** Reads what the content stream of a page says, forms that it draws included. */
export function readMarked(raw: RawPdf, page: Dict): MarkedText {
  const byId = new Map<number, string>();
  const tags = new Map<number, string>();
  let artifacts = '';
  let unmarked = '';
  let paintedUnmarked = false;
  const frames: Frame[] = [];
  const say = (text: string): void => {
    // The outermost ActualText speaks for all within.
    if (frames.some((frame) => frame.actual !== null)) return;
    put(text);
  };
  const put = (text: string): void => {
    const id = frames.findLast((frame) => frame.id !== null)?.id ?? null;
    if (id !== null) byId.set(id, (byId.get(id) ?? '') + text);
    else if (frames.some((frame) => frame.artifact)) artifacts += text;
    else unmarked += text;
  };

  const run = (source: string, resources: Dict): void => {
    let operands: Value[] = [];
    let font: Map<number, string> | null = null;
    let at = 0;
    const depth = frames.length;
    for (;;) {
      while (at < source.length && /\s/.test(source[at] ?? '')) at++;
      if (at >= source.length) break;
      // Strings of text are codes here, not text: keep the hexadecimal digits.
      const { value, end, operator } = source[at] === '[' ? codes(source, at) : parse(source, at);
      at = end;
      if (operator === undefined) {
        operands.push(value);
        continue;
      }
      if (PAINTING.has(operator) && frames.length === 0) paintedUnmarked = true;
      if (operator === 'Tf') font = fontMap(raw, raw.resolve(raw.dict(resources, 'Font').get((operands[0] as Name).name)));
      else if (operator === 'TJ') {
        for (const part of operands[0] as Value[]) {
          if (typeof part !== 'string') continue;
          for (let i = 0; i < part.length; i += 4) say(font?.get(Number.parseInt(part.slice(i, i + 4), 16)) ?? '\ufffd');
        }
      } else if (operator === 'BDC' || operator === 'BMC') {
        const tag = (operands[0] as Name).name;
        const props = operands[1] instanceof Map ? operands[1] : new Map<string, Value>();
        const id = props.get('MCID');
        const actual = props.get('ActualText');
        if (typeof actual === 'string') say(actual);
        if (typeof id === 'number') {
          if (tags.has(id)) throw new Error(`MCID ${id} stands twice on a page`);
          tags.set(id, tag);
          byId.set(id, '');
        }
        frames.push({
          id: typeof id === 'number' ? id : null,
          artifact: tag === 'Artifact',
          actual: typeof actual === 'string' ? actual : null,
        });
      } else if (operator === 'EMC') {
        if (!frames.pop()) throw new Error('EMC without BDC');
      } else if (operator === 'Do') {
        const object = raw.at(resources, 'XObject', (operands[0] as Name).name);
        const subtype = raw.at(object, 'Subtype');
        if (subtype instanceof Name && subtype.name === 'Form' && object instanceof Stream)
          run(raw.text(object), raw.dict(object, 'Resources'));
        else if (frames.length === 0) paintedUnmarked = true;
      }
      operands = [];
    }
    if (frames.length !== depth) throw new Error('marks are not closed at the end of a stream');
  };
  run(raw.text(page.get('Contents')), raw.dict(page, 'Resources'));
  return { byId, tags, artifacts, unmarked, paintedUnmarked };
}

function codes(source: string, from: number): { value: Value; end: number; operator?: string } {
  const end = source.indexOf(']', from);
  const parts = source.slice(from + 1, end).match(/<[0-9A-F]*>|[^<>\s]+/g) ?? [];
  return { value: parts.map((part) => (part.startsWith('<') ? part.slice(1, -1) : Number(part))), end: end + 1 };
}

const maps = new WeakMap<object, Map<number, string>>();

/** A font's ToUnicode: code → text. */
export function fontMap(raw: RawPdf, font: Value): Map<number, string> {
  const key = font as object;
  const known = maps.get(key);
  if (known) return known;
  const cmap = raw.text(raw.at(font, 'ToUnicode'));
  const map = new Map<number, string>();
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, body = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of body.matchAll(/<(\w+)><(\w+)>/g)) map.set(Number.parseInt(code, 16), text(to));
  }
  for (const [, body = ''] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of body.matchAll(/<(\w+)><(\w+)><(\w+)>/g)) {
      const start = Number.parseInt(first, 16);
      for (let code = start; code <= Number.parseInt(last, 16); code++)
        map.set(code, String.fromCharCode(text(to).charCodeAt(0) + code - start));
    }
  }
  maps.set(key, map);
  return map;
}
