/**
 * Writes a count in a language's own digits, where the language uses them: the numbers of lists and pages.
 * @param lang BCP 47 tag; its `-u-nu-` subtag chooses the digits
 */
export function formatCount(count: number, lang: string): string {
  // Most languages write 0 to 9, and making a formatter costs far more than a text.
  return lang.includes('-u-')
    ? new Intl.NumberFormat(lang, { useGrouping: false }).format(count)
    : String(count);
}
