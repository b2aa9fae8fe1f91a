import { expect, it } from 'vitest';
import { PROPERTIES } from '../../../src/layout/css/properties/index.ts';
import { reference } from './reference.ts';
import { open } from './support.ts';

it('templates/CSS.md says what the code does', async () => {
  // After a change of the subset: npx vitest run -u test/unit/css/reference.test.ts
  await expect(reference()).toMatchFileSnapshot('../../../templates/CSS.md');
});

it('every keyword that it gives is taken', () => {
  const plain = PROPERTIES.filter(({ group, syntax }) => group !== '@page' && /^[a-z-]+( \| [a-z-]+)*$/.test(syntax));
  const css = plain
    .map(({ name, syntax }) =>
      syntax
        .split(' | ')
        .map((keyword) => `a { ${name}: ${keyword} }`)
        .join('\n'),
    )
    .join('\n');
  expect(plain.length).toBeGreaterThan(30);
  expect(open(css).diagnostics.map(({ message }) => message)).toEqual([]);
});
