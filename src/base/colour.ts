/** A colour of the sRGB space, as `#rrggbb` in lower case. */
export type Colour = `#${string}`;
