export { parseHtml } from './parse.ts';
export { attribute, isElement, textOf } from './walk.ts';
