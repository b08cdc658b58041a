import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Suites that start other programs or go through all of Unicode. */
const slow = [
  'test/cli/{editor,email-process,process,reproducible,verapdf,watch,watch-check}.test.ts',
  'test/handout/{conformance,extraction,page-limits,right-to-left}.test.ts',
  'test/check/page/{qr-scan,shipped-pages}.test.ts',
  'test/pdf/{encrypt,specimen}.test.ts',
  'test/delivery/print/{print-server,raster,virtual-printer}.test.ts',
  'test/delivery/compose-message.test.ts',
  'test/cli/{print,print-pack}.test.ts',
  'test/support/verapdf.test.ts',
  'test/web/accessibility.test.ts',
  // It has a browser too, which breaks where another suite's library has added to the language.
  'test/check/report/{draw-page,reports,validity}.test.ts',
  'test/check/shipped.test.ts',
  'test/text/{hb-shape,line-ends,specimen,unicode-bidi,unicode-line-break}.test.ts',
];

const config = defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: '.cache/vite',
  test: {
    projects: [
      { extends: true, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: slow } },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
    // Modules keep no state that a test could leave behind, and to load fonts anew for each file takes a third of the time.
    isolate: false,
    // Vitest leaves a core free for watching, which on a machine of two is half of it.
    maxWorkers: '100%',
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
