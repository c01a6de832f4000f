import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ENDS_SOON } from './v8-flags.ts';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    // Files share what they import: no test changes a module's state, and importing anew took longer than testing.
    isolate: false,
    // Asking makes much garbage: fewer, larger collections. And what is compiled again for speed takes in fewer of the functions
    // that it calls: half of that work was never repaid.
    execArgv: ['--max-semi-space-size=64', '--max-inlined-bytecode-size-cumulative=200', ...ENDS_SOON],
    // Milliseconds; a busy machine is slow, a hanging test hangs for good.
    testTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    // They need a browser, or minutes: `npm run test:all`.
    exclude: ['tests/browser/**', 'tests/hostile/**'],
    // What a run has translated is kept for the next, by content.
    experimental: { fsModuleCache: true },
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});
