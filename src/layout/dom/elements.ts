/** Elements that have no content and no end tag (HTML Living Standard, 13.1.2). */
export const VOID: ReadonlySet<string> = new Set([
  'br',
  'wbr',
  'img',
  'hr',
  'meta',
  'col',
  'link',
  'base',
  'input',
  'area',
  'source',
  'track',
  'embed',
]);

/** Elements that may be used, in the order of the documentation. */
export const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  document: ['html', 'head', 'title', 'meta', 'style', 'body'],
  sections: [
    'main',
    'section',
    'article',
    'aside',
    'header',
    'footer',
    'nav',
    'hgroup',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'address',
  ],
  blocks: ['div', 'p', 'blockquote', 'figure', 'figcaption', 'hr', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  tables: ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  text: [
    'a',
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'small',
    'mark',
    'sub',
    'sup',
    'span',
    'q',
    'cite',
    'code',
    'kbd',
    'samp',
    'var',
    'abbr',
    'time',
    'dfn',
    'del',
    'ins',
    'bdi',
    'bdo',
    'data',
    'br',
    'wbr',
  ],
  pictures: ['img', 'svg'],
  own: ['qr-code', 'short-form'],
};

export const KNOWN: ReadonlySet<string> = new Set(Object.values(ELEMENTS).flat());

/** Elements that are left out with all they hold, and why. */
export const REFUSED: ReadonlyMap<string, string> = new Map([
  ...['script', 'noscript', 'template', 'slot', 'canvas'].map((tag) => [tag, 'A page for print runs no scripts.'] as const),
  ...['iframe', 'object', 'embed', 'frame', 'frameset', 'video', 'audio', 'source', 'track', 'portal'].map(
    (tag) => [tag, 'A page for print embeds no other document; use <img> or <svg>.'] as const,
  ),
  ...['form', 'input', 'button', 'select', 'textarea', 'option', 'label', 'fieldset', 'dialog'].map(
    (tag) => [tag, 'Paper has no forms; write a line to write on, or a <qr-code>.'] as const,
  ),
  ['link', 'Stylesheets are named in template.yaml, under `styles`.'],
  ['base', 'Paths are relative to the template set.'],
  ['math', 'Draw the formula as <svg>.'],
  ['picture', 'Use <img>.'],
  ['map', 'Link whole pictures with <a>.'],
  ['area', 'Link whole pictures with <a>.'],
  ['foreignobject', 'Put the text beside the <svg>, not in it.'],
]);

/** What stands in `<head>`, and what may stand right in `<table>`. */
export const HEAD: ReadonlySet<string> = new Set(['title', 'meta', 'style']);
export const TABLE_PARTS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'caption', 'col', 'colgroup', 'style']);

/** A start tag of the key ends an open element of the value (HTML Living Standard, 13.1.2.4). */
const BLOCKS = [
  ...(ELEMENTS.sections ?? []),
  ...(ELEMENTS.blocks ?? []).filter((tag) => tag !== 'li' && tag !== 'dt' && tag !== 'dd'),
  'table',
];
export const IMPLIED_END: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...BLOCKS.map((tag) => [tag, new Set(['p'])] as const),
  ['li', new Set(['p', 'li'])],
  ['dt', new Set(['p', 'dt', 'dd'])],
  ['dd', new Set(['p', 'dt', 'dd'])],
  ['td', new Set(['p', 'td', 'th'])],
  ['th', new Set(['p', 'td', 'th'])],
  ['tr', new Set(['p', 'td', 'th', 'tr'])],
  ['thead', new Set(['tr', 'td', 'th', 'caption'])],
  ['tbody', new Set(['tr', 'td', 'th', 'thead', 'tbody', 'caption'])],
  ['tfoot', new Set(['tr', 'td', 'th', 'thead', 'tbody', 'caption'])],
]);

/** Elements whose end tag may be left out. */
export const OPTIONAL_END: ReadonlySet<string> = new Set([
  'html',
  'head',
  'body',
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
]);

const GLOBAL = ['id', 'class', 'style', 'lang', 'dir', 'title', 'hidden', 'role', 'xml:lang'];

/** Attributes that say something here; `data-*` and `aria-*` always may stand. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': GLOBAL,
  html: ['xmlns'],
  meta: ['charset', 'name', 'content'],
  style: ['media', 'type'],
  a: ['href', 'rel', 'target', 'hreflang', 'name'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'mono', 'reverse', 'min'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  th: ['colspan', 'rowspan', 'scope', 'headers', 'abbr'],
  td: ['colspan', 'rowspan', 'headers'],
  time: ['datetime'],
  data: ['value'],
  q: ['cite'],
  blockquote: ['cite'],
  del: ['cite', 'datetime'],
  ins: ['cite', 'datetime'],
};

const allowed = new Map<string, ReadonlySet<string>>();

/** Attributes that an element may have. */
export function allowedOn(element: string): ReadonlySet<string> {
  let names = allowed.get(element);
  if (!names) {
    names = new Set([...(ATTRIBUTES[element] ?? []), ...(ATTRIBUTES['*'] ?? [])]);
    allowed.set(element, names);
  }
  return names;
}
