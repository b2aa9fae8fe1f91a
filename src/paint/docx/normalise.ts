import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A date of the campaign, or none: never the machine's. */
export interface Stamp {
  /** '2012-11-22' */
  readonly date?: string | undefined;
  /** BCP 47 */
  readonly lang: string;
  /** Entries of the font table. */
  readonly fonts: string;
}

/** The same in every time zone: zip keeps local time (APPNOTE 4.4.6). */
const zipTime = (): Date => new Date(1980, 0, 1, 12, 0, 0);

const RELATIONSHIP = /(<Relationship\b[^>]*\bId=")(rId[^"]*)(")/g;

/** Relationship ids by their order in the relationships, in place of random ones. */
function renameIds(parts: Map<string, string>): void {
  for (const [path, rels] of parts) {
    const owner = /^(.*\/)?_rels\/([^/]+)\.rels$/.exec(path);
    if (!owner) continue;
    const names = new Map<string, string>();
    for (const match of rels.matchAll(RELATIONSHIP)) names.set(match[2] ?? '', `rId${names.size + 1}`);
    const rename = (id: string) => names.get(id) ?? id;
    parts.set(
      path,
      rels.replace(RELATIONSHIP, (_, before: string, id: string, after: string) => before + rename(id) + after),
    );
    const of = `${owner[1] ?? ''}${owner[2]}`;
    const xml = parts.get(of);
    if (xml !== undefined) {
      parts.set(
        of,
        xml.replace(
          /(\br:(?:id|embed|link|pict)=")([^"]+)(")/g,
          (_, before: string, id: string, after: string) => before + rename(id) + after,
        ),
      );
    }
  }
}

/** Pictures by their order in the parts that show them. */
function renameMedia(parts: Map<string, string>, media: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const names = new Map<string, string>();
  for (const [path, rels] of parts) {
    if (!path.endsWith('.rels')) continue;
    const renamed = rels.replace(/media\/([^"]+)/g, (_, file: string) => {
      const name = names.get(file) ?? `image${names.size + 1}.${file.split('.').at(-1) ?? 'png'}`;
      names.set(file, name);
      return `media/${name}`;
    });
    parts.set(path, renamed);
  }
  return new Map([...media].map(([path, bytes]) => [path.replace(/[^/]+$/, (file) => names.get(file) ?? file), bytes]));
}

/** The library writes its own defaults beside ours of the same id; the last of an id is ours. */
function dropTwins(styles: string): string {
  const last = new Map<string, number>();
  const pattern = /<w:style\b[^>]*\bw:styleId="([^"]+)"[^>]*>.*?<\/w:style>/gs;
  for (const match of styles.matchAll(pattern)) last.set(match[1] ?? '', match.index);
  return styles.replace(pattern, (whole, id: string, at: number) => (last.get(id) === at ? whole : ''));
}

function core(xml: string, { date, lang }: Stamp): string {
  const stamp = date === undefined ? '' : `${date}T00:00:00Z`;
  const dated = xml.replace(/<dcterms:(created|modified)([^>]*)>[^<]*<\/dcterms:\1>/g, (_, name: string, attributes: string) =>
    stamp === '' ? '' : `<dcterms:${name}${attributes}>${stamp}</dcterms:${name}>`,
  );
  return dated.replace('</cp:coreProperties>', `<dc:language>${lang}</dc:language></cp:coreProperties>`);
}

/** Takes everything out of a DOCX that is not the document: dates, random ids, counters, the order of parts. The same document, the same bytes. */
export function normalise(docx: Uint8Array, stamp: Stamp): Uint8Array {
  const texts = new Map<string, string>();
  const binary = new Map<string, Uint8Array>();
  const entries = Object.entries(unzipSync(docx)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [path, bytes] of entries) {
    if (/\.(?:xml|rels)$/.test(path)) texts.set(path, strFromU8(bytes));
    else binary.set(path, bytes);
  }
  renameIds(texts);
  const media = renameMedia(texts, binary);
  let pictures = 0;
  for (const [path, xml] of texts) {
    texts.set(
      path,
      xml.replace(/(<wp:docPr\b[^>]*\bid=")[^"]*(")/g, (_, before: string, after: string) => `${before}${++pictures}${after}`),
    );
  }
  const edit = (path: string, change: (xml: string) => string): void => {
    const xml = texts.get(path);
    if (xml !== undefined) texts.set(path, change(xml));
  };
  edit('docProps/core.xml', (xml) => core(xml, stamp));
  edit('word/styles.xml', dropTwins);
  edit('word/fontTable.xml', (xml) =>
    xml.replace(/\/>$|<\/w:fonts>$/, (end) => (end === '/>' ? `>${stamp.fonts}</w:fonts>` : `${stamp.fonts}${end}`)),
  );
  edit('word/settings.xml', (xml) => xml.replace('</w:compat>', `</w:compat><w:themeFontLang w:val="${stamp.lang}"/>`));
  const files: Record<string, Uint8Array> = {};
  // The content types come first (ECMA-376 part 2, by custom): programs read the beginning to know what the file is.
  const order = (path: string): string =>
    path === '[Content_Types].xml' ? `0${path}` : path.startsWith('_rels') ? `1${path}` : `2${path}`;
  for (const path of [...texts.keys(), ...media.keys()].sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    files[path] = media.get(path) ?? strToU8(texts.get(path) ?? '');
  }
  return zipSync(files, { level: 6, mtime: zipTime() });
}
