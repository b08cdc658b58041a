import { hasErrors, type Problem, type Report, type Staged } from '../base/problem.js';
import type { Source } from '../base/source.js';
import { readMessages, type Message } from '../content/json.js';
import { reviewStates } from '../base/review-state.js';
import { splitPluralKey } from '../content/plural.js';
import { formNames, type Exchange, type ExchangeUnit, type FormName } from './exchange.js';
import { factOf, factsOf, factNames, unitsOf, type Fact, type Row } from './rows.js';

type Tree = { [name: string]: string | Tree };

/** What is said several times of one unit, numbered from 1, since translators' tools lose lists. */
const LISTS: ReadonlySet<string> = new Set(['keep', 'context', 'note']);
const MEMBER = /^units\.([^.]+)\.(.+)\.(source|target|state|[a-z-]+)((?:_[a-z]+)?)(?:\.(\d+))?$/;

/**
 * Writes JSON of nested objects: under `units` the namespaces and keys as in the locale files, and under each key its `source` and
 * `target`, for plurals with the endings of i18next (`target_few`), its `state`, and what is on record.
 */
export function writeJson({ sourceLang = '', lang = '', units }: Exchange): string {
  const root: Tree = { exchange: { version: '1', sourceLang, lang }, units: {} };
  for (const unit of units) {
    const names = ['units', ...unit.id.replace(':', '.').split('.')];
    const parent = names.reduce<Tree>((tree, name) => (tree[name] ??= {}) as Tree, root);
    Object.assign(parent, treeOf(unit));
  }
  return `${JSON.stringify(root, undefined, 2)}\n`;
}

function treeOf(unit: ExchangeUnit): Tree {
  const forms = [...unit.forms];
  const named = (name: string, form: FormName): string => (form === 'form' ? name : `${name}_${form}`);
  const tree: Tree = {};
  for (const [form, { source }] of forms) tree[named('source', form)] = source ?? '';
  for (const [form, { target }] of forms) if (target !== undefined) tree[named('target', form)] = target;
  tree['state'] = unit.state;
  for (const [name, value] of factsOf(unit)) {
    if (!LISTS.has(name)) tree[name] = value;
    else {
      const list = (tree[name] ??= {}) as Tree;
      list[String(Object.keys(list).length + 1)] = value;
    }
  }
  return tree;
}

/**
 * Reads the JSON of `writeJson`; or JSON of translations alone, nested or flat, as i18next and Crowdin have it: either namespaces with
 * their texts, or the texts of the one namespace that the file is named after.
 * @param namespaces those of the source language
 * @returns undefined where the file isn't JSON; reports what `readMessages` does, `exchange/unknown-field` and `exchange/repeated-key`
 */
export function readJson(source: Source, namespaces: readonly string[]): Staged<Exchange | undefined> {
  const { messages, problems: found } = readMessages(source);
  if (hasErrors(found)) return { value: undefined, problems: found };
  const problems: Problem[] = [...found];
  const report: Report = (problem) => problems.push(problem);
  const about = new Map(messages.map(({ key, text }) => [key, text]));
  const isOurs = about.has('exchange.version');
  const rows = isOurs
    ? ownRows(messages, report)
    : messages.map((message) => plainRow(message, { source, namespaces }));
  const value = {
    sourceLang: about.get('exchange.sourceLang'),
    lang: isOurs ? about.get('exchange.lang') : undefined,
    units: unitsOf(rows, report),
  };
  return { value, problems };
}

function plainRow(
  message: Message,
  { source, namespaces }: Readonly<{ source: Source; namespaces: readonly string[] }>,
): Row {
  const [first = '', ...rest] = message.key.split('.');
  const file = source.file.split(/[\\/]/).at(-1)!.split('.')[0]!;
  const isNamespaced = namespaces.includes(first) && rest.length > 0;
  return {
    name: isNamespaced ? `${first}:${rest.join('.')}` : `${file}:${message.key}`,
    source: undefined,
    target: message.text || undefined,
    state: 'translated',
    facts: [],
    at: message.at,
    rowAt: message.keyAt,
  };
}

type Gathered = {
  readonly forms: Map<FormName, { source?: string; target?: Message }>;
  readonly facts: Fact[];
  state: string | undefined;
  readonly first: Message;
};

function ownRows(messages: readonly Message[], report: Report): readonly Row[] {
  const units = new Map<string, Gathered>();
  for (const message of messages) {
    if (message.key.startsWith('exchange.')) continue;
    const match = MEMBER.exec(message.key);
    const [, namespace = '', key = '', field = ''] = match ?? [];
    const { category = 'form' } = splitPluralKey(`x${match?.[4] ?? ''}`);
    const id = `${namespace}:${key}`;
    const unit: Gathered = units.get(id) ?? { forms: new Map(), facts: [], state: undefined, first: message };
    const form = unit.forms.get(category) ?? {};
    const fact = factNames.includes(field as Fact[0]) ? factOf(field, message.text) : undefined;
    if (field === 'source' || field === 'target') {
      unit.forms.set(category, { ...form, [field]: field === 'source' ? message.text : message });
    } else if (field === 'state') unit.state = message.text;
    else if (fact) unit.facts.push(fact);
    else report(unknownField(message));
    if (match) units.set(id, unit);
  }
  return [...units].flatMap(([id, unit]) => rowsOfUnit(id, unit));
}

function rowsOfUnit(id: string, { forms, facts, state, first }: Gathered): readonly Row[] {
  return formNames.flatMap((name) => {
    const form = forms.get(name);
    if (form === undefined) return [];
    return [
      {
        name: name === 'form' ? id : `${id}_${name}`,
        source: form.source ?? '',
        target: form.target?.text || undefined,
        state: reviewStates.find((known) => known === state) ?? 'translated',
        facts,
        at: form.target?.at ?? first.at,
        rowAt: first.keyAt,
      },
    ];
  });
}

function unknownField(message: Message): Problem {
  return {
    code: 'exchange/unknown-field',
    severity: 'error',
    message: `"${message.key}" is nothing that this format knows.`,
    at: message.keyAt,
    hint: 'Under units, namespace and key stand source, target, state and what is on record.',
  };
}
