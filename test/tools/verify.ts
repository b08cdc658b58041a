import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLAVOURS, verify } from '../support/verapdf.js';
import type { Verdict } from '../support/verapdf.js';

/**
 * `npm run verify [-- FILE…]` judges PDF files with veraPDF; without files, it builds every handout in every language
 * and judges all of them. Ends with 1 when a file fails.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function buildEverything(): readonly string[] {
  const folder = join(ROOT, '.cache/verify');
  rmSync(folder, { recursive: true, force: true });
  const args = ['dist/cli/main.js', 'build', '--out', folder];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`The build ended with ${String(status)}.`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(folder, name));
}

function print(verdicts: readonly Verdict[]): void {
  for (const { file, flavour, pass, failures } of verdicts) {
    console.log(`${pass ? 'pass' : 'FAIL'} ${flavour.padEnd(3)} ${file}`);
    for (const failure of failures) console.log(`         ${failure}`);
  }
  for (const flavour of FLAVOURS) {
    const judged = verdicts.filter((verdict) => verdict.flavour === flavour);
    console.log(
      `${flavour}: ${String(judged.filter(({ pass }) => pass).length)} of ${String(judged.length)} pass`,
    );
  }
}

const named = process.argv.slice(2);
const verdicts = verify(named.length > 0 ? named : buildEverything());
print(verdicts);
process.exitCode = verdicts.length > 0 && verdicts.every(({ pass }) => pass) ? 0 : 1;
