export { openTemplates, type Templates } from './open.ts';
export { renderJob } from './render.ts';
