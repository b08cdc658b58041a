/** What a person is told about one kind of problem. */
export type Rule = Readonly<{
  /** What it means. */
  what: string;
  /** Why it matters to a reader, a translator or a clinic. */
  why: string;
  /** How to put it right. */
  fix: string;
  /** The standard or publication that asks for it, where there is one. */
  source?: string;
  /** A rule that only ever warns says so; all others report errors. */
  severity?: 'warning';
  /** Why its errors may not be switched off, where that isn't the reason of its whole area; false where they may. */
  fixed?: string | false;
}>;

/** The rules of one stage, by the second part of their ids. */
export type RuleArea = Readonly<{
  title: string;
  /** Why errors of this area may not be switched off; without it they may. */
  fixed?: string;
  rules: Readonly<Record<string, Rule>>;
}>;
