import { formatEndings, type FormatName } from '../base/format.js';

/** Which of a handout's files is meant. */
export type OutputKind = Readonly<{ personal: boolean; format: FormatName }>;

/**
 * Names the file of a handout inside the output folder.
 * A personal handout has a name of its own, so that the next general build cannot overwrite it and nobody mistakes it for the
 * general one. Nothing of the patient is in the name.
 * @param handout `<series>/<topic>`
 * @returns `<lang>/<series>-<topic>.pdf`, or `<lang>/<series>-<topic>.personal.pdf`; other formats have another ending
 */
export function outputPath(handout: string, lang: string, { personal, format }: OutputKind): string {
  const name = handout.replace('/', '-');
  return `${lang}/${name}${personal ? '.personal' : ''}.${formatEndings[format]}`;
}
