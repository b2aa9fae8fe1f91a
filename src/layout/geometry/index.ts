export type { InlineContext, InlineLayout, InlinePort } from './inline-port.ts';
export { type LaidPage, layoutPages, type Pages } from './pages.ts';
