import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** These replace a module of Node, or ask in which order the house's own are loaded. */
const APART = ['test/e2e/same-bytes.test.ts', 'test/unit/css/reference.test.ts'];
const ELSEWHERE = ['test/conformance/**', 'test/plates/**'];

/** A test that hangs has to end; how fast one is, is no test's business. The full numbers take longer, and machines are busy. */
const PATIENCE = process.env.KIT_FULL === undefined ? 120_000 : 1_800_000;

export default defineConfig({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  cacheDir: '.cache/vitest',
  test: {
    setupFiles: ['test/support/no-stray-output.ts', 'test/support/seeded.ts'],
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...ELSEWHERE, ...APART],
          // Files of one worker share what they import: nothing in the house keeps state, and half the time would go into loading it again.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
