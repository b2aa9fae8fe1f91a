import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What another program makes of a file: pdf.js, which knows nothing of ours. */
export async function withPdfjs<T>(
  pdf: Uint8Array,
  use: (document: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>,
): Promise<T> {
  // It takes its bytes away, and wants no machine fonts.
  const task = getDocument({
    data: new Uint8Array(pdf),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    isEvalSupported: false,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The text of each page in the order of its content, as pdf.js extracts it: lines end with '\n'. */
export function readText(pdf: Uint8Array): Promise<string[]> {
  return withPdfjs(pdf, async (document) => {
    const out: string[] = [];
    for (let i = 1; i <= document.numPages; i++) {
      const { items } = await (await document.getPage(i)).getTextContent();
      out.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return out;
  });
}

export interface PlacedText {
  readonly text: string;
  /** Of the baseline's start, from the page's top left, pt. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Each page's pieces of text with where they stand on the whole media box. */
export function readPlacedText(pdf: Uint8Array): Promise<PlacedText[][]> {
  return withPdfjs(pdf, async (document) => {
    const out: PlacedText[][] = [];
    for (let i = 1; i <= document.numPages; i++) {
      const page = await document.getPage(i);
      const [, , , top = 0] = page.view;
      const { items } = await page.getTextContent();
      out.push(
        items.flatMap((item) =>
          'str' in item && item.str.trim() !== ''
            ? [
                {
                  text: item.str,
                  x: item.transform[4],
                  y: top - item.transform[5],
                  width: item.width,
                  size: Math.hypot(item.transform[2], item.transform[3]),
                },
              ]
            : [],
        ),
      );
    }
    return out;
  });
}

export interface ReadAnnotation {
  readonly page: number;
  readonly url: string;
  readonly contents: string;
  readonly rect: readonly number[];
}

/** Link annotations, page after page. */
export function readAnnotations(pdf: Uint8Array): Promise<ReadAnnotation[]> {
  return withPdfjs(pdf, async (document) => {
    const out: ReadAnnotation[] = [];
    for (let i = 1; i <= document.numPages; i++) {
      for (const annotation of await (await document.getPage(i)).getAnnotations()) {
        out.push({
          page: i - 1,
          url: annotation.unsafeUrl ?? annotation.url ?? '',
          contents: annotation.contentsObj?.str ?? '',
          rect: annotation.rect,
        });
      }
    }
    return out;
  });
}

export interface ReadOutline {
  readonly title: string;
  readonly page: number;
  readonly items: readonly ReadOutline[];
}

export function readOutline(pdf: Uint8Array): Promise<ReadOutline[]> {
  return withPdfjs(pdf, async (document) => {
    type Entry = Awaited<ReturnType<typeof document.getOutline>>[number];
    const read = async (entries: readonly Entry[]): Promise<ReadOutline[]> => {
      const out: ReadOutline[] = [];
      for (const entry of entries) {
        const page = Array.isArray(entry.dest) ? await document.getPageIndex(entry.dest[0]) : -1;
        out.push({ title: entry.title, page, items: await read(entry.items) });
      }
      return out;
    };
    return read((await document.getOutline()) ?? []);
  });
}
