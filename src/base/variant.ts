/** The ways a handout can be made for readers and printers with other needs; they can be combined. */
export const variantNames = ['large-print', 'greyscale'] as const;

/** One of these ways: text of 18 points, or greys that save ink. */
export type VariantName = (typeof variantNames)[number];
