import type { Source } from '../../src/base/source.js';
import type { Staged } from '../../src/base/problem.js';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { createTranslator, type Translator } from '../../src/content/translate.js';
import { compileTemplates } from '../../src/template/compile.js';
import { renderTemplate } from '../../src/template/render.js';

/** What a test renders: the template `page`, beside which others may stand. */
export type RenderSetup = Readonly<{
  page: string;
  others?: Readonly<Record<string, string>>;
  data?: unknown;
  texts?: unknown;
  lang?: string;
}>;

/** A translator of one language with the texts given, in the namespace `common`. */
export function translatorWith(texts: unknown, lang = 'en'): Translator {
  const source = { file: `${lang}/common.json`, text: JSON.stringify(texts) };
  return createTranslator(
    loadCatalogue([{ lang, namespace: 'common', source }], { sourceLang: lang }).value,
    lang,
  );
}

/** The sources of templates, each in a file of its name. */
export function templateSources(templates: Readonly<Record<string, string>>): ReadonlyMap<string, Source> {
  return new Map(Object.entries(templates).map(([name, text]) => [name, { file: `${name}.hbs`, text }]));
}

/** Renders the template `page` as it is, with `data-at` taken out. */
export function render({
  page,
  others = {},
  data = {},
  texts = {},
  lang = 'en',
}: RenderSetup): Staged<string> {
  const templates = compileTemplates(templateSources({ page, ...others })).value;
  const context = { data, translator: translatorWith(texts, lang), namespace: 'series' };
  const { value, problems } = renderTemplate(templates, 'page', context);
  return { value: value.replace(/ data-at="[\d:]*"/g, ''), problems };
}
