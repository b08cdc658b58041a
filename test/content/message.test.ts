import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMessage } from '../../src/content/compile-message.js';
import { parseMessage } from '../../src/content/message.js';

function faults(text: string): readonly string[] {
  return parseMessage(text).faults.map(({ code, offset, message, hint }) => {
    return `${offset} ${code}: ${message}${hint === undefined ? '' : ` ${hint}`}`;
  });
}

describe('a translation', () => {
  it('is words, placeholders and inline tags', () => {
    expect(parseMessage('Hi <strong>{{ name }}</strong>!').parts).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'open', name: 'strong', html: '<strong>' },
      { kind: 'placeholder', name: 'name' },
      { kind: 'close', name: 'strong', html: '</strong>' },
      { kind: 'text', text: '!' },
    ]);
  });

  it.each(['a < b, c > d', 'costs $5', 'no tags & no values', '<bdi class="no-break">1–2</bdi>'])(
    'may be %s',
    (text) => {
      expect(faults(text)).toEqual([]);
    },
  );
});

describe('what is wrong in a translation', () => {
  it.each([
    [
      'a <b>b</b>',
      "2 content/unknown-tag: <b> can't be used in a translation. A translation may hold <strong>, <em> and <bdi>.",
    ],
    [
      'a <marquee>',
      "2 content/unknown-tag: <marquee> can't be used in a translation. A translation may hold <strong>, <em> and <bdi>.",
    ],
    [
      '<strong class="x">a</strong>',
      '0 content/bad-tag: <strong> can\'t have class="x". Only <bdi class="no-break"> has an attribute.',
    ],
    [
      'a <strong',
      '2 content/bad-tag: This tag has no >. Close it, or write the sign < with a space after it.',
    ],
    ['a <em>b', '2 content/unbalanced-tag: <em> is never closed. Write </em> after it.'],
    ['a </em>', '2 content/unbalanced-tag: </em> closes nothing here. Remove it, or write the opening tag.'],
    [
      '<em><strong>a</em></strong>',
      '13 content/unbalanced-tag: </em> closes nothing here. Close <strong> first.',
    ],
    [
      '{{n, number}}',
      '0 content/bad-placeholder: "{{n, number}}" isn\'t a placeholder. A placeholder is written {{name}}, with letters and digits; formats belong in the template.',
    ],
    [
      'a $t(key)',
      '2 content/bad-placeholder: "$t(key)" isn\'t a placeholder. A placeholder is written {{name}}, with letters and digits; formats belong in the template.',
    ],
    [
      'a\u202eb',
      '1 content/control-character: The text holds the invisible character U+202E. Remove it; to keep a value in its own direction, put it in <bdi>.',
    ],
    [
      'a\ud800',
      '1 content/control-character: The text holds the invisible character U+D800. Remove it; to keep a value in its own direction, put it in <bdi>.',
    ],
  ])('%s', (text, expected) => {
    expect(faults(text)[0]).toBe(expected);
  });

  it('is told once for each placeholder', () => {
    expect(faults('{{- name}} and {{{x}}} and {y} }')).toHaveLength(4);
  });

  it('leaves tags balanced and everything unknown escaped', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<em>',
            '</em>',
            '<strong>',
            '</strong>',
            '<bdi>',
            '<x>',
            '<',
            '{{a}}',
            '"',
            '&',
            'ب',
            '4–6',
          ),
        ),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (pieces, dir) => {
          const html = compileMessage(pieces.join(''), dir).html.join('');
          const tags = [...html.matchAll(/<(\/?)(\w+)[^>]*>/g)];
          const open: string[] = [];
          for (const [, slash, name] of tags) {
            if (slash === '') open.push(name!);
            else expect(open.pop()).toBe(name);
          }
          expect(open).toEqual([]);
          expect(html.replace(/<\/?(?:em|strong|bdi)(?: class="no-break")?>/g, '')).not.toMatch(
            /[<>]|&(?!\w+;|#39;)/,
          );
        },
      ),
    );
  });
});

describe('a translation made into HTML', () => {
  it('escapes its words but not its tags', () => {
    expect(compileMessage('<em>1 < 2 & "x"</em>', 'ltr').html).toEqual([
      '<em>1 &lt; 2 &amp; &quot;x&quot;</em>',
    ]);
  });

  it('has gaps at its placeholders', () => {
    expect(compileMessage('a {{b}} c {{d}}', 'ltr')).toEqual({ html: ['a ', ' c ', ''], names: ['b', 'd'] });
  });

  it('isolates values in a right-to-left language', () => {
    expect(compileMessage('بعد 4–6 أسابيع', 'rtl').html[0]).toBe(
      'بعد <bdi class="no-break">4–6</bdi> أسابيع',
    );
  });

  it('leaves alone what the translator has isolated', () => {
    expect(compileMessage('<bdi>4–6</bdi> ب', 'rtl').html[0]).toBe('<bdi>4–6</bdi> ب');
  });

  it('keeps the text as it is, whatever it isolates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ب', ' ', '4–6', 'SPF 30+', '&', 'x', '1', '%'), { maxLength: 12 }),
        (pieces) => {
          const html = compileMessage(pieces.join(''), 'rtl').html.join('');
          expect(html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&')).toBe(pieces.join(''));
        },
      ),
    );
  });
});
