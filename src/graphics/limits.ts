/** The longest SVG file that is read, in characters: 1 MB. A drawing for a handout is far smaller. */
export const MAX_SVG_LENGTH = 1024 * 1024;

/** The most path commands that one drawing may have. */
export const MAX_PATH_COMMANDS = 20_000;

/** How deep elements may stand in each other. */
export const MAX_DEPTH = 64;

/** The largest coordinate, in points, that a drawing may reach; beyond it numbers lose their precision. */
export const MAX_COORDINATE = 1_000_000;

/** The most errors, and the most warnings, that are listed for one drawing. */
export const MAX_PROBLEMS = 20;
