import { readGlossary, type Term } from '../content/lint/glossary.js';
import type { Workspace } from '../workspace/workspace.js';

/** The terms live as long as their workspace, by language: every handout in a language has the same. */
const known = new WeakMap<Workspace, Map<string, readonly Term[]>>();

/** Lists the terms of a language's glossary that handouts have to explain; what is wrong with the glossary, `checkWorkspace` reports. */
export function termsToExplain(workspace: Workspace, lang: string): readonly Term[] {
  const languages = known.get(workspace) ?? new Map<string, readonly Term[]>();
  known.set(workspace, languages);
  let terms = languages.get(lang);
  if (terms === undefined) {
    const glossary = readGlossary(workspace.readSidecar(lang, 'glossary').value).value;
    terms = [...glossary.values()].filter(({ explain }) => explain !== undefined);
    languages.set(lang, terms);
  }
  return terms;
}
