import type { Problem } from '../base/problem.js';
import { lintTranslations } from '../content/lint/lint.js';
import { chosenSeries } from '../handout/names.js';
import { pressOf } from '../handout/press-of.js';
import type { Workspace } from '../workspace/workspace.js';
import { checkTitles } from './document/same-title.js';

/**
 * Holds the texts of some languages against their source texts and against each other. What is wrong with a file itself is left to the builds, which
 * report it.
 * @returns what `lintTranslations`, `checkTitles` and the reading of `glossary.json` and `lint.json` report
 */
export function checkTranslations(workspace: Workspace, languages: readonly string[]): readonly Problem[] {
  return languages.flatMap((lang) => {
    if (!workspace.languages.includes(lang)) return [];
    const { value: catalogue } = pressOf(workspace).catalogue(lang);
    const [glossary, suppressions] = [
      workspace.readSidecar(lang, 'glossary'),
      workspace.readSidecar(lang, 'lint'),
    ];
    const files = { glossary: glossary.value, suppressions: suppressions.value };
    return [
      ...glossary.problems,
      ...suppressions.problems,
      ...lintTranslations(catalogue, lang, files),
      ...checkTitles(catalogue, lang, chosenSeries(workspace)),
    ];
  });
}
