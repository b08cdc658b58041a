import { hasErrors } from '../base/problem.js';
import type { Problem } from '../base/problem.js';
import { checkUsage } from '../content/usage.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import { LETTER_KEYS } from '../handout/letter.js';
import { pressOf } from '../handout/press-of.js';
import { REMINDER_KEYS } from '../handout/reminders.js';
import { checkTemplates, keysUsed } from '../template/compile.js';
import { builtInLabel } from '../workspace/folder.js';
import type { Workspace } from '../workspace/workspace.js';
import { keysNamed } from './keys-named.js';
import { checkRuleSources } from './safety/rule-sources.js';
import { checkTranslations } from './translations.js';

/**
 * Checks what no single handout shows: templates that none calls, texts that nothing uses or that aren't there, and translations that
 * say something else than their source.
 * @param languages whose translations are looked at
 * @returns what `checkTemplates`, `loadCatalogue` (for the source language), `checkUsage` and `checkTranslations` report. While templates or
 *   texts can't be read whole, nobody can tell which texts are used, so then `checkUsage` is left out
 */
export function checkWorkspace(
  workspace: Workspace,
  languages: readonly string[] = workspace.config.languages,
): readonly Problem[] {
  // What its handouts were made from is not read again.
  const press = pressOf(workspace);
  const templates = press.templates();
  const strings = press.strings(SOURCE_LANGUAGE);
  const problems = [...templates.problems, ...checkTemplates(templates.value), ...strings.problems];
  if (hasErrors(problems)) return problems;
  const ofCode = [...REMINDER_KEYS, ...LETTER_KEYS].map((pattern) => ({ pattern, certain: false }));
  const uses = [...keysUsed(templates.value), ...keysNamed(workspace), ...ofCode];
  return [
    ...problems,
    ...checkUsage(strings.value.catalogue, uses).filter((problem) => !isNobodysFault(problem)),
    ...checkRuleSources(workspace),
    ...checkTranslations(workspace, languages),
  ];
}

/** A clinic that leaves a built-in text out can't remove it. */
function isNobodysFault({ code, at }: Problem): boolean {
  return code === 'content/unused-key' && at?.file.startsWith(builtInLabel) === true;
}
