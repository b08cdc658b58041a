import { basename } from 'node:path';

import type { RunCommand } from './command.js';
import { shells } from './complete.js';
import { exitCodes } from './exit-code.js';
import { unknownName } from './usage-error.js';

/** One of the shells that a script is written for. */
type Shell = (typeof shells)[number];

/**
 * The command `completion`: prints a script for a shell, the one of `$SHELL` when none is named.
 * @throws {UsageError} for a shell that there is no script for
 */
export const runCompletion: RunCommand = (args, { terminal }) => {
  const name = args.operands[0] ?? basename(process.env['SHELL'] ?? 'bash');
  const shell = shells.find((candidate) => candidate === name);
  if (shell === undefined) throw unknownName('completion script for', name, shells);
  terminal.out.write(scripts[shell]);
  return Promise.resolve(exitCodes.done);
};

// Each script hands the words so far to `handout --complete`, which answers with lines of a word, a tab and its meaning.
const scripts: Readonly<Record<Shell, string>> = {
  bash: `# bash completion for handout
_handout() {
  local IFS=$'\\n'
  COMPREPLY=($(handout --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _handout handout
`,
  zsh: `#compdef handout
_handout() {
  local -a found
  found=("\${(@f)$(handout --complete "\${(@)words[2,CURRENT]}" 2>/dev/null | sed -e 's/:/\\\\:/g' -e 's/\\t/:/')}")
  if [[ -n "\${found[1]}" ]]; then _describe 'handout' found; else _files; fi
}
if [[ "\${funcstack[1]}" = "_handout" ]]; then _handout "$@"; else compdef _handout handout; fi
`,
  fish: `# fish completion for handout
function __handout_complete
  set -l words (commandline -opc) (commandline -ct)
  handout --complete $words[2..-1] 2>/dev/null
end
complete -c handout -f -a '(__handout_complete)'
`,
};
