import { describe, expect, it } from 'vitest';
import { transformText } from '../../../src/layout/inline/transform.ts';

const set = (transform: 'uppercase' | 'lowercase' | 'capitalize', lang: string, text: string): string =>
  transformText(text, transform, lang, '').text;

describe('text-transform by the rules of the language', () => {
  it.each([
    ['uppercase', 'tr', 'istanbul ışık', 'İSTANBUL IŞIK'],
    ['lowercase', 'tr', 'İSTANBUL IŞIK', 'istanbul ışık'],
    ['uppercase', 'en', 'istanbul', 'ISTANBUL'],
    ['uppercase', 'de', 'Straßenfest', 'STRASSENFEST'],
    ['lowercase', 'el', 'ΟΔΟΣ ΣΟΦΟΣ', 'οδος σοφος'],
    ['uppercase', 'el', 'καφές', 'ΚΑΦΕΣ'],
    ['capitalize', 'nl', 'ijsland en het ijs', 'IJsland En Het IJs'],
    ['capitalize', 'da', 'ijsland', 'Ijsland'],
    ['uppercase', 'ar', 'مرحبا', 'مرحبا'],
    ['capitalize', 'tr', 'izmir', 'İzmir'],
  ] as const)('%s, %s: %s', (transform, lang, before, after) => {
    expect(set(transform, lang, before)).toBe(after);
  });
});
