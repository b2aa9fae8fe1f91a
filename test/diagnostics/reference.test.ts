import { expect, it } from 'vitest';
import { readFixtures } from './read-fixture.ts';
import { reference } from './reference.ts';

it('campaigns/DIAGNOSTICS.md lists the codes', async () => {
  // After a change of the codes: npm run docs
  await expect(reference(readFixtures())).toMatchFileSnapshot('../../campaigns/DIAGNOSTICS.md');
});
