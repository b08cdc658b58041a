import { describe, expect, it } from 'vitest';
import { paperSizes } from '../../src/base/paper.js';
import type { Block } from '../../src/document/node.js';
import { layOut } from '../../src/layout/layout.js';
import { itemsOf } from '../../src/layout/page.js';
import { createTheme } from '../../src/style/theme.js';
import { openTypesetter } from '../support/setting.js';
import { tokens } from '../style/tokens.js';
import { contentLines, createNodes, documentOf, type PlacedLine } from './sample.js';

const typesetter = openTypesetter();
const size = paperSizes.a4;

/** The lines of blocks set in real fonts, each with the edge that its text starts from. */
function linesOf(blocks: readonly Block[], dir: 'ltr' | 'rtl' = 'ltr') {
  const theme = createTheme(tokens, { lang: 'en', paper: 'a4' });
  const document = documentOf(blocks, { dir });
  const { value, problems } = layOut(document, { theme, size, typesetter, images: new Map() });
  expect(problems).toEqual([]);
  const { start } = theme.page.insets;
  const startOf = ({ x, line }: PlacedLine) =>
    dir === 'ltr' ? x - start : size.width - start - x - line.width;
  return {
    theme,
    lines: contentLines(itemsOf(value.pages[0]!)).map((line) => ({ line, start: startOf(line) })),
  };
}

function inkOf({ line }: PlacedLine): number {
  return line.hang!.startInk;
}

describe('a quotation mark at the start of a line', () => {
  it('stands in the margin, in paragraphs and headings, so that the words line up', () => {
    const { paragraph, heading } = createNodes();
    const { lines } = linesOf([
      heading(1, '“Clean”'),
      paragraph('“Keep it clean.”'),
      paragraph('Keep it clean.'),
    ]);
    const [title, quoted, plain] = lines;
    expect(title!.start).toBeCloseTo(-inkOf(title!.line), 6);
    expect(inkOf(title!.line)).toBeGreaterThan(inkOf(quoted!.line));
    expect(quoted!.start).toBeCloseTo(-inkOf(quoted!.line), 6);
    expect(plain!.start).toBe(0);
  });

  it('stands in the other margin where the page runs from right to left', () => {
    const { paragraph } = createNodes();
    const { lines } = linesOf([paragraph('«نظيف»'), paragraph('نظيف')], 'rtl');
    expect(lines[0]!.start).toBeCloseTo(-inkOf(lines[0]!.line), 6);
    expect(lines[1]!.start).toBeCloseTo(0, 6);
  });

  it('takes no more than half of the padding of a box', () => {
    const { id, heading, paragraph } = createNodes();
    const children = [heading(1, '“Call”'), paragraph('Call')];
    const { theme, lines } = linesOf([{ kind: 'callout', id: id(), role: 'call', children }]);
    const { start: padding } = theme.callouts.call.padding;
    const [quoted, plain] = lines;
    expect(plain!.start).toBe(padding);
    expect(quoted!.start).toBeCloseTo(padding - Math.min(padding / 2, inkOf(quoted!.line)), 6);
    expect(quoted!.start).toBeLessThan(padding);
  });

  it('keeps clear of the label of a list', () => {
    const { list } = createNodes();
    const { theme, lines } = linesOf([list('decimal', ['“Clean”', 'Clean'])]);
    const [label, quoted, , plain] = lines;
    const gap = quoted!.start - (label!.start + label!.line.line.width);
    expect(inkOf(quoted!.line)).toBeGreaterThan(theme.list.labelGap / 2);
    expect(gap).toBeCloseTo(theme.list.labelGap / 2, 6);
    expect(plain!.start - quoted!.start).toBeCloseTo(theme.list.labelGap / 2, 6);
  });

  it('keeps clear of the column before it', () => {
    const { id, paragraph } = createNodes();
    const column = (words: string) =>
      ({ kind: 'column', id: id(), span: 1, children: [paragraph(words)] }) as const;
    const columns: Block = { kind: 'columns', id: id(), columns: [column('“Clean”'), column('“Dry”')] };
    const { theme, lines } = linesOf([columns]);
    expect(lines[0]!.start).toBeCloseTo(-inkOf(lines[0]!.line), 6);
    const width = (size.width - theme.page.insets.start - theme.page.insets.end - theme.columns.gap) / 2;
    expect(lines[1]!.start).toBeCloseTo(width + theme.columns.gap - inkOf(lines[1]!.line), 6);
  });
});
