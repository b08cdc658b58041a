import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readList } from '../../../src/delivery/visits/read-list.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const context = { workspace, usual: { lang: 'en' }, personal: true };
const HANDOUT = 'microneedling/aftercare';

function read(text: string) {
  return readList(new TextEncoder().encode(text), context);
}

describe('readList', () => {
  it('reads what a line says, and what it leaves out from the command line', () => {
    expect(
      read(
        `email,handout,lang,first name,treatment date,personal,visit\nAda@Example.ORG,${HANDOUT},,Ada,2026-03-14,no,V7\nbob@example.org,${HANDOUT},es,Bob,,,\n`,
      ),
    ).toEqual({
      visits: [
        {
          ...{ line: 2, to: { address: 'Ada@example.org', needsSmtpUtf8: false }, visit: 'V7' },
          ...{ day: '2026-03-14', request: { handout: HANDOUT, lang: 'en' } },
        },
        {
          ...{ line: 3, to: { address: 'bob@example.org', needsSmtpUtf8: false } },
          request: { handout: HANDOUT, lang: 'es', personal: { firstName: 'Bob' } },
        },
      ],
      faults: [],
    });
  });

  it('takes every line for a visit to the address that stands there, or tells a fault without repeating it', () => {
    // No message of ours has these letters in a row.
    const word = fc.constantFrom(
      'qzx',
      'qzx@example.org',
      '=qzx()',
      'a@b\r\nBcc: qzx@example.org',
      '+1',
      'qzx\u0000',
      '',
    );
    const row = fc.record({
      to: fc.oneof(word, fc.constant('qzx@example.org'), fc.string({ maxLength: 12 })),
      handout: fc.oneof(word, fc.constant(HANDOUT)),
      lang: fc.oneof(word, fc.constantFrom('en', 'es', '')),
      name: fc.oneof(word, fc.string({ maxLength: 200 })),
      day: fc.oneof(word, fc.constantFrom('2026-03-14', '2026-02-30', '14.3.2026')),
    });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const lines = rows.map(({ to, handout, lang, name, day }) =>
          [to, handout, lang, name, day].map(quote).join(';'),
        );
        const list = read(['email;handout;lang;first name;treatment date', ...lines].join('\n'));
        if ('whole' in list) {
          expect(JSON.stringify(list.whole)).not.toContain('qzx');
          return;
        }
        for (const { to, request } of list.visits) {
          expect(to.address).toMatch(/^[^\s@]+@[^\s@]+$/u);
          expect(
            rows.some((each) => each.to.trim().normalize('NFC').toLowerCase() === to.address.toLowerCase()),
          ).toBe(true);
          expect(request.handout).toBe(HANDOUT);
        }
        expect(JSON.stringify(list.faults)).not.toContain('qzx');
      }),
      { numRuns: 500 },
    );
  });
});
