import * as csstree from 'css-tree';
import type { Node } from './values/cursor.ts';

interface SyntaxFault {
  readonly message: string;
  readonly offset: number;
}

/** Reads CSS into plain arrays, with offsets. (css-tree's own `list: false` fails on values.) */
export function parseCss(
  text: string,
  context: 'stylesheet' | 'declarationList' | 'value',
  onFault?: (fault: SyntaxFault) => void,
): Node {
  try {
    const tree = csstree.parse(text, {
      context,
      positions: true,
      onParseError: (e) => onFault?.({ message: e.message, offset: e.offset }),
    });
    return csstree.toPlainObject(tree);
  } catch (e) {
    // A value alone has nothing to recover at: css-tree throws its complaint.
    if (context !== 'value' || !(e instanceof Error)) throw e;
    onFault?.({ message: e.message, offset: 0 });
    return { type: 'Value', children: [{ type: 'Raw', value: text }] };
  }
}
