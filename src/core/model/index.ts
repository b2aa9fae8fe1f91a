export { contextType, IMPLIED } from './context.ts';
export { nearest } from './nearest.ts';
export { CONTENT, CONTENT_ITEM, type TextUse, textUses } from './texts.ts';
export * from './types.ts';
