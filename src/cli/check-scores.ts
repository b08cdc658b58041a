import { setImmediate as nextTurn } from 'node:timers/promises';

import type { CheckedReading } from '../check/check-reading.js';
import type { Score } from '../check/readability/score.js';
import { describeSentence, formatGrade } from '../check/readability/too-hard.js';
import { formatRange } from '../base/source.js';
import { nameOf } from './build-all.js';
import type { CommandContext } from './command.js';
import type { Build } from './run-build.js';
import { printedTable, type Column } from './table.js';
import type { Channel } from './terminal.js';

/** How easy one handout is to read, under the name of its build. */
export type NamedReading = Readonly<{
  name: string;
  handout: string;
  lang: string;
  reading: CheckedReading;
}>;

/** Reads every handout that could be built, and checks how easy it is to read and to understand. */
export async function checkReadings(
  { workspace, results }: Build,
  { pipeline }: CommandContext,
): Promise<readonly NamedReading[]> {
  const [{ readDocument }, { checkReading }] = await Promise.all([pipeline.handout(), pipeline.check()]);
  const readings: NamedReading[] = [];
  for (const { request, handout } of results) {
    if (handout === undefined) continue;
    // Work that never waits would keep Ctrl-C from being heard.
    await nextTurn();
    const { value: document } = await readDocument(workspace, request);
    if (document === undefined) continue;
    const reading = checkReading(document, workspace.config.readability.grade);
    readings.push({ name: nameOf(request), handout: request.handout, lang: request.lang, reading });
  }
  return readings;
}

const columns: readonly Column[] = [
  { heading: 'Handout', align: 'left' },
  { heading: 'Formula', align: 'left' },
  { heading: 'Score', align: 'right' },
  { heading: 'Grade', align: 'right' },
  { heading: 'Target', align: 'right' },
  { heading: 'Verdict', align: 'left' },
];

/** Writes a table of all scores; then the hardest sentences of each handout, and what the checklist says of it. */
export function printScores(
  readings: readonly NamedReading[],
  target: number,
  paint: Channel['paint'],
): string {
  const rows = readings.flatMap(({ name, reading: { score } }) => {
    const { words, sentences } = score.statistics;
    const mean = sentences === 0 ? 0 : words / sentences;
    const lengths = `${mean.toFixed(1)} words to a sentence, ${score.longestSentence} in the longest`;
    if (score.scores.length === 0) return [[name, 'not scored', '', '', '', lengths]];
    return score.scores.map((each, index) => rowOf(name, each, { target, decides: index === 0 }));
  });
  return [printedTable(columns, rows, paint), ...readings.map((each) => details(each, paint))].join('\n');
}

function rowOf(
  name: string,
  { formula, score, grade, verdict, remark }: Score,
  { target, decides }: Readonly<{ target: number; decides: boolean }>,
): readonly string[] {
  const words = { met: 'met', 'not-met': 'not met', 'no-grade': 'no grade' }[verdict];
  const grades = grade === undefined ? ['', ''] : [formatGrade(grade), String(target)];
  const remarks = [decides && grade !== undefined ? 'decides' : undefined, remark].filter(
    (each) => each !== undefined,
  );
  return [name, formula, score.toFixed(1), ...grades, [words, ...remarks].join('; ')];
}

function details({ name, reading: { score, items } }: NamedReading, paint: Channel['paint']): string {
  const lines = [paint('bold', name)];
  for (const sentence of score.hardest) {
    const place = sentence.at ? `${formatRange(sentence.at)} ` : '';
    lines.push(`  hard: ${place}${describeSentence(sentence)}`);
  }
  for (const { item, judgement } of items) {
    const verdict = judgement.verdict.replaceAll('-', ' ');
    lines.push(`  ${verdict}: ${item.asks} (${item.source})`);
  }
  return `${lines.join('\n')}\n`;
}

/** Turns scores into what `--json` prints. */
export function scoreRecords(readings: readonly NamedReading[]): readonly object[] {
  return readings.map(({ handout, lang, reading: { score, items } }) => ({
    handout,
    lang,
    ...score,
    understandability: items.map(({ item: { id, asks, source }, judgement }) => ({
      id,
      asks,
      source,
      ...judgement,
    })),
  }));
}
