import { formatEndings, type FormatName } from '../base/format.js';
import type { VariantName } from '../base/variant.js';

/** What sets one file of a handout apart from its general PDF. */
export type OutputKind = Readonly<{
  variants?: readonly VariantName[];
  bilingual?: string | undefined;
  personal?: boolean;
  format?: FormatName;
}>;

/**
 * Names the file of a handout inside the output folder.
 * A personal handout has a name of its own, so that the next general build cannot overwrite it and nobody mistakes it for the
 * general one. Nothing of the patient is in the name.
 * So has a variant.
 * @param handout `<series>/<topic>`, with `+<series>` for each treatment that is merged into it
 * @returns `<lang>/<series>-<topic>.pdf`, with `.bilingual-<lang>`, the variants and `.personal` before the end as they
 *   apply; other formats have another ending
 */
export function outputPath(
  handout: string,
  lang: string,
  { variants = [], bilingual, personal = false, format = 'pdf' }: OutputKind = {},
): string {
  const parts = [
    handout.replace('/', '-'),
    ...(bilingual === undefined ? [] : [`bilingual-${bilingual}`]),
    ...variants,
    ...(personal ? ['personal'] : []),
    formatEndings[format],
  ];
  return `${lang}/${parts.join('.')}`;
}
