import { isMarkup, markupOf, type Markup, type MarkupValue } from '../content/markup.js';
import type { Variables } from '../content/translate.js';
import type { Handlebars, HelperOptions } from './handlebars.js';
import { reportFrom, stateOf, type RenderState } from './render-state.js';

/** The longest value that `bdi` keeps on one line; a longer one would stick out of a column. */
const NO_BREAK_LIMIT = 40;

/**
 * Registers the helpers that write text and those that compare. A helper that gets a value it can't write reports
 * `template/not-text`, `template/no-value` or what the translator finds, and prints nothing.
 */
export function registerHelpers(handlebars: Handlebars): void {
  const writing = writingOf(handlebars);
  handlebars.registerHelper({ ...textHelpers(writing), ...valueHelpers(writing), ...comparisons });
}

/** How helpers write and read text that is already HTML. */
type Writing = Readonly<{
  print(markup: Markup): unknown;
  read(value: unknown, call: HelperOptions): MarkupValue | undefined;
}>;

function writingOf({ SafeString }: Handlebars): Writing {
  return {
    print: (markup) => new SafeString(markup.html),
    read: (value, call) =>
      value instanceof SafeString ? markupOf(value.toString()) : plainValue(value, call),
  };
}

function textHelpers({ print, read }: Writing) {
  return {
    t(key: unknown, call: HelperOptions): unknown {
      const { translator, missing } = stateOf(call);
      if (key === missing) return missing;
      if (typeof key !== 'string') return notText('{{t}} needs the key of a text.', call);
      const variables: Record<string, MarkupValue | undefined> = {};
      for (const [name, value] of Object.entries(call.hash)) {
        // What can't be written has been reported; the text must not ask for it again.
        variables[name] =
          value === undefined || value === null ? undefined : (read(value, call) ?? markupOf(''));
      }
      const name = qualify(key, stateOf(call));
      stateOf(call).onText?.(name);
      return print(translator.t(name, variables satisfies Variables, reportFrom(call)));
    },

    key(...all: readonly unknown[]): unknown {
      const call = all.at(-1) as HelperOptions;
      const { missing } = stateOf(call);
      const { in: namespace } = call.hash;
      const segments = all.slice(0, -1);
      if (segments.includes(missing) || namespace === missing) return missing;
      const parts = namespace === undefined ? segments : [...segments, namespace];
      const areText = parts.every((part) => typeof part === 'string' || typeof part === 'number');
      if (!areText) return notText('Every part of a {{key}} must be a text.', call);
      return namespace === undefined ? segments.join('.') : `${String(namespace)}:${segments.join('.')}`;
    },

    texts: (key: unknown, call: HelperOptions) => textsIn(key, call)?.map(print) ?? stateOf(call).missing,

    sentences(key: unknown, call: HelperOptions): unknown {
      const texts = textsIn(key, call);
      if (texts === undefined) return stateOf(call).missing;
      return print(markupOf([...new Set(texts.map(({ html }) => html))].join(' ')));
    },

    bdi(value: unknown, call: HelperOptions): unknown {
      const { translator } = stateOf(call);
      const text = read(value, call);
      if (text === undefined) return '';
      return print(translator.isolate(text, isMarkup(text) || String(text).length <= NO_BREAK_LIMIT));
    },

    pageNumber: () => print(markupOf('<span class="page-number"></span>')),
    pageCount: () => print(markupOf('<span class="page-count"></span>')),
  };
}

function valueHelpers({ print, read }: Writing) {
  return {
    date(value: unknown, call: HelperOptions): unknown {
      const { translator, missing } = stateOf(call);
      const { style = 'long', to } = call.hash;
      if (value === missing || to === missing) return missing;
      if (typeof value !== 'string' || (to !== undefined && typeof to !== 'string'))
        return noValue('date', call);
      const options = { style: String(style), ...(to === undefined ? {} : { to }) };
      return print(translator.date(value, options, reportFrom(call)));
    },

    number(value: unknown, call: HelperOptions): unknown {
      const { translator, missing } = stateOf(call);
      const { unit, to } = call.hash;
      if (value === missing || to === missing) return missing;
      if (typeof value !== 'number' || (to !== undefined && typeof to !== 'number'))
        return noValue('number', call);
      const options = {
        ...(unit === undefined ? {} : { unit: String(unit) }),
        ...(to === undefined ? {} : { to }),
      };
      return print(translator.number(value, options, reportFrom(call)));
    },

    list(items: unknown, call: HelperOptions): unknown {
      const { translator, missing } = stateOf(call);
      if (items === missing) return missing;
      if (!Array.isArray(items)) return noValue('list', call);
      const texts = items.map((item: unknown) => read(item, call) ?? '');
      const asText = texts.map((text) => (typeof text === 'number' ? translator.isolate(text, true) : text));
      return print(translator.list(asText, call.hash['type'] === 'or' ? 'or' : 'and'));
    },
  };
}

const comparisons = {
  eq: (left: unknown, right: unknown) => left === right,
  not: (value: unknown, call: HelperOptions) => !isTrue(value, call),
  and: (...all: readonly unknown[]) =>
    choose(all, (values, call) => values.every((value) => isTrue(value, call))),
  or: (...all: readonly unknown[]) =>
    choose(all, (values, call) => values.some((value) => isTrue(value, call))),
};

/** The texts that several namespaces have under one key; nothing, which is reported, where it isn't called so. */
function textsIn(key: unknown, call: HelperOptions): readonly Markup[] | undefined {
  const { translator, missing, onText } = stateOf(call);
  const { in: namespaces } = call.hash;
  if (key === missing || namespaces === missing) return undefined;
  if (typeof key === 'string' && Array.isArray(namespaces)) {
    const names = namespaces.map((namespace) => `${String(namespace)}:${key}`);
    return names.map((name) => {
      onText?.(name);
      return translator.t(name, {}, reportFrom(call));
    });
  }
  notText('{{texts}} and {{sentences}} need a key, and in= with a list of namespaces.', call);
  return undefined;
}

/** Names a key in full: where the handout's own strings or the common ones have it, else where a further namespace does. */
function qualify(key: string, { translator, namespace, furtherNamespaces }: RenderState): string {
  const name = translator.qualify(key, namespace);
  if (key.includes(':') || furtherNamespaces.length === 0 || translator.has(name)) return name;
  return furtherNamespaces.map((further) => `${further}:${key}`).find(translator.has) ?? name;
}

/**
 * Reads a value of the data that is to be written. Reports `template/no-value` for one that is undefined, and
 * `template/not-text` for one that is neither text nor number.
 */
export function plainValue(value: unknown, call: HelperOptions): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === undefined || value === null) noValueToPrint(call);
  else notText('A value to be printed is neither a text nor a number.', call);
  return undefined;
}

/** Tells whether a template takes a value for true: not false, nought, empty, absent or missing. */
export function isTrue(value: unknown, call: HelperOptions): boolean {
  if (value === stateOf(call).missing) return false;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function choose(
  all: readonly unknown[],
  decide: (values: readonly unknown[], call: HelperOptions) => boolean,
): boolean {
  return decide(all.slice(0, -1), all.at(-1) as HelperOptions);
}

function notText(message: string, call: HelperOptions): unknown {
  reportFrom(call)({ code: 'template/not-text', severity: 'error', message });
  return stateOf(call).missing;
}

function noValueToPrint(call: HelperOptions): void {
  reportFrom(call)({
    code: 'template/no-value',
    severity: 'error',
    message: 'A value to be printed is absent here.',
    hint: 'Put it inside an {{#if}}.',
  });
}

const EXPECTED = { date: 'a date (YYYY-MM-DD)', number: 'a number', list: 'a list' } as const;

function noValue(helper: keyof typeof EXPECTED, call: HelperOptions): unknown {
  reportFrom(call)({
    code: 'template/no-value',
    severity: 'error',
    message: `{{${helper}}} needs ${EXPECTED[helper]}, and was given something else or nothing.`,
    hint: 'If the value may be absent, put it inside an {{#if}}.',
  });
  return stateOf(call).missing;
}
