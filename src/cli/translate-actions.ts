import type { VouchedState } from '../base/review-state.js';

/** What an action of `translate` writes down unless the command line says otherwise. */
export type TranslateAction = Readonly<{ state?: VouchedState; by?: string; role?: string }>;

/** The actions of `translate`; `mark` is told everything. */
export const translateActions: ReadonlyMap<string, TranslateAction> = new Map([
  ['draft', { state: 'draft', by: 'machine', role: 'machine' }],
  ['review', { state: 'reviewed', role: 'reviewer' }],
  ['approve', { state: 'approved', role: 'approver' }],
  ['mark', {}],
] satisfies readonly (readonly [string, TranslateAction])[]);

/** The other actions of `translate`, which have commands of their own. */
export const ownTranslateActions = ['add', 'pack'] as const;
