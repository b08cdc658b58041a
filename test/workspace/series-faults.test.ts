import { describe, expect, it } from 'vitest';

import { openWorkspace } from '../../src/workspace/workspace.js';
import { placeIn, shipped } from '../check/judged.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { ownNumbers } from './built-in.js';
import { printProblems } from './print-problem.js';

const SERIES = 'templates/series/microneedling.yaml';

const TOUCHING = 'phases: [today, days-1-3, days-4-7]\n    step: hands-off';

/** What is said of the shipped series with one change, at these words of it. */
const cases: readonly (readonly [change: readonly [string, string], at: string, said: string])[] = [
  [
    [TOUCHING, TOUCHING.replace('hands-off', 'hand-off')],
    'hand-off\n',
    'No aftercare topic has the item “hand-off”, so it would leave the rule out.\nThe items are keep-clean, moisturise, ' +
      'avoid-sun, skip-harsh-products, avoid-makeup, hydrate, follow-instructions, hands-off.',
  ],
  [
    [TOUCHING, TOUCHING.replace('today', 'tody')],
    'tody',
    'There is no phase “tody”, so the timeline would leave the rule out.\n' +
      'The phases are today, days-1-3, days-4-7, weeks-2-4.',
  ],
  [
    ['- id: moisturiser\n', '- id: first-wash\n'],
    'first-wash\n    action: do\n    subject: moisturiser',
    'The id “first-wash” is here twice, and its texts would be shown twice.\nGive each an id of its own.',
  ],
  [
    ['- id: how-it-works', '- id: what-it-is'],
    'what-it-is\n    template: topics/how-it-works',
    'The id “what-it-is” is here twice, and its texts would be shown twice.\nGive each an id of its own.',
  ],
  [
    ['firstDay: 4, lastDay: 7', 'firstDay: 2, lastDay: 7'],
    '2, lastDay: 7',
    'The phase “days-4-7” begins before “days-1-3” has ended.\nWrite a day after day 3.',
  ],
  [
    ['from: { days: 2 }\n    until: { weeks: 2 }', 'from: { weeks: 3 }\n    until: { weeks: 2 }'],
    '{ weeks: 2 }',
    'The rule ends before it starts.\nCorrect from: or until:.',
  ],
];

describe('a series in which a rule would be lost', () => {
  it.each(cases)('is refused: %s', (change, at, said) => {
    const files = shipped(SERIES, change);
    const dir = temporaryFolder({ 'handout.yaml': ownNumbers, ...files });
    const { value, problems } = openWorkspace({ dir });
    expect(printProblems(problems)).toBe(
      `${placeIn(files, SERIES, at)} error workspace/wrong-value\n${said}`,
    );
    expect(value.series.size).toBe(0);
  });
});
