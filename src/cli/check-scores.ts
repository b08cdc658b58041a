import { formatContrast } from '../base/contrast.js';
import type { Reading } from '../check/check-reading.js';
import type { Score } from '../check/readability/score.js';
import type { PageFigures } from '../check/page/check-pages.js';
import { describeSentence, formatGrade } from '../check/readability/too-hard.js';
import { formatRange } from '../base/source.js';
import type { HandoutRequest } from '../handout/request.js';
import { nameOf } from '../handout/names.js';
import { printedTable, type Column } from './table.js';
import type { Channel } from './terminal.js';

/** How easy one handout is to read, under the name of its build. */
export type NamedReading = Readonly<{
  name: string;
  handout: string;
  lang: string;
  reading: Reading;
  figures: PageFigures | undefined;
}>;

/** Puts on record how easy to read the handout of a request is, and what its pages measure. */
export function namedReading(
  request: HandoutRequest,
  measured: Pick<NamedReading, 'reading' | 'figures'>,
): NamedReading {
  return { name: nameOf(request), handout: request.handout, lang: request.lang, ...measured };
}

const columns: readonly Column[] = [
  { heading: 'Handout', align: 'left' },
  { heading: 'Formula', align: 'left' },
  { heading: 'Score', align: 'right' },
  { heading: 'Grade', align: 'right' },
  { heading: 'Target', align: 'right' },
  { heading: 'Verdict', align: 'left' },
];

/** Writes a table of all scores and one of what pages measure; then the hardest sentences of each handout, and what the checklist says of it. */
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
  const pages = readings.flatMap(({ name, figures }) => (figures ? [[name, ...formatFigures(figures)]] : []));
  return [
    printedTable(columns, rows, paint),
    ...(pages.length > 0 ? [printedTable(pageColumns, pages, paint)] : []),
    ...readings.map((each) => details(each, paint)),
  ].join('\n');
}

const pageColumns: readonly Column[] = [
  { heading: 'Pages', align: 'left' },
  { heading: 'Smallest text', align: 'right' },
  { heading: 'Least contrast', align: 'right' },
  { heading: 'Characters per line', align: 'right' },
  { heading: 'Ink', align: 'right' },
  { heading: 'QR squares', align: 'right' },
];

/** What a handout doesn't have is a dash. */
function formatFigures(figures: PageFigures): readonly string[] {
  const { smallestText, lowestContrast, charactersPerLine: lines, inkShare, qrModuleMm } = figures;
  return [
    smallestText === undefined ? '–' : `${smallestText.toFixed(1)} pt`,
    lowestContrast === undefined ? '–' : `${formatContrast(lowestContrast)} to 1`,
    lines === undefined ? '–' : `${lines.median}, at most ${lines.longest}`,
    inkShare === undefined ? '–' : `${(inkShare * 100).toFixed(1)} %`,
    qrModuleMm === undefined ? '–' : `${qrModuleMm.toFixed(2)} mm`,
  ];
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
  return readings.map(({ handout, lang, reading: { score, items }, figures }) => ({
    handout,
    lang,
    ...score,
    ...(figures && { pages: figures }),
    understandability: items.map(({ item: { id, asks, source }, judgement }) => ({
      id,
      asks,
      source,
      ...judgement,
    })),
  }));
}
