import type { LocaleSource } from '../../src/base/locale-source.js';

/** A locale file of a test, named `<lang>/<namespace>.json`; text is taken as it is, anything else is written as JSON. */
export function localeSource(lang: string, content: unknown, namespace = 'common'): LocaleSource {
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  return { lang, namespace, source: { file: `${lang}/${namespace}.json`, text } };
}
