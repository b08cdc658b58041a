import type { PaperName } from '../base/paper.js';
import type { Staged } from '../base/problem.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';

export type Handout = Readonly<{
  id: string;
  lang: string;
  title: string;
  paper: PaperName;
  pageCount: number;
  pdf: Uint8Array;
  version: string;
  state: 'draft' | 'reviewed';
}>;

export type BuildHandout = (
  workspace: Workspace,
  request: HandoutRequest,
) => Promise<Staged<Handout | undefined>>;
