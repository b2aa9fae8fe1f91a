import { type Diagnostic, error } from '../../core/diagnostics.ts';
import { directionOf } from '../../core/direction.ts';
import type { Span } from '../../core/source.ts';
import { attribute, spokenText } from '../dom/index.ts';
import type { FieldAsk } from '../types/boxes.ts';
import type { ElementNode } from '../types.ts';

/** What a poster has room for. */
const LONGEST = 500;
const USUAL = 80;

export const isField = (element: ElementNode): boolean => element.attributes.has('data-field');

/** What an element with `data-field` asks for; null after a complaint. */
export function fieldOf(element: ElementNode, lang: string, report: (d: Diagnostic) => void): FieldAsk | null {
  const at = (name: string): Span | undefined => element.attributes.get(name)?.source ?? element.source;
  const refuse = (message: string, hint: string, span: Span | undefined): null => {
    report(error('field-invalid', message, { span, hint }));
    return null;
  };
  const name = attribute(element, 'data-field') ?? '';
  if (!/^[a-z][a-z0-9-]{0,39}$/i.test(name))
    return refuse(`“${name}” is no name of a field.`, 'Write letters, digits and hyphens: data-field="room".', at('data-field'));
  const label = (attribute(element, 'aria-label') ?? '').trim();
  if (label === '')
    return refuse(
      `The field “${name}” does not say what belongs into it.`,
      'Write aria-label="Room" on it: it is read out, and shown beside the pointer.',
      element.source,
    );
  const written = attribute(element, 'data-max');
  const max = written === undefined ? USUAL : Number(written);
  if (!(Number.isInteger(max) && max >= 1 && max <= LONGEST))
    return refuse(
      `data-max is “${written}”, not a whole number from 1 to ${LONGEST}.`,
      'Say how many characters fit.',
      at('data-max'),
    );
  if (directionOf(lang) === 'rtl')
    return refuse(
      `The field “${name}” is in a language that is written from right to left, which typing into a PDF does not do well.`,
      'Leave its space blank to write by hand: profiles: [blank].',
      element.source,
    );
  const value = spokenText(element).replaceAll('\u00a0', ' ');
  if (value.length > max)
    return refuse(
      `“${value}” is longer than the ${max} characters that the field takes.`,
      'Give it a larger data-max.',
      element.source,
    );
  return { name, label, max, value };
}

export function refuseInline(element: ElementNode, report: (d: Diagnostic) => void): void {
  report(
    error('field-invalid', `The field “${attribute(element, 'data-field')}” stands in a line of text, where it has no size.`, {
      span: element.source,
      hint: 'Make it a block with a height: display: block or inline-block.',
    }),
  );
}
