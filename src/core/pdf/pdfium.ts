import { PDFiumLibrary } from '@hyzyla/pdfium';
import { engineFile } from '../engine-file.ts';

let library: Promise<PDFiumLibrary> | undefined;

/** PDFium, compiled once a process: the eye of whoever wants to see a page. */
export function pdfium(): Promise<PDFiumLibrary> {
  library ??= start();
  return library;
}

async function start(): Promise<PDFiumLibrary> {
  const wasm = await engineFile('@hyzyla/pdfium/pdfium.wasm');
  return PDFiumLibrary.init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer });
}
