import { commands } from './commands.js';

/**
 * The help of the program as a whole. It is written here rather than by yargs because loading yargs takes longer
 * than everything else that `handout --help` does.
 */
export function overview(version: string): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `handout ${version}: branded, translated, accessible patient handouts as PDF files

Usage: handout <command> [options]

Commands:
${lines.join('\n')}

Options:
  -h, --help     Show this help, or the help of a command
      --version  Show the version

Examples:
  handout build
  handout build microneedling/aftercare --lang es,ar
  handout build --help

Exit codes: 0 done, 1 something in the content is wrong, 2 the command line is wrong,
3 a disk or another thing outside failed, 130 interrupted.
`;
}
