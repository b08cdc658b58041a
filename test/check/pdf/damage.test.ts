import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listRules } from '../../../src/check/rules/catalogue.js';
import { editPdf } from '../../support/pdf-editor.js';
import { contentDamages, fileDamages, linkDamages, treeDamages } from './damages.js';
import type { Damage } from './damages.js';
import { codesAmong, judge, makeSoundFiles, shippedNames } from './sound-files.js';
import type { SoundFile, SoundName } from './sound-files.js';

let files: ReadonlyMap<SoundName, SoundFile> = new Map();

beforeAll(async () => {
  files = await makeSoundFiles();
});

function found({ change }: Damage, name: SoundName): readonly string[] {
  const file = files.get(name)!;
  return codesAmong(judge(editPdf(file.pdf, change), file));
}

/** Damage to the bytes themselves, which no editor of objects would do. */
const byteDamages: readonly (readonly [name: string, code: string, change: (text: string) => string])[] = [
  ['no PDF at all', 'unreadable', () => 'junk'],
  ['nothing', 'unreadable', () => ' '],
  ['a header that is gone', 'unreadable', (text) => text.slice(5)],
  ['an end that is gone', 'unreadable', (text) => text.slice(0, -400)],
  ['a second half that is gone', 'unreadable', (text) => text.slice(0, text.length / 2)],
  ['a trailer that is gone', 'unreadable', (text) => text.replace(/\ntrailer/, '\ntrailor')],
  ['an object without its end', 'unreadable', (text) => text.replace('\nendobj', '\nendob ')],
  [
    'an object that is not where the table says',
    'cross-reference',
    (text) => text.replace(/(\nxref\n0 \d+\n.*\n)\d{10}/, '$10000000009'),
  ],
  [
    'two objects that have changed places in the table',
    'cross-reference',
    (text) => text.replace(/(\nxref\n0 \d+\n.*\n)(.*\n)(.*\n)/, '$1$3$2'),
  ],
  [
    'a line of the table that is none',
    'cross-reference',
    (text) => text.replace(/(\nxref\n0 \d+\n.*\n)\d{10}/, '$1zzzzzzzzzz'),
  ],
  [
    'a table that is elsewhere',
    'cross-reference',
    (text) => text.replace(/startxref\n\d+/, 'startxref\n100'),
  ],
  [
    'an object that the table leaves out',
    'cross-reference',
    (text) => {
      const hidden = '999 0 obj\n(what was here before)\nendobj\n';
      const start = text.lastIndexOf('\nxref\n') + 1;
      const moved = String(start + hidden.length);
      const rest = text.slice(start).replace(/startxref\n\d+/, `startxref\n${moved}`);
      return text.slice(0, start) + hidden + rest;
    },
  ],
  ['a count of objects that is wrong', 'trailer', (text) => text.replace(/\/Size \d+/, '/Size 9')],
  [
    'a stream that is shorter than it says',
    'damaged-stream',
    (text) => text.replace(/\/Length \d(\d\d\d)>>/, '/Length 9$1>>'),
  ],
  [
    'a stream that is longer than it says',
    'damaged-stream',
    (text) => text.replace(/\/FlateDecode\/Length (\d)\d\d/, '/FlateDecode/Length $100'),
  ],
  [
    'a compressed stream with other bytes',
    'damaged-stream',
    (text) => text.replace(/(\/FlateDecode\/Length \d+>>\nstream\n[^]{40})[^]{4}/, '$1oops'),
  ],
  [
    'a filter that no handout uses',
    'damaged-stream',
    (text) => text.replace('/FlateDecode/Length', '/LZWDecodeXX/Length'),
  ],
];

const damages = [...fileDamages, ...contentDamages, ...treeDamages, ...linkDamages];

describe('a handout as written', () => {
  it('has nothing wrong with it', () => {
    expect(files.size).toBe(8);
    for (const [name, file] of files) expect(judge(file.pdf, file), name).toEqual([]);
  });

  it('has nothing wrong with it when it is taken to pieces and put together again', () => {
    for (const [name, file] of files)
      expect(
        judge(
          editPdf(file.pdf, () => undefined),
          file,
        ),
        name,
      ).toEqual([]);
  });
});

describe('damage to a handout', () => {
  it.each(damages)('is found: $name', (damage) => {
    expect(damage.on.length).toBeGreaterThan(0);
    for (const name of damage.on) expect(found(damage, name), name).toEqual(damage.codes);
  });
});

describe('damage to bytes', () => {
  it.each(byteDamages)('is found: %s', (_name, code, change) => {
    for (const name of shippedNames) {
      const file = files.get(name)!;
      const text = Buffer.from(file.pdf).toString('latin1');
      const damaged = change(text);
      expect(damaged).not.toBe(text);
      expect(codesAmong(judge(Buffer.from(damaged, 'latin1'), file)), name).toEqual([`pdf/${code}`]);
    }
  });

  it('never keeps the judge from answering, whatever bytes were changed', () => {
    const names = fc.constantFrom(...shippedNames);
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
    fc.assert(
      fc.property(names, fc.array(edit, { minLength: 1, maxLength: 6 }), (name, edits) => {
        const file = files.get(name)!;
        const bytes = Uint8Array.from(file.pdf);
        for (const { at, byte } of edits) bytes[Math.floor(at * (bytes.length - 1))] = byte;
        expect(() => judge(bytes, file)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rules of PDF files', () => {
  it('are each broken alone by some damage', () => {
    const alone = new Set(damages.flatMap(({ codes }) => (codes.length === 1 ? codes : [])));
    for (const [, code] of byteDamages) alone.add(`pdf/${code}`);
    const ids = listRules().flatMap(({ id, area }) => (area === 'pdf' ? [id] : []));
    expect(ids.filter((id) => !alone.has(id))).toEqual(['pdf/verapdf']);
  });

  it('are broken in more than a hundred ways', () => {
    expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length);
    expect(damages.length + byteDamages.length).toBeGreaterThan(100);
  });
});
