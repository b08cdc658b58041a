import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listRules } from '../../../src/check/rules/catalogue.js';
import { editPdf } from '../../support/pdf-editor.js';
import { byteDamages } from './byte-damages.js';
import { damages, type Damage } from './damages.js';
import { brokenAlone, VERDICT } from './broken-alone.js';
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
    const alone = new Set(brokenAlone());
    const ids = listRules().flatMap(({ id, area }) => (area === 'pdf' ? [id] : []));
    expect(ids.filter((id) => !alone.has(id))).toEqual([VERDICT]);
  });

  it('are broken in more than a hundred ways', () => {
    expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length);
    expect(damages.length + byteDamages.length).toBeGreaterThan(100);
  });
});
