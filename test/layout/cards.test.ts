import { describe, expect, it } from 'vitest';
import type { Block, Cards, ListItem } from '../../src/document/node.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { dumpPage } from '../../src/layout/dump.js';
import type { Theme } from '../../src/style/theme.js';
import { itemsOf } from '../../src/layout/page.js';
import { contentLines, createNodes, layOutSquares, wordsOf, type SampleOptions } from './sample.js';

const icon: VectorImage = { kind: 'vector', width: 48, height: 48, paths: [] };
const images = new Map([['art/icon.svg', icon]]);

/** Cards with these words, each with an icon and a heading. */
function cardsOf(texts: readonly string[], nodes = createNodes()): Cards {
  const id = nodes.id();
  return { kind: 'cards', id, items: texts.map((text) => cardOf(text, nodes)) };
}

function cardOf(text: string, nodes: ReturnType<typeof createNodes>): ListItem {
  const id = nodes.id();
  const figure: Block = {
    kind: 'figure',
    id: nodes.id(),
    source: 'art/icon.svg',
    alternative: '',
    caption: [],
    isIcon: true,
  };
  return { kind: 'list-item', id, children: [figure, nodes.heading(3, 'Head'), nodes.paragraph(text)] };
}

function dump(texts: readonly string[], options: SampleOptions = {}): string {
  return `\n${layOutSquares([cardsOf(texts)], { images, ...options })
    .laidOut.pages.map(dumpPage)
    .join('')}`;
}

describe('cards', () => {
  it('stand two by two, a row of one height, the last of an odd number across', () => {
    expect(dump(['one', 'two and a few more words', 'three'])).toMatchInlineSnapshot(`
      "
      shape 86,54 207.6x88 #e8f2f1  (layout)
      vector 98,62 32x32  (layout)
      line 140,81.9 +52 "Head"  #4
      line 98,110.1 +36 "one"  #6
      shape 301.6,54 207.6x88 #e8f2f1  (layout)
      vector 313.6,62 32x32  (layout)
      line 355.6,81.9 +52 "Head"  #10
      line 313.6,110.1 +156 "two and a few"  #12
      line 313.6,127.1 +120 "more words"  #12
      shape 86,150 423.3x71 #e8f2f1  (layout)
      vector 98,158 32x32  (layout)
      line 140,177.9 +52 "Head"  #16
      line 98,206.1 +60 "three"  #18
      "
    `);
  });

  it('are mirrored in a document from right to left, their icons not', () => {
    expect(dump(['one', 'two'], { document: { lang: 'ar', dir: 'rtl' } })).toMatchInlineSnapshot(`
      "
      shape 301.6,54 207.6x74.2 #e8f2f1  (layout)
      vector 465.3,62 32x32  (layout)
      line 403.3,81.9 +52 "Head"  #4
      line 461.3,111.7 +36 "one"  #6
      shape 86,54 207.6x74.2 #e8f2f1  (layout)
      vector 249.6,62 32x32  (layout)
      line 187.6,81.9 +52 "Head"  #10
      line 245.6,111.7 +36 "two"  #12
      "
    `);
  });

  it('stand one above the other on small paper', () => {
    const { laidOut } = layOutSquares([cardsOf(['one', 'two'])], { images, paper: 'a5' });
    const starts = contentLines(itemsOf(laidOut.pages[0]!)).map(({ x }) => Math.round(x));
    expect(new Set(starts).size).toBe(2);
  });

  it('are read in order and never divided over pages', () => {
    const texts = Array.from({ length: 31 }, (_, index) => `text${index}`);
    const { laidOut, problems } = layOutSquares([cardsOf(texts)], { images });
    const pages = laidOut.pages.map((page) => contentLines(itemsOf(page)).map(wordsOf));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(texts.flatMap((text) => ['Head', text]));
    for (const words of pages) expect(words[0]).toBe('Head');
    expect(problems).toEqual([]);
  });
});

describe('the last card of an odd number', () => {
  /** The words of each page, after so many lines. */
  const pagesAfter = (lines: number, theme: (made: Theme) => Theme = (made) => made) => {
    const { paragraph } = createNodes();
    const fill = Array.from({ length: lines }, () => paragraph('fill'));
    const { pages } = layOutSquares([...fill, cardsOf(['one', 'two', 'three', 'four', 'five'])], {
      images,
      theme,
    }).laidOut;
    return pages.map((page) =>
      contentLines(itemsOf(page))
        .map(wordsOf)
        .filter((words) => words !== 'fill' && words !== 'Head'),
    );
  };
  /** How many lines leave room for so many cards on the first page. */
  const linesBefore = (cards: number, theme?: (made: Theme) => Theme): number => {
    let lines = 1;
    while ((pagesAfter(lines, theme)[0]?.length ?? 0) > cards) lines += 1;
    return lines;
  };

  it('stays with the row above it', () => {
    const [first, second] = pagesAfter(linesBefore(4));
    expect(first).toEqual(['one', 'two']);
    expect(second).toEqual(['three', 'four', 'five']);
  });

  it('is parted from it where that saves a page and a handout is set as tightly as may be', () => {
    const pagesIn = (isTightest: boolean): number => {
      const { paragraph } = createNodes();
      const blocks = [
        cardsOf(['one', 'two', 'three', 'four', 'five']),
        paragraph('after'),
        paragraph('them'),
      ];
      // Pages with room for two rows, or for one and two lines.
      const theme = ({ page, ...made }: Theme): Theme => {
        const insets = { ...page.insets, bottom: 842 - page.insets.top - 170 };
        return { ...made, page: { ...page, isTightest, insets } };
      };
      return layOutSquares(blocks, { images, theme }).laidOut.pages.length;
    };
    expect([pagesIn(false), pagesIn(true)]).toEqual([3, 2]);
  });

  it('and all others stay on one page where tighter spaces make room for it', () => {
    const roomy = linesBefore(4) - 1;
    expect(pagesAfter(roomy)).toEqual([['one', 'two', 'three', 'four', 'five']]);
  });
});

describe('a list with icons', () => {
  it('keeps room for them, so that none meets what is above it or the icon of the next item', () => {
    const nodes = createNodes();
    const items = ['a', 'b'].map((words): ListItem => {
      const id = nodes.id();
      const figure = {
        kind: 'figure',
        id: nodes.id(),
        source: 'art/icon.svg',
        alternative: '',
        caption: [],
      } as const;
      return { kind: 'list-item', id, children: [{ ...figure, isIcon: true }, nodes.paragraph(words)] };
    });
    const list = { kind: 'list', id: nodes.id(), marker: 'icon', items } as const;
    const { laidOut, theme } = layOutSquares([list], { images });
    const icons = itemsOf(laidOut.pages[0]!).filter((item) => item.kind === 'vector');
    expect(icons[0]!.box.y).toBeGreaterThanOrEqual(theme.page.insets.top);
    expect(icons[1]!.box.y).toBeGreaterThanOrEqual(icons[0]!.box.y + icons[0]!.box.height);
  });
});
