import { outputPath } from '../delivery/output-path.js';
import { removeOutput, writeOutput } from '../delivery/store.js';
import { outputFolder } from './build-settings.js';
import { checkPacks, readPackSettings, requirePack, type PackInLanguage } from './check-packs.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { shortPath } from './finish-build.js';
import { formatConcerns } from './report.js';
import { openWorkspaceOf } from './run-build.js';
import { readSides } from './sides.js';
import { count, countProblems, foundErrors, jsonText, problemRecords, seconds } from './summary.js';

type WrittenPack = PackInLanguage & Readonly<{ file: string }>;

/**
 * The command `pack`: checks several handouts and writes them into one file, in the order in which they are handed over, or
 * prints them as one job.
 * @throws {UsageError} for unknown names
 * @throws {OutsideError} when the output folder cannot be written to, and what `printPack` does
 */
export const runPack: RunCommand = async (args, context) => {
  const start = performance.now();
  const opened = await openWorkspaceOf(args, context);
  const { workspace, sourceText } = opened;
  const [name = ''] = args.operands;
  const settings = readPackSettings(args, requirePack(workspace, name));
  if (args.flags.has('print') || args.texts.has('printer')) {
    const { printPack } = await import('./print-pack.js');
    return printPack(opened, { name, settings, args, context });
  }
  const hasBlankBacks = readSides(args) !== 'one-sided';
  const { packs, found } = await checkPacks(opened, { settings, hasBlankBacks, context });
  const dir = outputFolder(workspace, args, context.cwd);
  const isPersonal = settings.personal !== undefined;
  const kind = { variants: settings.variants, bilingual: settings.bilingual, personal: isPersonal };
  const written = packs.map(({ lang, pack }): WrittenPack => {
    const file = outputPath(`pack/${name}`, lang, kind);
    if (pack !== undefined) writeOutput(dir, [{ path: file, bytes: pack.pdf, confidential: isPersonal }]);
    // What an earlier run left may be another patient's.
    else if (isPersonal) removeOutput(dir, file);
    return { lang, pack, file };
  });
  const { out, err } = context.terminal;
  if (args.flags.has('json')) {
    out.write(jsonText({ output: dir, packs: written.map(packRecord), problems: problemRecords(found) }));
  } else {
    err.write(formatConcerns(found, sourceText, err.paint));
    for (const each of written) out.write(packLine(each));
    const amount = count(written.filter(({ pack }) => pack !== undefined).length, 'pack');
    const time = seconds(performance.now() - start);
    err.write(`Wrote ${amount} to ${shortPath(dir, context.cwd)} in ${time}: ${countProblems(found)}.\n`);
  }
  return foundErrors(found) ? exitCodes.problems : exitCodes.done;
};

function packRecord({ lang, pack, file }: WrittenPack): object {
  if (pack === undefined) return { lang, outcome: 'failed' };
  const handouts = pack.handouts.map(({ id, pageCount }) => ({ id, pages: pageCount }));
  return {
    lang,
    outcome: 'written',
    file,
    pages: pack.pageCount,
    bytes: pack.pdf.byteLength,
    title: pack.title,
    handouts,
  };
}

function packLine({ lang, pack, file }: WrittenPack): string {
  if (pack === undefined) return `${lang}: not written\n`;
  return `${file}: ${count(pack.handouts.length, 'handout')}, ${count(pack.pageCount, 'page')}\n`;
}
