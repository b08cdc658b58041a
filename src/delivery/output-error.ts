import { OutsideError } from '../base/outside-error.js';

/**
 * Says in plain words why the output folder could not be written to.
 * @param cause what the operating system reported
 * @param dir the output folder
 * @returns an error with the code `output/is-a-file`, `output/read-only`, `output/full` or `output/failed`
 */
export function outputError(cause: unknown, dir: string): OutsideError {
  switch (systemCode(cause)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return new OutsideError(
        'output/is-a-file',
        `The output folder ${dir} cannot be made, because a file is in the way. Name another folder with --out, or move the file.`,
        { cause },
      );
    case 'EISDIR':
      return new OutsideError(
        'output/is-a-folder',
        `A file cannot be written to ${dir}, because a folder with its name is in the way. Move that folder.`,
        { cause },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new OutsideError(
        'output/read-only',
        `The output folder ${dir} cannot be written to. Change its permissions, or name another folder with --out.`,
        { cause },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new OutsideError(
        'output/full',
        `The disk of the output folder ${dir} is full. Nothing was changed; make room, or name another folder with --out.`,
        { cause },
      );
    default:
      return new OutsideError(
        'output/failed',
        `The output folder ${dir} could not be written to (${systemCode(cause) ?? 'unknown cause'}).`,
        { cause },
      );
  }
}

function systemCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
