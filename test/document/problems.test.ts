import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { complaints, handout } from './parse-body.js';

const H = '<h1>a</h1>';
const wrong: readonly (readonly [string, string])[] = [
  ['<centre>a</centre>', "document/unknown-element\n<centre> isn't an element of handouts."],
  [
    '<asid class="call"></asid>',
    "document/unknown-element\n<asid> isn't an element of handouts.\nDid you mean <aside>?",
  ],
  [
    '<p><svg></svg></p>',
    "document/unknown-element\n<svg> isn't an element of handouts.\nDid you mean <img>?",
  ],
  ['<p><script>a</script>b</p>', "document/unknown-element\n<script> isn't an element of handouts."],
  ['<p id="x">a</p>', "document/unknown-attribute\n<p> can't have the attribute id."],
  ['<p onclick="x">a</p>', "document/unknown-attribute\n<p> can't have the attribute onclick."],
  [
    '<p clas="lead">a</p>',
    "document/unknown-attribute\n<p> can't have the attribute clas.\nDid you mean class?",
  ],
  ['<p class="leed">a</p>', 'document/unknown-class\n<p> has no class "leed".\nDid you mean "lead"?'],
  [
    '<aside class="warning"><hr></aside>',
    'document/unknown-class\n<aside> has no class "warning".\nIt can be call, urgent, info, today.',
  ],
  [
    '<p lang="e">a</p>',
    'document/bad-attribute\nlang="e" isn\'t a language.\nWrite a BCP 47 tag, such as lang="es".',
  ],
  [
    '<p dir="auto">a</p>',
    'document/bad-attribute\ndir="auto" isn\'t a direction.\nWrite dir="ltr" or dir="rtl".',
  ],
  ['<h2>a</h2>', 'document/skipped-heading\n<h2> skips a level: there is no heading before it.\nWrite <h1>.'],
  [`${H}<h3>a</h3>`, 'document/skipped-heading\n<h3> skips a level: there is <h1> before it.\nWrite <h2>.'],
  ['<h1> </h1>', 'document/empty-element\n<h1> is empty.\nLeave it out when there is nothing to say.'],
  ['<p></p>', 'document/empty-element\n<p> is empty.\nLeave it out when there is nothing to say.'],
  ['<ul></ul>', 'document/empty-element\n<ul> is empty.\nLeave it out when there is nothing to say.'],
  [
    '<ul><li> </li></ul>',
    'document/empty-element\n<li> is empty.\nLeave it out when there is nothing to say.',
  ],
  [
    '<aside class="call"></aside>',
    'document/empty-element\n<aside> is empty.\nLeave it out when there is nothing to say.',
  ],
  ['<table></table>', 'document/empty-element\n<table> has no rows in <tbody>.'],
  ['<p><a href="https://a.b"></a></p>', 'document/empty-element\n<a> has no text to click.'],
  ['text', "document/misplaced-text\nText can't stand by itself in <main>.\nPut it in a <p>."],
  ['<em>a</em>', "document/misplaced-text\n<em> can't stand by itself in <main>.\nPut it in a <p>."],
  [
    '<p>a<ul><li>b</li></ul></p>',
    "document/misplaced-element\n<ul> can't stand inside a line of text.\nClose <p> before it.",
  ],
  ['<li>a</li>', "document/misplaced-element\n<li> can't stand in <main>."],
  ['<ul><p>a</p></ul>', 'document/misplaced-element\n<ul> holds <li>, not <p>.'],
  [
    '<p><span class="page-number"></span></p>',
    'document/misplaced-element\n<span class="page-number"> belongs in the running header or the footer.',
  ],
  [
    '<p><span class="end">a</span></p>',
    'document/misplaced-element\n<span class="end"> belongs in a line of the footer.',
  ],
  [
    '<table><tr><td>a</td></tr></table>',
    'document/misplaced-element\n<table> holds <caption> and <thead> and <tbody>, not <tr>.',
  ],
  [
    '<figure><p>a</p></figure>',
    'document/misplaced-element\n<figure> holds one <img> and then perhaps a <figcaption>.',
  ],
  [
    '<figure class="icon"><img src="a.svg"><figcaption>a</figcaption></figure>',
    'document/misplaced-element\n<figure class="icon"> holds one <img> and nothing else.',
  ],
  [
    '<figure class="icon"><img src="a.svg" alt="A drop"></figure>',
    'document/bad-attribute\nAn icon has no alternative text: the words beside it say the same.\n' +
      'Leave alt out, or leave class="icon" out.',
  ],
  [
    '<figure class="labelled"><img src="a.svg" alt="a"><p>a</p></figure>',
    'document/misplaced-element\n<figure class="labelled"> holds one <img>, one <ul> and then perhaps a <figcaption>.',
  ],
  [
    '<figure class="labelled"><img src="a.svg" alt="a"><ul><li>Skin</li></ul></figure>',
    'document/missing-attribute\nA label of a figure needs the attribute data-label.\n' +
      'Write the name after "label-" of a <rect id="label-…"> in the drawing.',
  ],
  [
    '<figure class="labelled"><img src="a.svg" alt="a"><ul><p>Skin</p></ul></figure>',
    'document/misplaced-element\nThe labels of a figure are <li> with the attribute data-label.',
  ],
  ['<figure></figure>', 'document/missing-element\n<figure> has no <img>.'],
  [
    '<figure><img src="a.svg"></figure>',
    'document/missing-attribute\n<img> needs the attribute alt.\nSay what the picture shows.',
  ],
  [
    '<figure><img src="a.svg" alt=" "></figure>',
    'document/missing-attribute\n<img> needs the attribute alt.\nSay what the picture shows.',
  ],
  [
    '<figure><img alt="a"></figure>',
    'document/missing-attribute\n<img> needs the attribute src.\nWrite a path under templates, or qr: and a text.',
  ],
  [
    '<figure><img src="a" alt="a" data-width-mm="wide"></figure>',
    'document/bad-attribute\ndata-width-mm="wide" isn\'t a width in millimetres.',
  ],
  [
    '<aside><hr></aside>',
    'document/missing-attribute\n<aside> needs a class.\nWrite class="call", "urgent", "info" or "today".',
  ],
  [
    '<div><div><hr></div></div>',
    'document/missing-attribute\n<div> needs a class.\nWrite class="columns" or class="do-dont", or use <section>.',
  ],
  [
    '<p><span>a</span></p>',
    'document/missing-attribute\n<span> needs the attribute lang or dir.\nTo stress words use <strong> or <em>.',
  ],
  [
    '<table><tbody><tr><th>a</th></tr></tbody></table>',
    'document/missing-attribute\n<th> needs the attribute scope.\nWrite scope="col" above a column, or scope="row" beside a row.',
  ],
  [
    '<table><tbody><tr><th scope="x">a</th></tr></tbody></table>',
    'document/bad-attribute\n<th> can\'t have scope="x".\nWrite scope="col" above a column, or scope="row" beside a row.',
  ],
  [
    '<table><tbody><tr><td colspan="0">a</td></tr></tbody></table>',
    'document/bad-attribute\ncolspan="0" isn\'t a whole number from 1 to 99.',
  ],
  [
    '<div class="columns"><div data-span="0"><hr></div></div>',
    'document/bad-attribute\ndata-span="0" isn\'t a whole number from 1 to 12.',
  ],
  [
    '<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>',
    'document/uneven-table\nRow 2 of the table has 1 columns, the first row 2.\nGive every row as many cells, or join cells with colspan.',
  ],
  [
    '<div class="do-dont"><section><hr></section></div>',
    'document/bad-do-dont\n<div class="do-dont"> holds two <section>s, not 1.\nPut what to do in the first, and what to avoid in the second.',
  ],
  [
    '<p><a href="javascript:x">a</a></p>',
    'document/bad-link\n"javascript:x" isn\'t a link that a handout can have.\nStart it with https://, mailto: and an address, or tel: and a number, without spaces.',
  ],
  [
    '<p><a href="http://a.b">a</a></p>',
    'document/bad-link\n"http://a.b" isn\'t a link that a handout can have.\nStart it with https://, mailto: and an address, or tel: and a number, without spaces.',
  ],
  [
    '<p><a>a</a></p>',
    'document/bad-link\n<a> needs the attribute href.\nStart it with https://, mailto: and an address, or tel: and a number, without spaces.',
  ],
  ...['tel:1-800-CLINIC', 'mailto:us'].map((href): [string, string] => [
    `<p><a href="${href}">a</a></p>`,
    `document/bad-link\n"${href}" isn't a link that a handout can have.\nStart it with https://, mailto: and an address, or tel: and a number, without spaces.`,
  ]),
  ...['javascript:x', 'http://a.b'].map((text): [string, string] => [
    `<figure><img src="qr:${text}" alt="A code"></figure>`,
    `document/bad-link\n"${text}" isn't an address that a code can lead to.\nStart it with https://, mailto: or tel:.`,
  ]),
  [
    '<figure><img src="a.svg" alt="…"></figure>',
    'document/missing-attribute\nalt="…" has no word in it.\nSay what the picture shows.',
  ],
  ['<p>a', "document/malformed-html\n<p> isn't closed where </main> comes.\nWrite </p> before </main>."],
  [
    '<p><em>a<strong>b</em></strong></p>',
    "document/malformed-html\n<strong> isn't closed where </em> comes.\nWrite </strong> before </em>.",
  ],
  ['<p>a</p></p>', 'document/malformed-html\n</p> closes nothing.\nRemove it, or write the opening tag.'],
  ['<p/>', "document/malformed-html\n<p/> doesn't close itself.\nWrite <p></p>."],
  [
    '<p>a &nosuch; b</p>',
    "document/malformed-html\nThis isn't well-formed HTML: unknown named character reference.",
  ],
  [
    '<p lang="en" lang="es">a</p>',
    "document/malformed-html\nThis isn't well-formed HTML: duplicate attribute.",
  ],
];

describe('what a handout may not hold', () => {
  it.each(wrong)('%s', (html, expected) => {
    expect(complaints(handout(html)).split('\n\n')).toContain(`page.hbs:1:1 error ${expected}`);
  });

  it('is told once where elements are nested without end', () => {
    const html = `${'<em>'.repeat(5000)}a${'</em>'.repeat(5000)}`;
    expect(complaints(handout(`<p>${html}</p>`)).match(/nested more than 100 deep/g)).toHaveLength(1);
  });

  it('is told where the template wrote it', () => {
    expect(
      complaints(handout('<section data-at="0:3:1"><p data-at="0:4:3">a <foo>b</foo></p></section>')),
    ).toBe(
      "page.hbs:4:3 error document/unknown-element\n<foo> isn't an element of handouts.\nDid you mean <ol>?",
    );
  });

  it('is told all at once', () => {
    expect(complaints(handout('<foo>a</foo><p id="a">b</p><h3>c</h3>')).split('\n\n')).toHaveLength(3);
  });
});

describe('the frame of a handout', () => {
  const head = '<head><title>A</title></head>';
  it.each([
    [
      `<html>${head}<body><main></main></body></html>`,
      'document/missing-attribute\n<html> needs the attribute lang.\nWrite <html lang="{{lang}}" dir="{{dir}}">.',
    ],
    [
      `<html lang="en">${head}<body></body></html>`,
      'document/missing-element\nThere is no <main> in <body>.',
    ],
    [
      '<html lang="en"><head></head><body><main></main></body></html>',
      'document/missing-element\nThere is no <title> in <head>.',
    ],
    [
      '<html lang="en"><head><title> </title></head><body><main></main></body></html>',
      'document/empty-element\n<title> is empty.',
    ],
    [
      '<html lang="en"><head><title>a <em>b</em></title></head><body><main></main></body></html>',
      'document/misplaced-element\n<title> holds text alone.',
    ],
    [
      `<html lang="en">${head}<body><footer></footer><main></main></body></html>`,
      "document/misplaced-element\n<main> can't stand here in <body>.\n" +
        'It holds, in this order: <header class="letterhead">, <main>, <header class="running">, <footer>.',
    ],
    [
      `<html lang="en">${head}<body>a<main></main></body></html>`,
      "document/misplaced-text\nText can't stand by itself in <body>.",
    ],
    [
      `<html lang="en">${head}<body><main></main><footer><p><span lang="es">a</span></p></footer></body></html>`,
      'document/misplaced-element\nA line of the footer holds <span class="start"> and <span class="end">.',
    ],
    [
      `<html lang="en">${head}<body><main></main><footer><p></p><p></p><p></p></footer></body></html>`,
      'document/misplaced-element\nThe footer has 3 lines, but room for two.',
    ],
    ['<html lang="en">', 'document/malformed-html\n<html> is never closed.\nWrite </html> at its end.'],
  ])('is whole: %s', (html, expected) => {
    expect(complaints(html).split('\n\n')).toContain(`error ${expected}`);
  });
});

describe('any HTML', () => {
  it('is read without an exception', () => {
    const names = [
      'html',
      'body',
      'main',
      'p',
      'ul',
      'li',
      'table',
      'tbody',
      'tr',
      'td',
      'th',
      'figure',
      'img',
      'div',
      'section',
      'a',
      'span',
      'br',
      'x',
    ];
    const pieces = fc.oneof(
      fc.constantFrom(...names).map((name) => `<${name}>`),
      fc.constantFrom(...names).map((name) => `</${name}>`),
      fc.constantFrom(
        ' ',
        'a',
        '&amp;',
        '&',
        '<',
        '"',
        '<div class="do-dont">',
        '<div class="columns">',
        '\0',
      ),
    );
    const readBoth = fc.property(fc.array(pieces, { maxLength: 40 }), (html) => {
      parseDocument(handout(html.join('')), ['page.hbs']);
      parseDocument(html.join(''), []);
    });
    expect(() => fc.assert(readBoth)).not.toThrow();
  });
});

describe('a language that is none', () => {
  const read = (lang: string, main: string) =>
    parseDocument(handout(main).replace('lang="en"', lang), ['page.hbs']).value;

  it.each(['lang="no language"', 'lang=""', ''])(
    'is undetermined, so that later stages can go on: %j',
    (lang) => {
      expect(read(lang, H).lang).toBe('und');
    },
  );

  it('is left out of a part of the text', () => {
    expect(read('lang="en"', '<h1 lang="no language">a</h1>').children[0]?.lang).toBeUndefined();
  });
});
