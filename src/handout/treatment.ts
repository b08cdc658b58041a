import type { SourceRange } from '../base/source.js';
import type { Series, SeriesRule } from '../workspace/series.js';

/** A rule with the series that has it, and its place there. */
export type OwnedRule = Readonly<{ series: string; rule: SeriesRule; at: SourceRange | undefined }>;

/** A rule of one visit, and where it comes from. */
export type TreatmentRule = Omit<SeriesRule, 'source'> &
  Readonly<{
    /** The series whose words say the rule. */
    namespace: string;
    /** The series that ask for it; empty where all do. */
    askedBy: readonly string[];
    /** Keys of the sources' labels, each once. */
    sources: readonly string[];
  }>;

/** A stretch of the timeline, and the series that have words for it. */
export type TreatmentPhase = Series['phases'][number] & Readonly<{ namespaces: readonly string[] }>;

/** What one visit asks of a patient: the aftercare of one series, or of several merged. */
export type Treatment = Omit<Series, 'rules' | 'phases' | 'topics' | 'sheets'> &
  Readonly<{
    /** Every series of the visit; the first gives the handout and its words. */
    namespaces: readonly string[];
    rules: readonly TreatmentRule[];
    phases: readonly TreatmentPhase[];
  }>;

/** The aftercare of one series as it is. */
export function soleTreatment(series: Series): Treatment {
  const namespaces = [series.id];
  return {
    ...series,
    namespaces,
    rules: series.rules.map(({ source, ...rule }) => ({
      ...rule,
      namespace: series.id,
      askedBy: [],
      sources: [source.label],
    })),
    phases: series.phases.map((phase) => ({ ...phase, namespaces })),
  };
}
