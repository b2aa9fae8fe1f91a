import type { Pt } from '../../../core/geometry.ts';
import { keywords } from '../values/cursor.ts';
import { pt } from './lengths.ts';
import { constant, property } from './registry.ts';

export const markSize = property<Pt | null>('-kit-mark-size', {
  group: 'Colour and painting',
  syntax: 'none | <length>',
  initial: null,
  parse: (c) => (keywords('none')(c) ? constant<Pt | null>(null) : pt({ negative: false })(c)),
  note: 'Ours, for logos: the side of a square of the same area. Logos of any shape look equally large; their empty borders are cut off first.',
});
