import { describe, expect, it } from 'vitest';

import { readSourceText } from '../../src/workspace/source-text.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function shown(text: string, path = 'handout.yaml'): string | undefined {
  const dir = temporaryFolder({ 'handout.yaml': '', [path]: text });
  return readSourceText(openWorkspace({ dir }).value, path);
}

describe('the text of a source', () => {
  it.each([
    [
      'email: { smtp: { host: a, password: "x\\"y", port: 1 } }',
      'email: { smtp: { host: a, password: ••••••, port: 1 } }',
    ],
    ["  token: 'abc' # mine", '  token: ••••• # mine'],
    ['  password: a, b }', '  password: ••••••'],
    ['"Password":  hunter2', '"Password":  •••••••'],
    ['printer: ipp://ada:pw@printer.example/ipp', 'printer: ipp://••••••@printer.example/ipp'],
    ['login: password', 'login: password'],
    ['secretFile: mail.secret', 'secretFile: mail.secret'],
  ])('covers the secret in %s, and keeps its columns', (text, covered) => {
    expect(shown(text)).toBe(covered);
    expect(covered).toHaveLength(text.length);
  });

  it('is whole where no settings are: translations may speak of passwords', () => {
    const text = '{ "a": "password: x" }';
    expect(shown(text, 'locales/en/common.json')).toBe(text);
  });
});
