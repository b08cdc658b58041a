import { describe, expect, it } from 'vitest';
import { qrCode } from '../../../src/graphics/qr.js';
import type { Theme } from '../../../src/style/theme.js';
import { drawingOf, faultsOf, judgeSquares, restyled, type PageChanges } from './judged-page.js';

const labelled =
  '<figure class="labelled"><img src="a.svg" alt="A."><ul><li data-label="skin" data-at="0:3:5">skin</li></ul></figure>';
const pictured = (image: ReturnType<typeof drawingOf>): PageChanges => ({
  images: new Map([['a.svg', image]]),
});

/** Changes the style of paragraphs of a class. */
const withRole =
  (role: 'note' | 'body', change: Parameters<typeof restyled>[1]) =>
  (theme: Theme): Theme => {
    const paragraphs = {
      ...theme.blocks.paragraphs,
      [role]: restyled(theme.blocks.paragraphs[role], change),
    };
    return { ...theme, blocks: { ...theme.blocks, paragraphs } };
  };

const withInsets =
  (insets: Partial<Theme['page']['insets']>) =>
  (theme: Theme): Theme => ({
    ...theme,
    page: { ...theme.page, insets: { ...theme.page.insets, ...insets } },
  });

const withInfo =
  (change: (box: Theme['callouts']['info']) => Theme['callouts']['info']) =>
  (theme: Theme): Theme => ({ ...theme, callouts: { ...theme.callouts, info: change(theme.callouts.info) } });

const code = (widthMm: number): string =>
  `<figure data-at="0:2:1"><img src="qr:https://a.example" alt="Code." data-width-mm="${widthMm}"></figure>`;
const coded = (): PageChanges => ({
  images: new Map([['qr:https://a.example', qrCode('https://a.example').value!]]),
});

describe('words on what is painted under them', () => {
  it('are reported where they are too faint on it, in a drawing too', () => {
    expect(faultsOf(labelled, pictured(drawingOf('#808080')))).toBe(
      'page.hbs:3:5 error page/low-contrast\n' +
        'The label “skin” of a drawing in #566467 on the picture “a.svg” in #808080 has a contrast of 1.55 to 1; it needs 4.5 to 1.\n' +
        'Take a darker colour for the words or a paler one for what is under them.',
    );
    expect(faultsOf(labelled, pictured(drawingOf('#eeeeee')))).toBe('');
  });

  it('are reported where a printer without colour makes both alike', () => {
    const green = (colour: `#${string}`) =>
      withInfo((box) => ({
        ...box,
        fill: '#00ff00',
        edge: undefined as never,
        blocks: {
          ...box.blocks,
          headings: { ...box.blocks.headings, 2: restyled(box.blocks.headings[2], { colour }) },
        },
      }));
    const box = '<h1>Care</h1><aside class="info"><h2 data-at="0:2:1">Rest</h2></aside>';
    expect(faultsOf(box, { theme: green('#cd00ff') })).toBe(
      'page.hbs:2:1 warning page/grey-contrast\n' +
        'A heading (h2) in #cd00ff on a box in #00ff00 has a contrast of only 2.33 to 1 when printed without colour.\n' +
        'Make one of the two colours darker or paler, not only another hue.',
    );
    expect(faultsOf(box, { theme: green('#000000') })).toBe('');
  });

  it('may stand on the picture whose labels they are, and on nothing else', () => {
    const next = '<p data-at="0:4:1">More</p>';
    const below = drawingOf('#ffffff', { x: 0, y: 114 });
    expect(faultsOf(labelled + next, pictured(below))).toBe(
      'page.hbs:4:1 error page/overlap\n' +
        'A paragraph stands on other words: the label “skin” of a drawing.\n' +
        'Give it more room: shorten it, or move what it meets.',
    );
    const picture = '<figure data-at="0:4:1"><img src="a.svg" alt="A."></figure>';
    expect(faultsOf(labelled + picture, pictured(below))).toContain(
      'page.hbs:3:5 error page/overlap\nThe label “skin” of a drawing is covered by a picture.\n',
    );
    expect(faultsOf(labelled + next, pictured(drawingOf('#ffffff')))).toBe('');
  });
});

describe('small things', () => {
  it('are reported where text is smaller than clear print allows', () => {
    const note = '<p class="note" data-at="0:2:1">Small</p>';
    expect(faultsOf(note, { theme: withRole('note', { size: 8 }) })).toBe(
      'page.hbs:2:1 error page/small-text\n' +
        'A paragraph of class “note” is set in 8 pt; it needs 9 pt or more.\n' +
        'Set it larger: the sizes stand in "typeScale" of the brand.',
    );
    expect(faultsOf(note)).toBe('');
    expect(faultsOf(note, { variants: ['large-print'] })).toContain('it needs 14 pt or more in large print.');
  });

  it('are reported where two links are too near each other for a finger', () => {
    const link = (name: string, line: number): string =>
      `<a href="https://${name}.example" data-at="0:${line}:1">${name}</a>`;
    expect(faultsOf(`<p class="contact">${link('alpha', 2)}<br>${link('gamma', 3)}</p>`)).toBe(
      'page.hbs:3:1 warning page/small-target\n' +
        'A link on page 1 is 50 by 13 pt with another beside it; a finger needs 18 by 18 pt (24 pixels), or as much between them.\n' +
        'Set it larger, or put more room between the links.',
    );
    expect(faultsOf(`<p class="contact">${link('alpha', 2)}<br>and<br>${link('gamma', 3)}</p>`)).toBe('');
    const wide = 'alpha'.repeat(5);
    expect(faultsOf(`<p class="contact">${link(wide, 2)}<br>${link('a', 3)}</p>`)).toMatch(/^page.hbs:3:1 /);
    expect(faultsOf(`<p class="contact">${link('a', 2)}<br>${link(wide, 3)}</p>`)).toMatch(/^page.hbs:2:1 /);
  });

  it('are reported where a code has squares too small for a phone', () => {
    expect(faultsOf(code(10), coded())).toBe(
      'page.hbs:2:1 warning page/qr-size\n' +
        'The squares of the QR code are 0.30 mm wide; a phone needs 0.4 mm to read them from paper.\n' +
        'Show it 14 mm wide, or shorten its address.',
    );
    const { figures, problems } = judgeSquares(code(20), coded());
    expect(problems).toEqual([]);
    expect(figures.qrModuleMm).toBeCloseTo(20 / 33, 5);
  });
});

describe('a QR code', () => {
  it('is reported on a ground that is dark', () => {
    const box = `<aside class="info">${code(20)}</aside>`;
    const filled = (fill: `#${string}`) => withInfo((info) => ({ ...info, fill }));
    expect(faultsOf(box, { ...coded(), theme: filled('#999999') })).toBe(
      'page.hbs:2:1 error page/qr-ground\n' +
        "The QR code in #000000 on #999999 isn't dark enough on light for readers.\n" +
        'Put it on plain paper or a pale tint, with nothing else near it.',
    );
    expect(faultsOf(box, { ...coded(), theme: filled('#eeeeee') })).toBe('');
  });
});

describe('what tells something without words', () => {
  it('is reported where it is hardly seen', () => {
    const list = '<ul class="check"><li><p data-at="0:2:1">Wash</p></li></ul>';
    const marked = (check: `#${string}`) => (theme: Theme) => ({
      ...theme,
      blocks: { ...theme.blocks, check },
    });
    expect(faultsOf(list, { theme: marked('#bbbbbb') })).toBe(
      'page.hbs:2:1 warning page/faint-mark\n' +
        'A mark or an icon has a contrast of 1.91 to 1 on #ffffff; what tells something needs 3 to 1.\n' +
        'Give it a darker colour, or a paler ground.',
    );
    expect(faultsOf(list)).toBe('');
  });

  it('is reported at the words it stands with, whatever stands beside them', () => {
    const card = (image: string, line: number): string =>
      `<li><figure class="icon"><img src="${image}"></figure><h2 data-at="0:${line}:1">Card</h2></li>`;
    const images = new Map([
      ['dark.svg', drawingOf('#000000')],
      ['pale.svg', drawingOf('#cccccc')],
    ]);
    const cards = (...items: readonly string[]): string =>
      faultsOf(`<h1>Care</h1><ul class="cards">${items.join('')}</ul>`, { images });
    expect(cards(card('dark.svg', 2), card('pale.svg', 3))).toMatch(/^page.hbs:3:1 warning page\/faint-mark/);
    expect(cards(card('pale.svg', 2), card('dark.svg', 3))).toMatch(/^page.hbs:2:1 warning page\/faint-mark/);
  });

  it('is reported where it is the colour of a box alone', () => {
    const box = (first: string): string =>
      `<h1>Care</h1><aside class="urgent" data-at="0:2:1">${first}</aside>`;
    expect(faultsOf(box('<p>Pain</p>'))).toBe(
      'page.hbs:2:1 warning page/colour-only\n' +
        'A box of class “urgent” begins with no heading: printed without colour, nothing tells what it is for.\n' +
        'Begin it with a heading, or with <strong> words, that say what it is for.',
    );
    expect(faultsOf(box('<h2>Get help</h2><p>Pain</p>'))).toBe('');
    expect(faultsOf(box('<p><strong>Get help:</strong> pain</p>'))).toBe('');
  });
});

describe('the edge of the paper', () => {
  const text = '<p data-at="0:2:1">Words</p>';

  it('is where what sticks out is cut off', () => {
    expect(faultsOf(text, { theme: withInsets({ start: -10 }) })).toBe(
      'page.hbs:2:1 error page/off-page\n' +
        'A paragraph sticks out of the page by 5.0 pt at the left.\n' +
        'Make it smaller or shorter; what is outside the page is cut off.',
    );
  });

  it('is left blank by printers', () => {
    expect(faultsOf(text, { theme: withInsets({ start: 8 }) })).toBe(
      'page.hbs:2:1 warning page/unprintable-margin\n' +
        'A paragraph is 8.0 pt from the left edge of the paper; most printers leave 12 pt (4.2 mm) blank.\n' +
        'Make it smaller or shorter, so that it stays within the margins.',
    );
    expect(faultsOf(text, { theme: withInsets({ start: 12 }) })).toBe('');
  });
});

describe('the order of reading', () => {
  it('is reported where it crosses the order on the page', () => {
    const two = '<p data-at="0:2:1">One</p><p data-at="0:3:1">Two</p>';
    const swap: PageChanges['after'] = (laidOut) => {
      const [page] = laidOut.pages;
      const [first, second, ...rest] = page!.blocks.filter(({ block }) => block.items.length > 0);
      const blocks = [{ ...first!, y: second!.y }, { ...second!, y: first!.y }, ...rest];
      return { ...laidOut, pages: [{ ...page!, blocks }] };
    };
    expect(faultsOf(two, { after: swap })).toBe(
      'page.hbs:3:1 error page/reading-order\n' +
        'This is read after what stands below or after it on the page (line 2 of the template): the order of reading crosses the order on the page.\n' +
        'Put both in the order in which they are to be read.',
    );
    expect(faultsOf(two)).toBe('');
  });

  it('goes down a column and on to the next, in either direction', () => {
    const columns =
      '<div class="columns"><div><p>One</p><p>Two</p></div><div><p>Three</p></div></div><p>Four</p>';
    const cards =
      '<ul class="cards"><li><h2>A</h2><p>Some</p></li><li><h2>B</h2></li><li><h2>C</h2></li></ul>';
    expect(faultsOf(`<h1>Care</h1>${columns}${cards}`)).toBe('');
  });
});

describe('a picture of pixels', () => {
  const pixels = {
    kind: 'pixels',
    width: 96,
    height: 48,
    rgb: new Uint8Array(96 * 48 * 3).fill(255),
  } as const;
  const photo = (widthMm: number): string =>
    faultsOf(`<figure data-at="0:2:1"><img src="a.png" alt="A." data-width-mm="${widthMm}"></figure>`, {
      images: new Map([['a.png', pixels]]),
    });

  it('is reported where it is enlarged', () => {
    expect(photo(25.4)).toBe('');
    expect(photo(50.8)).toBe(
      'page.hbs:2:1 warning page/coarse-picture\n' +
        'A picture on page 1 has 48 pixels to the inch; with fewer than 96 it looks blurred or stepped.\n' +
        'Take a larger picture or a drawing (SVG), or show it smaller with data-width-mm.',
    );
  });
});

describe('ink', () => {
  const picture = '<figure data-at="0:2:1"><img src="a.svg" alt="A." data-width-mm="140"></figure>';

  it('is reported where a page takes more than six pages of text, at what takes most of it', () => {
    expect(faultsOf(`<p>Words</p>${picture}`, pictured(drawingOf('#000000')))).toBe(
      'page.hbs:2:1 warning page/ink\n' +
        'Ink covers 31 % of page 1; a page of usual text has 5 %, and more than 30 % empties cartridges.\n' +
        'Take paler tints or smaller pictures, or print the variant “greyscale”.',
    );
    expect(faultsOf(picture, pictured(drawingOf('#cccccc')))).toBe('');
  });

  it('is what is darker than the paper, weighted by how dark', () => {
    const box = '<aside class="info"><p>x</p></aside>';
    const black = judgeSquares(box, { theme: withInfo((info) => ({ ...info, fill: '#000000' })) }).figures
      .inkShare!;
    const white = judgeSquares(box, { theme: withInfo((info) => ({ ...info, fill: '#ffffff' })) }).figures
      .inkShare!;
    expect(black).toBeGreaterThan(white * 5);
  });
});
