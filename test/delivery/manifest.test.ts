import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { manifestFile, readManifest, sha256, type ManifestEntry } from '../../src/delivery/manifest.js';
import { outputPath } from '../../src/delivery/output-path.js';
import { writeOutput } from '../../src/delivery/store.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'handout-manifest-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const pdf = new TextEncoder().encode('%PDF');

function entry(id: string, lang: string): ManifestEntry {
  return {
    id,
    lang,
    title: 'Title',
    file: outputPath(id, lang),
    format: 'pdf',
    pages: 2,
    bytes: pdf.byteLength,
    sha256: sha256(pdf),
    version: '1.0',
    paper: 'a4',
    variants: [],
    brand: 'default',
    state: 'original',
  };
}

describe('manifestFile', () => {
  it('gives the same bytes whatever the order of the build', () => {
    const [one, other, third] = [entry('s/b', 'en'), entry('s/a', 'es'), entry('s/a', 'en')];
    expect(manifestFile([one, other, third])).toEqual(manifestFile([third, one, other]));
  });

  it('sorts by handout, then language', () => {
    const text = new TextDecoder().decode(
      manifestFile([entry('s/b', 'en'), entry('s/a', 'es'), entry('s/a', 'en')]).bytes,
    );
    expect(text.match(/"file": ".*"/g)).toEqual([
      '"file": "en/s-a.pdf"',
      '"file": "es/s-a.pdf"',
      '"file": "en/s-b.pdf"',
    ]);
  });
});

describe('readManifest', () => {
  it('reads back what was written', () => {
    writeOutput(dir, [{ path: 'en/s-a.pdf', bytes: pdf }, manifestFile([entry('s/a', 'en')])]);
    expect(readManifest(dir)).toEqual([entry('s/a', 'en')]);
  });

  it('leaves out a file that is gone, and one that was changed since', () => {
    writeOutput(dir, [
      { path: 'en/s-a.pdf', bytes: new TextEncoder().encode('changed') },
      manifestFile([entry('s/a', 'en'), entry('s/b', 'en')]),
    ]);
    expect(readManifest(dir)).toEqual([]);
  });

  it.each(['', '{', '[]', '{"format":2,"handouts":[]}', '{"format":1,"handouts":[{}]}', 'null'])(
    'takes %j for no manifest',
    (text) => {
      writeFileSync(join(dir, 'manifest.json'), text);
      expect(readManifest(dir)).toEqual([]);
    },
  );
});

describe('outputPath', () => {
  it('names a file by language, series and topic', () => {
    expect(outputPath('microneedling/aftercare', 'pt-BR')).toBe('pt-BR/microneedling-aftercare.pdf');
  });

  it('ends a name by its format', () => {
    expect(outputPath('s/a', 'en', { personal: false, format: 'html' })).toBe('en/s-a.html');
    expect(outputPath('s/a', 'en', { personal: true, format: 'text' })).toBe('en/s-a.personal.txt');
  });

  it('keeps a personal file apart from the general one', () => {
    expect(outputPath('microneedling/aftercare', 'en', { personal: true })).toBe(
      'en/microneedling-aftercare.personal.pdf',
    );
  });

  it('keeps a copy in two languages apart', () => {
    expect(outputPath('microneedling/aftercare', 'ar', { bilingual: 'en' })).toBe(
      'ar/microneedling-aftercare.bilingual-en.pdf',
    );
  });

  it('keeps a variant apart from the usual copy', () => {
    const copy = { variants: ['large-print', 'greyscale'], personal: true } as const;
    expect(outputPath('microneedling/aftercare', 'en', copy)).toBe(
      'en/microneedling-aftercare.large-print.greyscale.personal.pdf',
    );
  });
});
