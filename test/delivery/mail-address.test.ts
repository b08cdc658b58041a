import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { maskAddress, readAddress } from '../../src/delivery/mail-address.js';

describe('readAddress', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    [' Ada.Byron+clinic@mail.example.org ', 'Ada.Byron+clinic@mail.example.org'],
    ["o'neill@example.org", "o'neill@example.org"],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@BÜCHER.Example', 'ada@xn--bcher-kva.example'],
    ['ada@例え.jp', 'ada@xn--r8jz45g.jp'],
    ['ada@example。org', 'ada@example.org'],
  ])('reads %j', (text, address) => {
    expect(readAddress(text)).toEqual({ address, needsSmtpUtf8: false });
  });

  it.each(['δοκιμή@example.org', 'अदा@example.org', '用户@例え.jp'])(
    'tells that %j needs SMTPUTF8',
    (text) => {
      expect(readAddress(text)?.needsSmtpUtf8).toBe(true);
    },
  );

  it.each([
    ...[
      '',
      '@',
      'ada',
      'ada@',
      '@example.org',
      'ada@example',
      'ada@localhost',
      'ada@[127.0.0.1]',
      'ada@1.2.3.4',
    ],
    ...[
      'ada@example..org',
      'ada..byron@example.org',
      '.ada@example.org',
      'ada@-example.org',
      'ada@exa_mple.org',
    ],
    ...['ada@example.org,ben@example.org', 'Ada <ada@example.org>', '<ada@example.org>', '"a b"@example.org'],
    ...[
      'ada@example.org\r\nBcc: ben@example.org',
      'ada\r\n@example.org',
      'a\0da@example.org',
      'ada@exam\0ple.org',
    ],
    ...[
      'ada@example.org>',
      'ada byron@example.org',
      'ada@exam ple.org',
      'a\u202eda@example.org',
      'ada@ex%41mple.org',
    ],
    ...['ada@example.org/x', 'ada@example.org?x', 'ada@example.org:25', `${'a'.repeat(65)}@example.org`],
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'abcdefgh.'.repeat(30)}org`,
  ])('refuses %j', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('never lets through what could end a line, a header or an envelope', () => {
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom('\r', '\n', '\0', '<', '>', ',', ';', ' ', '\t', '"', '@', '.', 'a', '\u2028', '例'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(parts, fc.boolean(), (texts, isAddress) => {
        const read = readAddress(texts.join('') + (isAddress ? '@example.org' : ''));
        if (read === undefined) return;
        expect(read.address).not.toMatch(/[\p{C}\p{Z}<>,;:"()[\]\\]/u);
        expect(read.address.split('@')).toHaveLength(2);
        expect(readAddress(read.address)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('maskAddress', () => {
  it('shows too little to write to', () => {
    expect(maskAddress(readAddress('ada@mail.example.org')!)).toBe('a…@m….org');
    expect(maskAddress(readAddress('δοκιμή@example.co.uk')!)).toBe('δ…@e….uk');
  });
});
