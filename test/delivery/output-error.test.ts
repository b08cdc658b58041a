import { describe, expect, it } from 'vitest';

import { outputError } from '../../src/delivery/output-error.js';

function describeError(code: string): string {
  const { code: kind, message } = outputError(Object.assign(new Error('no'), { code }), '/out');
  return `${kind}: ${message}`;
}

describe('outputError', () => {
  it.each([
    [
      'ENOTDIR',
      'output/is-a-file: The output folder /out cannot be made, because a file is in the way. Name another folder with --out, or move the file.',
    ],
    [
      'EISDIR',
      'output/is-a-folder: A file cannot be written to /out, because a folder with its name is in the way. Move that folder.',
    ],
    [
      'EROFS',
      'output/read-only: The output folder /out cannot be written to. Change its permissions, or name another folder with --out.',
    ],
    [
      'EACCES',
      'output/read-only: The output folder /out cannot be written to. Change its permissions, or name another folder with --out.',
    ],
    [
      'EDQUOT',
      'output/full: The disk of the output folder /out is full. Nothing was changed; make room, or name another folder with --out.',
    ],
    ['EIO', 'output/failed: The output folder /out could not be written to (EIO).'],
  ])('puts %s into plain words', (code, text) => {
    expect(describeError(code)).toBe(text);
  });

  it('keeps the cause', () => {
    const cause = new Error('no');
    expect(outputError(cause, '/out').cause).toBe(cause);
  });
});
