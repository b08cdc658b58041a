/** Writing direction of a text. */
export type Direction = 'ltr' | 'rtl';
