import { textWidth } from '../../base/text-width.js';
import type { LintRule } from './pair.js';

/** How many times as wide as its source a text may be, and how many columns more it may always have. */
const LIMITS = {
  label: { times: 2, more: 10 },
  title: { times: 2.5, more: 24 },
  text: { times: 2, more: 40 },
} as const;

/** A text isn't so much wider than its source that it breaks a layout: a label least, a paragraph most. */
export const length: LintRule = {
  name: 'length',
  code: 'content/lint-length',
  severity: 'warning',
  find: ({ source, target, key }) => {
    const { times, more } = LIMITS[placeOf(key)];
    const [wanted, found] = [textWidth(source.plain), textWidth(target.plain)];
    if (found <= Math.max(wanted * times, wanted + more)) return [];
    return [
      {
        message: `The translation is ${found} columns wide; the source is ${wanted}.`,
        hint: 'Shorten it, or look at the page that it stands on.',
      },
    ];
  },
};

function placeOf(key: string): keyof typeof LIMITS {
  if (/(?:^|\.)labels?\b/u.test(key)) return 'label';
  return /(?:^|\.)title$/u.test(key) ? 'title' : 'text';
}
