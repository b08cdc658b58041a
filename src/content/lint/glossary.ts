import type { Problem, Report, Staged } from '../../base/problem.js';
import type { Source } from '../../base/source.js';
import { readMessages, type Message } from '../json.js';

/** A term: how the source says it, and how translations may. */
export type Term = Readonly<{
  source: string;
  target: string;
  /** Whether a handout has to explain it where it first comes: `yes`, or `ask` a person whether its readers know it. */
  explain?: 'yes' | 'ask';
}>;

/** The terms of a language by their ids. */
export type Glossary = ReadonlyMap<string, Term>;

/**
 * Reads `locales/<lang>/glossary.json`, layer over layer: under each term's name its `source` and its `target`, alternatives divided by
 * `|`, an open end marked by `*`; and `explain`, if handouts have to. A term whose target is its source stays as it is.
 * @returns the terms that are whole; reports `content/bad-term` and what `readMessages` does
 */
export function readGlossary(layers: readonly Source[]): Staged<Glossary> {
  const problems: Problem[] = [];
  const fields = new Map<string, Map<string, Message>>();
  for (const layer of layers) {
    const { messages, problems: found } = readMessages(layer);
    problems.push(...found);
    for (const message of messages) {
      const [id = '', field = ''] = message.key.split('.');
      fields.set(id, (fields.get(id) ?? new Map<string, Message>()).set(field, message));
    }
  }
  const glossary = new Map<string, Term>();
  for (const [id, record] of fields) {
    const term = readTerm(id, record, (problem) => problems.push(problem));
    if (term) glossary.set(id, term);
  }
  return { value: glossary, problems };
}

function readTerm(id: string, record: ReadonlyMap<string, Message>, report: Report): Term | undefined {
  const [source, target, said] = [record.get('source'), record.get('target'), record.get('explain')];
  const explain = said?.text === 'yes' || said?.text === 'ask' ? said.text : undefined;
  const isKnown = said === undefined || explain !== undefined;
  const isWhole = source !== undefined && target !== undefined && isKnown;
  const fieldCount = said === undefined ? 2 : 3;
  if (isWhole && record.size === fieldCount && source.text.trim() !== '' && target.text.trim() !== '') {
    return { source: source.text, target: target.text, ...(explain && { explain }) };
  }
  report({
    code: 'content/bad-term',
    severity: 'error',
    message: `The term "${id}" has to have a source and a target, and nothing else but perhaps "explain": "yes" or "ask".`,
    at: [...record.values()][0]!.keyAt,
    hint: `Write "${id}": { "source": "…", "target": "…" }.`,
  });
  return undefined;
}

/** Tells whether a word stays as it is: it is one of the targets of a term. */
export function isKept(word: string, glossary: Glossary): boolean {
  const folded = word.toLowerCase();
  return [...glossary.values()].some(({ target }) =>
    target
      .toLowerCase()
      .split(/[|\s]+/u)
      .some((part) => {
        const stem = part.replaceAll('*', '');
        return part.includes('*') ? stem !== '' && folded.startsWith(stem) : stem === folded;
      }),
  );
}
