import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';

export const runInspect: RunCommand = () => Promise.resolve(exitCodes.done);
