import type { Workspace } from '../workspace/workspace.js';
import type { Engine } from './engine.js';
import { openPress, type Press } from './press.js';

/** One process has one engine, so that no font is opened twice; a press lives as long as its workspace. */
const presses = new WeakMap<Workspace, Press>();
let engine: Promise<Engine> | undefined;

/** The press of a workspace: always the same one. */
export function pressOf(workspace: Workspace): Press {
  let press = presses.get(workspace);
  if (press === undefined)
    presses.set(workspace, (press = openPress(workspace, () => (engine ??= loadEngine()))));
  return press;
}

async function loadEngine(): Promise<Engine> {
  const { startEngine } = await import('./engine.js');
  return startEngine();
}
