import { execFileSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Node takes longer to find and open the program's 600 small files, its own and its packages', than to run them, so
 * they are written into few: those that every command needs, and one for each that only some do.
 */
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts', 'src/cli/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  // As deep as the sources lie, so that paths relative to a file mean the same in it.
  chunkNames: 'chunk/[name]-[hash]',
  minifyWhitespace: true,
  minifySyntax: true,
  // Packages written in CommonJS ask for parts of Node with it.
  banner: {
    js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
  },
  // It looks for its WebAssembly beside itself.
  external: ['harfbuzzjs'],
  metafile: true,
});

const written = new Set(Object.keys(metafile.outputs).map((path) => resolve(root, path)));
const entries = await readdir(join(root, 'dist'), { recursive: true });
const programs = entries.filter((path) => path.endsWith('.js')).map((path) => join(root, 'dist', path));
await Promise.all(programs.filter((path) => !written.has(path)).map((path) => rm(path)));

// What editors know of the built-in files comes from the program itself.
execFileSync(process.execPath, ['dist/cli/main.js', 'schema', '--write'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'pipe'],
});
