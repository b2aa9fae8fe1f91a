export { parseHtml } from './parse.ts';
export { attribute, isElement, spokenText, textOf } from './walk.ts';
