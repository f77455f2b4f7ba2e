import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{test,runtime,grammar,compiler,cli}/**/*.test.ts'],
    setupFiles: ['test/seeded.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
