import { beforeAll, describe, expect, it } from 'vitest';
import { editPdf } from '../../support/pdf-editor.js';
import { printProblems } from '../../workspace/print-problem.js';
import { damages } from './damages.js';
import { judge, makeSoundFiles } from './sound-files.js';
import type { SoundFile, SoundName } from './sound-files.js';

let files: ReadonlyMap<SoundName, SoundFile> = new Map();

beforeAll(async () => {
  files = await makeSoundFiles();
});

/** What is told of the first file that a damage is done to; objects have no numbers here, which change with the content. */
function told(damageName: string, on?: SoundName): string {
  const damage = damages.find(({ name }) => name === damageName)!;
  const file = files.get(on ?? damage.on[0]!)!;
  return printProblems(judge(editPdf(file.pdf, damage.change), file)).replace(/\b[Oo]bject \d+/g, 'object N');
}

describe('what is told of a damaged file', () => {
  it.each([
    ['an object that nothing uses', 'error pdf/orphan-object\nThe object N is reached from nowhere.'],
    [
      'an object that is gone',
      "error pdf/missing-object\nThe object N is named, and the file doesn't have it.",
    ],
    ['encryption', 'error pdf/trailer\nThe file is encrypted.'],
    ['no identifier', 'error pdf/trailer\nThe file has no /ID.'],
    [
      'an operator that PDF does not have',
      "error pdf/unknown-operator\nPage 1: The operator sparkle is none of PDF's.",
    ],
    [
      'content that is no PDF syntax',
      'error pdf/unreadable\nA dictionary has a key that is no name at byte 29.',
    ],
    [
      'words added as decoration',
      'error pdf/hidden-text\nPage 1 shows words as decoration, which are not its running lines.',
    ],
    [
      'a “no” that is gone',
      'templates/topics/aftercare.hbs:20:13 error pdf/text-differs\n' +
        'The passage (LBody) on page 1 is not heard as its source says: ' +
        '“heavy exercise for 48 ho” in place of “No heavy exercise for 48”.',
    ],
    [
      'a run that is read aloud with a letter that is not painted',
      'error pdf/actual-text\nThe words of MCID 1 on page 1 are not those that are read in their stead.',
    ],
    [
      'a heading that is a paragraph',
      'templates/topics/aftercare.hbs:4:1 error pdf/wrong-role\nThe passage (H2) on page 1 is announced as P.',
    ],
    [
      'bullets that are announced as numbers',
      'templates/partials/safety-block.hbs:6:9 error pdf/list-numbering\n' +
        'The passage (L Disc) on page 1 is announced as L Decimal.',
    ],
    [
      'words in another language that do not say so',
      'templates/topics/benefits.hbs:8:31 error pdf/wrong-language\n' +
        'The passage (TD) on page 1 is read as en, not as en, es.',
    ],
    [
      'two passages that change places',
      'templates/partials/letterhead.hbs:4:3 error pdf/reading-order\n' +
        'The passages of the file are read in another order than in its source, from passage 3 (P) on.',
    ],
    [
      'a link that lies elsewhere',
      'error pdf/link-place\n<Link> (object N) is not painted where its annotation is.',
    ],
    [
      'a link to another number',
      'templates/partials/safety-block.hbs:12:26 error pdf/link-target\n' +
        '<Link> (object N) leads elsewhere than its source.',
    ],
    [
      'a bookmark with other words',
      'templates/layouts/handout.hbs:11:3 error pdf/bookmark\nThe bookmark 1 has other words than its heading.',
    ],
    ['no bookmarks', 'error pdf/bookmark\nThe file has 0 bookmarks; its source has 4 headings.'],
    [
      'pages in another order',
      'error pdf/page-order\nWhat stands on page 2 is read before a page that comes first.',
    ],
  ])('names what is wrong and where: %s', (name, text) => {
    expect(told(name)).toBe(text);
  });

  it('says how a stream is damaged', () => {
    const file = files.get('english')!;
    const text = Buffer.from(file.pdf)
      .toString('latin1')
      .replace(/\/Length \d(\d\d\d)>>/, '/Length 9$1>>');
    expect(printProblems(judge(Buffer.from(text, 'latin1'), file)).replace(/\d+/, 'N')).toBe(
      'error pdf/damaged-stream\nThe stream N does not end where its length says.',
    );
  });

  it('holds no word of a patient’s copy', () => {
    const swapped = told('the texts of two codes swapped', 'personal');
    expect(swapped).toContain('error pdf/text-differs');
    expect(swapped).not.toMatch(/“/);
    expect(told('the texts of two codes swapped', 'english')).toMatch(/“/);
  });

  it('is not told over and over where one cause has many effects', () => {
    expect(told('no structure tree').split('\n\n').length).toBeLessThan(30);
    expect(told('no structure tree')).toMatch(
      /error pdf\/orphan-object\nThe file has \d{3} more problems of this kind\./,
    );
  });
});
