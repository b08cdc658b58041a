/** The Latin text faces that a brand may choose from; other scripts have one face each. */
export const typefaces = ['source-sans', 'lora'] as const;

/** The name of a Latin text face: a plain sans serif, or a serif of brushed curves. */
export type Typeface = (typeof typefaces)[number];
