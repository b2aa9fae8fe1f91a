import type { Span } from './source.ts';

/** A text without geometry: what DOCX and plain text are made from. Derived from the same HTML that becomes the PDF. */
export interface Article {
  readonly title: string;
  readonly lang: string;
  /** Page size and margins of the first page, pt: a DOCX section needs them. */
  readonly page: { readonly width: number; readonly height: number; readonly margins: readonly [number, number, number, number] };
  /** Repeated at the head of each page: logo and sender. */
  readonly header: readonly ArticleBlock[];
  readonly footer: readonly ArticleBlock[];
  readonly blocks: readonly ArticleBlock[];
  /** Style id → looks, from the cascade of the first element that has it. */
  readonly styles: Readonly<Record<string, ArticleStyle>>;
}

/** Looks of one named paragraph style, from computed CSS. Lengths in pt, colour '#rrggbb'. */
export interface ArticleStyle {
  /** What Word shows: 'Manchet', from `data-style`, else made from the element. */
  readonly name: string;
  readonly fontFamily: string;
  /** What may stand in for it. */
  readonly generic: 'serif' | 'sans-serif' | 'monospace';
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  readonly lineHeight: number;
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  readonly align: 'start' | 'end' | 'center' | 'justify';
  readonly uppercase: boolean;
  readonly keepWithNext: boolean;
}

export type ArticleBlock =
  | {
      readonly kind: 'paragraph';
      readonly style: string;
      readonly inlines: readonly ArticleInline[];
      readonly lang?: string;
      readonly source?: Span;
    }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5 | 6;
      readonly style: string;
      readonly inlines: readonly ArticleInline[];
      readonly lang?: string;
      readonly source?: Span;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly ArticleBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly ArticleBlock[] }
  | { readonly kind: 'box'; readonly blocks: readonly ArticleBlock[] }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'table';
      readonly rows: readonly { readonly header: boolean; readonly cells: readonly (readonly ArticleBlock[])[] }[];
    }
  | {
      readonly kind: 'image';
      readonly src: string;
      readonly alt: string /** pt */;
      readonly width: number;
      readonly height: number;
    };

export type ArticleInline =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly lang?: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly ArticleInline[] }
  | { readonly kind: 'break' };
