import type { RuleArea } from './rule.js';

/** Rules of the stage `check`. */
export const checkRules: RuleArea = {
  title: 'The check itself',
  rules: {
    'fixed-rule': {
      what: 'The file handout.yaml asks to switch off a rule whose errors may not be.',
      why: 'With such an error the file would be wrong for the patient, so it stays one.',
      fix: 'Remove the setting, and mend what is reported.',
      severity: 'warning',
    },
    'unexplained-suppression': {
      what: 'A comment check-off names no rule, or gives no reason.',
      why: 'Whoever reads the file next can’t tell whether the problem may be let pass, so it is still reported.',
      fix: 'Write check-off, the rule, a colon and the reason.',
      severity: 'warning',
    },
    'unknown-rule': {
      what: 'A setting or a comment names a rule that doesn’t exist.',
      why: 'It has no effect; most often the name is misspelt.',
      fix: 'Correct it to the name in the hint; “handout explain” lists them all.',
      severity: 'warning',
    },
    'unused-suppression': {
      what: 'A comment check-off lets nothing pass.',
      why: 'The problem was mended or moved, and the comment could hide the next one.',
      fix: 'Remove the comment.',
      severity: 'warning',
    },
  },
};
