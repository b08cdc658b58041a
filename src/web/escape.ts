/**
 * Writes text so that an HTML parser reads back the same characters. A carriage return is written by its number, since
 * parsers take a bare one for a line feed. U+0000 can't be in HTML and becomes U+FFFD.
 * @see HTML Standard, 13.2.3.5, preprocessing the input stream
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r\0]/g, (character) => references[character]!);
}

/** Writes text as the value of an attribute, with its quotation marks, as `escapeText` does. */
export function quoteAttribute(text: string): string {
  return `"${text.replace(/[&<>"\r\0]/g, (character) => references[character]!)}"`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\0': '\uFFFD',
};
