/** Values of PDF as they are read (ISO 32000-1, 7.3). Names and strings hold one byte a character. */
export type PdfObject = null | boolean | PdfNumber | PdfName | PdfString | PdfArray | PdfDict | PdfStream | PdfRef;

/** Kept as it is written: nothing is rounded on the way. */
export interface PdfNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly written: string;
}
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: string;
}
export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfObject[];
}
export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfObject>;
}
export interface PdfStream {
  readonly kind: 'stream';
  readonly dict: PdfDict;
  /** As it lies in the file, before its filters. */
  readonly data: Uint8Array;
}
export interface PdfRef {
  readonly kind: 'ref';
  readonly id: number;
}

/** What makes a file unreadable, for people: 'its table of objects is damaged'. Caught where files are opened; never leaves this room and its readers. */
export class PdfFault extends Error {
  override readonly name = 'PdfFault';
  readonly why: 'broken' | 'encrypted' | 'too-large' | 'unsupported' | 'page' | 'font';
  constructor(why: PdfFault['why'], message: string) {
    super(message);
    this.why = why;
  }
}

export const broken = (message: string): PdfFault => new PdfFault('broken', message);
export const unsupported = (message: string): PdfFault => new PdfFault('unsupported', message);

export const isDict = (o: PdfObject | undefined): o is PdfDict => typeof o === 'object' && o !== null && o.kind === 'dict';
export const isStream = (o: PdfObject | undefined): o is PdfStream => typeof o === 'object' && o !== null && o.kind === 'stream';
export const isArray = (o: PdfObject | undefined): o is PdfArray => typeof o === 'object' && o !== null && o.kind === 'array';
export const isRef = (o: PdfObject | undefined): o is PdfRef => typeof o === 'object' && o !== null && o.kind === 'ref';
export const nameOf = (o: PdfObject | undefined): string | undefined =>
  typeof o === 'object' && o !== null && o.kind === 'name' ? o.name : undefined;
export const numberOf = (o: PdfObject | undefined): number | undefined =>
  typeof o === 'object' && o !== null && o.kind === 'number' ? o.value : undefined;

/** A name as it is written (7.3.5). */
export function writtenName(name: string): string {
  return `/${name.replace(/[^!-~]|[()<>[\]{}/%#]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** A string as it is written (7.3.4). */
export const writtenString = (bytes: string): string => `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;

/** A text string (7.9.2.2) as people read it. */
export function textOf(o: PdfObject | undefined): string | undefined {
  if (typeof o !== 'object' || o === null || o.kind !== 'string') return undefined;
  const bytes = Buffer.from(o.bytes, 'latin1');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return o.bytes;
}
