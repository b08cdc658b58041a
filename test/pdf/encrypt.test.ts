import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { buildHandout } from '../../src/handout/build.js';
import { encryptPdf } from '../../src/pdf/encrypt.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isMissing, isMissingVeraPdf, runTool } from '../support/tools.js';
import { verify } from '../support/verapdf.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const PASSWORD = 'correct horse 21';

/** The same bytes for the same seed, so that a file can be compared. */
function randomOf(seed: string): (count: number) => Uint8Array {
  let drawn = 0;
  return (count) => createHash('shake256', { outputLength: count }).update(`${seed} ${drawn++}`).digest();
}

async function pdfOf(lang: string): Promise<Uint8Array> {
  const personal = { firstName: 'Ada (née \\ Byron)', treatmentDate: '2026-03-14' };
  const request = { handout: 'microneedling/combined-aftercare', lang, personal };
  return (await buildHandout(workspace, request)).value!.pdf;
}

/** Writes a file locked and not, and another program's copy of it without the lock. */
async function lockedFiles(lang: string, seed = 'seed') {
  const pdf = await pdfOf(lang);
  const locked = encryptPdf(pdf, PASSWORD, randomOf(seed));
  const dir = temporaryFolder({ 'plain.pdf': pdf, 'locked.pdf': locked });
  const [plain, lockedFile, unlocked] = ['plain', 'locked', 'unlocked'].map((name) =>
    join(dir, `${name}.pdf`),
  );
  return { plain: plain!, locked: lockedFile!, unlocked: unlocked!, bytes: locked };
}

describe.skipIf(isMissing('qpdf') || isMissing('pdftotext'))('a locked PDF', () => {
  it.each(['en', 'ar', 'hi', 'zh-Hans', 'ja'])(
    'opens with its password and says the same in %s',
    async (lang) => {
      const { plain, locked } = await lockedFiles(lang);
      const text = (file: string, ...options: readonly string[]) =>
        runTool('pdftotext', [...options, '-layout', file, '-']);
      expect(text(locked, '-upw', PASSWORD)).toBe(text(plain));
      expect(() => text(locked, '-upw', `${PASSWORD}!`)).toThrow('Incorrect password');
      expect(() => text(locked)).toThrow('Incorrect password');
    },
  );

  it('has its password as readers prepare what is typed, whatever form it was given in', async () => {
    const pdf = await pdfOf('en');
    const given = 'Zoe\u0308\u00a0\u00ad2\u00b2 ｶﾅ';
    const dir = temporaryFolder({ 'locked.pdf': encryptPdf(pdf, given) });
    expect(runTool('pdftotext', ['-upw', 'Zoë 22 カナ', join(dir, 'locked.pdf'), '-'])).toContain('Lumen');
  });

  it('is AES-256 of revision 6 and lets screen readers in', async () => {
    const { locked } = await lockedFiles('en');
    const shown = runTool('qpdf', ['--show-encryption', `--password=${PASSWORD}`, locked]);
    expect(shown).toContain('R = 6\nP = -4\n');
    expect(shown).toContain('extract for accessibility: allowed');
    expect(shown).toContain('stream encryption method: AESv3\nstring encryption method: AESv3');
    expect(runTool('qpdf', ['--check', `--password=${PASSWORD}`, locked])).toContain('No syntax or stream');
  });

  it('holds no word of the handout in the clear', async () => {
    const { bytes } = await lockedFiles('en');
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toMatch(/aftercare|Lumen|Ada|xpacket|D:2026|\(en\)|tel:/);
  });

  it('is another file each time, but the same for the same chance', async () => {
    const pdf = await pdfOf('en');
    expect(encryptPdf(pdf, PASSWORD)).not.toEqual(encryptPdf(pdf, PASSWORD));
    expect(encryptPdf(pdf, PASSWORD, randomOf('a'))).toEqual(encryptPdf(pdf, PASSWORD, randomOf('a')));
  });

  it.skipIf(isMissingVeraPdf())('is PDF/UA-1 and claims no PDF/A', async () => {
    const files = await Promise.all(['en', 'ar', 'zh-Hans'].map((lang) => lockedFiles(lang)));
    for (const { locked, unlocked } of files) {
      runTool('qpdf', ['--decrypt', `--password=${PASSWORD}`, locked, unlocked]);
    }
    expect(verify(files.map(({ unlocked }) => unlocked)).map(({ failures }) => failures)).toEqual(
      files.flatMap(() => [[], ["The file doesn't say that it conforms to PDF/A-2A."]]),
    );
  });
});

describe('encryptPdf', () => {
  it('refuses what this program has not written', () => {
    const file = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
    expect(() => encryptPdf(file, PASSWORD)).toThrow('The file has no plain cross-reference table.');
  });
});
