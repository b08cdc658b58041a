import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { hasErrors, type Problem, type Staged } from '../base/problem.js';
import { loadCatalogue } from '../content/catalogue.js';
import { markedSources, numberUnits, type NumberedUnit } from '../content/key-marks.js';
import { readGlossary } from '../content/lint/glossary.js';
import { glossaryTable, legendPage, styleNotes } from '../content/translator-notes.js';
import { writeOutput } from '../delivery/store.js';
import { handoutNames } from '../handout/names.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import { zipFiles, type ArchivedFile } from '../pdf/zip.js';
import type { Workspace } from '../workspace/workspace.js';
import { outputFolder, requireLanguages } from './build-settings.js';
import type { CommandContext, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { formatProblems, type FoundProblem } from './report.js';
import { openWorkspaceOf } from './run-build.js';
import { foundErrors, jsonText, problemRecords } from './summary.js';
import { UsageError } from './usage-error.js';

/** Writes the texts of a language in a format that translators' tools read. */
export type WriteExchange = (units: readonly NumberedUnit[], lang: string) => readonly ArchivedFile[];

const PICTURE_DPI = '100';
const MOST_PICTURE_BYTES = 64 * 1024 * 1024;

/**
 * The action `translate pack`: one archive for the translators of each language, with its texts, proofs of all handouts on which each
 * text has a number, the legend of the numbers, the glossary and style notes.
 * @throws {UsageError} for an unknown language, and where none is named
 * @throws {OutsideError} when the archive cannot be written
 */
export const runTranslatePack: RunCommand = (args, context) => packWith(() => [])(args, context);

/** Makes the action with another format of the texts beside the JSON files. */
export function packWith(writeExchange: WriteExchange): RunCommand {
  return async (args, context) => {
    const named = args.lists.get('lang');
    if (named === undefined) throw new UsageError('A language is missing.', 'Name some with --lang, or all.');
    const opened = await openWorkspaceOf(args, context);
    const { workspace, sourceText } = opened;
    const languages = requireLanguages(workspace, named).filter((lang) => lang !== SOURCE_LANGUAGE);
    const found: FoundProblem[] = opened.problems.map((problem) => ({ problem, builds: [] }));
    const folder = outputFolder(workspace, args, context.cwd);
    const written: string[] = [];
    let hasPictures = true;
    for (const lang of languages) {
      const packed = await pack({ workspace, lang, writeExchange }, context);
      found.push(...packed.problems.map((problem) => ({ problem, builds: [] })));
      if (packed.value === undefined) continue;
      const path = `translate-${lang}.zip`;
      writeOutput(folder, [{ path, bytes: zipFiles(packed.value) }]);
      written.push(join(folder, path));
      hasPictures &&= packed.value.some((file) => file.path.endsWith('.png'));
    }
    const { out, err } = context.terminal;
    if (args.flags.has('json')) {
      out.write(jsonText({ files: written, pictures: hasPictures, problems: problemRecords(found) }));
    } else {
      err.write(formatProblems(found, sourceText, err.paint));
      out.write(written.map((path) => `${path}\n`).join(''));
      if (!hasPictures) err.write('The pages are PDF files alone: pictures of them need pdftoppm.\n');
    }
    return foundErrors(found) ? exitCodes.problems : exitCodes.done;
  };
}

type Packing = Readonly<{ workspace: Workspace; lang: string; writeExchange: WriteExchange }>;

async function pack(
  { workspace, lang, writeExchange }: Packing,
  context: CommandContext,
): Promise<Staged<readonly ArchivedFile[] | undefined>> {
  const sources = workspace.readLocales([SOURCE_LANGUAGE, lang]);
  const { value: catalogue } = loadCatalogue(sources.value, { sourceLang: SOURCE_LANGUAGE });
  const units = numberUnits(catalogue, lang);
  const glossarySources = workspace.readSidecar(lang, 'glossary');
  const glossary = readGlossary(glossarySources.value);
  const pages = await makeProofs(proofWorkspace(workspace, units, lang), lang, context);
  const problems = [
    ...sources.problems,
    ...glossarySources.problems,
    ...glossary.problems,
    ...pages.problems,
  ];
  if (hasErrors(problems)) return { value: undefined, problems };
  const value = [
    textFile('style-notes.md', styleNotes(lang)),
    textFile('glossary.csv', `\ufeff${glossaryTable(glossary.value)}`),
    textFile('keys.html', legendPage(units, lang)),
    ...sources.value.map(({ lang: of, source }) =>
      textFile(`texts/${of === lang ? 'translation' : 'source'}/${source.file}`, source.text),
    ),
    ...writeExchange(units, lang),
    ...pages.value,
  ];
  return { value, problems };
}

/** The workspace as it is, but for the numbers before the texts of one language. */
function proofWorkspace(workspace: Workspace, units: readonly NumberedUnit[], lang: string): Workspace {
  const marked = markedSources(units, lang);
  return {
    ...workspace,
    readLocales: (wanted) => {
      const others = workspace.readLocales(wanted.filter((each) => each !== lang));
      return { ...others, value: [...others.value, ...(wanted.includes(lang) ? marked : [])] };
    },
  };
}

async function makeProofs(
  workspace: Workspace,
  lang: string,
  { pipeline }: CommandContext,
): Promise<Staged<readonly ArchivedFile[]>> {
  const { buildHandout } = await pipeline.handout();
  const files: ArchivedFile[] = [];
  const problems: Problem[] = [];
  for (const handout of handoutNames(workspace)) {
    const built = await buildHandout(workspace, { handout, lang, allowDrafts: true });
    // Numbers take room that the texts themselves don't: what is crowded on a proof is no fault.
    problems.push(
      ...built.problems.filter(({ code, severity }) => severity === 'error' && !code.startsWith('layout/')),
    );
    if (built.value === undefined) continue;
    const path = `pages/${handout.replace('/', '-')}`;
    files.push({ path: `${path}.pdf`, bytes: built.value.pdf });
    for (let page = 1; page <= built.value.pageCount; page++) {
      const picture = drawPage(built.value.pdf, page);
      if (picture) files.push({ path: `${path}-${String(page)}.png`, bytes: picture });
    }
  }
  return { value: files, problems };
}

/** Draws a page, where the machine has the program for it. */
function drawPage(pdf: Uint8Array, page: number): Uint8Array | undefined {
  const number = String(page);
  const { status, stdout } = spawnSync(
    'pdftoppm',
    ['-png', '-r', PICTURE_DPI, '-f', number, '-l', number, '-'],
    { input: pdf, maxBuffer: MOST_PICTURE_BYTES, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  return status === 0 && stdout.length > 0 ? new Uint8Array(stdout) : undefined;
}

function textFile(path: string, text: string): ArchivedFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
