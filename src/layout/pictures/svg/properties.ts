import { FONT_PROPERTIES } from './font-style.ts';

/** Presentation attributes (SVG 2, 6.6) that we read, or that would change the drawing if we did. */
const PRESENTATION = new Set(
  `clip-path clip-rule color display fill fill-opacity fill-rule filter mask mask-type marker marker-start marker-mid marker-end mix-blend-mode
  opacity overflow paint-order stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width transform transform-origin vector-effect visibility`
    .split(/\s+/)
    .concat(FONT_PROPERTIES),
);

export const isPresentation = (name: string): boolean => PRESENTATION.has(name);

/** Properties that only say how text looks, how pixels are computed or how a browser behaves: they change nothing that we draw. */
const HARMLESS = new Set(
  `clip color-interpolation color-interpolation-filters color-profile color-rendering cursor
  enable-background flood-color flood-opacity glyph-orientation-vertical image-rendering kerning
  lighting-color line-height pointer-events shape-rendering solid-color solid-opacity text-align
  text-indent text-rendering text-transform unicode-bidi writing-mode shape-padding shape-margin
  inline-size isolation`.split(/\s+/),
);

const NO_EFFECT: Readonly<Record<string, readonly string[]>> = {
  filter: ['none'],
  'mix-blend-mode': ['normal'],
  'vector-effect': ['none'],
};

export const harmless = (property: string, value: string): boolean =>
  HARMLESS.has(property) ||
  property.startsWith('font') ||
  property.startsWith('-') ||
  (NO_EFFECT[property]?.includes(value) ?? false);

/** Attributes that any element may have and that draw nothing. */
const NEUTRAL_ATTRIBUTES = new Set(
  'id class style role tabindex focusable lang version baseprofile title requiredfeatures systemlanguage type media'.split(' '),
);

export const neutralAttribute = (name: string): boolean =>
  NEUTRAL_ATTRIBUTES.has(name) ||
  name.startsWith('aria-') ||
  name.startsWith('data-') ||
  HARMLESS.has(name) ||
  name.startsWith('font');

/** Attributes that an element has a use for, beside the ones of all. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  svg: ['x', 'y', 'width', 'height', 'viewbox', 'preserveaspectratio'],
  symbol: ['x', 'y', 'width', 'height', 'viewbox', 'preserveaspectratio', 'refx', 'refy'],
  g: [],
  a: ['href', 'target'],
  defs: [],
  use: ['x', 'y', 'width', 'height', 'href'],
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  clippath: ['clippathunits'],
  text: ['x', 'y', 'dx', 'dy', 'rotate', 'xml:space'],
  tspan: ['x', 'y', 'dx', 'dy', 'rotate'],
  textpath: ['href', 'startoffset', 'method', 'spacing'],
  image: ['x', 'y', 'width', 'height', 'href', 'preserveaspectratio'],
  switch: [],
};
