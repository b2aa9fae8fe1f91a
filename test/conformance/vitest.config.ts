import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The browser's judgement needs Chromium, so it is not part of `npm test`. */
export default defineConfig({
  root: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  cacheDir: '.cache/vitest-conformance',
  test: { include: ['test/conformance/**/*.test.ts'], testTimeout: 900_000, hookTimeout: 900_000 },
});
