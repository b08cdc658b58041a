import { describe, expect, it } from 'vitest';

import { createProgress } from '../../src/cli/progress.js';
import { formatTable } from '../../src/cli/table.js';
import { createTerminal } from '../../src/cli/terminal.js';
import { textWidth } from '../../src/base/text-width.js';

function painted(isTTY: boolean, environment: Readonly<Record<string, string>>): string {
  const stream = { isTTY, columns: 80, write: () => true };
  return createTerminal(stream, stream, environment).out.paint('red', 'x');
}

describe('createTerminal', () => {
  it('paints on a terminal', () => {
    expect(painted(true, {})).toBe('\u001B[31mx\u001B[39m');
  });

  it.each([
    [false, {}],
    [true, { NO_COLOR: '1' }],
    [true, { TERM: 'dumb' }],
  ])('paints nothing when isTTY is %s and the environment %j', (isTTY, environment) => {
    expect(painted(isTTY, environment)).toBe('x');
  });
});

function progressOn(columns: number | undefined, times: readonly number[]): string {
  let written = '';
  const clock = [...times];
  const channel = {
    write: (text: string) => (written += text),
    paint: (_: string, text: string) => text,
    columns,
  };
  const progress = createProgress(channel, 4, () => clock.shift() ?? 0);
  for (const name of ['a', 'b', 'c']) progress.advance(name);
  progress.clear();
  return written;
}

describe('createProgress', () => {
  it('appears after a second and is taken away at the end', () => {
    expect(progressOn(80, [0, 10, 500, 1200])).toBe('\r\u001B[2K██████████░░░░░░░░░░ 2/4 c\r\u001B[2K');
  });

  it('stays away when the work is short', () => {
    expect(progressOn(80, [0, 10, 20, 30])).toBe('');
  });

  it('stays away where there is no terminal', () => {
    expect(progressOn(undefined, [0, 2000, 3000, 4000])).toBe('');
  });
});

describe('formatTable', () => {
  it('aligns columns by what they take in a terminal, without spaces at the ends of lines', () => {
    const columns = [
      { heading: 'Name', align: 'left' },
      { heading: 'Pages', align: 'right' },
      { heading: 'State', align: 'left' },
    ] as const;
    expect(
      formatTable(columns, [
        ['漢字x', '2', ''],
        ['a', '10', 'draft'],
      ]),
    ).toEqual(['Name   Pages  State', '漢字x      2', 'a         10  draft']);
  });
});

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['한국', 4],
    ['ｶﾀｶﾅ', 4],
    ['カタカナ', 8],
    ['ㄅ￥㈱', 6],
    ['e\u0301', 1],
    ['👩‍⚕️', 2],
    ['', 0],
    ['مريم', 4],
  ])('counts the columns of %j', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('counts a simple text at once as the segmenter counts it', () => {
    // A Chinese letter on a line of its own can only be counted by the segmenter.
    const counted = (text: string): number => textWidth(`${text}\n漢`) - 2;
    const letters = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).slice(0x20);
    const texts = letters.flatMap((letter, index) => [
      letter + letters[(index + 1) % letters.length]!,
      `a${letter}\u0301\u200d${letter}`,
    ]);
    expect(texts.filter((text) => textWidth(text) !== counted(text))).toEqual([]);
  });
});
