export { blockified, type FullStyle } from './full-style.ts';
export { openStyles, type Styles } from './styles.ts';
export { anonymousStyle, type Media, type StyleTree, styleTree, withDisplay } from './tree.ts';
