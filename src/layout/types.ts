/** What the rooms of layout hand to each other: elements, styles, boxes, pictures, fragments. */
export type * from './types/boxes.ts';
export type * from './types/dom.ts';
export type * from './types/fragments.ts';
export type * from './types/pictures.ts';
export type * from './types/style.ts';
export type * from './types/typesetting.ts';
