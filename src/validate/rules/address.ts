import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import type { WrittenMap } from '../../core/written/node.ts';
import { nodeAt } from '../../core/written/node.ts';

/** Digits of a postcode that is nothing else: four in the Nordic countries but for Sweden and Finland, which have five. */
const [LEAST, MOST] = [4, 5];

/** A postcode of too few or too many figures. Others' forms (DK-2200, SW1A 1AA) are their own affair. */
export function postcodeRules(map: WrittenMap, about: About | undefined): readonly Diagnostic[] {
  const node = nodeAt(map, ['address', 'postcode']);
  if (node?.kind !== 'scalar' || node.value === null) return [];
  const digits = node.value.trim();
  if (!/^\d+$/.test(digits) || (digits.length >= LEAST && digits.length <= MOST)) return [];
  const whole = digits.padStart(LEAST, '0');
  const hint =
    digits.length < LEAST
      ? `Write “${whole}” if a spreadsheet dropped the zero in front: format the column as text.`
      : 'Danish postcodes have four figures: 2200.';
  const message = `“${digits}” is no postcode: it has ${digits.length} ${digits.length === 1 ? 'figure' : 'figures'}.`;
  return [warning('postcode-invalid', message, { span: node.span, about, hint })];
}
