import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

import { runRealLine } from './run-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SERVER = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

type Message = Readonly<{ id?: number; method?: string; params?: unknown; result?: unknown }>;
type Diagnostic = Readonly<{ message: string; range: Readonly<{ start: Readonly<{ line: number }> }> }>;

/** Starts the server that editors ask about YAML files, as they do: it gets the file's text and no setting. */
async function openInEditor(path: string) {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  running.push(child);
  const waiting = new Set<(message: Message) => void>();
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message: Message): void => {
    // It asks for settings and the like, and takes none for an answer.
    if (message.id !== undefined && message.method !== undefined)
      send({ id: message.id, result: [{}, {}, {}, {}, {}] });
    for (const take of waiting) take(message);
  };
  let buffer = Buffer.alloc(0);
  child.stdout.on('data', (part: Buffer) => {
    buffer = Buffer.concat([buffer, part]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, end).toString())?.[1]);
      if (end === -1 || buffer.length < end + 4 + length) return;
      receive(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()) as Message);
      buffer = buffer.subarray(end + 4 + length);
    }
  });
  const next = (isWanted: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve) => {
      const take = (message: Message): void => {
        if (!isWanted(message)) return;
        waiting.delete(take);
        resolve(message);
      };
      waiting.add(take);
    });
  let lastId = 0;
  const ask = async (method: string, params: object): Promise<unknown> => {
    const id = ++lastId;
    const answer = next((message) => message.id === id && message.method === undefined);
    send({ id, method, params });
    return (await answer).result;
  };
  await ask('initialize', { processId: null, rootUri: null, capabilities: {} });
  send({ method: 'initialized', params: {} });
  const uri = pathToFileURL(path).href;
  const told = next(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri,
  );
  const text = readFileSync(path, 'utf8');
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
  });
  const { params } = await told;
  const at = (line: number, character: number) => ({
    textDocument: { uri },
    position: { line, character },
  });
  return {
    mistakes: (params as { diagnostics: readonly Diagnostic[] }).diagnostics.map(
      ({ message, range }) => `${range.start.line + 1}: ${message}`,
    ),
    hover: async (line: number, character: number): Promise<string> =>
      JSON.stringify(await ask('textDocument/hover', at(line, character))),
    completions: async (line: number, character: number): Promise<readonly string[]> => {
      const found = (await ask('textDocument/completion', at(line, character))) as {
        items: readonly { label: string }[];
      };
      return found.items.map(({ label }) => label);
    },
  };
}

/** The folder of a clinic, with these settings after the line that names their schema. */
async function clinicWith(settings: string): Promise<string> {
  const dir = temporaryFolder();
  await runRealLine(['init', dir], '/');
  const file = join(dir, 'handout.yaml');
  const [first] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${first}\n${settings}`);
  return file;
}

describe('an editor that is shown a file of the workspace', () => {
  it('tells what is wrong in it, at the line, without a network', async () => {
    const file = await clinicWith("paper: a6\nbrnd: clay\nclinic:\n  colours: { accent: 'blue' }\n");
    const { mistakes } = await openInEditor(file);
    expect([...mistakes].sort()).toEqual([
      '2: Value is not accepted. Valid values: "a4", "letter", "a5".',
      '3: Property brnd is not allowed.',
      '5: Expected a colour as # and six hexadecimal digits, such as “#1d6a6f”.',
    ]);
  });

  it('explains keys, and completes them and their values', async () => {
    const file = await clinicWith('readability: { grade: 6 }\nrules:\n  content/unused-key: off\npaper: \n');
    const { hover, completions, mistakes } = await openInEditor(file);
    expect(mistakes.filter((mistake) => !mistake.startsWith('5'))).toEqual([]);
    expect(await hover(1, 16)).toContain('The school grade whose pupils should be able to read a handout');
    expect(await hover(3, 5)).toContain('No template uses this text.');
    expect(await completions(4, 7)).toEqual(expect.arrayContaining(['a4', 'letter', 'a5']));
    expect(await completions(5, 0)).toEqual(expect.arrayContaining(['brand', 'languages', 'clinic']));
  });

  it.each(['templates/series/microneedling.yaml', 'templates/brands/default/brand.yaml'])(
    'finds nothing wrong with %s, and explains its keys',
    async (path) => {
      const { mistakes, hover } = await openInEditor(join(ROOT, path));
      expect([...mistakes].sort()).toEqual([]);
      const line = readFileSync(join(ROOT, path), 'utf8')
        .split('\n')
        .findIndex((text) => /^(version|name):/.test(text));
      expect(await hover(line, 1)).toMatch(/The version that every page shows|The clinic’s name/);
    },
  );
});
