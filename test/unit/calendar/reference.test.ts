import { expect, it } from 'vitest';
import { languagesPage } from './reference.ts';

it('campaigns/LANGUAGES.md shows the tables', async () => {
  // After a change of a language: npm run docs
  await expect(languagesPage()).toMatchFileSnapshot('../../../campaigns/LANGUAGES.md');
});
