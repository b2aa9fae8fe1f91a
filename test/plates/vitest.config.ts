import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Plates as Ghostscript separates them: runs in .ci/run, where it is installed. */
export default defineConfig({
  root: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  cacheDir: '.cache/vitest-plates',
  test: { include: ['test/plates/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
});
