export * as box from './box.ts';
export * as flex from './flex.ts';
export * as marks from './marks.ts';
export * as page from './page.ts';
export * as paint from './paint.ts';
export * from './registry.ts';
export * as structure from './structure.ts';
export * as text from './text.ts';
export * as typesetting from './typesetting.ts';
