import type { ManifestFile, ManifestLibrary } from '../manifest.ts';

/** What the gallery knows of one PDF beside the manifest. */
export interface Shown {
  readonly piece: string;
  readonly language: string;
  readonly label: string;
}

type Picture = ManifestLibrary['pictures'][number];

/** One document of a kit in all its formats. `pdf` is what its pictures show. */
export interface GalleryDocument {
  readonly about: Shown | null;
  readonly name: string;
  readonly files: readonly ManifestFile[];
  readonly pictures: readonly Picture[];
}

const FORMATS: Readonly<Record<string, string>> = { pdf: 'PDF', docx: 'Word', txt: 'Text' };

const cut = (path: string): { stem: string; extension: string } => {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/')
    ? { stem: path.slice(0, dot), extension: path.slice(dot + 1) }
    : { stem: path, extension: '' };
};

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A format as a reader calls it: PDF, Word, Text. */
export const formatOf = (path: string): string => FORMATS[cut(path).extension] ?? nameOf(path);

const rank = (path: string): number => {
  const at = Object.keys(FORMATS).indexOf(cut(path).extension);
  return at < 0 ? Object.keys(FORMATS).length : at;
};

/** The files of a kit, put together that differ by format only; in the order of `shown`, which is that of the campaign, what it does not know last. */
export function documentsOf(library: ManifestLibrary, shown: ReadonlyMap<string, Shown>): GalleryDocument[] {
  const zip = `${library.id}.zip`;
  const groups = new Map<string, ManifestFile[]>();
  for (const file of library.files) {
    if (file.path === zip) continue;
    const { stem } = cut(file.path);
    groups.set(stem, [...(groups.get(stem) ?? []), file]);
  }
  const order = [...shown.keys()].map((path) => cut(path).stem);
  const place = (stem: string): number => (order.includes(stem) ? order.indexOf(stem) : order.length);
  return [...groups]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([stem, files]) => ({
      about: shown.get(`${stem}.pdf`) ?? null,
      name: nameOf(stem),
      files: [...files].sort((a, b) => rank(a.path) - rank(b.path)),
      pictures: library.pictures.filter((picture) => cut(picture.of).stem === stem),
    }));
}
