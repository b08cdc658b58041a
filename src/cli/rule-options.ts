import { ruleLevels } from '../base/rule-level.js';
import { judgeSetting, type RuleSetting } from '../check/rule-settings.js';
import { unknownName, UsageError } from './usage-error.js';

/**
 * Reads the values of `--rule`, such as `content/unused-key=off`.
 * @throws {UsageError} for an unknown rule or level, and for a rule whose errors may not be switched off
 */
export function readRuleSettings(values: readonly string[]): readonly RuleSetting[] {
  return values.map((value) => {
    const [id = '', name = '', ...rest] = value.split('=');
    const level = ruleLevels.find((candidate) => candidate === name);
    if (name === '' || rest.length > 0) {
      throw new UsageError('--rule needs a rule and its level.', 'Such as --rule content/unused-key=off.');
    }
    if (level === undefined) throw unknownName('level', name, ruleLevels);
    const fault = judgeSetting({ id, level });
    if (fault !== undefined) throw new UsageError(fault.message, fault.hint);
    return { id, level };
  });
}
