import type { Problem } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import { hoursOf, type Series, type SeriesRule } from './series.js';

type Path = readonly (string | number)[];

type Fault = Readonly<{ path: Path; message: string; hint: string }>;

/**
 * Finds what would leave a rule out of a handout, or show one in another's place, without a word: ids that are there twice, steps and phases
 * that aren't, and times in the wrong order. Reports `workspace/wrong-value`.
 */
export function seriesProblems(series: Series, placeOf: (path: Path) => SourceRange): readonly Problem[] {
  const { topics, sheets, phases, rules } = series;
  const faults = [
    ...repeatedIds([
      ...topics.map(({ id }, index) => ({ id, path: ['topics', index, 'id'] })),
      ...sheets.map(({ id }, index) => ({ id, path: ['sheets', index, 'id'] })),
    ]),
    ...repeatedIds(phases.map(({ id }, index) => ({ id, path: ['phases', index, 'id'] }))),
    ...repeatedIds(rules.map(({ id }, index) => ({ id, path: ['rules', index, 'id'] }))),
    ...phaseFaults(series),
    ...rules.flatMap((rule, index) =>
      ruleFaults(rule, series).map((fault) => ({ ...fault, path: ['rules', index, ...fault.path] })),
    ),
  ];
  return faults.map(({ path, message, hint }) => ({
    code: 'workspace/wrong-value',
    severity: 'error',
    message,
    at: placeOf(path),
    hint,
  }));
}

function repeatedIds(named: readonly Readonly<{ id: string; path: Path }>[]): readonly Fault[] {
  const ids = named.map(({ id }) => id);
  return named
    .filter(({ id }, index) => ids.indexOf(id) < index)
    .map(({ id, path }) => ({
      path,
      message: `The id “${id}” is here twice, and its texts would be shown twice.`,
      hint: 'Give each an id of its own.',
    }));
}

function phaseFaults({ phases }: Series): readonly Fault[] {
  return phases.flatMap(({ id, firstDay }, index) => {
    const before = phases[index - 1];
    if (before === undefined || firstDay > before.lastDay) return [];
    return [
      {
        path: ['phases', index, 'firstDay'],
        message: `The phase “${id}” begins before “${before.id}” has ended.`,
        hint: `Write a day after day ${String(before.lastDay)}.`,
      },
    ];
  });
}

/** What is done in steps is shown under them; where no aftercare topic has steps, only sheets show the rules. */
function ruleFaults(
  { phases: held, step, from, until }: SeriesRule,
  { topics, phases }: Series,
): readonly Fault[] {
  const ids = phases.map(({ id }) => id);
  const steps = topics.filter(({ kind }) => kind === 'aftercare').flatMap(({ items }) => items);
  const unknown = held.findIndex((name) => !ids.includes(name));
  return [
    ...(unknown === -1
      ? []
      : [
          {
            path: ['phases', unknown],
            message: `There is no phase “${held[unknown]!}”, so the timeline would leave the rule out.`,
            hint: `The phases are ${ids.join(', ')}.`,
          },
        ]),
    ...(steps.length === 0 || steps.includes(step)
      ? []
      : [
          {
            path: ['step'],
            message: `No aftercare topic has the item “${step}”, so it would leave the rule out.`,
            hint: `The items are ${[...new Set(steps)].join(', ')}.`,
          },
        ]),
    ...(from === undefined || until === undefined || hoursOf(from) < hoursOf(until)
      ? []
      : [{ path: ['until'], message: 'The rule ends before it starts.', hint: 'Correct from: or until:.' }]),
  ];
}
