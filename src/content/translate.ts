import { createInstance, type i18n } from 'i18next';
import type { Direction } from '../base/direction.js';
import { nearestName } from '../base/nearest.js';
import type { Report } from '../base/problem.js';
import { formatRange, type SourceRange } from '../base/source.js';
import type { Catalogue } from './catalogue.js';
import { compileMessage, type CompiledMessage } from './compile-message.js';
import { createFormatter, type Formatter } from './format.js';
import type { Messages } from './json.js';
import { directionOf } from './locale.js';
import {
  htmlOfValue,
  isMarkup,
  isolated,
  markupOf,
  plainTextOf,
  type Markup,
  type MarkupValue,
} from './markup.js';
import { splitPluralKey } from './plural.js';

/** What the placeholders of a text stand for, by name; `count` chooses the plural form. */
export type Variables = Readonly<Record<string, MarkupValue | undefined>>;

/** Finds texts of one language and writes values as that language does. */
export type Translator = Formatter &
  Readonly<{
    /** BCP 47 tag. */
    lang: string;
    dir: Direction;
    /**
     * Finds a text and fills it in. Values are isolated from the direction around them, and text is escaped.
     * @param key `namespace:key`, or a key of the namespace `common`; without plural category
     * @returns the text; reports `content/missing-text`, `content/missing-variable` or `content/bad-count`, and then
     *   returns what it can, never another language's text
     */
    t(key: string, variables: Variables, report: Report): Markup;
    /** Like `t`, without tags and character references: for metadata and titles. */
    text(key: string, variables: Variables, report: Report): string;
    /** Names a key in full: in the namespace if it has that key, else in `common`. A full name is left as it is. */
    qualify(key: string, namespace: string): string;
    /** Tells whether there is a text of this full name, in some form. */
    has(name: string): boolean;
    /** Keeps a value, such as a phone number or a name, in its own direction, and on one line if `noBreak`. */
    isolate(value: MarkupValue, noBreak: boolean): Markup;
  }>;

/** The namespace of a key that names none. */
const COMMON = 'common';

/** Makes a translator. It keeps what it has read and formatted, so make one for each language and use it again. */
export function createTranslator(catalogue: Catalogue, lang: string): Translator {
  const namespaces = catalogue.languages.get(lang) ?? new Map<string, never>();
  const dir = directionOf(lang);
  const formatter = createFormatter(lang);
  const compiled = new Map<string, CompiledMessage>();
  const names = fullNames(namespaces);
  const qualified = new Map<string, Map<string, string>>();
  let instance: i18n | undefined;

  const find = (name: string, count: number | undefined, report: Report): CompiledMessage | undefined => {
    if (!names.has(name)) return reportMissing(name, { lang, names }, report);
    const cacheKey = count === undefined ? name : `${name} ${count}`;
    const known = compiled.get(cacheKey);
    if (known) return known;
    instance ??= createStrictInstance(catalogue, lang);
    const options = { skipInterpolation: true, ...(count === undefined ? {} : { count }) };
    if (!instance.exists(name, options)) return reportMissingForm(name, lang, report);
    const raw = instance.t(name, options);
    const message = compileMessage(raw, dir);
    compiled.set(cacheKey, message);
    return message;
  };

  const isolate: Translator['isolate'] = (value, noBreak) => {
    return isolated(htmlOfValue(typeof value === 'number' ? String(value) : value), noBreak);
  };

  const t: Translator['t'] = (key, variables, report) => {
    const name = key.includes(':') ? key : `${COMMON}:${key}`;
    const { count } = variables;
    if (count !== undefined && typeof count !== 'number') return reportBadCount(name, report);
    const message = find(name, count, report);
    if (!message) return markupOf('');
    let html = message.html[0]!;
    for (const [index, placeholder] of message.names.entries()) {
      const value = Object.hasOwn(variables, placeholder) ? variables[placeholder] : undefined;
      if (value === undefined) reportMissingVariable({ name, placeholder, namespaces }, report);
      else if (typeof value === 'number') html += formatter.number(value, {}, report).html;
      else html += isMarkup(value) ? value.html : isolate(value, false).html;
      html += message.html[index + 1]!;
    }
    return markupOf(html);
  };

  return {
    ...formatter,
    lang,
    dir,
    t,
    isolate,
    has: (name) => names.has(name),
    text: (key, variables, report) => plainTextOf(t(key, variables, report)),
    qualify(key, namespace) {
      const known = qualified.get(namespace) ?? new Map<string, string>();
      let name = known.get(key);
      if (name === undefined) {
        const own = key.includes(':') ? key : `${namespace}:${key}`;
        name = names.has(own) || !names.has(`${COMMON}:${key}`) ? own : `${COMMON}:${key}`;
        qualified.set(namespace, known.set(key, name));
      }
      return name;
    },
  };
}

type Namespaces = ReadonlyMap<string, Messages>;

/** Where a text is written; of its plural forms, the usual one. */
function placeOf(name: string, namespaces: Namespaces): SourceRange | undefined {
  const [namespace = '', key = ''] = name.split(':');
  const messages = namespaces.get(namespace);
  return (messages?.get(key) ?? messages?.get(`${key}_other`))?.at;
}

/** Every key with its namespace and without plural categories. */
function fullNames(namespaces: ReadonlyMap<string, Messages>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [namespace, messages] of namespaces) {
    for (const key of messages.keys()) names.add(`${namespace}:${splitPluralKey(key).base}`);
  }
  return names;
}

/** An instance of its own, which knows one language and falls back to nothing. */
function createStrictInstance(catalogue: Catalogue, lang: string): i18n {
  const namespaces = [...(catalogue.languages.get(lang) ?? [])];
  const resources = namespaces.map(([namespace, messages]) => {
    return [
      namespace,
      Object.fromEntries([...messages.values()].map(({ key, text }) => [key, text])),
    ] as const;
  });
  const instance = createInstance();
  // Without a backend `init` is done when it returns; its promise has nothing more to say.
  void instance.init({
    lng: lang,
    fallbackLng: false,
    load: 'currentOnly',
    ns: namespaces.map(([namespace]) => namespace),
    defaultNS: COMMON,
    resources: { [lang]: Object.fromEntries(resources) },
    keySeparator: false,
    nsSeparator: ':',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

function reportMissing(
  name: string,
  { lang, names }: Readonly<{ lang: string; names: ReadonlySet<string> }>,
  report: Report,
): undefined {
  const near = nearestName(name, names);
  report({
    code: 'content/missing-text',
    severity: 'error',
    message: `There is no text "${name}" in the language "${lang}".`,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  });
}

function reportMissingForm(name: string, lang: string, report: Report): undefined {
  report({
    code: 'content/missing-text',
    severity: 'error',
    message: `The text "${name}" has no form for this count in the language "${lang}".`,
    hint: 'A text with plural forms needs count=, and every form of its language.',
  });
}

type MissingVariable = Readonly<{ name: string; placeholder: string; namespaces: Namespaces }>;

function reportMissingVariable({ name, placeholder, namespaces }: MissingVariable, report: Report): void {
  const at = placeOf(name, namespaces);
  const place = at === undefined ? 'in the text' : `at ${formatRange(at)}`;
  report({
    code: 'content/missing-variable',
    severity: 'error',
    message: `The text "${name}" needs a value for {{${placeholder}}}.`,
    hint: `Give ${placeholder}= where the text is used, put it inside an {{#if}}, or correct the name ${place}.`,
  });
}

function reportBadCount(name: string, report: Report): Markup {
  report({
    code: 'content/bad-count',
    severity: 'error',
    message: `The count given to the text "${name}" isn't a number.`,
    hint: 'Give the number itself; the text formats it.',
  });
  return markupOf('');
}
