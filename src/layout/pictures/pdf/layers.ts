import type { PdfFile } from '../../../core/pdf/file.ts';
import { isArray, isDict, isRef, nameOf, type PdfDict, type PdfObject } from '../../../core/pdf/objects.ts';

/** Whether an optional content group, or a membership of several, is hidden when the file is opened (ISO 32000-1, 8.11). */
export type IsHidden = (group: PdfObject | undefined) => boolean;

export function layersOf(file: PdfFile): IsHidden {
  const root = file.entry(file.trailer, 'Root');
  const properties = isDict(root) ? file.entry(root, 'OCProperties') : undefined;
  if (!isDict(properties)) return () => false;
  const standard = file.entry(properties, 'D');
  const listed = (key: string): Set<number> => {
    const list = isDict(standard) ? file.entry(standard, key) : undefined;
    return new Set(isArray(list) ? list.items.flatMap((o) => (isRef(o) ? [o.id] : [])) : []);
  };
  const on = listed('ON');
  const off = listed('OFF');
  const base = isDict(standard) ? nameOf(file.entry(standard, 'BaseState')) : undefined;
  const shown = (o: PdfObject | undefined): boolean => {
    if (!isRef(o)) return true;
    return base === 'OFF' ? on.has(o.id) : !off.has(o.id);
  };
  /** 8.11.2.2: VE goes before P. */
  const expression = (o: PdfObject | undefined, depth: number): boolean => {
    const list = file.resolve(o);
    if (!isArray(list) || depth > 20) return shown(o);
    const [operator, ...operands] = list.items;
    const values = operands.map((operand) => expression(operand, depth + 1));
    const name = nameOf(file.resolve(operator));
    return name === 'Not' ? !values[0] : name === 'Or' ? values.some(Boolean) : values.every(Boolean);
  };
  const membership = (dict: PdfDict): boolean => {
    const ve = dict.entries.get('VE');
    if (ve !== undefined) return expression(ve, 0);
    const groups = dict.entries.get('OCGs');
    const found = file.resolve(groups);
    const states = (isArray(found) ? found.items : groups === undefined ? [] : [groups]).map(shown);
    if (states.length === 0) return true;
    switch (nameOf(file.entry(dict, 'P'))) {
      case 'AllOn':
        return states.every(Boolean);
      case 'AnyOff':
        return states.some((s) => !s);
      case 'AllOff':
        return states.every((s) => !s);
      default:
        return states.some(Boolean);
    }
  };
  return (group) => {
    const dict = file.resolve(group);
    if (!isDict(dict)) return false;
    return !(nameOf(file.entry(dict, 'Type')) === 'OCMD' ? membership(dict) : shown(group));
  };
}
