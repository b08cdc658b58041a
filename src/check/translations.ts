import type { Problem } from '../base/problem.js';
import { readGlossary } from '../content/lint/glossary.js';
import { lintTranslations } from '../content/lint/lint.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import { pressOf } from '../handout/press-of.js';
import type { Workspace } from '../workspace/workspace.js';

/**
 * Holds the translations of some languages against their source texts. What is wrong with a file itself is left to the builds, which
 * report it.
 * @returns what `lintTranslations` and the reading of `glossary.json` and `lint.json` report
 */
export function checkTranslations(workspace: Workspace, languages: readonly string[]): readonly Problem[] {
  return languages.flatMap((lang) => {
    if (lang === SOURCE_LANGUAGE) return checkOwnGlossary(workspace);
    if (!workspace.languages.includes(lang)) return [];
    const { catalogue } = pressOf(workspace).strings(lang).value;
    const [glossary, suppressions] = [
      workspace.readSidecar(lang, 'glossary'),
      workspace.readSidecar(lang, 'lint'),
    ];
    const files = { glossary: glossary.value, suppressions: suppressions.value };
    return [...glossary.problems, ...suppressions.problems, ...lintTranslations(catalogue, lang, files)];
  });
}

/** The source language is held against nothing; its glossary says which terms handouts explain. */
function checkOwnGlossary(workspace: Workspace): readonly Problem[] {
  const { value, problems } = workspace.readSidecar(SOURCE_LANGUAGE, 'glossary');
  return [...problems, ...readGlossary(value).problems];
}
