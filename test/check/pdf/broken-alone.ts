import { byteDamages } from './byte-damages.js';
import { damages } from './damages.js';

/** The rule of what another program says, whose reports its own test writes. */
export const VERDICT = 'pdf/verapdf';

/** Lists the rules of PDF files that some damage breaks, and no other rule with them. */
export function brokenAlone(): readonly string[] {
  const ofObjects = damages.flatMap(({ codes }) => (codes.length === 1 ? codes : []));
  return [...new Set([...ofObjects, ...byteDamages.map(([, code]) => `pdf/${code}`)])];
}
