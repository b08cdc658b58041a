import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Which folders of src each folder may import, besides itself. Data flows one way: nothing imports what comes later. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  workspace: ['base'],
  content: ['base'],
  document: ['base'],
  graphics: ['base'],
  template: ['base', 'content'],
  style: ['base', 'document'],
  text: ['base', 'style'],
  layout: ['base', 'document', 'style', 'text', 'graphics'],
  pdf: ['base', 'document', 'style', 'text', 'layout', 'graphics'],
  web: ['base', 'document', 'style', 'graphics'],
  handout: [
    ...['base', 'workspace', 'content', 'template', 'document'],
    ...['style', 'text', 'graphics', 'layout', 'pdf', 'web'],
  ],
  exchange: ['base', 'content'],
  // It looks at what is painted under words, and writes its report as a web page.
  check: [
    ...['base', 'workspace', 'content', 'template', 'document'],
    ...['graphics', 'layout', 'pdf', 'web', 'handout'],
  ],
  delivery: ['base', 'workspace', 'handout', 'check'],
  cli: [
    ...['base', 'workspace', 'content', 'template', 'document', 'style', 'text', 'graphics', 'layout', 'pdf'],
    ...['handout', 'exchange', 'check', 'delivery'],
  ],
  // src/index.ts, what the package exports.
  '': ['base', 'workspace', 'handout', 'check', 'delivery'],
};

/** The one folder that may import each outside library. A library that isn't here may not be imported at all. */
const LIBRARY_FOLDER: Readonly<Record<string, string | readonly string[]>> = {
  yaml: 'workspace',
  zod: 'workspace',
  i18next: 'content',
  handlebars: 'template',
  parse5: 'document',
  harfbuzzjs: 'text',
  'bidi-js': 'text',
  linebreak: 'text',
  hyphen: 'text',
  'woff2-encoder': 'text',
  'fast-png': 'graphics',
  // Drawings, XLIFF and XMP are XML alike, but nothing else of theirs is shared.
  '@rgrove/parse-xml': ['graphics', 'exchange', 'check'],
  svgpath: 'graphics',
  qr: 'graphics',
  pdfkit: 'pdf',
  fflate: 'pdf',
  'ical-generator': 'delivery',
  nodemailer: 'delivery',
  'csv-parse': 'delivery',
  syllable: 'check',
  yargs: 'cli',
};

/** Modules of Node that read or write files, and who may import them. */
const FILE_SYSTEM = /^node:fs(\/|$)/;
const MAY_USE_FILES = /^(workspace\/|delivery\/(store|journal\/disk|journal\/processes)\.ts$)/;
const LONGEST_FILE_LINES = 320;
const PROBLEM_CODE =
  /['"`]((?:workspace|content|template|document|style|text|graphics|layout|pdf|safety|page|check|exchange)\/[a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g;
const COMPOSED_CODE =
  /`(?:workspace|content|template|document|style|text|graphics|layout|pdf|safety|page|check|exchange)\/[^`\n]*\$\{(?!string\})/;

/** A source file: its path below the folder, with slashes; its text; and what it imports, as written. */
type SourceFile = Readonly<{ path: string; text: string; imports: readonly string[] }>;

function readSources(folder: string, extension: RegExp): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      return {
        path: path
          .slice(join(ROOT, folder).length + 1)
          .split('\\')
          .join('/'),
        text,
        imports,
      };
    });
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

/** The source file that a relative import names. */
function resolveImport(from: string, specifier: string): string {
  return posix.join(dirname(from), specifier).replace(/\.js$/, '.ts');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const sources = readSources('src', /\.ts$/);
const outsideImports = sources.flatMap(({ path, imports }) =>
  imports.filter((specifier) => !specifier.startsWith('.')).map((specifier) => ({ path, specifier })),
);
const insideImports = sources.flatMap(({ path, imports }) =>
  imports
    .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('/package.json'))
    .map((specifier) => ({ path, target: resolveImport(path, specifier) })),
);

describe('the folders of src', () => {
  it('are those that the table of arrows knows', () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it('import only what the table allows', () => {
    const wrong = insideImports.filter(({ path, target }) => {
      const [from, to] = [folderOf(path), folderOf(target)];
      return from !== to && !MAY_IMPORT[from]?.includes(to);
    });
    expect(wrong.map(({ path, target }) => `src/${path} imports ${target}`)).toEqual([]);
  });

  it('keep each outside library in one folder', () => {
    const wrong = outsideImports
      .filter(({ specifier }) => !specifier.startsWith('node:'))
      .filter(
        ({ path, specifier }) => ![LIBRARY_FOLDER[packageOf(specifier)]].flat().includes(folderOf(path)),
      );
    expect(wrong.map(({ path, specifier }) => `src/${path} imports ${specifier}`)).toEqual([]);
  });

  it('read and write files only in workspace, and in the store and the journal of delivery', () => {
    const wrong = outsideImports.filter(
      ({ path, specifier }) => FILE_SYSTEM.test(specifier) && !MAY_USE_FILES.test(path),
    );
    expect(wrong.map(({ path, specifier }) => `src/${path} imports ${specifier}`)).toEqual([]);
  });
});

describe('the files of src', () => {
  it('do not import each other in a circle', () => {
    const targets = new Map(sources.map(({ path }) => [path, [] as string[]]));
    for (const { path, target } of insideImports) targets.get(path)?.push(target);
    expect(findCycle(targets)).toEqual([]);
  });

  it(`have at most ${String(LONGEST_FILE_LINES)} lines`, () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE_LINES);
    expect(long).toEqual([]);
  });
});

describe('the codes of problems', () => {
  it('are all written whole, so that a search finds them', () => {
    expect(sources.filter(({ text }) => COMPOSED_CODE.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('are each named by a test', () => {
    const tests = readSources('test', /\.(ts|snap|txt)$/)
      .map(({ text }) => text)
      .join('\n');
    const codes = new Set(
      sources.flatMap(({ text }) => Array.from(text.matchAll(PROBLEM_CODE), (match) => match[1]!)),
    );
    expect([...codes].filter((code) => !new RegExp(`${code}(?![a-z-])`).test(tests)).sort()).toEqual([]);
  });
});

/** The files of one circle of imports, its first file also at its end; empty when there is none. */
function findCycle(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of targets.get(path) ?? []) {
      const cycle = visit(target, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of targets.keys()) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
