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

const TAG = /<(\/?)([a-z][a-z0-9]*)(?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const VOID_ELEMENT = /^(?:br|hr|img)$/i;
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
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    const end = index + tag.length;
    if (slash === '/') depth -= 1;
    else if (depth === 0) root = tag;
    else if (depth === PART_DEPTH && (part = partOf(name, tag)) !== undefined) {
      shell += html.slice(reached, end);
      reached = end;
    }
    if (slash === '' && !VOID_ELEMENT.test(name)) {
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

function partOf(name: string, tag: string): Part | undefined {
  if (name === 'main') return { name, tag, closing: '</main></html>' };
  return LETTERHEAD.test(tag) ? { name: 'letterhead', tag, closing: '</header></html>' } : undefined;
}
