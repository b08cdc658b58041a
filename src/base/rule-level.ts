/** What a workspace or a command line can make of a rule's problems. */
export const ruleLevels = ['off', 'warn', 'error'] as const;

/** One of the levels of a rule. */
export type RuleLevel = (typeof ruleLevels)[number];
