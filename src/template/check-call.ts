import { nearestName } from '../base/nearest.js';
import type { ProblemCode } from '../base/problem.js';
import { HELPER_RULES } from './helper-rules.js';

/** A call of a helper, printed or in parentheses. */
export type HelperCall = hbs.AST.SubExpression | hbs.AST.MustacheStatement;

/** What is wrong at one place of a template. */
export type Fault = Readonly<{ code: ProblemCode; message: string; hint: string | undefined }>;

/**
 * Checks that a helper exists and is called with as many values as it takes, and with options that it has.
 * @returns `template/unknown-helper` or `template/bad-helper-call`; nothing if the call is good
 */
export function faultsOfCall(call: HelperCall, name: string): readonly Fault[] {
  const rule = Object.hasOwn(HELPER_RULES, name) ? HELPER_RULES[name] : undefined;
  if (!rule) return [unknownHelper(name)];
  const [fewest, most] = rule.arguments;
  const count = call.params.length;
  if (count < fewest || count > most) {
    const wanted = fewest === most ? String(fewest) : `at least ${fewest}`;
    const message = `{{${name}}} takes ${wanted} ${fewest === 1 ? 'value' : 'values'}, not ${count}.`;
    return [{ code: 'template/bad-helper-call', message, hint: undefined }];
  }
  const { options } = rule;
  if (options === 'any') return [];
  const unknown = (call.hash?.pairs ?? []).filter(({ key }) => !options.includes(key));
  return unknown.map(({ key }) => {
    const near = nearestName(key, options);
    const hint = near ? `Did you mean ${near}=?` : undefined;
    return { code: 'template/bad-helper-call', message: `{{${name}}} has no option ${key}=.`, hint };
  });
}

function unknownHelper(name: string): Fault {
  const known = Object.keys(HELPER_RULES);
  const near = nearestName(name, known);
  const hint = near ? `Did you mean {{${near} …}}?` : `There are ${known.join(', ')}.`;
  return { code: 'template/unknown-helper', message: `There is no helper "${name}".`, hint };
}
