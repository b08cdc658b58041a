import type { Staged } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import type { Series, SeriesRule } from '../workspace/series.js';
import { dayOf } from './calendar.js';
import { contradiction, unsayable } from './merge-problems.js';
import { endOf, longerPeriod, overlap, startOf, strictestTimes, type RuleTimes } from './strictest.js';
import type { OwnedRule, Treatment, TreatmentPhase, TreatmentRule } from './treatment.js';

/** Finds where a series writes a rule. */
export type PlaceOfRule = (series: string, index: number) => SourceRange | undefined;

/**
 * Merges the aftercare of several treatments of one visit. Rules with the same subject and action become one, with the
 * strictest times; what to avoid at two times with a gap between stays two rules. Signs and phases are united by id, and
 * what is normal may last as long as any treatment says. Nothing depends on the order of the series but the order of what
 * comes out, and a series that is given twice counts once.
 * @param all the series of the visit, at least one; the first gives the handout, its words and its version
 * @returns nothing when there is an error; reports `workspace/contradicting-rules` where one series says to do what another
 *   says to avoid at the same time, and `workspace/unsayable-rule` where no series has words for the strictest times
 */
export function mergeTreatments(
  all: readonly Series[],
  placeOfRule: PlaceOfRule,
): Staged<Treatment | undefined> {
  const series = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
  const owned = series.flatMap(({ id, rules }) =>
    rules.map((rule, index): OwnedRule => ({ series: id, rule, at: placeOfRule(id, index) })),
  );
  const phases = mergePhases(series);
  const groups = groupRules(owned);
  const merged = groups.map((group) => mergeGroup(group, series.length));
  const problems = [
    ...contradictionsOf(owned),
    ...groups.flatMap((group, index) => (merged[index] === undefined ? [unsayable(group)] : [])),
  ];
  if (problems.length > 0) return { value: undefined, problems };
  const rules = merged.flatMap((rule) =>
    rule === undefined ? [] : [{ ...rule, phases: phasesOf(rule, phases) }],
  );
  const unite = (list: ListName): readonly string[] => [...new Set(series.flatMap((one) => one[list]))];
  const treatment: Treatment = {
    ...series[0]!,
    namespaces: series.map(({ id }) => id),
    nextReview: series.map(({ nextReview }) => nextReview).sort()[0]!,
    rules,
    phases,
    normalFor: series.map(({ normalFor }) => normalFor).reduce(longerPeriod),
    normalSigns: unite('normalSigns'),
    callSigns: unite('callSigns'),
    urgentSigns: unite('urgentSigns'),
    tellUsBefore: unite('tellUsBefore'),
  };
  return { value: treatment, problems };
}

type ListName = 'normalSigns' | 'callSigns' | 'urgentSigns' | 'tellUsBefore';

/** Every pair of rules of two series of which one says to do what the other says to avoid at the same time. */
function contradictionsOf(owned: readonly OwnedRule[]): ReturnType<typeof contradiction>[] {
  return owned.flatMap((one, index) =>
    owned
      .slice(index + 1)
      .filter(
        (other) =>
          one.series !== other.series &&
          one.rule.subject === other.rule.subject &&
          one.rule.action !== other.rule.action &&
          overlap(one.rule, other.rule),
      )
      .map((other) => contradiction(one, other)),
  );
}

/** The rules that become one, group by group, in the order in which the groups' first rules stand. */
function groupRules(owned: readonly OwnedRule[]): readonly (readonly OwnedRule[])[] {
  const alike = new Map<string, OwnedRule[]>();
  for (const one of owned) {
    const name = `${one.rule.action} ${one.rule.subject}`;
    alike.set(name, [...(alike.get(name) ?? []), one]);
  }
  return [...alike.values()].flatMap((group) =>
    group[0]!.rule.action === 'avoid' ? partAtGaps(group) : [group],
  );
}

/** Parts rules where there is a time at which none of them holds. */
function partAtGaps(group: readonly OwnedRule[]): readonly (readonly OwnedRule[])[] {
  const parts: OwnedRule[][] = [];
  let end = -1;
  for (const one of [...group].sort((a, b) => startOf(a.rule) - startOf(b.rule))) {
    if (startOf(one.rule) > end) parts.push([]);
    parts.at(-1)!.push(one);
    end = Math.max(end, endOf(one.rule));
  }
  return parts;
}

/** @returns undefined when the words of none of the rules have just the bounds of the merged one */
function mergeGroup(group: readonly OwnedRule[], seriesCount: number): TreatmentRule | undefined {
  const times = group.map(({ rule }) => timesOf(rule)).reduce(strictestTimes);
  const speaker = chooseSpeaker(group, times);
  if (speaker === undefined) return undefined;
  const { source: _source, from: _from, until: _until, ...rule } = speaker.rule;
  const asking = askingSeries(group, times);
  return {
    ...rule,
    ...times,
    namespace: speaker.series,
    askedBy: asking.length === seriesCount ? [] : asking,
    sources: [...new Set(group.map(({ rule: { source } }) => source.label))],
    phases: [...new Set(group.flatMap(({ rule: { phases } }) => phases))],
    signOff: group.every(({ rule: { signOff } }) => signOff === 'reviewed') ? 'reviewed' : 'not-yet-reviewed',
  };
}

function timesOf({ action, from, until }: SeriesRule): RuleTimes {
  return { action, ...(from && { from }), ...(until && { until }) };
}

/** Whose words say the merged rule: a series whose own times are the strictest, if there is one. */
function chooseSpeaker(group: readonly OwnedRule[], times: RuleTimes): OwnedRule | undefined {
  const able = group.filter(({ rule }) => !rule.from === !times.from && !rule.until === !times.until);
  const exact = able.filter(({ rule }) => startOf(rule) === startOf(times) && endOf(rule) === endOf(times));
  const candidates = exact.length > 0 ? exact : able;
  return [...candidates].sort((one, other) => compare(identityOf(one), identityOf(other)))[0];
}

/** The series that make the rule as strict as it is; all that have it where they agree. */
function askingSeries(group: readonly OwnedRule[], times: RuleTimes): readonly string[] {
  const bounds = [startOf, endOf].filter((bound) => group.some(({ rule }) => bound(rule) !== bound(times)));
  const asking = group.filter(
    ({ rule }) => bounds.length === 0 || bounds.some((bound) => bound(rule) === bound(times)),
  );
  return [...new Set(asking.map(({ series }) => series))];
}

function mergePhases(series: readonly Series[]): readonly TreatmentPhase[] {
  const phases = new Map<string, TreatmentPhase>();
  for (const { id: namespace, phases: own } of series) {
    for (const phase of own) {
      const known = phases.get(phase.id) ?? { ...phase, namespaces: [] };
      phases.set(phase.id, {
        id: phase.id,
        firstDay: Math.min(known.firstDay, phase.firstDay),
        lastDay: Math.max(known.lastDay, phase.lastDay),
        namespaces: [...known.namespaces, namespace],
      });
    }
  }
  return [...phases.values()].sort(
    (one, other) => one.firstDay - other.firstDay || one.lastDay - other.lastDay,
  );
}

/** A rule that another treatment makes start later has no place in the phases before. */
function phasesOf(
  { phases: own, from }: TreatmentRule,
  phases: readonly TreatmentPhase[],
): readonly string[] {
  const firstDay = (from && dayOf(from)) ?? 0;
  return phases.filter(({ id, lastDay }) => own.includes(id) && lastDay >= firstDay).map(({ id }) => id);
}

function identityOf({ series, rule }: OwnedRule): string {
  return `${series} ${rule.id}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
