import { encryptPdf } from '../pdf/encrypt.js';
import type { Handout } from './build.js';

/**
 * Locks a finished handout with a password.
 * @returns the PDF, which opens with the password alone; it is PDF/UA-1 still, but not PDF/A
 */
export function protectPdf({ pdf }: Pick<Handout, 'pdf'>, password: string): Uint8Array {
  return encryptPdf(pdf, password);
}
