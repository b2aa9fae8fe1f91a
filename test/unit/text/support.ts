export { book, face, fontBytes } from '../inline/support.ts';
