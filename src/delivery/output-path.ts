/**
 * Names the file of a handout inside the output folder.
 * A personal handout has a name of its own, so that the next general build cannot overwrite it and nobody mistakes it for the
 * general one. Nothing of the patient is in the name.
 * @param handout `<series>/<topic>`, with `+<series>` for each treatment that is merged into it
 * @returns `<lang>/<series>-<topic>.pdf`, or `<lang>/<series>-<topic>.personal.pdf`
 */
export function outputPath(handout: string, lang: string, kind: 'general' | 'personal'): string {
  const name = handout.replace('/', '-');
  return `${lang}/${name}${kind === 'personal' ? '.personal' : ''}.pdf`;
}
