import { describe, expect, it } from 'vitest';
import type { LocaleSource } from '../../src/base/locale-source.js';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { printProblems } from '../workspace/print-problem.js';
import { localeSource } from './sources.js';

function complaints(...sources: readonly LocaleSource[]): string {
  return printProblems(loadCatalogue(sources, { sourceLang: 'en' }).problems);
}

describe('the layers of a catalogue', () => {
  it('are merged key by key, the later over the earlier', () => {
    const below = localeSource('en', { a: 'one', b: { c: 'two' } });
    const above = {
      ...localeSource('en', { b: { c: 'ours' } }),
      source: { file: 'clinic.json', text: '{"b":{"c":"ours"}}' },
    };
    const { value, problems } = loadCatalogue([below, above], { sourceLang: 'en' });
    const messages = value.languages.get('en')?.get('common');
    expect(problems).toEqual([]);
    expect([messages?.get('a')?.text, messages?.get('b.c')?.text]).toEqual(['one', 'ours']);
    expect(messages?.get('b.c')?.at.file).toBe('clinic.json');
  });
});

describe('a whole language', () => {
  it('is told when Node knows nothing about it', () => {
    expect(complaints(localeSource('gcf', { a: 'b' }))).toBe(
      'gcf/common.json:1:1 warning content/no-locale-data\n' +
        'Node has no data for the language "gcf": its dates, numbers and plurals are formatted as English.',
    );
  });

  it('has a file for every namespace', () => {
    const sources = [
      localeSource('en', { a: 'b' }),
      localeSource('en', { c: 'd' }, 'series'),
      localeSource('es', { a: 'b' }),
    ];
    expect(complaints(...sources)).toBe(
      'es/common.json:1:1 error content/missing-namespace\nThe language "es" has no file series.json.\n' +
        'Put series.json beside this file.',
    );
  });

  it('is not said to miss what stands after a mistake in its file', () => {
    expect(complaints(localeSource('en', { a: 'b', c: 'd' }), localeSource('es', '{"a": "b",}'))).toBe(
      'es/common.json:1:10 error content/bad-json\nThere is a comma after the last entry.\nRemove the comma.',
    );
  });
});

describe('the keys of a translation', () => {
  it('are all there', () => {
    expect(
      complaints(localeSource('en', { a: { b: 'x', c: 'y' } }), localeSource('es', { a: { b: 'x' } })),
    ).toBe(
      'es/common.json:3:5 error content/missing-key\nThe text "a.c" isn\'t translated (es, common).\n' +
        'Translate what stands at en/common.json:4:10.',
    );
  });

  it('are named at the start of the file where nothing near them is translated', () => {
    expect(complaints(localeSource('en', { a: 'x', b: 'y' }), localeSource('es', { b: 'y' }))).toContain(
      'es/common.json:1:1 error content/missing-key',
    );
  });

  it('are none that the source language has not', () => {
    expect(
      complaints(localeSource('en', { title: 'x' }), localeSource('es', { title: 'x', titel: 'y' })),
    ).toBe(
      'es/common.json:3:3 warning content/extra-key\nThe text "titel" isn\'t in the source language, so nothing shows it.\n' +
        'Did you mean "title"?',
    );
  });
});

describe('an empty text', () => {
  it('waits for its translation, and misses no placeholder besides', () => {
    const english = localeSource('en', {
      a: 'Hi {{name}}',
      d_one: '{{count}} day',
      d_other: '{{count}} days',
    });
    expect(
      complaints(english, localeSource('es', { a: ' ', d_one: '', d_many: '', d_other: 'x {{count}}' })),
    ).toBe(
      'es/common.json:2:8 error content/empty-text\nThe text "a" is empty: it isn\'t translated yet (es, common).\n' +
        'Translate “Hi {{name}}”, which stands at en/common.json:2:8.\n\n' +
        'es/common.json:3:12 error content/empty-text\nThe text "d_one" is empty: it isn\'t translated yet (es, common).\n' +
        'Translate “{{count}} day”, which stands at en/common.json:3:12.\n\n' +
        'es/common.json:4:13 error content/empty-text\nThe text "d_many" is empty: it isn\'t translated yet (es, common).\n' +
        'Translate “{{count}} days”, which stands at en/common.json:4:14.',
    );
  });
});

describe('an empty text of the source language', () => {
  it('is told, since half a sentence would be gone', () => {
    expect(complaints(localeSource('en', { a: '  ' }))).toBe(
      'en/common.json:2:8 warning content/empty-text\nThe text "a" is empty, so nothing stands where it belongs.\n' +
        'Write it, or remove its key: then the built-in text is used.',
    );
  });
});

describe('the plural forms of a text', () => {
  const days = { day_one: '{{count}} day', day_other: '{{count}} days' };

  it('are those of the language, no fewer', () => {
    expect(complaints(localeSource('en', days), localeSource('ru', days))).toBe(
      'ru/common.json:2:3 error content/missing-plural\n' +
        'The language "ru" also needs the plural forms "day_few", "day_many".\nIts forms are few, many, one, other.',
    );
  });

  it('are those of the language, no more', () => {
    expect(complaints(localeSource('en', { ...days, day_few: '{{count}} days' }))).toBe(
      'en/common.json:4:3 warning content/needless-plural\n' +
        '"day" in the language "en" has no form "few"; this is never shown.\nIts forms are one, other.',
    );
  });

  it('may include _zero, which i18next shows for nought', () => {
    expect(complaints(localeSource('en', { ...days, day_zero: 'no days' }))).toBe('');
  });

  it('are not mixed with a text without form', () => {
    expect(complaints(localeSource('en', { ...days, day: 'days {{count}}' }))).toContain(
      '"day" in the language "en" has plural forms, so this one without a form is never shown.',
    );
  });

  it('may say in words the one number that they stand for', () => {
    const spoken = { day_one: 'a day', day_other: '{{count}} days' };
    expect(complaints(localeSource('en', spoken))).toBe('');
    const russian = {
      day_one: 'день',
      day_few: '{{count}} дня',
      day_many: '{{count}} дней',
      day_other: '{{count}} дня',
    };
    // In Russian, 21 and 101 take the form "one" too.
    expect(complaints(localeSource('en', spoken), localeSource('ru', russian))).toContain(
      '"day_one" leaves out {{count}}',
    );
  });
});

describe('the placeholders of a translation', () => {
  it('are those of its source', () => {
    expect(
      complaints(localeSource('en', { a: 'Hi {{name}}' }), localeSource('es', { a: 'Hola {{nombre}}' })),
    ).toBe(
      'es/common.json:2:8 error content/extra-placeholder\nThe source text of "a" has no {{nombre}}.\nRemove it.\n\n' +
        'es/common.json:2:8 error content/missing-placeholder\n"a" leaves out {{name}}, which its source text has.\n' +
        'Write {{name}} where its value belongs.',
    );
  });

  it('are pointed at with the nearest name', () => {
    expect(
      complaints(localeSource('en', { a: '{{name}}' }), localeSource('es', { a: '{{naem}}' })),
    ).toContain('Did you mean {{name}}?');
  });
});

describe('the marks in a text', () => {
  it.each([
    [
      'a <b>c</b>',
      "en/common.json:2:11 error content/unknown-tag\n<b> can't be used in a translation. (a)\n" +
        'A translation may hold <strong>, <em> and <bdi>.',
    ],
    [
      '<em class="x">a</em>',
      'en/common.json:2:9 error content/bad-tag\n<em> can\'t have class="x". (a)\n' +
        'Only <bdi class="no-break"> has an attribute.',
    ],
    [
      'a <em>c',
      'en/common.json:2:11 error content/unbalanced-tag\n<em> is never closed. (a)\nWrite </em> after it.',
    ],
    [
      '{{n, number}}',
      'en/common.json:2:9 error content/bad-placeholder\n"{{n, number}}" isn\'t a placeholder. (a)\n' +
        'A placeholder is written {{name}}, with letters and digits; formats belong in the template.',
    ],
    [
      'a\u2066b',
      'en/common.json:2:10 error content/control-character\nThe text holds the invisible character U+2066. (a)\n' +
        'Remove it; to keep a value in its own direction, put it in <bdi>.',
    ],
  ])('are checked at their place: %j', (text, expected) => {
    expect(complaints(localeSource('en', { a: text })).split('\n\n')).toContain(
      expected.replaceAll('class="x"', 'class="x"'),
    );
  });
});
