import type { Workspace } from '../workspace/workspace.js';
import type { HandoutRequest } from '../handout/request.js';

/** The language that every translation is compared with. */
const SOURCE_LANGUAGE = 'en';

/**
 * Tells which requests a saved file touches. The rules are coarse but never too narrow: the strings of a translation touch
 * their language, the template of a handout touches that handout, and everything else touches all.
 * @param files paths relative to their workspace, with `/` between their parts
 * @returns a test for requests
 */
export function affectedBy(
  files: readonly string[],
  workspace: Pick<Workspace, 'series'>,
): (request: HandoutRequest) => boolean {
  const templates = templatesOf(workspace);
  return (request) => files.some((file) => touches(file, request, templates));
}

/**
 * Tells which languages' translations the saved files touch: those whose texts, terms or reviews they hold. English ones touch all, as does a
 * folder that is gone.
 */
export function languagesAffectedBy(files: readonly string[]): (lang: string) => boolean {
  const touched = files.filter((file) => file.startsWith('locales')).map(languageOf);
  const isAll = touched.some((lang) => lang === undefined || lang === SOURCE_LANGUAGE);
  return (lang) => isAll || touched.includes(lang);
}

function languageOf(file: string): string | undefined {
  return /^locales\/([^/]+)\//.exec(file)?.[1];
}

function touches(file: string, request: HandoutRequest, templates: ReadonlyMap<string, string>): boolean {
  const lang = languageOf(file);
  if (lang !== undefined) return lang === SOURCE_LANGUAGE || lang === request.lang;
  const [, template] = /^templates\/((?:topics|sheets)\/.+)\.hbs$/.exec(file) ?? [];
  // A template that no handout names could be a partial of any of them.
  if (template === undefined || ![...templates.values()].includes(template)) return true;
  return templates.get(request.handout) === template;
}

function templatesOf({ series }: Pick<Workspace, 'series'>): ReadonlyMap<string, string> {
  return new Map(
    [...series.values()].flatMap(({ id, topics, sheets }) =>
      [...topics, ...sheets].map((handout) => [`${id}/${handout.id}`, handout.template] as const),
    ),
  );
}
