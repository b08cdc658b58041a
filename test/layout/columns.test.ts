import { describe, expect, it } from 'vitest';
import type { Block, Cards, Column, DoDont, Section } from '../../src/document/node.js';
import { itemsOf } from '../../src/layout/page.js';
import { contentLines, createNodes, layOutSquares, wordsOf } from './sample.js';

const nodes = createNodes();
const { heading, paragraph } = nodes;

/** Columns of one share each. Those of two languages have one each. */
function columnsOf(contents: readonly (readonly Block[])[], lang?: string): Block {
  const columns = contents.map((children): Column => {
    return { kind: 'column', id: nodes.id(), span: 1, ...(lang !== undefined && { lang }), children };
  });
  return { kind: 'columns', id: nodes.id(), columns };
}

/** One block in two languages, which are alike here. */
function pair(one: Block, other: Block): Block {
  return columnsOf([[one], [other]], 'en');
}

/** The baselines of lines, by their words. */
function baselinesOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const { laidOut } = layOutSquares(blocks);
  return new Map(contentLines(itemsOf(laidOut.pages[0]!)).map((line) => [wordsOf(line), line.baseline]));
}

/** How far apart the lines of these words are. */
function distance(blocks: readonly Block[], from: string, to: string): number {
  const baselines = baselinesOf(blocks);
  return baselines.get(to)! - baselines.get(from)!;
}

describe('columns that begin with a heading', () => {
  it('are as far from the text above as the heading is without columns', () => {
    const content = [heading(2, 'Head'), paragraph('text')];
    const alone = distance([paragraph('above'), ...content], 'above', 'Head');
    const beside = distance([paragraph('above'), columnsOf([content, [paragraph('b')]])], 'above', 'Head');
    expect(beside).toBe(alone);
  });
});

describe('one block in two languages', () => {
  it('has the spaces around it that it has in one', () => {
    const single = [paragraph('above'), heading(2, 'Head'), paragraph('text')];
    const double = [
      pair(paragraph('above'), paragraph('a')),
      pair(heading(2, 'Head'), heading(2, 'H')),
      pair(paragraph('text'), paragraph('t')),
    ];
    for (const [from, to] of [
      ['above', 'Head'],
      ['Head', 'text'],
    ] as const) {
      expect(distance(double, from, to)).toBeCloseTo(distance(single, from, to), 6);
    }
  });

  it('has cards of one height, as far apart as cards are', () => {
    const card = (words: string): Cards => {
      return {
        kind: 'cards',
        id: nodes.id(),
        items: [{ kind: 'list-item', id: nodes.id(), children: [paragraph(words)] }],
      };
    };
    const blocks = [
      pair(card('one'), card('so many words that they take more lines')),
      pair(card('a'), card('b')),
    ];
    const { laidOut, theme } = layOutSquares(blocks);
    const boxes = itemsOf(laidOut.pages[0]!).flatMap((item) =>
      item.kind === 'shape' ? [item.shape.box] : [],
    );
    const [first, second, below] = boxes;
    expect(first).toMatchObject({ y: second!.y, height: second!.height });
    expect(below!.y - first!.y - first!.height).toBeCloseTo(theme.cards.gap, 6);
  });

  it('has what to avoid beside what to avoid, whatever there is to do', () => {
    const section = (words: readonly string[]): Section => {
      return { kind: 'section', id: nodes.id(), children: words.map((word) => paragraph(word)) };
    };
    const doDont = (todo: readonly string[], word: string): DoDont => {
      return { kind: 'do-dont', id: nodes.id(), do: section(todo), dont: section([word]) };
    };
    const baselines = baselinesOf([pair(doDont(['do', 'and do'], 'dont'), doDont(['tu'], 'nicht'))]);
    expect(baselines.get('tu')).toBe(baselines.get('do'));
    expect(baselines.get('nicht')).toBe(baselines.get('dont'));
    expect(baselines.get('dont')).toBeGreaterThan(baselines.get('and do')!);
  });
});
