import * as z from 'zod';
import type { Problem } from '../../core/written/scalars.ts';
import { number, optional, scalar, text } from '../../core/written/scalars.ts';
import { shaped } from './shaped.ts';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** What people write instead of a code. */
const MEANT: Readonly<Record<string, string>> = {
  kr: 'DKK',
  kroner: 'DKK',
  krone: 'DKK',
  '€': 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  $: 'USD',
};

/** Three letters of ISO 4217. */
const currency = () =>
  scalar<string>(
    (written) => {
      const code = written.trim().toUpperCase();
      if (CODES.has(code)) return { value: code };
      const name = written.trim().toLowerCase().replace(/\.$/, '');
      const meant = Object.hasOwn(MEANT, name) ? MEANT[name] : 'DKK';
      const hint = `Write currency: ${meant}.`;
      return { problem: { code: 'currency-unknown', message: `“${written}” is no currency’s code (ISO 4217).`, hint } };
    },
    { type: 'string', pattern: '^[A-Za-z]{3}$' },
  );

/** A number of any shape that stands somewhere in the words: '25 kr.', 'kr 25,50'; nothing is free. */
const amountIn = (words: string): string => /\d+(?:[.,]\d+)?/.exec(words)?.[0].replace(',', '.') ?? '0';

function wrong(value: unknown): Problem | null {
  if (Array.isArray(value)) return null;
  const code = 'wrong-shape';
  if (typeof value === 'object' && value !== null) {
    const hint = 'Write the price in brackets: [{amount: 25, currency: DKK}]. There may be several, each with its `for:`.';
    return { code, message: '“event.price” should be a list of prices, but is one.', hint };
  }
  const written = String(value);
  const hint = `Write price: [{amount: ${amountIn(written)}, currency: DKK}].`;
  return { code, message: `“event.price” should be a list of prices, but is “${written}”.`, hint };
}

export const PRICE = shaped(
  z.array(z.strictObject({ for: optional(text()), amount: number({ min: 0 }), currency: optional(currency()) })),
  wrong,
);
