import type { PaperName } from '../../base/paper.js';

/** How printers call the papers that handouts are made for. @see PWG 5101.1 */
export const mediaOfPapers: Readonly<Record<PaperName, string>> = {
  a4: 'iso_a4_210x297mm',
  letter: 'na_letter_8.5x11in',
  a5: 'iso_a5_148x210mm',
};

/** How a person calls them. */
export const paperWords: Readonly<Record<PaperName, string>> = { a4: 'A4', letter: 'letter', a5: 'A5' };

/**
 * Finds the medium that a person means among a printer's.
 * @param wanted its whole name (`iso_a4_210x297mm`), that name without the size (`iso_a4`), or that of a paper (`a4`)
 */
export function findMedia(wanted: string, known: readonly string[]): string | undefined {
  const name = wanted.toLowerCase();
  const whole = known.find((media) => media.toLowerCase() === name);
  if (whole !== undefined) return whole;
  const paper = paperOfMedia(name);
  return known.find(
    (media) =>
      media.toLowerCase().startsWith(`${name}_`) || (paper !== undefined && mediaOfPapers[paper] === media),
  );
}

/** The paper that a medium is, by any of its names; nothing for one that no handout is made for. */
export function paperOfMedia(media: string): PaperName | undefined {
  const name = media.toLowerCase();
  const papers = Object.entries(mediaOfPapers) as readonly (readonly [PaperName, string])[];
  return papers.find(([paper, whole]) => {
    const withoutSize = whole.slice(0, whole.lastIndexOf('_'));
    return [paper, withoutSize, whole].includes(name);
  })?.[0];
}

/** Names a medium to a person: the paper's name where it is one, else the printer's own name for it. */
export function mediaWords(media: string): string {
  const paper = paperOfMedia(media);
  return paper === undefined ? media : paperWords[paper];
}
