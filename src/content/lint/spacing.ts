import type { LintRule } from './pair.js';

const DOUBLED = /[ \u00a0\u202f\u2009]{2,}|\u3000{2,}/u;
const AT_END = /^\s|\s$/u;
const BEFORE_SIGN = / (?=[,;:!?。，；：！？、।؟،۔]|\.(?:\s|$))/u;

/** No space is doubled, none stands at an end, and none at which a line could end stands before a sign. */
export const spacing: LintRule = {
  name: 'spaces',
  code: 'content/lint-spaces',
  severity: 'warning',
  find: ({ source, target }) => {
    const text = target.plain;
    const doubled = DOUBLED.exec(text);
    if (doubled) return [{ offset: target.placeOf(doubled.index), message: 'A space is doubled.' }];
    if (AT_END.test(text) && !AT_END.test(source.plain))
      return [{ message: 'A space stands at an end of the text.' }];
    const before = BEFORE_SIGN.exec(text);
    if (before === null) return [];
    return [{ offset: target.placeOf(before.index), message: 'A space stands before a punctuation mark.' }];
  },
};
