/** Readers of finished PDFs: what a file holds, told by code that did not write it. */
export { type Box, type ReadBoxes, readBoxes } from './boxes.ts';
export { type MarkedText, readMarked } from './content.ts';
export {
  type PlacedText,
  type ReadAnnotation,
  type ReadOutline,
  readAnnotations,
  readOutline,
  readPlacedText,
  readText,
  withPdfjs,
} from './pdfjs.ts';
export { type RawPdf, readRaw } from './raw.ts';
export { readStructure, type StructureElement, structureLines } from './structure.ts';
