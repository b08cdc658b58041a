import type { Problem } from '../base/problem.js';
import type { Catalogue } from '../content/catalogue.js';
import type { Message } from '../content/json.js';

/** The strings that a handout was made from, and whether it holds a patient's details too. */
export type Origin = Readonly<{
  strings: readonly Readonly<{ catalogue: Catalogue; lang: string }>[];
  isPersonal: boolean;
}>;

/**
 * Finds the string in which a character without a glyph is written, and says its key and place. In a patient's copy a
 * character that no string has may be the patient's, so it isn't repeated; in a general handout it comes from the
 * brand or a template, and is.
 */
export function locateMissingGlyphs(problems: readonly Problem[], origin: Origin): readonly Problem[] {
  return withoutRepeatedFonts(problems).map((problem) => {
    if (problem.code !== 'text/missing-glyph' || problem.subject === undefined) return problem;
    const found = findMessage(origin, problem.subject);
    if (found === undefined) return origin.isPersonal ? withoutPatient(problem) : problem;
    const message = `${problem.message.slice(0, -1)}, in the string "${found.namespace}:${found.message.key}".`;
    return { ...problem, message, at: found.message.at };
  });
}

/** A script without a font is told once, not for each of its letters. */
function withoutRepeatedFonts(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ code, hint = '' }) => {
    if (code !== 'text/missing-font') return true;
    const isFirst = !told.has(hint);
    told.add(hint);
    return isFirst;
  });
}

function findMessage(
  { strings }: Origin,
  characters: string,
): Readonly<{ namespace: string; message: Message }> | undefined {
  for (const { catalogue, lang } of strings) {
    for (const [namespace, messages] of catalogue.languages.get(lang) ?? []) {
      for (const message of messages.values()) {
        if (message.text.normalize('NFC').includes(characters)) return { namespace, message };
      }
    }
  }
  return undefined;
}

function withoutPatient({ code, severity, at }: Problem): Problem {
  return {
    code,
    severity,
    message: 'A character that was filled in (such as a name) has no glyph in the shipped fonts.',
    ...(at === undefined ? {} : { at }),
    hint: 'Write the name in letters, without pictures and symbols.',
  };
}
