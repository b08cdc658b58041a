import type { Problem } from '../base/problem.js';
import type { Catalogue } from '../content/catalogue.js';
import type { Message } from '../content/json.js';

/**
 * Finds the string in which a character without a glyph is written, and says its key and place. A character that no
 * string has comes from what was filled in.
 */
export function locateMissingGlyphs(
  problems: readonly Problem[],
  catalogue: Catalogue,
  lang: string,
): readonly Problem[] {
  return problems.map((problem) => {
    if (problem.code !== 'text/missing-glyph' || problem.subject === undefined) return problem;
    const found = findMessage(catalogue, lang, problem.subject);
    if (found === undefined) return problem;
    const message = `${problem.message.slice(0, -1)}, in the string "${found.namespace}:${found.message.key}".`;
    return { ...problem, message, at: found.message.at };
  });
}

function findMessage(
  catalogue: Catalogue,
  lang: string,
  characters: string,
): Readonly<{ namespace: string; message: Message }> | undefined {
  for (const [namespace, messages] of catalogue.languages.get(lang) ?? []) {
    for (const message of messages.values()) {
      if (message.text.normalize('NFC').includes(characters)) return { namespace, message };
    }
  }
  return undefined;
}
