import { checkRules } from './check.js';
import { contentRules } from './content.js';
import { documentRules } from './document.js';
import { exchangeRules } from './exchange.js';
import { graphicsRules } from './graphics.js';
import { layoutRules } from './layout.js';
import { pdfRules } from './pdf.js';
import { pageRules } from './page.js';
import type { Rule, RuleArea } from './rule.js';
import { safetyRules } from './safety.js';
import { styleRules } from './style.js';
import { templateRules } from './template.js';
import { textRules } from './text.js';
import { workspaceRules } from './workspace.js';

/** A rule with its id, such as `content/missing-key`, and its area. */
export type ListedRule = Readonly<{ id: string; area: string; rule: Rule }>;

/** The rules of every stage that reports problems, in the order of the stages. */
export const ruleAreas: Readonly<Record<string, RuleArea>> = {
  workspace: workspaceRules,
  content: contentRules,
  template: templateRules,
  document: documentRules,
  style: styleRules,
  text: textRules,
  graphics: graphicsRules,
  layout: layoutRules,
  page: pageRules,
  safety: safetyRules,
  pdf: pdfRules,
  check: checkRules,
  exchange: exchangeRules,
};

/** Lists every rule, area by area. */
export function listRules(): readonly ListedRule[] {
  return Object.entries(ruleAreas).flatMap(([area, { rules }]) =>
    Object.entries(rules).map(([name, rule]) => ({ id: `${area}/${name}`, area, rule })),
  );
}

/** Names the standard or publication that a rule comes from, or says that it is the program's own. */
export function sourceOf({ source }: Rule): string {
  return source ?? 'a rule of this program';
}

/** Finds a rule by its id, such as `content/missing-key`. */
export function findRule(id: string): Rule | undefined {
  const [area = '', name = '', ...rest] = id.split('/');
  if (rest.length > 0 || !Object.hasOwn(ruleAreas, area)) return undefined;
  const { rules } = ruleAreas[area]!;
  return Object.hasOwn(rules, name) ? rules[name] : undefined;
}

/**
 * Tells why the errors of a rule may not be switched off or made warnings.
 * @returns a full sentence, or undefined where they may
 */
export function whyFixed(id: string): string | undefined {
  const rule = findRule(id);
  if (rule?.severity === 'warning') return undefined;
  if (rule?.fixed === false) return undefined;
  return rule?.fixed ?? ruleAreas[id.split('/')[0]!]?.fixed;
}
