import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    // Milliseconds: each test takes hundreds of inputs.
    testTimeout: 900_000,
    include: ['tests/hostile/**/*.test.ts'],
    // The slowest inputs are told by the processor's time: nothing else may run beside them.
    fileParallelism: false,
  },
});
