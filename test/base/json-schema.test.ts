import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keepReference, withReference } from '../../src/base/json-schema.js';

// What JSON can say: it knows no negative zero, for one.
const objects = fc
  .dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.jsonValue())
  .map((data) => JSON.parse(JSON.stringify(data)) as object);
const indents = fc.constantFrom(0, 2);

describe('the reference to a schema', () => {
  it('stands first, and changes nothing else', () => {
    fc.assert(
      fc.property(objects, indents, fc.string(), (data, indent, path) => {
        const read = JSON.parse(withReference(path, JSON.stringify(data, undefined, indent))) as object;
        expect(read).toEqual({ $schema: path, ...data });
        expect(Object.keys(read)[0] ?? '').toBe('$schema');
      }),
    );
  });

  it('is kept wherever it stood', () => {
    expect(keepReference('\uFEFF{ "a": "b", "$schema": "x.json" }', '{\n  "a": "c"\n}\n')).toBe(
      '{\n  "$schema": "x.json",\n  "a": "c"\n}\n',
    );
  });

  it.each([undefined, '{', 'null', '[]', '{}', '{ "$schema": 1 }'])('is not made up for %j', (before) => {
    expect(keepReference(before, '{}\n')).toBe('{}\n');
  });
});
