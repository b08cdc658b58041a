import type { HtmlNode, HtmlText } from './html.js';

/**
 * Collapses the white space of one paragraph's nodes, in place, and brings their text into Unicode normalisation form
 * C. A run of spaces, tabs and line ends becomes one space, which stays with the text it was first written in; none is left at
 * the start or the end of the paragraph or beside `<br>`, nor behind a
 * full-width mark, which holds its own. No-break spaces are not white space here.
 * @see CSS Text Level 3, section 4.1.1
 */
export function collapseWhiteSpace(nodes: readonly HtmlNode[]): void {
  const line: Line = { isEmpty: true, endsInMark: false, spaced: undefined };
  collapse(nodes, line);
  trimEnd(line);
}

const COLLAPSIBLE = /[\t\n\r\f]| {2}/;
/** Every text of Latin-1 alone is in normalisation form C. */
const BEYOND_LATIN_1 = /[^\0-\xff]/;

/** Marks of Chinese and Japanese, which hold the space after them: templates part sentences by another. */
const FULL_WIDTH_MARK = /[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]/;
const SPACE_AFTER_MARK = /(?<=[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]) /g;

type Line = {
  isEmpty: boolean;
  endsInMark: boolean;
  /** The text that ended last in a space, as long as nothing came after it. */
  spaced: HtmlText | undefined;
};

function collapse(nodes: readonly HtmlNode[], line: Line): void {
  for (const node of nodes) {
    if (node.kind === 'text') {
      collapseText(node, line);
    } else if (node.name === 'br') {
      trimEnd(line);
      line.isEmpty = true;
      line.endsInMark = false;
    } else if (node.children.length > 0) {
      collapse(node.children, line);
    } else {
      // A page number stands for characters that come later.
      line.isEmpty = false;
      line.endsInMark = false;
      line.spaced = undefined;
    }
  }
}

function collapseText(node: HtmlText, line: Line): void {
  let { text } = node;
  // Most texts need neither, and to find that out is much cheaper.
  if (COLLAPSIBLE.test(text)) text = text.replace(/[ \t\n\r\f]+/g, ' ');
  if (BEYOND_LATIN_1.test(text)) text = text.normalize('NFC');
  if (FULL_WIDTH_MARK.test(text)) text = text.replace(SPACE_AFTER_MARK, '');
  if ((line.isEmpty || line.spaced || line.endsInMark) && text.startsWith(' ')) text = text.slice(1);
  node.text = text;
  if (text === '') return;
  line.isEmpty = false;
  line.spaced = text.endsWith(' ') ? node : undefined;
  line.endsInMark = FULL_WIDTH_MARK.test(text.at(-1)!);
}

function trimEnd(line: Line): void {
  if (line.spaced) line.spaced.text = line.spaced.text.slice(0, -1);
  line.spaced = undefined;
}
