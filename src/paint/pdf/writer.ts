import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Size } from '../../core/geometry.ts';
import { ref } from './syntax.ts';

/** What fonts, pictures, shadings and graphics states have in common: an object of the file that content streams call by a name. */
export interface Resource {
  readonly category: 'Font' | 'XObject' | 'ExtGState' | 'Shading' | 'ColorSpace';
  /** Writes the object and gives its number; called once a document at most. */
  emit(objects: Objects): number;
}

/** The objects of one file. */
export interface Objects {
  /** Writes an object whole. With a stream, `body` is its dictionary without Length, `<<` and `>>` included. */
  add(body: string, stream?: Uint8Array): number;
  /** A number for an object that is written later by `fill`. */
  reserve(): number;
  fill(id: number, body: string, stream?: Uint8Array): void;
  /** The object of a resource, written at its first use. */
  idOf(resource: Resource): number;
}

/** A compressed stream body and the Filter that its dictionary names. */
export const FLATE = '/Filter/FlateDecode';

/** ISO 32000-1, table 150. */
const DUPLEX = { none: '/Simplex', 'long-edge': '/DuplexFlipLongEdge', 'short-edge': '/DuplexFlipShortEdge' } as const;

/** For what is written anew in each document. Level 5: on our pages level 9 saves nothing more, level 1 is a tenth larger. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 5 });

/** For what is compressed once a process and stands in many documents. */
export const deflateOnce = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9 });

export interface PageParts {
  readonly media: Size;
  /** Entries of the page's dictionary beside Type, Parent, MediaBox, Contents and Resources; values in PDF syntax. */
  readonly entries: Readonly<Record<string, string>>;
  /** The resource dictionary. */
  readonly resources: string;
  /** The content stream. */
  readonly content: string;
}

export interface Writer extends Objects {
  /** Starts a page, so that annotations and structure can name it. */
  beginPage(media: Size): number;
  endPage(parts: PageParts): void;
  /** Entries of the catalog, in PDF syntax. */
  catalog(entries: Readonly<Record<string, string>>): void;
  /** Ends the file. Afterwards nothing may be added. */
  /** `rtl`: the document is bound and read from the right (ISO 32000-1, table 150). */
  /** `printing`: a print dialog starts with natural size, this way of turning, and paper of the sheet's size. */
  finish(parts: {
    readonly structTreeRoot?: number;
    readonly metadata: string;
    readonly rtl?: boolean;
    readonly printing?: { readonly duplex: keyof typeof DUPLEX };
  }): Uint8Array;
}

/** An indirect object of pdfkit's, as far as we use it; its published types leave it out. */
interface Reference {
  readonly id: number;
  data: unknown;
  compress: boolean;
  buffer: Uint8Array[];
  offset: number;
}

/** The parts of a pdfkit document that we drive. */
interface Kit {
  readonly _root: { readonly data: Record<string, unknown> };
  _id: Uint8Array;
  readonly page: {
    readonly content: Reference & { data: Record<string, unknown> };
    readonly resources: Reference;
    readonly dictionary: Reference & { data: Record<string, unknown> };
  };
  /** Where each object stands, by number from 1; null until it is written. */
  readonly _offsets: (number | null)[];
  _offset: number;
  _write(data: string | Uint8Array): void;
  _refEnd(target: Reference): void;
  push(chunk: Uint8Array | null): boolean;
  addPage(options: object): void;
  endMetadata(): void;
  endAcroForm(): void;
  end(): void;
  read(): Uint8Array | null;
}

/** PDF syntax that pdfkit writes as it stands: it prints what is not a plain object by its `toString`. */
const raw = (text: string): unknown => ({ [Symbol.toStringTag]: 'PDF', toString: () => text });

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** @param info the information dictionary; CreationDate always given, since there is no clock here */
export function openWriter(
  info: { readonly CreationDate: Date } & Readonly<Record<string, string | Date>>,
  pdfVersion: '1.6' | '1.7' = '1.7',
): Writer {
  // `font: null`: no standard font is opened. pdfkit's types know neither that nor 1.7 without an extension level.
  const options = { pdfVersion, autoFirstPage: false, font: null, info };
  const kit = new PDFDocument(options as unknown as ConstructorParameters<typeof PDFDocument>[0]) as unknown as Kit;
  const chunks = collect(kit);
  const reserved = new Set<number>();
  const known = new Map<Resource, number>();
  const content = createHash('sha256');

  // What pdfkit's references do when they end, without their copies: the stream is joined to nothing and converted from nothing.
  // As pdfkit writes its own objects, but without an object for each and without a copy of each stream.
  const number = (): number => kit._offsets.push(null);
  const write = (id: number, body: string, stream: Uint8Array | undefined): void => {
    kit._offsets[id - 1] = kit._offset;
    if (stream) {
      kit._write(`${id} 0 obj\n${body.slice(0, -2)}/Length ${stream.byteLength}>>\nstream`);
      kit._write(stream);
      kit._write('\nendstream\nendobj');
    } else {
      kit._write(`${id} 0 obj\n${body}\nendobj`);
    }
  };

  const writer: Writer = {
    add(body, stream) {
      const id = number();
      write(id, body, stream);
      return id;
    },
    reserve() {
      const id = number();
      reserved.add(id);
      return id;
    },
    fill(id, body, stream) {
      if (!reserved.delete(id)) throw new Error(`object ${id} is written already, or was never reserved`);
      write(id, body, stream);
    },
    idOf(resource) {
      const id = known.get(resource) ?? resource.emit(writer);
      known.set(resource, id);
      return id;
    },
    beginPage(media) {
      kit.addPage({ size: [media.width, media.height], margin: 0 });
      return kit.page.dictionary.id;
    },
    endPage(parts) {
      const { content: stream, resources, dictionary } = kit.page;
      const bytes = latin1(parts.content);
      content.update(bytes);
      stream.data = { Filter: 'FlateDecode' };
      stream.compress = false;
      stream.buffer = [deflate(bytes)];
      // pdfkit adds its spot colours to what stands here, and writes it when the page ends.
      resources.data = Object.assign(raw(parts.resources) as object, { ColorSpace: {} });
      delete dictionary.data.UserUnit;
      for (const [key, value] of Object.entries(parts.entries)) dictionary.data[key] = raw(value);
    },
    catalog(entries) {
      for (const [key, value] of Object.entries(entries)) kit._root.data[key] = raw(value);
    },
    finish({ structTreeRoot, metadata, rtl, printing }) {
      if (reserved.size > 0) throw new Error('an object was reserved and never written');
      const { data } = kit._root;
      // pdfkit ends these three as if they were objects of its own.
      const entry = (text: string): unknown => Object.assign(raw(text) as object, { end: () => undefined });
      if (structTreeRoot !== undefined) {
        data.StructTreeRoot = entry(ref(structTreeRoot));
        data.MarkInfo = entry('<</Marked true>>');
      }
      data.ViewerPreferences = entry(
        `<</DisplayDocTitle true${rtl ? '/Direction/R2L' : ''}` +
          `${printing ? `/PrintScaling/None/PickTrayByPDFSize true/Duplex${DUPLEX[printing.duplex]}` : ''}>>`,
      );
      // Its own packet is not escaped and cannot say two standards at once.
      kit.endMetadata = () => undefined;
      // Nor are our forms its own.
      kit.endAcroForm = () => undefined;
      data.Metadata = raw(ref(writer.add('<</Type/Metadata/Subtype/XML>>', new TextEncoder().encode(metadata))));
      kit._id = content.update(metadata).digest().subarray(0, 16);
      kit.end();
      return chunks();
    },
  };
  return writer;
}

/**
 * Takes over from pdfkit's stream: what it writes is kept as it comes and joined once. A stream that somebody must read costs a third of a file's
 * time. Gives the whole file, when it is finished.
 */
function collect(kit: Kit): () => Uint8Array {
  const parts: Uint8Array[] = [];
  let text = '';
  const head = kit.read();
  if (head) parts.push(head);
  const flush = (): void => {
    if (text !== '') parts.push(latin1(text));
    text = '';
  };
  kit._write = (data) => {
    if (typeof data === 'string') {
      text += `${data}\n`;
      kit._offset += data.length + 1;
    } else {
      flush();
      parts.push(data);
      kit._offset += data.byteLength;
    }
  };
  // The end of the stream is all that still comes this way.
  kit.push = () => true;
  return () => {
    flush();
    const bytes = new Uint8Array(kit._offset);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.byteLength;
    }
    if (at !== bytes.byteLength) throw new Error('pdfkit lost count of what it wrote');
    return bytes;
  };
}
