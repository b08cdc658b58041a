import { describe, expect, it } from 'vitest';
import { createScriptResolver } from '../../src/text/script.js';

/** The script of each character, and how many characters it goes on for. */
function scripts(text: string): string {
  const resolved = createScriptResolver()(text);
  return resolved.filter((script, index) => script !== resolved[index - 1]).join(' ');
}

describe('the script of a text', () => {
  it('is Latin when no character has one of its own', () => {
    expect(scripts('12 – 30')).toBe('Latn');
  });

  it('spreads over shared characters after it, and before the first', () => {
    expect(scripts('(12) сутки, 24')).toBe('Cyrl');
  });

  it('changes where a character of another script stands', () => {
    expect(scripts('SPF अब')).toBe('Latn Deva');
  });

  it('leaves a comma that only some scripts use to one of these', () => {
    expect(scripts('Ana، مرحبا')).toBe('Latn Arab');
  });

  it('keeps a danda in the script around it', () => {
    expect(scripts('এটি স্বাভাবিক। ব্যথা')).toBe('Beng');
  });
});
