import { spawnSync } from 'node:child_process';

import { OutsideError } from '../base/outside-error.js';
import { hasErrors } from '../base/problem.js';
import { checkOutput } from '../delivery/store.js';
import { outputFolder } from './build-settings.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { isInstalled, readPackageData } from './package-data.js';
import { openWorkspaceOf } from './run-build.js';
import { count, jsonText } from './summary.js';
import { formatTable } from './table.js';
import type { Channel, Look } from './terminal.js';

/** One thing that was looked at. `missing` stops the program from working; `optional` doesn't. */
type Finding = Readonly<{ subject: string; state: 'ok' | 'missing' | 'optional'; detail: string }>;

const LEAST_NODE = [20, 19] as const;
const FONT_PACKAGE = /^@(expo-google-fonts|fontsource-variable)\//;
const PROGRAM_TIMEOUT_MS = 5000;
const programs = [
  { name: 'java', argument: '-version', use: 'runs veraPDF' },
  { name: 'verapdf', argument: '--version', use: 'judges the PDF files of “check”, too' },
  { name: 'pdftoppm', argument: '-v', use: 'makes pictures of pages' },
  { name: 'ippfind', argument: '--help', use: 'finds printers in the network' },
] as const;
const looks: Readonly<Record<Finding['state'], Look>> = { ok: 'green', missing: 'red', optional: 'yellow' };

/** The command `doctor`: tells what is missing on this machine. */
export const runDoctor: RunCommand = async (args, context) => {
  const { out } = context.terminal;
  const findings = [
    checkNode(process.versions.node),
    checkFonts(Object.keys(readPackageData().dependencies)),
    ...(await checkWorkspace(args, context)),
    ...programs.map(checkProgram),
  ];
  out.write(args.flags.has('json') ? jsonText({ findings }) : formatFindings(findings, out.paint));
  return findings.some(({ state }) => state === 'missing') ? exitCodes.outside : exitCodes.done;
};

/** Checks the version of Node.js, such as `20.19.0`. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return {
    subject: 'Node.js',
    state: isRecent ? 'ok' : 'missing',
    detail: isRecent ? version : `${version}; ${LEAST_NODE.join('.')} or newer is needed`,
  };
}

/** Checks that the font packages among the dependencies are installed. */
export function checkFonts(dependencies: readonly string[]): Finding {
  const fonts = dependencies.filter((name) => FONT_PACKAGE.test(name));
  const absent = fonts.filter((name) => !isInstalled(name));
  return absent.length === 0
    ? { subject: 'Fonts', state: 'ok', detail: count(fonts.length, 'package') }
    : { subject: 'Fonts', state: 'missing', detail: `not installed: ${absent.join(', ')}; run “npm ci”` };
}

async function checkWorkspace(args: Arguments, context: CommandContext): Promise<readonly Finding[]> {
  const { workspace, problems } = await openWorkspaceOf(args, context);
  const isSound = !hasErrors(problems);
  const where = workspace.dir ?? 'the built-in one';
  return [
    {
      subject: 'Workspace',
      state: isSound ? 'ok' : 'missing',
      detail: isSound ? where : `${where} has errors; see “handout check”`,
    },
    checkFolder(outputFolder(workspace, args, context.cwd)),
  ];
}

function checkFolder(dir: string): Finding {
  try {
    checkOutput(dir);
    return { subject: 'Output folder', state: 'ok', detail: dir };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { subject: 'Output folder', state: 'missing', detail: error.message };
  }
}

function checkProgram({ name, argument, use }: (typeof programs)[number]): Finding {
  const { error } = spawnSync(name, [argument], { stdio: 'ignore', timeout: PROGRAM_TIMEOUT_MS });
  // A program that takes its time to answer is there.
  const isThere = error === undefined || ('code' in error && error.code === 'ETIMEDOUT');
  return isThere
    ? { subject: name, state: 'ok', detail: use }
    : { subject: name, state: 'optional', detail: `not found; ${use}` };
}

function formatFindings(findings: readonly Finding[], paint: Channel['paint']): string {
  const columns = (['State', 'What', 'Detail'] as const).map((heading) => ({
    heading,
    align: 'left' as const,
  }));
  const rows = findings.map(({ subject, state, detail }) => [state, subject, detail]);
  const [headings, ...lines] = formatTable(columns, rows);
  const painted = lines.map((line, index) => {
    const { state } = findings[index]!;
    return paint(looks[state], state) + line.slice(state.length);
  });
  return `${[paint('bold', headings ?? ''), ...painted].join('\n')}\n`;
}
