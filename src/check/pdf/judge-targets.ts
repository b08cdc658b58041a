import type { Problem } from '../../base/problem.js';
import type { SourceRange } from '../../base/source.js';
import type { DocumentNode, Inline } from '../../document/node.js';
import { plainText, walkDocument } from '../../document/walk.js';
import { pageName } from './fault.js';
import type { Fault } from './fault.js';
import { readOutline } from './outline.js';
import type { PdfBookmark } from './outline.js';
import { withoutSpaces } from './passage.js';
import type { PdfParts } from './parts.js';
import { elementName, pageOfElement, walkElements } from './structure.js';
import type { PdfElement } from './structure.js';

/**
 * Judges where links and bookmarks lead, against the documents: each link to its target, each heading with its bookmark, on the
 * right page. Reports `pdf/link-target`, `pdf/link-contents` and `pdf/bookmark`.
 */
export function judgeTargets(parts: PdfParts, documents: readonly DocumentNode[]): readonly Problem[] {
  return [...judgeLinkTargets(parts, documents), ...judgeBookmarks(parts, documents)];
}

type Sourced = Readonly<{ children: readonly Inline[]; at?: SourceRange }>;

function problemAt(code: Fault['code'], message: string, { at }: Readonly<{ at?: SourceRange }>): Problem {
  return { code, severity: 'error', message, ...(at && { at }) };
}

/** The nodes that are read; lines repeated on every page are decoration and lead nowhere. */
function readNodes(document: DocumentNode): ReturnType<typeof walkDocument> {
  return walkDocument({ ...document, runningHeader: [], runningFooter: [] });
}

function judgeLinkTargets(parts: PdfParts, documents: readonly DocumentNode[]): readonly Problem[] {
  const links = documents.flatMap(readNodes).filter((node) => node.kind === 'link');
  const elements = walkElements(parts.structure.roots).filter(({ role }) => role === 'Link');
  if (links.length !== elements.length) {
    const message = `The file has ${String(elements.length)} links; its source has ${String(links.length)}.`;
    return [problemAt('pdf/link-target', message, {})];
  }
  return links.flatMap((link, index) => {
    const element = elements[index]!;
    const objects = new Set(element.kids.flatMap((kid) => (kid.kind === 'object' ? [kid.object] : [])));
    const annotations = parts.pages.flatMap((page) =>
      page.annotations.filter(({ object }) => objects.has(object)),
    );
    const problems: Problem[] = [];
    if (annotations.some(({ uri }) => sameAddress(uri ?? '') !== sameAddress(link.href)))
      problems.push(
        problemAt('pdf/link-target', `${elementName(element)} leads elsewhere than its source.`, link),
      );
    const words = withoutSpaces(plainText(link.children));
    if (annotations.some(({ contents }) => withoutSpaces(contents ?? '') !== words)) {
      const message = `The /Contents of ${elementName(element)} are not the words of the link.`;
      problems.push(problemAt('pdf/link-contents', message, link));
    }
    return problems;
  });
}

/** An address in one spelling, whether or not its characters are percent-encoded. */
function sameAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** A bookmark and how deep it is nested, from 1. */
type Listed = Readonly<{ bookmark: PdfBookmark; depth: number }>;

function judgeBookmarks(parts: PdfParts, documents: readonly DocumentNode[]): readonly Problem[] {
  const groups = documents.map((each) => readNodes(each).filter((node) => node.kind === 'heading'));
  const headings = groups.flat();
  const listed = listBookmarks(readOutline(parts), 1);
  if (headings.length !== listed.length) {
    const message = `The file has ${String(listed.length)} bookmarks; its source has ${String(headings.length)} headings.`;
    return [problemAt('pdf/bookmark', message, {})];
  }
  const elements = walkElements(parts.structure.roots).filter(({ role }) => /^H[1-6]$/.test(role));
  const depths = groups.flatMap((group) => depthsOf(group.map(({ level }) => level)));
  return headings.flatMap((heading, index) => {
    const { bookmark, depth } = listed[index]!;
    const fault = bookmarkFault(bookmark, heading, elements[index]);
    const isNested = depth === depths[index];
    if (fault === undefined && isNested) return [];
    const message = `The bookmark ${String(index + 1)} ${fault ?? 'is nested otherwise than its heading'}.`;
    return [problemAt('pdf/bookmark', message, heading)];
  });
}

function listBookmarks(bookmarks: readonly PdfBookmark[], depth: number): readonly Listed[] {
  return bookmarks.flatMap((bookmark) => [
    { bookmark, depth },
    ...listBookmarks(bookmark.children, depth + 1),
  ]);
}

/** How deep headings of these levels are nested: below the nearest one before of a lower level. */
function depthsOf(levels: readonly number[]): readonly number[] {
  const path: number[] = [];
  return levels.map((level) => {
    while (path.length > 0 && path.at(-1)! >= level) path.pop();
    path.push(level);
    return path.length;
  });
}

function bookmarkFault(
  { title, page }: PdfBookmark,
  { children }: Sourced,
  element: PdfElement | undefined,
): string | undefined {
  if (withoutSpaces(title) !== withoutSpaces(plainText(children))) return 'has other words than its heading';
  if (page === undefined) return 'goes to no page';
  const target = element && pageOfElement(element);
  return page === target ? undefined : `goes to ${pageName(page)}, where its heading is not`;
}
