/** The kinds of file that a handout can be written as. */
export const formatNames = ['pdf', 'html', 'text'] as const;

/** One of the kinds of file that a handout can be written as. */
export type FormatName = (typeof formatNames)[number];

/** How the names of files end, without the dot. */
export const formatEndings: Readonly<Record<FormatName, string>> = { pdf: 'pdf', html: 'html', text: 'txt' };
