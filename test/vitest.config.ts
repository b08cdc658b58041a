import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const config = defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: '.cache/vite',
  test: {
    include: ['test/**/*.test.ts'],
    // Whole documents are built and other programs are started: slow on a busy machine, never stuck.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC', NO_COLOR: '1' },
    // A test that was narrowed down for debugging must not pass the gate.
    allowOnly: false,
    expect: { requireAssertions: true },
  },
});

// Vitest accepts its configuration only as a default export.
// eslint-disable-next-line no-restricted-syntax
export default config;
