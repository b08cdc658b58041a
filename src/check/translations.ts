import type { Problem } from '../base/problem.js';
import { loadCatalogue } from '../content/catalogue.js';
import { lintTranslations } from '../content/lint/lint.js';
import { chosenSeries } from '../handout/names.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import type { Workspace } from '../workspace/workspace.js';
import { checkTitles } from './document/same-title.js';

/**
 * Holds the texts of some languages against their source texts and against each other. What is wrong with a file itself is left to the builds, which
 * report it.
 * @returns what `lintTranslations`, `checkTitles` and the reading of `glossary.json` and `lint.json` report
 */
export function checkTranslations(workspace: Workspace, languages: readonly string[]): readonly Problem[] {
  return languages.flatMap((lang) => {
    const sources = workspace.readLocales([...new Set([SOURCE_LANGUAGE, lang])]);
    const { value: catalogue } = loadCatalogue(sources.value, { sourceLang: SOURCE_LANGUAGE });
    if (!catalogue.languages.has(lang)) return [];
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
