import type { Span } from './source.ts';

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that we write. */
export type StructureTag =
  | 'Document'
  | 'Part'
  | 'Art'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'NonStruct'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Quote'
  | 'Link'
  | 'Figure'
  | 'Form'
  | 'Note'
  | 'Code';

/** A place in reading order that marked content fills: one text node, one picture. It may be filled on several pages, several times. */
export interface ContentSlot {
  readonly kind: 'slot';
}

/** One element of the structure tree. Children stand in source order, whatever order things are painted in; a node may lie on several pages. */
export interface StructureNode {
  readonly kind: 'node';
  readonly tag: StructureTag;
  /** BCP 47, where it differs from the parent's. */
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  readonly listNumbering?:
    | 'None'
    | 'Disc'
    | 'Circle'
    | 'Square'
    | 'Decimal'
    | 'LowerAlpha'
    | 'UpperAlpha'
    | 'LowerRoman'
    | 'UpperRoman';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly children: (StructureNode | ContentSlot)[];
  readonly source?: Span;
}
