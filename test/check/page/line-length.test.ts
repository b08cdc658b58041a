import { describe, expect, it } from 'vitest';
import { paperSizes } from '../../../src/base/paper.js';
import { checkPages } from '../../../src/check/page/check-pages.js';
import { layOut } from '../../../src/layout/layout.js';
import { createTheme, type Theme } from '../../../src/style/theme.js';
import { documentOf, handout } from '../../document/parse-body.js';
import { tokens } from '../../style/tokens.js';
import { openTypesetter } from '../../support/setting.js';
import { printProblems } from '../../workspace/print-problem.js';

const typesetter = openTypesetter();
const words = 'Rest your skin and keep it out of the sun until all of it has healed. '.repeat(5);
const paragraph = `<p data-at="0:2:1">${words}</p>`;

/** Sets a paragraph of six lines or so in the packaged fonts. */
function judge(main: string, change: (theme: Theme) => Theme = (theme) => theme) {
  const theme = change(createTheme(tokens, { lang: 'en', paper: 'a4' }));
  const document = documentOf(handout(main));
  const laidOut = layOut(document, { theme, size: paperSizes.a4, typesetter, images: new Map() }).value;
  return checkPages(laidOut, { variants: [] });
}

/** Running text as wide as its column, whose margins are these. */
const wide =
  (margin: number) =>
  (theme: Theme): Theme => {
    const { longestLine: _, ...body } = theme.blocks.paragraphs.body;
    const insets = { ...theme.page.insets, start: margin, end: margin };
    const paragraphs = { ...theme.blocks.paragraphs, body };
    return { ...theme, page: { ...theme.page, insets }, blocks: { ...theme.blocks, paragraphs } };
  };

describe('the lines of running text', () => {
  it('are of a length at which the eye finds the next', () => {
    const { value, problems } = judge(paragraph);
    expect(problems).toEqual([]);
    expect(value.charactersPerLine!.median).toBeGreaterThan(65);
    expect(value.charactersPerLine!.median).toBeLessThanOrEqual(85);
  });

  it('are reported where they are too long', () => {
    expect(printProblems(judge(paragraph, wide(20)).problems)).toMatch(
      new RegExp(
        '^page.hbs:2:1 warning page/line-length\n' +
          'A paragraph of \\d lines has 1\\d\\d characters on a line, more than 95.\n' +
          'Set the text in a narrower column, or in larger letters.$',
      ),
    );
  });

  it('are reported where they are too short, but not in columns and tables', () => {
    expect(printProblems(judge(paragraph, wide(220)).problems)).toMatch(
      /^page.hbs:2:1 warning page\/line-length\nA paragraph of \d+ lines has \d\d characters on its longest line, less than 45.\n/,
    );
    const columns = `<div class="columns"><div>${paragraph}</div><div><p>One</p></div></div>`;
    expect(judge(columns).problems).toEqual([]);
  });
});
