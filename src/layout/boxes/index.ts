export { type BoxTree, buildBoxes } from './build.ts';
export type { Heading } from './builder.ts';
