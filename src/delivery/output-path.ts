import type { VariantName } from '../base/variant.js';

/**
 * Names the file of a handout inside the output folder.
 * A personal handout has a name of its own, so that the next general build cannot overwrite it and nobody mistakes it for the
 * general one. Nothing of the patient is in the name.
 * So has a variant.
 * @param handout `<series>/<topic>`
 * @returns `<lang>/<series>-<topic>.pdf`, with `.bilingual-<lang>`, `.large-print`, `.greyscale` and `.personal` before the end as they apply
 */
export function outputPath(
  handout: string,
  lang: string,
  { variants = [], bilingual, isPersonal = false }: Copy = {},
): string {
  const beside = bilingual === undefined ? [] : [`bilingual-${bilingual}`];
  const parts = [
    handout.replace('/', '-'),
    ...beside,
    ...variants,
    ...(isPersonal ? ['personal'] : []),
    'pdf',
  ];
  return `${lang}/${parts.join('.')}`;
}

/** What sets one copy of a handout apart from the general one. */
export type Copy = Readonly<{
  variants?: readonly VariantName[];
  bilingual?: string | undefined;
  isPersonal?: boolean;
}>;
