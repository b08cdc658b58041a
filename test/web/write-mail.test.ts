import { describe, expect, it } from 'vitest';

import type { Colour } from '../../src/base/colour.js';
import { buildHandout } from '../../src/handout/build.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { handoutNames } from '../../src/handout/names.js';
import { contrastRatio } from '../../src/base/contrast.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { mailStylesheet } from '../../src/web/mail-stylesheet.js';

const workspace = openWorkspace({ cwd: '/' }).value;

async function pageOf(
  handout: string,
  lang: string,
  more: Pick<HandoutRequest, 'variants' | 'bilingual'> = {},
): Promise<string> {
  const letter = { hasCalendar: false, isLocked: false };
  const { value } = await buildHandout(workspace, { handout, lang, letter, formats: ['text'], ...more });
  return value!.letter!.html;
}

describe('the page of an e-mail', () => {
  it('keeps to what mail programs know, fetches nothing and fits what the largest of them shows at once', async () => {
    for (const handout of handoutNames(workspace)) {
      for (const lang of ['en', 'ur', 'zh-Hans']) {
        const page = await pageOf(handout, lang);
        expect(page).not.toMatch(/<(?:svg|img|script|link|iframe|form|input|object)\b|url\(|@import|\bsrc=/);
        expect(page).not.toMatch(
          /var\(|flex|grid|inline-(?:size|start|end)|block-(?:size|start|end)|clamp|max\(|:is\(/,
        );
        // Gmail hides what comes after 102 KB behind a link.
        expect(Buffer.byteLength(page)).toBeLessThan(80 * 1024);
      }
    }
  });

  it('says its language, direction and face in the body too, where the head is thrown away', async () => {
    const page = await pageOf('microneedling/aftercare', 'ar');
    expect(page).toMatch(
      /<div class="sheet" lang="ar" dir="rtl" style="[^"]*font-family:[^"]*Noto Sans Arabic[^"]*"/,
    );
  });

  it('draws its boxes with colours that stand in them, on the side where reading starts', async () => {
    const box =
      /<section class="callout urgent" aria-labelledby="part-2">\s*<table role="presentation"[^>]*><tr><td bgcolor="#fcecea" style="([^"]*)">/;
    expect(box.exec(await pageOf('microneedling/aftercare', 'en'))?.[1]).toContain(
      'border-left:5px solid #a3201d',
    );
    expect(box.exec(await pageOf('microneedling/aftercare', 'ar'))?.[1]).toContain(
      'border-right:5px solid #a3201d',
    );
  });

  it('is larger in large print', async () => {
    const sizeOf = (page: string) => /class="sheet"[^>]*;font-size:(\d+)px/.exec(page)?.[1];
    expect(sizeOf(await pageOf('microneedling/aftercare', 'en'))).toBe('16');
    const large = await pageOf('microneedling/aftercare', 'en', { variants: ['large-print'] });
    expect(sizeOf(large)).toBe('24');
  });

  it('says each block of a handout in two languages in one after the other', async () => {
    const page = await pageOf('microneedling/aftercare', 'ar', { bilingual: 'en' });
    const main = page.slice(page.indexOf('<hr>'));
    expect(main).toMatch(/<div lang="en" dir="ltr">\s*<h1>Caring for your skin/);
    expect(main.indexOf('<h1')).toBeLessThan(main.indexOf('lang="en" dir="ltr">\n<h1'));
  });

  it('has words for its drawings', async () => {
    expect(await pageOf('microneedling/how-it-works', 'en')).toContain(
      '<p class="note">[Four drawings, in order.',
    );
  });

  it('can be read on a dark screen in every brand', () => {
    for (const brand of workspace.brands.values()) {
      const [, dark = ''] = mailStylesheet('en', 'ltr', brand).split('prefers-color-scheme: dark');
      const ground = /background-color: (#[0-9a-f]{6})/.exec(dark)![1] as Colour;
      const colours = ['body, .sheet', 'h1, h2, h3', 'a', '.note, .draft-notice, .foot p, caption'].map(
        (selector) => {
          const rule = dark.split('\n').find((line) => line.trim().startsWith(`${selector} {`));
          return /[^-]color: (#[0-9a-f]{6})/.exec(rule!)![1] as Colour;
        },
      );
      for (const colour of colours) expect(contrastRatio(colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
