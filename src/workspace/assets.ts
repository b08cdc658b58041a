import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { nearestName } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import { staysInside } from './config.js';
import { liesInside, listFiles, outside, readBytes, type Folder } from './folder.js';
import { quote } from './words.js';

/** A picture's bytes, with the name a person knows its file by. */
export type AssetBytes = Readonly<{ file: string; bytes: Uint8Array }>;

/** The largest picture that is read, in bytes. */
export const assetLimitBytes = 5 * 1024 * 1024;

/**
 * Reads a picture from the topmost folder that has it. It never leaves `templates/`, neither by its spelling nor by a link,
 * and the size is looked up before anything is read.
 * @param path relative to `templates/`, with slashes
 * @param folders the lowest first
 * @returns the bytes; or `workspace/outside`, `workspace/missing-asset`, `workspace/not-a-file`, `workspace/too-large` or
 *   `workspace/unreadable`, at the place that names the picture
 */
export function readAsset(
  path: string,
  folders: readonly Folder[],
  at: SourceRange | undefined,
): AssetBytes | Problem {
  const found = findAsset(path, folders);
  const place = at === undefined ? {} : { at };
  return 'bytes' in found ? found : { ...found, ...place };
}

function findAsset(path: string, folders: readonly Folder[]): AssetBytes | Problem {
  const shown = path.replaceAll('\0', '\\0');
  if (!staysInside(path)) return outside(`templates/${shown}`);
  const inFolder = `templates/${path}`;
  const folder = folders.findLast(({ dir }) => existsSync(join(dir, inFolder)));
  if (!folder) return missing(path, folders);
  const templates: Folder = { dir: join(folder.dir, 'templates'), label: `${folder.label}templates/` };
  if (!liesInside(templates, path)) return outside(templates.label + path);
  const { value, problems } = readBytes(templates, path, assetLimitBytes);
  return value ? { file: templates.label + path, bytes: value } : (problems[0] ?? missing(path, folders));
}

function missing(path: string, folders: readonly Folder[]): Problem {
  const pictures = folders
    .flatMap((folder) => listFiles(folder, 'templates').value)
    .filter((file) => !/\.(hbs|ya?ml)$/.test(file))
    .map((file) => file.slice('templates/'.length));
  const nearest = nearestName(path, pictures);
  return {
    code: 'workspace/missing-asset',
    severity: 'error',
    message: `There is no file ${quote(`templates/${path}`)}.`,
    ...(nearest === undefined ? {} : { hint: `Did you mean ${quote(nearest)}?` }),
  };
}
