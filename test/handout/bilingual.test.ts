import { describe, expect, it } from 'vitest';
import type { Block, DocumentNode } from '../../src/document/node.js';
import { walkDocument } from '../../src/document/walk.js';
import { besideEachOther, lastId } from '../../src/handout/bilingual.js';
import { parseDocument } from '../../src/document/parse.js';

function both(arabic: string, english: string): DocumentNode {
  const page = (lang: string, dir: string, main: string) =>
    `<html lang="${lang}" dir="${dir}"><head><title>${lang}</title></head><body><main>${main}</main></body></html>`;
  const first = parseDocument(page('ar', 'rtl', arabic), []).value;
  const second = parseDocument(page('en', 'ltr', english), [], { firstId: lastId(first) + 1 }).value;
  return besideEachOther(first, second);
}

/** Each line of blocks with what its columns hold. */
function rowsOf({ children }: DocumentNode): readonly string[] {
  const textOf = (block: Block): string => {
    const texts = walkDocument({ ...empty, children: [block] }).flatMap((node) =>
      'text' in node ? [node.text] : [],
    );
    return texts.join(' ');
  };
  return children.map((block) => {
    if (block.kind !== 'columns') return `${block.kind} ${textOf(block)}`;
    return block.columns
      .map(({ lang, dir, children: [only] }) => `${lang} ${dir} ${only!.kind} ${textOf(only!)}`)
      .join(' | ');
  });
}

const empty: DocumentNode = {
  lang: 'en',
  dir: 'ltr',
  title: '',
  letterhead: [],
  children: [],
  runningHeader: [],
  runningFooter: [],
};

describe('two languages beside each other', () => {
  it('are paired block by block, each with its language and direction', () => {
    expect(rowsOf(both('<h1>ا</h1><p>ب</p>', '<h1>a</h1><p>b</p>'))).toEqual([
      'ar rtl heading ا | en ltr heading a',
      'ar rtl paragraph ب | en ltr paragraph b',
    ]);
  });

  it('stay aligned where one says more', () => {
    const notice = '<p class="draft-notice">مسودة</p>';
    expect(rowsOf(both(`${notice}<h1>ا</h1>`, '<h1>a</h1><hr>'))).toEqual([
      'paragraph مسودة',
      'ar rtl heading ا | en ltr heading a',
      'rule ',
    ]);
  });

  it('share a picture, which takes the whole width, out of a section too', () => {
    const section = (words: string) =>
      `<section><figure><img src="art/a.svg" alt="${words}"></figure><p>${words}</p></section>`;
    const document = both(section('ا'), section('a'));
    expect(rowsOf(document)).toEqual(['figure ', 'ar rtl paragraph ا | en ltr paragraph a']);
  });

  it('are paired item by item in lists, whose numbers go on', () => {
    const document = both('<ol><li>ا</li><li>ب</li></ol>', '<ol><li>a</li><li>b</li></ol>');
    expect(rowsOf(document)).toEqual(['ar rtl list ا | en ltr list a', 'ar rtl list ب | en ltr list b']);
    const lists = walkDocument(document).filter((node) => node.kind === 'list');
    expect(lists.map(({ start }) => start)).toEqual([1, 1, 2, 2]);
  });

  it('are paired card by card, so that none drifts from its translation', () => {
    const cards = (...words: string[]) =>
      `<ul class="cards">${words.map((word) => `<li><h2>${word}</h2></li>`).join('')}</ul>`;
    expect(rowsOf(both(cards('ا', 'ب'), cards('a', 'b')))).toEqual([
      'ar rtl cards ا | en ltr cards a',
      'ar rtl cards ب | en ltr cards b',
    ]);
  });

  it('are paired box by box where boxes stand side by side, which stay on one page', () => {
    const boxes = (call: string, urgent: string) =>
      '<section class="keep-together"><div class="columns">' +
      `<div><aside class="call"><p>${call}</p></aside></div>` +
      `<div><aside class="urgent"><p>${urgent}</p></aside></div></div></section>`;
    const document = both(boxes('ا', 'ب'), boxes('a', 'b'));
    const [section] = document.children;
    expect(section).toMatchObject({ kind: 'section', role: 'keep-together' });
    expect(
      rowsOf({ ...document, children: 'children' in section! ? (section.children as Block[]) : [] }),
    ).toEqual(['ar rtl callout ا | en ltr callout a', 'ar rtl callout ب | en ltr callout b']);
  });

  it('have the title, letterhead and running lines of the first', () => {
    expect(both('<p>ا</p>', '<p>a</p>')).toMatchObject({ lang: 'ar', dir: 'rtl', title: 'ar' });
  });

  it('have numbers of their own for all nodes', () => {
    const ids = walkDocument(both('<ul><li>ا</li></ul><p>ب</p>', '<ul><li>a</li></ul><p>b</p>')).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
