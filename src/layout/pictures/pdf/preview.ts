import type { ArtworkObject } from '../../../core/artwork.ts';
import type { RasterImage } from '../../../core/display.ts';
import { pdfium } from '../../../core/pdf/pdfium.ts';

/** Longer side, px: enough to say how light it is behind a word. */
const SIDE = 320;

/** Artwork alone on a page of its size: once on white, once on black. */
export function artworkFile(width: number, height: number, objects: readonly ArtworkObject[]): Uint8Array {
  const first = 6;
  const bodies: (readonly [string, Uint8Array | null])[] = [
    ['<</Type/Catalog/Pages 2 0 R>>', null],
    ['<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>', null],
  ];
  const page = (contents: number): [string, null] => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</A ${first + 1} 0 R>>>>/Contents ${contents} 0 R>>`,
    null,
  ];
  bodies.push(page(5), page(6));
  for (const content of ['/A Do', `0 g 0 0 ${width} ${height} re f /A Do`]) bodies.push(['<<>>', Buffer.from(content)]);
  for (const { parts, stream } of objects) {
    const body = parts
      .map((part) => (typeof part === 'number' ? `${first + 1 + part} 0 R` : typeof part === 'string' ? part : ''))
      .join('');
    bodies.push([body, stream ?? null]);
  }
  const chunks: Uint8Array[] = [];
  let at = 0;
  const write = (bytes: Uint8Array | string): void => {
    const chunk = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    chunks.push(chunk);
    at += chunk.length;
  };
  write('%PDF-1.7\n');
  const offsets = bodies.map(([body, stream], i) => {
    const offset = at;
    write(`${i + 1} 0 obj\n`);
    if (stream) {
      write(`${body.slice(0, -2)}/Length ${stream.length}>>\nstream\n`);
      write(stream);
      write('\nendstream');
    } else write(body);
    write('\nendobj\n');
    return offset;
  });
  const start = at;
  write(`xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) write(`${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/** Pixels of artwork: what white and black grounds have in common is its own colour. null: PDFium cannot draw it. */
export async function previewOf(
  key: string,
  width: number,
  height: number,
  objects: readonly ArtworkObject[],
): Promise<RasterImage | null> {
  const scale = SIDE / Math.max(width, height);
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const grounds = await pixelsOf(artworkFile(width, height, objects), w, h);
  const [white, black] = grounds;
  if (!white || !black) return null;
  const data = new Uint8Array(w * h * 3);
  const alpha = new Uint8Array(w * h);
  for (let i = 0; i < w * h; i++) {
    let seen = 0;
    for (let c = 0; c < 3; c++) seen = Math.max(seen, 255 - ((white[i * 4 + c] ?? 0) - (black[i * 4 + c] ?? 0)));
    alpha[i] = seen;
    for (let c = 0; c < 3; c++)
      data[i * 3 + c] = seen === 0 ? 255 : Math.min(255, Math.round(((black[i * 4 + c] ?? 0) * 255) / seen));
  }
  return { key: `${key} preview`, width: w, height: h, encoding: 'raw', channels: 3, data, alpha };
}

async function pixelsOf(pdf: Uint8Array, width: number, height: number): Promise<readonly Uint8Array[]> {
  const document = await (await pdfium()).loadDocument(pdf).catch(() => null);
  if (!document) return [];
  try {
    const pages: Uint8Array[] = [];
    for (let i = 0; i < document.getPageCount(); i++)
      pages.push((await document.getPage(i).render({ width, height, render: async (pixels) => pixels.data.slice() })).data);
    return pages;
  } finally {
    document.destroy();
  }
}
