/** How values are written in a PDF file. @see ISO 32000-1, 7.3 */

/** Writes a number with at most `digits` decimals, never in exponent form. */
export function pdfNumber(value: number, digits = 2): string {
  const scale = 10 ** digits;
  const rounded = Math.round(value * scale) / scale;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

const ASCII = /^[\x20-\x7e]*$/;

/** Writes a text string: as it is when it is ASCII, else as UTF-16 with a byte order mark. */
export function pdfText(text: string): string {
  if (ASCII.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${utf16Hex(text)}>`;
}

/** Writes the UTF-16 code units of a text as hexadecimal digits. */
export function utf16Hex(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index++) {
    digits += text.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return digits;
}

/** Sets the colour to fill or to stroke with; a grey is one number, so that a printer takes no other ink than black. */
export function colourOperator(colour: string, use: 'fill' | 'stroke'): string {
  const component = (start: number) => pdfNumber(parseInt(colour.slice(start, start + 2), 16) / 255, 4);
  const [red, green, blue] = [component(1), component(3), component(5)];
  if (red === green && green === blue) return `${red} ${use === 'fill' ? 'g' : 'G'}`;
  return `${red} ${green} ${blue} ${use === 'fill' ? 'rg' : 'RG'}`;
}

/** Writes an array. */
export function pdfArray(values: readonly (number | string)[]): string {
  return `[${values.join(' ')}]`;
}
