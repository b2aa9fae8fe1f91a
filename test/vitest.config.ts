import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  cacheDir: '.cache/vitest',
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/conformance/**', 'test/plates/**'],
    setupFiles: ['test/support/no-stray-output.ts', 'test/support/seeded.ts'],
    // Files of one worker share what they import: nothing in the house keeps state, and half the time would go into loading it again.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
