/** An outermost block as its HTML, and the elements around it. */
export type BlockSource = Readonly<{
  /** Start tags of what the block stands in: `<html>`, and the letterhead or `<main>`. */
  opening: string;
  html: string;
  closing: string;
}>;

/** A document's HTML in parts. */
export type Outline = Readonly<{
  letterhead: readonly BlockSource[];
  main: readonly BlockSource[];
  /** The document without these blocks. */
  shell: string;
}>;

const TAG = /<\/?[a-z]/iy;
const VOID_TAG = /<(?:br|hr|img)\b/iy;
const MAIN = /^<main\b/i;
const LETTERHEAD = /^<header\s.*\bclass="letterhead"/is;

/** Within `<html>` and `<body>`. */
const PART_DEPTH = 2;

/**
 * Finds the outermost blocks of a document by its tags alone, without reading what is in them. Whether these are the
 * right tags and in the right places is for the parser to say; every character of the document comes back in some part.
 * @returns nothing where the tags don't nest
 */
export function outlineOf(html: string): Outline | undefined {
  const blocks: { letterhead: BlockSource[]; main: BlockSource[] } = { letterhead: [], main: [] };
  let shell = '';
  let root = '';
  let part: Part | undefined;
  let reached = 0;
  let depth = 0;
  let end = 0;
  for (let index = html.indexOf('<'); index >= 0; index = html.indexOf('<', end)) {
    end = index + 1;
    if (!matchesAt(TAG, html, index)) continue;
    end = endOfTag(html, index);
    const isEndTag = html[index + 1] === '/';
    if (isEndTag) depth -= 1;
    else if (depth === 0) root = html.slice(index, end);
    else if (depth === PART_DEPTH && (part = partOf(html.slice(index, end))) !== undefined) {
      shell += html.slice(reached, end);
      reached = end;
    }
    if (!isEndTag && !matchesAt(VOID_TAG, html, index)) {
      depth += 1;
    } else if (part !== undefined && depth === PART_DEPTH + 1) {
      const around = { opening: root + part.tag, closing: part.closing };
      blocks[part.name].push({ ...around, html: html.slice(reached, end) });
      reached = end;
    } else if (depth <= PART_DEPTH) {
      part = undefined;
    }
  }
  return depth === 0 ? { ...blocks, shell: shell + html.slice(reached) } : undefined;
}

type Part = Readonly<{ name: 'letterhead' | 'main'; tag: string; closing: string }>;

function partOf(tag: string): Part | undefined {
  if (MAIN.test(tag)) return { name: 'main', tag, closing: '</main></html>' };
  return LETTERHEAD.test(tag) ? { name: 'letterhead', tag, closing: '</header></html>' } : undefined;
}

function matchesAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

/** Where a tag ends; a `>` inside quotes doesn't end it. */
function endOfTag(html: string, start: number): number {
  let index = start;
  while (index < html.length) {
    const character = html[index++]!;
    if (character === '>') break;
    if (character !== '"' && character !== "'") continue;
    const close = html.indexOf(character, index);
    index = close < 0 ? html.length : close + 1;
  }
  return index;
}
