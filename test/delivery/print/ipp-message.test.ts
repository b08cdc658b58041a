import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutsideError } from '../../../src/base/outside-error.js';
import { decodeMessage } from '../../../src/delivery/print/ipp/decode.js';
import { encodeMessage } from '../../../src/delivery/print/ipp/encode.js';
import { boolean, integer, readGroup, strings } from '../../../src/delivery/print/ipp/group.js';
import type { IppAttribute, IppMessage, IppValue } from '../../../src/delivery/print/ipp/message.js';
import { stringTags } from '../../../src/delivery/print/ipp/message.js';

/** Bytes written as in the appendix of RFC 8010: hexadecimal pairs, and text in quotes. */
function bytesOf(text: string): Uint8Array {
  const parts = [...text.matchAll(/"([^"]*)"|([\da-f]{2})/g)];
  return Buffer.concat(
    parts.map(([, quoted, pair]) => Buffer.from(quoted ?? pair!, quoted === undefined ? 'hex' : 'latin1')),
  );
}

const operation = `01
  47 0012 "attributes-charset" 0005 "utf-8"
  48 001b "attributes-natural-language" 0005 "en-us"
  45 000b "printer-uri" 002c "ipp://printer.example.com/ipp/print/pinetree"
  42 0008 "job-name" 0006 "foobar"
  22 0016 "ipp-attribute-fidelity" 0001 01`.replace(/(\b[\da-f]{2})([\da-f]{2}\b)/g, '$1 $2');

const operationGroup = {
  name: 'operation',
  attributes: [
    strings('charset', 'attributes-charset', 'utf-8'),
    strings('naturalLanguage', 'attributes-natural-language', 'en-us'),
    strings('uri', 'printer-uri', 'ipp://printer.example.com/ipp/print/pinetree'),
    strings('name', 'job-name', 'foobar'),
    boolean('ipp-attribute-fidelity', true),
  ],
} as const;

describe('the messages of RFC 8010, appendix A', () => {
  it('are written byte by byte: a request to print (A.1)', () => {
    const message: IppMessage = {
      ...{ version: { major: 1, minor: 1 }, code: 0x0002, requestId: 1 },
      groups: [
        operationGroup,
        {
          name: 'job',
          attributes: [integer('copies', 20), strings('keyword', 'sides', 'two-sided-long-edge')],
        },
      ],
    };
    const golden = bytesOf(`01 01 00 02 00 00 00 01 ${operation}
      02 21 00 06 "copies" 00 04 00 00 00 14 44 00 05 "sides" 00 13 "two-sided-long-edge" 03`);
    expect(Buffer.from(encodeMessage(message)).toString('hex')).toBe(Buffer.from(golden).toString('hex'));
    expect(decodeMessage(golden)).toEqual(message);
  });

  it('are read: an answer with ignored attributes (A.4)', () => {
    const golden = bytesOf(`01 01 00 01 00 00 00 01 01
      47 00 12 "attributes-charset" 00 05 "utf-8" 48 00 1b "attributes-natural-language" 00 05 "en-us"
      41 00 0e "status-message" 00 2f "successful-ok-ignored-or-substituted-attributes"
      05 21 00 06 "copies" 00 04 00 00 00 14 10 00 05 "sides" 00 00
      02 21 00 06 "job-id" 00 04 00 00 00 93 45 00 07 "job-uri" 00 30 "ipp://printer.example.com/ipp/print/pinetree/123"
      23 00 09 "job-state" 00 04 00 00 00 03 03`);
    const message = decodeMessage(golden);
    expect(message).toMatchObject({ code: 1, requestId: 1 });
    expect(readGroup(message, 'job').number('job-id')).toBe(147);
    expect(readGroup(message, 'job').number('job-state')).toBe(3);
    expect(
      message.groups.find(({ name }) => name === 'unsupported')?.attributes.map(({ name }) => name),
    ).toEqual(['copies', 'sides']);
    expect(Buffer.from(encodeMessage(message))).toEqual(golden);
  });

  it('have collections that are written and read (section 3.1.6)', () => {
    const size: IppAttribute = {
      name: 'media-size',
      values: [
        { kind: 'collection', members: [integer('x-dimension', 21_000), integer('y-dimension', 29_700)] },
      ],
    };
    const message: IppMessage = {
      ...{ version: { major: 2, minor: 0 }, code: 0, requestId: 7 },
      groups: [
        {
          name: 'printer',
          attributes: [{ name: 'media-col', values: [{ kind: 'collection', members: [size] }] }],
        },
      ],
    };
    const golden = bytesOf(`02 00 00 00 00 00 00 07 04 34 00 09 "media-col" 00 00
      4a 00 00 00 0a "media-size" 34 00 00 00 00
      4a 00 00 00 0b "x-dimension" 21 00 00 00 04 00 00 52 08 4a 00 00 00 0b "y-dimension" 21 00 00 00 04 00 00 74 04
      37 00 00 00 00 37 00 00 00 00 03`);
    expect(Buffer.from(encodeMessage(message)).toString('hex')).toBe(Buffer.from(golden).toString('hex'));
    expect(decodeMessage(golden)).toEqual(message);
  });
});

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const syntax = fc.constantFrom(...(Object.keys(stringTags) as (keyof typeof stringTags)[]));
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => Buffer.from(value).toString());
const leaf: fc.Arbitrary<IppValue> = fc.oneof(
  fc.record({ kind: fc.constantFrom('integer' as const, 'enum' as const), value: int32 }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('string' as const), syntax, value: text }),
  fc.record({
    ...{ kind: fc.constant('string' as const), syntax: fc.constantFrom('text' as const, 'name' as const) },
    ...{ value: text, language: fc.constantFrom('en', 'zh-Hans', '') },
  }),
  fc.record({ kind: fc.constant('range' as const), from: int32, to: int32 }),
  fc.record({ kind: fc.constant('resolution' as const), across: int32, along: int32, unit: fc.nat(255) }),
  fc.record({
    ...{ kind: fc.constant('octets' as const), tag: fc.constantFrom(0x10, 0x13, 0x30, 0x31, 0x7f) },
    bytes: fc.uint8Array({ maxLength: 20 }),
  }),
);
const { value } = fc.letrec<{ value: IppValue; attribute: IppAttribute }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    leaf,
    fc.record({
      kind: fc.constant('collection' as const),
      members: fc.array(tie('attribute') as fc.Arbitrary<IppAttribute>, { maxLength: 3 }),
    }),
  ),
  attribute: fc.record({
    name: fc.stringMatching(/^[a-z-]{1,20}$/),
    values: fc.array(tie('value') as fc.Arbitrary<IppValue>, { minLength: 1, maxLength: 3 }),
  }),
}));
const attribute = fc.record({
  name: fc.stringMatching(/^[a-z-]{1,20}$/),
  values: fc.array(value, { minLength: 1, maxLength: 4 }),
});
const message: fc.Arbitrary<IppMessage> = fc.record({
  version: fc.constantFrom({ major: 1, minor: 1 }, { major: 2, minor: 0 }, { major: 2, minor: 2 }),
  code: fc.nat(0xffff),
  requestId: int32,
  groups: fc.array(
    fc.record({
      name: fc.constantFrom('operation' as const, 'job' as const, 'printer' as const, 'unsupported' as const),
      attributes: fc.array(attribute, { maxLength: 4 }),
    }),
    { maxLength: 4 },
  ),
});

describe('a message', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(message, (written) => {
        expect(decodeMessage(encodeMessage(written))).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('is left alone after its end, where a document may follow', () => {
    const bytes = Buffer.concat([
      encodeMessage({ version: { major: 2, minor: 0 }, code: 0, requestId: 1, groups: [] }),
      Buffer.from('%PDF'),
    ]);
    expect(decodeMessage(bytes).groups).toEqual([]);
  });

  it('that is cut short anywhere is an error in words', () => {
    fc.assert(
      fc.property(message, fc.double({ min: 0, max: 0.999, noNaN: true }), (written, part) => {
        const bytes = encodeMessage(written);
        expect(() => decodeMessage(bytes.subarray(0, Math.floor(part * bytes.length)))).toThrow(
          /^The printer's answer cannot be understood: /,
        );
      }),
    );
  });

  it('that is damaged anywhere is read or is an error in words, never anything else', () => {
    fc.assert(
      fc.property(
        message,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (written, hits) => {
          const bytes = encodeMessage(written);
          for (const [at, byte] of hits) bytes[at % bytes.length] = byte;
          expectReadOrRefused(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('may be any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectReadOrRefused), { numRuns: 1000 });
  });

  it.each([
    ['it is of the version 3.0', '03 00 00 00 00 00 00 01 03'],
    ['it is cut short', '02 00 00 00 00 00 00 01 01 21 00 01 "x" 7f ff 00 03'],
    ['an attribute stands outside a group', '02 00 00 00 00 00 00 01 21 00 01 "x" 00 04 00 00 00 01 03'],
    ['an attribute has no name', '02 00 00 00 00 00 00 01 01 21 00 00 00 04 00 00 00 01 03'],
    ['a value has the wrong length', '02 00 00 00 00 00 00 01 01 21 00 01 "x" 00 02 00 00 03'],
    ['a collection is broken', '02 00 00 00 00 00 00 01 01 34 00 01 "x" 00 00 21 00 00 00 04 00 00 00 01 03'],
    [
      'its collections are nested too deeply',
      `02 00 00 00 00 00 00 01 01 34 00 01 "x" 00 00 ${'4a 00 00 00 01 "y" 34 00 00 00 00 '.repeat(20)}`,
    ],
  ])('is refused with its reason: %s', (reason, bytes) => {
    expect(() => decodeMessage(bytesOf(bytes))).toThrow(
      `The printer's answer cannot be understood: ${reason}. Check that the address is that of a printer.`,
    );
  });
});

function expectReadOrRefused(bytes: Uint8Array): void {
  try {
    expect(decodeMessage(bytes).groups).toBeDefined();
  } catch (error) {
    expect(error).toBeInstanceOf(OutsideError);
    expect((error as OutsideError).code).toBe('print/bad-answer');
  }
}
