import { withReference } from '../base/json-schema.js';
import type { Problem } from '../base/problem.js';
import { hasErrors } from '../base/problem.js';
import { loadCatalogue } from '../content/catalogue.js';
import { languageName, ownLanguageName, pluralFormsOf } from '../content/locale.js';
import { untranslatedFiles, type NewFile } from '../content/new-language.js';
import { isPseudoLanguage } from '../content/pseudo.js';
import { writeOutput, type OutputFile } from '../delivery/store.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import { missingFontOf } from '../text/missing-font.js';
import { isLanguageTag } from '../workspace/config.js';
import { readPackageFile } from '../workspace/package-file.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf, type OpenedWorkspace } from './run-build.js';
import { localeReference, localeSchemaFile } from './schemas.js';
import { count, jsonText, problemRecords } from './summary.js';
import { UsageError } from './usage-error.js';

/**
 * The action `translate add`: makes the files of a new language in the workspace, with every key and no text, and the schemas
 * by which an editor shows the English of each and what is still empty.
 * @throws {UsageError} for a tag that is none, a language that is there already, or one that is made by itself
 * @throws {OutsideError} when the files cannot be written
 */
export const runTranslateAdd: RunCommand = async (args, context) => {
  const lang = readTag(args);
  const opened = await openWorkspaceOf(args, context);
  requireNew(opened.workspace, lang);
  const { files, schemas, problems } = prepare(opened, lang);
  const isWritten = !hasErrors(problems);
  if (isWritten) {
    const bytes = files.map((file) => ({ path: file.path, bytes: new TextEncoder().encode(file.text) }));
    writeOutput(opened.workspace.roots.at(-1)!, [...bytes, ...schemas]);
  }
  const found = problems.map((problem) => ({ problem, builds: [] }));
  const { out, err } = context.terminal;
  if (args.flags.has('json')) {
    const paths = isWritten ? files.map(({ path }) => path) : [];
    out.write(jsonText({ lang, files: paths, texts: textsIn(files), problems: problemRecords(found) }));
  } else {
    err.write(formatProblems(found, opened.sourceText, err.paint));
    if (isWritten) await printAdded({ lang, files }, args, context);
  }
  return isWritten ? exitCodes.done : exitCodes.problems;
};

/** A file of the new language, its path relative to the workspace. */
type AddedFile = NewFile & Readonly<{ path: string }>;

function readTag({ operands }: Arguments): string {
  const [, lang, more] = operands;
  if (lang === undefined || more !== undefined) {
    throw new UsageError(
      '“handout translate add” needs one language.',
      'Name it by its tag, such as “handout translate add sw”.',
    );
  }
  // Words of five letters and more are well-formed tags, but no language has one.
  if (isLanguageTag(lang) && lang.split('-')[0]!.length <= 3) return lang;
  throw new UsageError(`“${lang}” is not the tag of a language.`, hintFor(lang));
}

/** The tag that somebody meant who wrote the name of a language, or the tag in another spelling. */
function hintFor(written: string): string {
  const wanted = written.toLowerCase();
  const spelling = wanted.replace(/[_-]([a-z]{2})$/, (_, region: string) => `-${region.toUpperCase()}`);
  if (isLanguageTag(spelling) && spelling.split('-')[0]!.length <= 3) return `Write “${spelling}”.`;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const tags = letters.flatMap((one) => letters.map((other) => one + other));
  const tag = tags.find((each) => languageName(each, 'en').toLowerCase() === wanted);
  return tag === undefined ? 'Use a BCP 47 tag, such as sw or pt-BR.' : `Write “${tag}”.`;
}

function requireNew({ languages }: Workspace, lang: string): void {
  if (isPseudoLanguage(lang)) throw new UsageError(`“${lang}” is made from the English texts by itself.`);
  if (!languages.includes(lang)) return;
  throw new UsageError(
    `The language “${lang}” is there already.`,
    `See “handout status --lang ${lang} --keys” for what is left to translate.`,
  );
}

function prepare(
  { workspace, problems }: OpenedWorkspace,
  lang: string,
): Readonly<{
  files: readonly AddedFile[];
  schemas: readonly OutputFile[];
  problems: readonly Problem[];
}> {
  const sources = workspace.readLocales([SOURCE_LANGUAGE]);
  const english = loadCatalogue(sources.value, { sourceLang: SOURCE_LANGUAGE });
  const files = untranslatedFiles(english.value, lang).map((file) => ({
    ...file,
    path: `locales/${lang}/${file.namespace}.json`,
    text: withReference(localeReference(lang, file.namespace), file.text),
  }));
  const schemas = files.flatMap(
    ({ namespace }) => localeSchemaFile(english.value, { lang, namespace, holds: 'all' }) ?? [],
  );
  const added = files.map(({ namespace, path, text }) => ({ lang, namespace, source: { file: path, text } }));
  const whole = loadCatalogue([...sources.value, ...added], { sourceLang: SOURCE_LANGUAGE });
  const noData = whole.problems.filter(({ code }) => code === 'content/no-locale-data');
  const noFont = missingFontOf(lang, readPackageFile);
  return {
    files,
    schemas,
    problems: [
      ...[...problems, ...sources.problems, ...english.problems],
      ...noData,
      ...(noFont === undefined ? [] : [{ ...noFont, severity: 'warning' } as const]),
    ],
  };
}

async function printAdded(
  { lang, files }: Readonly<{ lang: string; files: readonly AddedFile[] }>,
  args: Arguments,
  context: CommandContext,
): Promise<void> {
  const { out, err } = context.terminal;
  out.write(files.map(({ path }) => `${path}\n`).join(''));
  const { categories } = pluralFormsOf(lang);
  const name = `${languageName(lang, 'en')} (${lang}, ${ownLanguageName(lang)})`;
  err.write(`Added ${name}: ${count(textsIn(files), 'text')} to translate; `);
  err.write(`${count(categories.length, 'plural form')}: ${categories.join(', ')}.\n`);
  err.write(`Fill in the empty texts; “handout build --lang ${lang}” says what is still missing.\n`);
  const { workspace } = await openWorkspaceOf(args, context);
  if (workspace.config.languages.includes(lang)) return;
  err.write(`When it is ready, add ${lang} to “languages:” in handout.yaml.\n`);
}

function textsIn(files: readonly NewFile[]): number {
  return files.reduce((sum, file) => sum + file.count, 0);
}
