import {
  findRule,
  listRules,
  ruleAreas,
  sourceOf,
  whyFixed,
  type ListedRule,
} from '../check/rules/catalogue.js';
import { unknownRule } from '../check/rule-settings.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { jsonText } from './summary.js';
import type { Channel } from './terminal.js';
import { UsageError } from './usage-error.js';

/**
 * The command `explain`: tells what a rule means, why it matters, where it comes from and how to put it right; of an area, or
 * without a name of all of them, a line for each rule.
 * @throws {UsageError} for a rule that doesn't exist
 */
export const runExplain: RunCommand = ({ operands: [name], flags }, { terminal: { out } }) => {
  const chosen = chooseRules(name);
  if (flags.has('json')) {
    out.write(jsonText({ rules: chosen.map(ruleRecord) }));
  } else if (name !== undefined && findRule(name) !== undefined) {
    out.write(chosen.map((listed) => formatRule(listed, out.paint)).join('\n'));
  } else {
    out.write(formatList(chosen, out.paint));
  }
  return Promise.resolve(exitCodes.done);
};

function chooseRules(name: string | undefined): readonly ListedRule[] {
  const rules = listRules();
  if (name === undefined) return rules;
  const area = name.replace(/\/\*?$/, '');
  const chosen = rules.filter((rule) => rule.id === name || rule.area === area);
  if (chosen.length > 0) return chosen;
  const { message, hint } = unknownRule(name);
  throw new UsageError(message, hint);
}

function formatRule({ id, rule }: ListedRule, paint: Channel['paint']): string {
  const reason = whyFixed(id);
  const lines = [
    `${paint('bold', id)} (${rule.severity ?? 'error'})`,
    rule.what,
    '',
    `${paint('cyan', 'Why:')} ${rule.why}`,
    `${paint('cyan', 'Source:')} ${sourceOf(rule)}.`,
    `${paint('cyan', 'To fix it:')} ${rule.fix}`,
    ...(reason === undefined ? [] : [`${paint('cyan', 'Its errors can’t be switched off:')} ${reason}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function formatList(rules: readonly ListedRule[], paint: Channel['paint']): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return Object.entries(ruleAreas)
    .map(([area, { title }]) => {
      const lines = rules
        .filter((rule) => rule.area === area)
        .map(({ id, rule }) => `  ${id.padEnd(width)}  ${rule.what}\n`);
      return lines.length === 0 ? '' : `${paint('bold', title)}\n${lines.join('')}`;
    })
    .filter((text) => text !== '')
    .join('\n');
}

function ruleRecord({ id, area, rule }: ListedRule): object {
  const { what, why, fix, severity = 'error' } = rule;
  const fixed = whyFixed(id);
  return { id, area, severity, what, why, source: sourceOf(rule), fix, ...(fixed && { fixed }) };
}
