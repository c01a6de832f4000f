import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    // Files share what they import: no test changes a module's state, and importing anew took longer than testing.
    isolate: false,
    // Asking makes much garbage: fewer, larger collections, and no further threads for them, as two cores are busy anyway.
    execArgv: ['--max-semi-space-size=64', '--single-threaded-gc'],
    // Milliseconds; a busy machine is slow, a hanging test hangs for good.
    testTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    // They need a browser, or minutes: `npm run test:all`.
    exclude: ['tests/browser/**', 'tests/hostile/**'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});
