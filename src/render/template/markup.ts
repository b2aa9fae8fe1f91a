/** Where in HTML (and so how) a value would be printed; what goes through a template keeps it from one piece of content to the next. */
export interface MarkupState {
  readonly mode: 'text' | 'tag-name' | 'tag' | 'before-value' | 'value' | 'unquoted' | 'raw' | 'comment' | 'declaration';
  /** In `value`: the quotation mark that ends it. */
  readonly quote: string;
  /** Element whose start tag this is, or whose raw text. */
  readonly tag: string;
  readonly svg: boolean;
}

export const TEXT_STATE: MarkupState = { mode: 'text', quote: '', tag: '', svg: false };

export const sameState = (a: MarkupState, b: MarkupState): boolean =>
  a.mode === b.mode && a.quote === b.quote && a.svg === b.svg && (a.mode === 'text' || a.tag === b.tag);

/** Elements whose content HTML does not parse for tags. */
const RAW = new Set(['style', 'script', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

/**
 * Follows HTML's tokenizer (WHATWG HTML, 13.2.5, as far as templates need it) through one piece of literal content and puts a position mark
 * at the start of each text run, each start tag and each quoted attribute value. Inside `<svg>` attribute values go without: their start tag
 * is near enough, and drawings have thousands.
 */
export function markContent(
  content: string,
  from: MarkupState,
  mark: (at: number) => string,
): { readonly html: string; readonly state: MarkupState } {
  let { mode, quote, tag, svg } = from;
  let html = '';
  let i = 0;
  const upTo = (end: number) => {
    html += content.slice(i, end);
    i = end;
  };
  const past = (what: string): boolean => {
    const at = content.indexOf(what, i);
    upTo(at < 0 ? content.length : at + what.length);
    return at >= 0;
  };
  while (i < content.length) {
    switch (mode) {
      case 'text': {
        const open = nextTag(content, i);
        if (open !== i || content[i + 1] !== '/') {
          if (!/^\s*<\//.test(content.slice(i, open + 2))) html += mark(i);
        }
        upTo(open);
        if (i >= content.length) break;
        if (content.startsWith('<!--', i)) {
          upTo(i + 4);
          mode = 'comment';
        } else if (content[i + 1] === '!' || content[i + 1] === '?') {
          mode = 'declaration';
        } else if (content[i + 1] === '/') {
          if (/^<\/svg[\s>]/i.test(content.slice(i, i + 6))) svg = false;
          mode = 'declaration';
        } else {
          upTo(i + 1);
          tag = '';
          mode = 'tag-name';
        }
        break;
      }
      case 'comment':
        if (past('-->')) mode = 'text';
        break;
      case 'declaration':
        if (past('>')) mode = 'text';
        break;
      case 'tag-name': {
        const end = search(content, /[\s/>]/g, i);
        tag += content.slice(i, end).toLowerCase();
        upTo(end);
        if (i < content.length) mode = 'tag';
        break;
      }
      case 'tag': {
        upTo(search(content, /[=>]/g, i));
        if (content[i] === '=') mode = 'before-value';
        else if (content[i] === '>') {
          const closed = content[i - 1] === '/';
          if (tag === 'svg' && !closed) svg = true;
          mode = !svg && !closed && RAW.has(tag) ? 'raw' : 'text';
        }
        if (i < content.length) upTo(i + 1);
        break;
      }
      case 'before-value': {
        upTo(search(content, /\S/g, i));
        const next = content[i];
        if (next === '"' || next === "'") {
          upTo(i + 1);
          quote = next;
          mode = 'value';
          // A value that begins with data gets the data's own mark, and an empty one none.
          if (!svg && i < content.length && content[i] !== quote) html += mark(i);
        } else if (next !== undefined) mode = 'unquoted';
        break;
      }
      case 'value': {
        // Literal content that goes on after data.
        if (i === 0 && !svg && content[0] !== quote) html += mark(0);
        if (past(quote)) {
          mode = 'tag';
          quote = '';
        }
        break;
      }
      case 'unquoted':
        upTo(search(content, /[\s>]/g, i));
        if (i < content.length) mode = 'tag';
        break;
      case 'raw': {
        const end = content.toLowerCase().indexOf(`</${tag}`, i);
        if (end !== i) html += mark(i);
        upTo(end < 0 ? content.length : end);
        if (end >= 0) mode = 'declaration';
        break;
      }
    }
  }
  return { html, state: { mode, quote, tag, svg } };
}

function search(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? found.index : text.length;
}

/** The next `<` that opens a tag, a comment or a declaration; a lone one is text. */
const nextTag = (text: string, from: number): number => search(text, /<[a-z/!?]/gi, from);
