import type { Finding, LintRule } from './pair.js';

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+\.(?:com|org|net|gov|edu|example)\b(?:\/[^\s<>]*)?/giu;

function counts(names: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1);
  return counted;
}

/** Blanks out the addresses of a text, whatever language they seem to be in. */
export function withoutLinks(text: string): string {
  return text.replace(LINK, (link) => ' '.repeat(link.length));
}

/** A placeholder stands as often in the translation as in the source. One that is missing altogether is reported elsewhere. */
export const placeholders: LintRule = {
  name: 'placeholders',
  code: 'content/lint-placeholders',
  severity: 'warning',
  find: ({ source, target }) => {
    const found = counts(target.placeholders);
    return [...counts(source.placeholders)].flatMap(([name, times]): readonly Finding[] => {
      const again = found.get(name) ?? 0;
      if (again === 0 || again === times) return [];
      return [{ message: `{{${name}}} stands ${again} times; in the source ${times}.` }];
    });
  },
};

/** What is strong or emphasised in the source is so in the translation: the same number of times. */
export const tags: LintRule = {
  name: 'tags',
  code: 'content/lint-tags',
  severity: 'warning',
  find: ({ source, target }) => {
    const [wanted, found] = [counts(source.tags), counts(target.tags)];
    return ['strong', 'em'].flatMap((name): readonly Finding[] => {
      const [times, again] = [wanted.get(name) ?? 0, found.get(name) ?? 0];
      if (times === again) return [];
      return [{ message: `<${name}> stands ${again} times; in the source ${times}.` }];
    });
  },
};

/** Addresses of pages and of mail are the same in both texts, letter by letter. */
export const links: LintRule = {
  name: 'links',
  code: 'content/lint-links',
  severity: 'error',
  find: ({ source, target }) => {
    const read = (text: string) => (text.match(LINK) ?? []).map((link) => link.replace(/[.,;:!?)]+$/u, ''));
    const [wanted, found] = [read(source.plain), read(target.plain)];
    return [
      ...wanted
        .filter((link) => !found.includes(link))
        .map((link) => ({ message: `${link} isn't in the translation.` })),
      ...found
        .filter((link) => !wanted.includes(link))
        .map((link) => ({ message: `${link} isn't in the source.` })),
    ];
  },
};
