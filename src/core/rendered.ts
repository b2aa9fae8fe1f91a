import type { Span } from './source.ts';

/**
 * What render makes of a template. The HTML carries position marks: OPEN, a base-36 index into `positions`, CLOSE. From a mark on, text comes
 * from that position; a `literal` one advances character by character, another stands for the whole span. The DOM parser strips the marks,
 * from text and from attribute values. Noncharacters of Unicode serve, which no data may hold (load refuses them).
 */
export interface Rendered {
  readonly html: string;
  readonly positions: readonly SourcePosition[];
  readonly title: string;
  /** BCP 47 */
  readonly lang: string;
}

export interface SourcePosition {
  readonly span: Span;
  readonly literal: boolean;
}

export const MARK_OPEN = '\uFDD0';
export const MARK_CLOSE = '\uFDD1';
