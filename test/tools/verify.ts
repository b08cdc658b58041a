import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkspace } from '../../dist/index.js';
import { FLAVOURS, verify } from '../support/verapdf.js';
import type { Verdict } from '../support/verapdf.js';
import { buildEditions } from './build-editions.js';
import { editionName, listEditions, readOptions } from './editions.js';
import type { Choice } from './editions.js';
import { openProgress } from './progress.js';

/**
 * `npm run verify [-- FILE…]` judges PDF files with veraPDF; without files, it builds every handout in every language and
 * judges all of them, and with `--everything` those of every brand, variant and paper. `--lang`, `--handout`, `--brand`,
 * `--variant` and `--paper` choose among them. Ends with 1 when a file fails or one could not be built.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, '.cache/verify');
const USUAL: Choice = { brand: ['default'], variant: ['usual'], paper: ['a4'] };
/** As many files as one run of the Java machine judges before progress is shown. */
const BATCH = 150;

/** The files that were written, and the names of the editions in whose way an error stands. */
type Written = Readonly<{ files: readonly string[]; unbuilt: readonly string[] }>;

async function buildAll(choice: Choice): Promise<Written> {
  rmSync(FOLDER, { recursive: true, force: true });
  const { value: workspace } = openWorkspace({ cwd: ROOT });
  const [files, unbuilt]: [string[], string[]] = [[], []];
  for await (const { edition, handout } of buildEditions(workspace, listEditions(workspace, choice))) {
    const file = join(FOLDER, `${editionName(edition)}.pdf`);
    if (handout === undefined) {
      unbuilt.push(editionName(edition));
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, handout.pdf);
    files.push(file);
  }
  return { files, unbuilt };
}

function judge(files: readonly string[]): readonly Verdict[] {
  const progress = openProgress('Judging', files.length);
  const verdicts = files.flatMap((_, index) => {
    if (index % BATCH > 0) return [];
    progress.reach(index);
    return verify(files.slice(index, index + BATCH));
  });
  progress.end();
  return verdicts;
}

/** Prints a row for every failure, and how many files pass. */
function print(verdicts: readonly Verdict[], unbuilt: readonly string[]): void {
  for (const { file, flavour, failures } of verdicts.filter(({ pass }) => !pass)) {
    for (const failure of failures) console.log(`${flavour.padEnd(4)} ${relative(ROOT, file)}  ${failure}`);
  }
  for (const name of unbuilt) console.log(`none ${name}  An error stands in the way of building it.`);
  for (const flavour of FLAVOURS) {
    const judged = verdicts.filter((verdict) => verdict.flavour === flavour);
    const passed = judged.filter(({ pass }) => pass);
    console.log(`${flavour}: ${String(passed.length)} of ${String(judged.length)} files pass`);
  }
}

const start = performance.now();
const { choice, isOn, files: named } = readOptions(['everything']);
const chosen = isOn('everything') ? choice : { ...USUAL, ...choice };
const { files, unbuilt } = named.length > 0 ? { files: named, unbuilt: [] } : await buildAll(chosen);
const built = performance.now();
const verdicts = judge(files);
print(verdicts, unbuilt);
const [building, judging] = [built - start, performance.now() - built].map((time) =>
  (time / 1000).toFixed(0),
);
console.log(`built in ${building ?? ''} s, judged in ${judging ?? ''} s`);
const isGood = verdicts.length > 0 && unbuilt.length === 0 && verdicts.every(({ pass }) => pass);
process.exitCode = isGood ? 0 : 1;
