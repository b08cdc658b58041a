/** What is damaged, the only rule that it breaks, and how the text of a file is changed. */
export type ByteDamage = readonly [name: string, code: string, change: (text: string) => string];

/** Damage to the bytes themselves, which no editor of objects would do. */
export const byteDamages: readonly ByteDamage[] = [
  ['no PDF at all', 'unreadable', () => 'junk'],
  ['nothing', 'unreadable', () => ' '],
  ['a header that is gone', 'unreadable', (text) => text.slice(5)],
  ['an end that is gone', 'unreadable', (text) => text.slice(0, -400)],
  ['a second half that is gone', 'unreadable', (text) => text.slice(0, text.length / 2)],
  ['a trailer that is gone', 'unreadable', (text) => text.replace(/\ntrailer/, '\ntrailor')],
  ['an object without its end', 'unreadable', (text) => text.replace('\nendobj', '\nendob ')],
  [
    'an object that is not where the table says',
    'cross-reference',
    (text) => text.replace(/(\nxref\n0 \d+\n.*\n)\d{10}/, '$10000000009'),
  ],
  [
    'two objects that have changed places in the table',
    'cross-reference',
    (text) => text.replace(/(\nxref\n0 \d+\n.*\n)(.*\n)(.*\n)/, '$1$3$2'),
  ],
  [
    'a line of the table that is none',
    'cross-reference',
    (text) => text.replace(/(\nxref\n0 \d+\n.*\n)\d{10}/, '$1zzzzzzzzzz'),
  ],
  [
    'a table that is elsewhere',
    'cross-reference',
    (text) => text.replace(/startxref\n\d+/, 'startxref\n100'),
  ],
  [
    'an object that the table leaves out',
    'cross-reference',
    (text) => {
      const hidden = '999 0 obj\n(what was here before)\nendobj\n';
      const start = text.lastIndexOf('\nxref\n') + 1;
      const moved = String(start + hidden.length);
      const rest = text.slice(start).replace(/startxref\n\d+/, `startxref\n${moved}`);
      return text.slice(0, start) + hidden + rest;
    },
  ],
  ['a count of objects that is wrong', 'trailer', (text) => text.replace(/\/Size \d+/, '/Size 9')],
  [
    'a stream that is shorter than it says',
    'damaged-stream',
    (text) => text.replace(/\/Length \d(\d\d\d)>>/, '/Length 9$1>>'),
  ],
  [
    'a stream that is longer than it says',
    'damaged-stream',
    (text) => text.replace(/\/FlateDecode\/Length (\d)\d\d/, '/FlateDecode/Length $100'),
  ],
  [
    'a compressed stream with other bytes',
    'damaged-stream',
    (text) => text.replace(/(\/FlateDecode\/Length \d+>>\nstream\n[^]{40})[^]{4}/, '$1oops'),
  ],
  [
    'a filter that no handout uses',
    'damaged-stream',
    (text) => text.replace('/FlateDecode/Length', '/LZWDecodeXX/Length'),
  ],
];
