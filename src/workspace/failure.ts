/** The code that the operating system gave an error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Says in plain words why the operating system refused something. */
export function failureInWords(error: unknown): string {
  const code = errorCode(error);
  if (code === undefined) return 'an unknown error';
  return words.get(code) ?? `the system says ${code}`;
}

const words: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'you have no permission'],
  ['EPERM', 'you have no permission'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is full'],
  ['ELOOP', 'its links lead back to themselves'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['EMFILE', 'too many files are open'],
  ['EEXIST', 'there is already something of that name'],
]);
