import { describe, expect, it } from 'vitest';

import { checkWorkspace } from '../../src/check/check.js';
import { pictureWords, vagueLinkTexts } from '../../src/check/document/common-words.js';
import { printProblems } from '../workspace/print-problem.js';
import { judged, openClinic } from './judged.js';

const TEMPLATE = 'templates/topics/benefits.hbs';
const REQUEST = { handout: 'microneedling/benefits', lang: 'en' } as const;

/** A handout that says this below its title, at line 2, and then how to reach the clinic. */
const withBody = (body: string): Readonly<Record<string, string>> => ({
  [TEMPLATE]: `{{#> layouts/handout}}\n${body}\n{{> partials/contact-card}}\n{{/layouts/handout}}\n`,
});

const judge = (body: string, lang = 'en') => judged(withBody(body), { ...REQUEST, lang });

type Case = readonly [code: string, broken: string, place: string, lines: readonly string[], fixed: string];

const figure = (alt: string, caption = ''): string =>
  `<figure><img src="brands/default/logo.svg" alt="${alt}">${caption}</figure>`;

const table = (head: string): string =>
  `<table><thead><tr>${head}</tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>`;

const cases: readonly Case[] = [
  [
    'error document/title-heading',
    '<h1>Again</h1>',
    '2:1',
    [
      'The handout has 2 <h1> (en), and needs exactly one.',
      'Write the title as <h1>, and every part’s heading as <h2> or <h3>.',
    ],
    '<h2>Again</h2>',
  ],
  [
    'error document/wordless-heading',
    '<h2>***</h2><p>Text.</p>',
    '2:1',
    ['<h2> has no word in it.', 'Say what follows, or leave it out.'],
    '<h2>Rest</h2><p>Text.</p>',
  ],
  [
    'error document/repeated-heading',
    '<h2>Rest</h2><p>One.</p><h2>Rest</h2><p>Two.</p>',
    '2:25',
    ['<h2> says the same as the heading before it.', 'Say what is different, or make one part of the two.'],
    '<h2>Rest</h2><p>One.</p><h2>Sleep</h2><p>Two.</p>',
  ],
  [
    'error document/file-name-alternative',
    figure('photo-1.JPG'),
    '2:1',
    ['The alternative text of the picture is the name of its file.', 'Say in alt what the picture shows.'],
    figure('A lamp'),
  ],
  [
    'error document/file-name-alternative',
    figure('IMG_2034'),
    '2:1',
    ['The alternative text of the picture is the name of its file.', 'Say in alt what the picture shows.'],
    figure('Picture 2 of 3: a lamp'),
  ],
  [
    'error document/vague-link',
    '<p><a href="https://a.example/">→</a></p>',
    '2:4',
    [
      "The link “→” doesn't say where it leads.",
      'Name what opens: a list of links is read without the text around it.',
    ],
    '<p><a href="https://a.example/">Our hours →</a></p>',
  ],
  [
    'warning document/caption-alternative',
    figure('A lamp', '<figcaption>A lamp</figcaption>'),
    '2:1',
    [
      'The alternative text of the picture says the same as its caption, which is read too.',
      'Say in alt what is to be seen, and in the caption what it is about.',
    ],
    figure('A lamp with a green shade', '<figcaption>A lamp</figcaption>'),
  ],
  [
    'warning document/needless-picture-word',
    figure('Image of a lamp'),
    '2:1',
    [
      'The alternative text begins with “image of”: that it is a picture is said anyway.',
      'Begin with what it shows; “Drawing of …” or “Photo of …” may stay where it matters.',
    ],
    figure('Drawing of a lamp'),
  ],
  [
    'warning document/long-alternative',
    figure('A lamp. '.repeat(63).trim()),
    '2:1',
    [
      'The alternative text has 503 characters, over 500.',
      'Say in alt what the picture tells, and the rest in the text beside it.',
    ],
    figure('A lamp. '.repeat(62).trim()),
  ],
  [
    'error document/same-alternative',
    `${figure('A lamp')}<figure><img src="brands/clay/logo.svg" alt="A lamp"></figure>`,
    '2:66',
    [
      'The picture has the alternative text of another picture.',
      'Say what this one shows and the other doesn’t.',
    ],
    `${figure('A lamp')}${figure('A lamp')}`,
  ],
  [
    'error document/vague-link',
    '<p>See <a href="https://a.example.org/x">Click here!</a></p>',
    '2:8',
    [
      "The link “Click here!” doesn't say where it leads.",
      'Name what opens: a list of links is read without the text around it.',
    ],
    '<p>See <a href="https://a.example.org/x">the film about healing</a></p>',
  ],
  [
    'warning document/bare-address',
    '<p>See <a href="https://a.example.org/x">https://a.example.org/x</a></p>',
    '2:8',
    [
      'The words of the link are an address, which is read out letter by letter.',
      'Say what opens; an address that people are to type stands in <p class="contact">.',
    ],
    '<p class="contact">See <a href="https://a.example.org/x">https://a.example.org/x</a></p>',
  ],
  [
    'error document/ambiguous-link',
    '<p><a href="https://a.example.org/x">A film</a> and <a href="https://a.example.org/y">A film</a></p>',
    '2:53',
    ['The link has the words of another link and leads elsewhere.', 'Say in its words what is different.'],
    '<p><a href="https://a.example.org/x">A film</a> and <a href="https://a.example.org/x">A film</a></p>',
  ],
  [
    'error document/unmarked-language',
    '<p>We say Спасибо.</p>',
    '2:1',
    [
      'Letters of another script (“С”) stand in a text in the language "en".',
      'Put them in <span lang="…">; a name goes into <bdi>, and a term into <em>.',
    ],
    '<p>We say <span lang="ru">Спасибо</span>, Dr. <bdi>Иван</bdi>, and α-hydroxy acids.</p>',
  ],
  [
    'error document/wrong-language',
    '<p>We say <span lang="ar">Gracias</span>.</p>',
    '2:11',
    [
      'lang="ar" stands at words that have no letter of that language.',
      'Write the tag of the language that the words are in.',
    ],
    '<p>We say <span lang="es">Gracias</span>.</p>',
  ],
  [
    'error document/table-without-headings',
    table('<td>Day</td><td>What</td>'),
    '2:1',
    [
      'The table has no heading of a column or a row.',
      'Write <th scope="col"> above the columns, or <th scope="row"> before the rows.',
    ],
    table('<th scope="col">Day</th><th scope="col">What</th>'),
  ],
  [
    'error document/empty-table-heading',
    table('<th scope="col">–</th><th scope="col">What</th>'),
    '2:19',
    [
      'A heading of the table has no word in it.',
      'Say what its column or row holds; an empty corner is a <td>.',
    ],
    table('<td>–</td><th scope="col">What</th>'),
  ],
];

describe('the judge of a document', () => {
  it.each(cases)(
    'finds %s alone, and nothing once it is mended',
    async (code, broken, place, lines, fixed) => {
      expect(await judge(broken)).toBe([`${TEMPLATE}:${place} ${code}`, ...lines].join('\n'));
      expect(await judge(fixed)).toBe('');
    },
  );

  it('finds a title that says something else than the first heading', async () => {
    const layout = (title: string): string =>
      `<html lang="{{lang}}" dir="{{dir}}"><head><title>${title}</title></head><body>{{> partials/letterhead}}<main>\n` +
      '<h1>{{t (key topic.id "title")}}</h1>\n{{> @partial-block}}</main>{{> partials/running-header}}{{> partials/footer}}</body></html>';
    const path = 'templates/layouts/handout.hbs';
    expect(await judged({ [path]: layout('Handout') }, REQUEST)).toBe(
      `${path}:2:1 error document/other-title\nThe title in the window’s bar and in the file doesn’t say what <h1> says.\n` +
        'Write the same text into <title> and <h1>.',
    );
    const whole = layout('{{t (key topic.id "title")}}');
    expect(await judged({ [path]: whole }, REQUEST)).toBe('');
  });

  it('finds English words that a translation’s template doesn’t mark', async () => {
    const body = '<p>Read this with your clinician.</p>';
    const found = await judge(body, 'es');
    expect(found).toBe(
      `${TEMPLATE}:2:1 error document/unmarked-language\nEnglish words stand in a text in the language "es".\n` +
        'Put them in <span lang="…">; a name goes into <bdi>, and a term into <em>.',
    );
    expect(await judge(body, 'ar')).toContain('Several words in Latin letters stand in a text');
    expect(await judge(`<p><span lang="en">Read this with your clinician.</span></p>`, 'es')).toBe('');
  });

  it('finds a title that two handouts of a series share', () => {
    const check = (title: string): string => {
      const files = { 'locales/en/microneedling.json': `{"benefits": {"title": "${title}"}}` };
      return printProblems(checkWorkspace(openClinic(files), ['en']));
    };
    expect(check('What is microneedling?')).toBe(
      'locales/en/microneedling.json:1:24 error document/same-title\n' +
        'The handout "benefits" has the title of "what-it-is" (en).\nSay in it what this handout alone is about.',
    );
    expect(check('What is good about it?')).toBe('');
  });

  it('knows vague links and needless picture words in every shipped language', () => {
    const { languages } = openClinic();
    expect(Object.keys(vagueLinkTexts).sort()).toEqual([...languages].sort());
    expect(Object.keys(pictureWords).sort()).toEqual([...languages].sort());
    for (const texts of [...Object.values(vagueLinkTexts), ...Object.values(pictureWords)]) {
      expect(texts).toEqual(texts.map((text) => text.toLowerCase()));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it.each(Object.entries(vagueLinkTexts))('finds a vague link in %s', async (lang, [words]) => {
    const body = `<p class="contact"><a href="https://a.example.org/x">${words!}</a></p>`;
    expect(await judge(body, lang)).toContain('error document/vague-link');
  });
});
