import { formatNames } from '../base/format.js';
import { paperNames } from '../base/paper.js';
import { colorModes, sidesNames } from '../base/print-setting.js';
import { vouchedStates } from '../base/review-state.js';
import { variantNames } from '../base/variant.js';
import type { CommandSpec, Completion } from './command.js';
import { chosenSeries, handoutNames } from '../handout/names.js';
import { packsOf } from '../handout/packs.js';
import { reportFormats } from '../check/report/check-report.js';
import { inspectStages } from './inspect-stages.js';
import type { Pipeline } from './pipeline.js';
import { ownTranslateActions, translateActions } from './translate-actions.js';

/** What the shell may offer: a word, and what it means. */
type Candidate = Readonly<{ word: string; meaning: string }>;

/** What completion needs to know of the place it runs in. */
type CompletionContext = Readonly<{ cwd: string; pipeline: Pipeline; commands: readonly CommandSpec[] }>;

/** The shells that the program writes a script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/**
 * Completes a command line.
 * @param words those after the program's name; the last one, maybe empty, is to be completed
 * @returns a line for each candidate: the word, a tab, what it means
 */
export async function complete(words: readonly string[], context: CompletionContext): Promise<string> {
  const candidates = await findCandidates(words, context);
  const current = words.at(-1) ?? '';
  return candidates
    .filter(({ word }) => word.startsWith(current))
    .map(({ word, meaning }) => `${word}\t${meaning}\n`)
    .join('');
}

async function findCandidates(
  words: readonly string[],
  context: CompletionContext,
): Promise<readonly Candidate[]> {
  const current = words.at(-1) ?? '';
  const find = (wanted: string): CommandSpec | undefined =>
    context.commands.find(({ name }) => name === wanted);
  const command = (words.length > 2 ? find(`${words[0]} ${words[1]}`) : undefined) ?? find(words[0] ?? '');
  if (words.length === 2 && context.commands.some(({ name }) => name.startsWith(`${words[0]} `))) {
    const operands = await valuesOf(command?.operand?.completion, current, context);
    return [...secondWords(words[0]!, context.commands), ...operands];
  }
  if (words.length <= 1 || command === undefined) {
    const first = context.commands.map(({ name, summary }) => ({
      word: name.split(' ')[0]!,
      meaning: summary,
    }));
    return first.filter(({ word }, index) => first.findIndex((other) => other.word === word) === index);
  }
  const previous = words.at(-2) ?? '';
  const option = command.options.find(
    ({ name, alias }) => previous === `--${name}` || previous === `-${alias}`,
  );
  if (option !== undefined && option.kind !== 'flag') return valuesOf(option.completion, current, context);
  if (current.startsWith('-')) {
    return [...command.options, { name: 'help', summary: 'Show this help' }].map(({ name, summary }) => ({
      word: `--${name}`,
      meaning: summary,
    }));
  }
  return valuesOf(command.operand?.completion, current, context);
}

/** The second words of the commands of a group, such as `translate`. */
function secondWords(group: string, commands: readonly CommandSpec[]): readonly Candidate[] {
  return commands
    .filter(({ name }) => name.startsWith(`${group} `))
    .map(({ name, summary }) => ({ word: name.slice(group.length + 1), meaning: summary }));
}

/** Values that are always the same, and what they are called. */
const fixedValues = {
  'color-mode': [colorModes, 'colour'],
  decision: [['sent', 'again'], 'decision'],
  paper: [paperNames, 'paper'],
  'review-state': [vouchedStates, 'state'],
  shell: [shells, 'shell'],
  sides: [sidesNames, 'sides'],
  stage: [inspectStages, 'stage'],
  variant: [variantNames, 'variant'],
} as const satisfies Partial<Record<Completion, readonly [readonly string[], string]>>;

function isFixed(completion: Completion): completion is keyof typeof fixedValues {
  return completion in fixedValues;
}

async function valuesOf(
  completion: Completion | undefined,
  current: string,
  context: CompletionContext,
): Promise<readonly Candidate[]> {
  if (completion === undefined) return [];
  if (isFixed(completion)) {
    const [values, meaning] = fixedValues[completion];
    return named(values, meaning);
  }
  switch (completion) {
    case 'format':
      return named(afterComma(formatNames, current), 'format');
    case 'report':
      return named(reportFormats, 'format');
    case 'rule': {
      const { listRules } = await import('../check/rules/catalogue.js');
      const ids = listRules().map(({ id }) => id);
      return named(afterComma(ids, current), 'rule');
    }
    case 'schema': {
      const { generalSchemas } = await import('./schemas.js');
      return named(Object.keys(generalSchemas), 'schema');
    }
    case 'translate-action':
      return named([...translateActions.keys(), ...ownTranslateActions], 'action');
    case 'brand':
    case 'handout':
    case 'language':
    case 'pack':
    case 'printer':
    case 'series':
      return valuesOfWorkspace(completion, current, context);
  }
}

async function valuesOfWorkspace(
  completion: 'brand' | 'handout' | 'language' | 'pack' | 'printer' | 'series',
  current: string,
  { cwd, pipeline }: CompletionContext,
): Promise<readonly Candidate[]> {
  const { openWorkspace } = await pipeline.workspace();
  const { value: workspace } = openWorkspace({ cwd });
  if (completion === 'handout') return named(handoutNames(workspace), 'handout');
  if (completion === 'pack') return named([...packsOf(workspace).keys()], 'pack');
  if (completion === 'printer') return named(Object.keys(workspace.config.print.desks ?? {}), 'desk');
  if (completion === 'brand') return named([...workspace.brands.keys()], 'brand');
  if (completion === 'series') {
    const ids = chosenSeries(workspace).map(({ id }) => id);
    return named(afterComma(ids, current), 'treatment');
  }
  return named(afterComma([...workspace.languages, 'all'], current), 'language');
}

/** The value is a list, so what stands before the last comma stays. */
function afterComma(words: readonly string[], current: string): readonly string[] {
  const before = current.slice(0, current.lastIndexOf(',') + 1);
  return words.map((word) => before + word);
}

function named(words: readonly string[], meaning: string): readonly Candidate[] {
  return words.map((word) => ({ word, meaning }));
}
