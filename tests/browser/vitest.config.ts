import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    // Milliseconds; a busy machine is slow, a hanging test hangs for good.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['tests/browser/**/*.test.ts'],
    // One browser at a time.
    fileParallelism: false,
  },
});
