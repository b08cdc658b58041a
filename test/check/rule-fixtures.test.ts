import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { formatRange } from '../../src/base/source.js';
import { listRules } from '../../src/check/rules/catalogue.js';
import type { ProblemRecord } from '../../src/cli/summary.js';
import { runRealLine } from '../cli/run-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { QUIET_DAY } from './judged.js';
import { fixtures } from './fixtures/fixtures.js';
import { soundClinic, usualLine, type FileFixture, type Files, type Fixture } from './fixtures/fixture.js';

/** Areas that no file of a workspace breaks alone: painted pages and bytes, which the tests in these folders change themselves. */
const changedByHand: Readonly<Record<string, string>> = { page: 'page', pdf: 'pdf' };

describe('the fixtures', () => {
  it('break every rule there is, and no others', () => {
    const broken = Object.entries(fixtures).flatMap(([area, ofArea]) =>
      Object.keys(ofArea).map((name) => `${area}/${name}`),
    );
    const rules = listRules().filter(({ area }) => changedByHand[area] === undefined);
    expect(broken.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it.each(Object.entries(changedByHand))('leave rules of the area %s to the tests of it', (area, folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    const tests = readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
    const untested = listRules().filter(
      ({ id, area: of }) =>
        of === area && !tests.some((text) => new RegExp(`\\b${id.split('/')[1]!}\\b`).test(text)),
    );
    expect(untested.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(Object.entries(fixtures))('a broken rule of %s', (area, ofArea) => {
  it.each(Object.entries(ofArea))('is found alone and at its place: %s', async (name, fixture) => {
    const { at, brings } = fixture;
    const place = typeof at === 'string' ? ` ${at}` : '';
    const found = 'broken' in fixture ? await checkBroken(fixture) : named(await fixture.findBroken());
    expect(found.toSorted()).toEqual([`${area}/${name}${place}`, ...(brings?.problems ?? [])].toSorted());
    expect(await findFixed(fixture)).toEqual([]);
  });
});

/** What a command prints with `--json`. */
type Printed = Readonly<{ problems?: readonly ProblemRecord[]; error?: Readonly<{ code: string }> }>;

/** What a user is told, each as `code file:line:column`. */
type Told = readonly string[];

/** What the fixed workspaces were told, by their files and command line. */
const checked = new Map<string, Promise<Told>>();

function checkBroken({ broken, damage, line }: FileFixture): Promise<Told> {
  const dir = temporaryFolder({ ...soundClinic, ...broken });
  damage?.(dir);
  return runCheck(dir, line);
}

async function findFixed(fixture: Fixture): Promise<Told> {
  if (!('broken' in fixture)) return named(await fixture.findFixed());
  const { fixed = {}, line: asked, fixedLine: line = asked } = fixture;
  const key = JSON.stringify([fixed, line]);
  let told = checked.get(key);
  if (told === undefined) checked.set(key, (told = checkFixed(fixed, line)));
  return told;
}

function checkFixed(files: Files, line: readonly string[] | undefined): Promise<Told> {
  return runCheck(temporaryFolder({ ...soundClinic, ...files }), line);
}

async function runCheck(dir: string, line: readonly string[] = usualLine): Promise<Told> {
  const day = line[0] === 'check' && !line.includes('--at') ? ['--at', QUIET_DAY] : [];
  const { out, err } = await runRealLine([...line, ...day, '--json'], dir);
  if (!out.startsWith('{')) throw new Error(`“${line.join(' ')}” printed no JSON: ${err}`);
  const { problems, error } = JSON.parse(out) as Printed;
  if (error?.code.includes('/') === true) return [error.code];
  if (problems === undefined) throw new Error(`“${line.join(' ')}” was refused: ${err}`);
  return problems.map(({ code, file, line: row, column }) =>
    file === undefined ? code : `${code} ${file}:${String(row)}:${String(column)}`,
  );
}

function named(problems: Awaited<ReturnType<Extract<Fixture, { findFixed: unknown }>['findFixed']>>): Told {
  return problems.map(({ code, at }) => (at === undefined ? code : `${code} ${formatRange(at)}`));
}
