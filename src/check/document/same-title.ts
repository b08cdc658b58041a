import type { Problem } from '../../base/problem.js';
import type { Catalogue } from '../../content/catalogue.js';
import type { Series } from '../../workspace/series.js';
import { comparable } from '../spoken.js';

/**
 * Finds handouts of one series that have the same title in a language: their windows, files and bookmarks couldn't be told apart.
 * Reports `document/same-title` at the later text.
 */
export function checkTitles(
  { languages }: Catalogue,
  lang: string,
  allSeries: readonly Series[],
): readonly Problem[] {
  return allSeries.flatMap(({ id, topics, sheets }) => {
    const messages = languages.get(lang)?.get(id);
    const known = new Map<string, string>();
    return [...topics, ...sheets].flatMap((handout): readonly Problem[] => {
      const message = messages?.get(`${handout.id}.title`);
      const title = comparable(message?.text ?? '').toLowerCase();
      const other = known.get(title);
      if (message === undefined || title === '') return [];
      if (other === undefined) known.set(title, handout.id);
      if (other === undefined) return [];
      return [
        {
          code: 'document/same-title',
          severity: 'error',
          message: `The handout "${handout.id}" has the title of "${other}" (${lang}).`,
          at: message.at,
          hint: 'Say in it what this handout alone is about.',
        },
      ];
    });
  });
}
