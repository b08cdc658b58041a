/** The ways a handout can be made for readers and printers with other needs; they can be combined. */
export const variantNames = ['large-print', 'greyscale', 'booklet'] as const;

/** One of these ways: text of 18 points, greys that save ink, or half-size pages on sheets to fold. */
export type VariantName = (typeof variantNames)[number];
