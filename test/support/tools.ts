import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findVeraPdf } from './verapdf.js';

/** Programs that tests may start, and the Debian package that brings each one. */
const PACKAGES = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  'rsvg-convert': 'librsvg2-bin',
  xmllint: 'libxml2-utils',
  'hb-shape': 'libharfbuzz-bin',
  java: 'default-jre-headless',
  python3: 'python3',
  smtpd: 'opensmtpd',
  ippeveprinter: 'cups-ipp-utils',
  ippevepcl: 'cups-ipp-utils',
  ipptool: 'cups-ipp-utils',
  'dbus-daemon': 'dbus-daemon',
  cupsd: 'cups-daemon',
  lpadmin: 'cups-client',
  zbarimg: 'zbar-tools',
} as const;

/** The name of a program that tests may start. */
export type ToolName = keyof typeof PACKAGES;

/**
 * Tells whether a program is missing, for `describe.skipIf(isMissing('qpdf'))`.
 * Prints why the tests are skipped. Where `CI=true` nothing may be skipped, so there it throws.
 */
export function isMissing(tool: ToolName): boolean {
  return isAbsent(
    hasCommand(tool),
    `The program ${tool} is not installed (Debian package ${PACKAGES[tool]}).`,
  );
}

/**
 * Tells whether a file that tests read is missing, with the same consequences as for a program.
 * @param path an absolute path
 * @param origin how to come by the file, as a full sentence
 */
export function isMissingFile(path: string, origin: string): boolean {
  return isAbsent(existsSync(path), `The file ${path} is not there. ${origin}`);
}

/**
 * Tells whether veraPDF or Java is missing, with the same consequences; but where .ci/run could not reach Maven
 * Central, the tests that need veraPDF are skipped even with `CI=true`, since that is no fault of the code.
 */
export function isMissingVeraPdf(): boolean {
  if (isMissing('java')) return true;
  const reason = 'veraPDF is not in .cache/verapdf. The script .ci/run fetches it.';
  if (findVeraPdf() === undefined && process.env['HANDOUT_WITHOUT_VERAPDF'] === 'true') return skip(reason);
  return isAbsent(findVeraPdf() !== undefined, reason);
}

/** What a program wrote to its standard output; throws with its standard error if it ended badly. */
export function runTool(tool: ToolName, args: readonly string[], input?: Uint8Array | string): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${tool} ended with ${String(status)}: ${stderr}`);
  return stdout;
}

/** Tells whether a program stands in a folder of PATH. */
export function hasCommand(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

function isAbsent(present: boolean, reason: string): boolean {
  if (present) return false;
  if (process.env['CI'] === 'true') throw new Error(`${reason} With CI=true no test may be skipped.`);
  return skip(reason);
}

function skip(reason: string): true {
  process.stderr.write(`Skipped: ${reason}\n`);
  return true;
}
