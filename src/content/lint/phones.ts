import type { LintRule } from './pair.js';
import { readPhones } from './masks.js';

/** Every phone number of the source stands in the translation digit by digit, and no other does. */
export const phones: LintRule = {
  name: 'phones',
  code: 'content/lint-phones',
  severity: 'error',
  find: ({ source, target }) => {
    const wanted = readPhones(source.plain);
    const found = readPhones(target.plain);
    const has = (list: typeof found, digits: string) => list.some((phone) => phone.digits === digits);
    const missing = wanted.filter(({ digits }) => !has(found, digits));
    const extra = found.filter(({ digits }) => !has(wanted, digits));
    return [
      ...missing.map(({ index, length }) => ({
        message: `The phone number ${source.plain.slice(index, index + length)} isn't in the translation.`,
      })),
      ...extra.map(({ index, length }) => ({
        offset: target.placeOf(index),
        message: `The phone number ${target.plain.slice(index, index + length)} isn't in the source.`,
      })),
    ];
  },
};
