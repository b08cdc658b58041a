import { nearestName } from '../base/nearest.js';
import { writeOutput } from '../delivery/store.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { openWorkspaceOf } from './run-build.js';
import {
  generalSchemaFiles,
  generalSchemas,
  localeSchemaFiles,
  SCHEMA_FOLDER,
  schemaText,
} from './schemas.js';
import { count, jsonText } from './summary.js';
import { UsageError } from './usage-error.js';

/**
 * The command `schema`: prints a JSON Schema, by which editors complete and check a file of a workspace; without a name it lists them,
 * and with `--write` it writes all of them into the workspace.
 * @throws {UsageError} for a schema that there is none of
 * @throws {OutsideError} when they can't be written
 */
export const runSchema: RunCommand = async (args, context) => {
  const [name] = args.operands;
  const { out } = context.terminal;
  if (args.flags.has('write')) {
    if (name !== undefined) throw new UsageError('--write writes every schema.', 'Leave the name out.');
    await writeSchemas(args, context);
  } else if (name === undefined) {
    out.write(listSchemas(args.flags.has('json')));
  } else {
    out.write(await schemaOf(name, args, context));
  }
  return exitCodes.done;
};

function listSchemas(asJson: boolean): string {
  const schemas = Object.entries(generalSchemas).map(([name, { files }]) => ({ name, files }));
  if (asJson) return jsonText({ schemas });
  return schemas.map(({ name, files }) => `${name.padEnd(10)}${files}\n`).join('');
}

/** A general schema by its name, or that of one locale file by the file's path. */
async function schemaOf(name: string, args: Arguments, context: CommandContext): Promise<string> {
  const general = Object.entries(generalSchemas).find(([known]) => known === name);
  if (general !== undefined) return schemaText(general[1].make());
  const [, lang, namespace] = /^locales\/([^/]+)\/([^/]+)\.json$/.exec(name) ?? [];
  const { workspace } = await openWorkspaceOf(args, context);
  const wanted = `${SCHEMA_FOLDER}/locales/${lang}/${namespace}.json`;
  const file =
    lang === undefined ? undefined : localeSchemaFiles(workspace, [lang]).find(({ path }) => path === wanted);
  if (file !== undefined) return new TextDecoder().decode(file.bytes);
  const near = nearestName(name, Object.keys(generalSchemas));
  const known = `Choose from: ${Object.keys(generalSchemas).join(', ')}, or name a locale file of the workspace.`;
  throw new UsageError(
    `There is no schema of that name.`,
    near === undefined ? known : `Did you mean “${near}”?`,
  );
}

async function writeSchemas(args: Arguments, context: CommandContext): Promise<void> {
  const { workspace } = await openWorkspaceOf(args, context);
  const files = [...generalSchemaFiles(), ...localeSchemaFiles(workspace)];
  writeOutput(workspace.roots.at(-1)!, files);
  const { out, err } = context.terminal;
  if (args.flags.has('json')) out.write(jsonText({ files: files.map(({ path }) => path) }));
  else err.write(`Wrote ${count(files.length, 'schema')} into ${SCHEMA_FOLDER}/.\n`);
}
