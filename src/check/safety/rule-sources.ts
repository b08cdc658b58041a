import type { Problem } from '../../base/problem.js';
import { chosenSeries } from '../../handout/names.js';
import { hoursOf } from '../../workspace/series.js';
import type { Period, SeriesRule } from '../../workspace/series.js';
import type { Workspace } from '../../workspace/workspace.js';

/**
 * Holds the periods of aftercare rules against the range that their sources give. Reports `safety/uneven-range`, and the warning
 * `safety/period-outside-range`.
 */
export function checkRuleSources(workspace: Workspace): readonly Problem[] {
  return chosenSeries(workspace).flatMap(({ id, rules }) =>
    rules.flatMap((rule, index) => {
      const problem = judgeRule(rule);
      if (problem === undefined) return [];
      const at = workspace.placeOf('series', id, ['rules', index, ...problem.path]);
      return [{ ...problem.found, ...(at && { at }) }];
    }),
  );
}

type RuleFault = Readonly<{ path: readonly string[]; found: Problem }>;

function judgeRule(rule: SeriesRule): RuleFault | undefined {
  const { shortest, longest } = rule.source;
  const bound = boundOf(rule);
  if (shortest && longest && hoursOf(shortest) > hoursOf(longest))
    return unevenRange(rule, 'The shortest period found is longer than the longest');
  if (!shortest !== !longest)
    return unevenRange(rule, 'Its source gives one end of a range and not the other');
  if (shortest && longest && bound === undefined)
    return unevenRange(rule, 'Its source gives a range, and the rule has no period');
  if (!shortest || !longest || !bound) return undefined;
  const hours = hoursOf(bound.period);
  if (hours >= hoursOf(shortest) && hours <= hoursOf(longest)) return undefined;
  return {
    path: [bound.name],
    found: {
      code: 'safety/period-outside-range',
      severity: 'warning',
      message: `The period of the rule "${rule.id}" is ${hours < hoursOf(shortest) ? 'shorter' : 'longer'} than any that its source gives.`,
      hint: 'Have a clinician decide: correct the period, or the range under source:.',
    },
  };
}

/** What to avoid is avoided until then; what to do is done from then on. */
function boundOf({
  action,
  from,
  until,
}: SeriesRule): Readonly<{ name: string; period: Period }> | undefined {
  const ends = [
    { name: 'until', period: until },
    { name: 'from', period: from },
  ];
  const inOrder = action === 'avoid' ? ends : ends.toReversed();
  return inOrder.flatMap(({ name, period }) => (period === undefined ? [] : [{ name, period }]))[0];
}

function unevenRange({ id }: SeriesRule, what: string): RuleFault {
  return {
    path: ['source'],
    found: {
      code: 'safety/uneven-range',
      severity: 'error',
      message: `${what}: the rule "${id}".`,
      hint: 'Write both shortest: and longest:, the shorter first, or neither.',
    },
  };
}
