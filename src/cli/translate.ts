import { vouchedStates, type VouchedState } from '../base/review-state.js';
import { languageName } from '../content/locale.js';
import { keepReference } from '../base/json-schema.js';
import { readLedger, writeLedger, type Review } from '../content/ledger.js';
import { markTranslations, type Marking } from '../content/mark.js';
import { hasErrors, type Staged } from '../base/problem.js';
import type { ReviewedLanguage } from '../check/reviews.js';
import type { Workspace } from '../workspace/workspace.js';
import { requireLanguages } from './build-settings.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import type { WorkspaceTools } from './pipeline.js';
import { formatProblems } from './report.js';
import { readReviewDay } from './review-day.js';
import { openWorkspaceOf } from './run-build.js';
import { count, foundErrors, jsonText, problemRecords } from './summary.js';
import { ownTranslateActions, translateActions } from './translate-actions.js';
import { unknownName, UsageError } from './usage-error.js';

/** What came of the marking of one language; nothing is written where a text was refused or none was left to mark. */
type MarkedLanguage = Omit<Marking, 'ledger'> & Readonly<{ lang: string; isWritten: boolean; file: string }>;

type Wanted = Readonly<{ review: Omit<Review, 'source'>; only: readonly string[] | undefined }>;

/**
 * The command `translate`: writes down in the review ledgers who vouches for which translations.
 * @throws {UsageError} for an unknown action, state, language or text, and where it isn't said by whom or in which role
 * @throws {OutsideError} when a ledger cannot be written
 */
export const runTranslate: RunCommand = async (args, context) => {
  const [action] = args.operands;
  if (action === 'add') return (await import('./translate-add.js')).runTranslateAdd(args, context);
  if (args.operands.length > 1) {
    throw new UsageError(
      '“handout translate” was given too many arguments.',
      'See “handout translate --help”.',
    );
  }
  if (action === 'pack') return (await import('./translate-pack.js')).runTranslatePack(args, context);
  const wanted: Wanted = { review: readReview(args), only: args.lists.get('only') };
  const named = args.lists.get('lang');
  if (named === undefined) throw new UsageError('A language is missing.', 'Name some with --lang, or all.');
  const opened = await openWorkspaceOf(args, context);
  const { workspace } = opened;
  const languages = requireLanguages(workspace, named);
  const reviewed = (await context.pipeline.check()).reviewLanguages(workspace, languages);
  const found = [...opened.problems, ...reviewed.problems].map((problem) => ({ problem, builds: [] }));
  const marked: MarkedLanguage[] = [];
  // A ledger that can't be read whole would lose what wasn't read.
  if (!hasErrors(reviewed.problems)) {
    const tools = await context.pipeline.workspace();
    requireTexts(reviewed.value, wanted);
    for (const language of reviewed.value) {
      const { value, problems } = markLanguage(language, wanted, { workspace, tools });
      found.push(...problems.map((problem) => ({ problem, builds: [] })));
      marked.push(value);
    }
  }
  const { out, err } = context.terminal;
  if (args.flags.has('json')) {
    out.write(jsonText({ languages: marked.map(recordOf), problems: problemRecords(found) }));
  } else {
    err.write(formatProblems(found, opened.sourceText, err.paint));
    printMarked(marked, wanted, context);
  }
  return foundErrors(found) ? exitCodes.problems : exitCodes.done;
};

function readReview({ operands, texts }: Arguments): Omit<Review, 'source'> {
  const [action] = operands;
  if (action === undefined)
    throw new UsageError('“handout translate” needs ACTION.', 'See “handout translate --help”.');
  const preset = translateActions.get(action);
  if (preset === undefined)
    throw unknownName('action', action, [...translateActions.keys(), ...ownTranslateActions]);
  return {
    state: readState(texts.get('state'), preset.state),
    by: required(texts.get('by') ?? preset.by, '--by NAME', 'who vouches for the texts'),
    role: required(texts.get('role') ?? preset.role, '--role ROLE', 'in which role, such as reviewer'),
    at: readReviewDay(texts.get('at')),
  };
}

function readState(named: string | undefined, preset: VouchedState | undefined): VouchedState {
  if (preset !== undefined && named !== undefined && named !== preset)
    throw new UsageError('--state goes with “handout translate mark” only.');
  const name = required(named ?? preset, '--state STATE', `the state: ${vouchedStates.join(', ')}`);
  const state = vouchedStates.find((known) => known === name);
  if (state === undefined) throw unknownName('state', name, vouchedStates);
  return state;
}

function required(text: string | undefined, option: string, what: string): string {
  const clean = text?.normalize('NFC').trim() ?? '';
  if (clean === '') throw new UsageError(`${option} is missing.`, `Say ${what}.`);
  if (/\p{Cc}/u.test(clean)) throw new UsageError(`${option} holds a control character.`);
  return clean;
}

/** A name that no text has is a slip of the pen, and nothing should be written. */
function requireTexts(languages: readonly ReviewedLanguage[], { review, only }: Wanted): void {
  const [first] = languages;
  if (first === undefined) return;
  const { lang, units } = first;
  const [unknown] = markTranslations(units, new Map(), { lang, review, only }).value.unknown;
  if (unknown === undefined) return;
  const error = unknownName(
    'text',
    unknown,
    units.map(({ id }) => id),
  );
  throw new UsageError(
    error.message,
    error.hint?.startsWith('Did') === true ? error.hint : 'See “handout status --keys” for their names.',
  );
}

function markLanguage(
  { lang, units }: ReviewedLanguage,
  { review, only }: Wanted,
  { workspace, tools }: Readonly<{ workspace: Workspace; tools: WorkspaceTools }>,
): Staged<MarkedLanguage> {
  const file = tools.ledgerName(lang);
  const own = workspace.readLedgers([lang]).value.find(({ source }) => source.file === file);
  const { value, problems } = markTranslations(
    units,
    own === undefined ? new Map() : readLedger(own.source).value,
    { lang, review, only },
  );
  const isWritten = !hasErrors(problems) && value.marked.length > 0;
  if (isWritten) {
    const text = keepReference(own?.source.text, writeLedger(value.ledger));
    tools.writeLedgerFile(workspace, lang, text);
  }
  return { value: { ...value, lang, isWritten, file }, problems };
}

function recordOf({ lang, isWritten, file, marked, leftStale }: MarkedLanguage): object {
  return { lang, written: isWritten, file, marked: isWritten ? marked : [], leftStale };
}

function printMarked(
  languages: readonly MarkedLanguage[],
  { review }: Wanted,
  { terminal: { err } }: CommandContext,
): void {
  for (const { lang, isWritten, file, marked, leftStale } of languages) {
    const name = `${languageName(lang, 'en')} (${lang})`;
    err.write(
      isWritten
        ? `${name}: marked ${count(marked.length, 'text')} as ${review.state} in ${file}.\n`
        : `${name}: marked nothing.\n`,
    );
    if (leftStale.length === 0) continue;
    const whose = leftStale.length === 1 ? 'whose source has' : 'whose sources have';
    err.write(
      `  Left out ${count(leftStale.length, 'text')} ${whose} changed; bring them up to date and name them with --only.\n`,
    );
  }
}
