import type { LaidOutDocument } from '../layout/page.js';
import type { Workspace } from '../workspace/workspace.js';
import type { MadeHandout } from './build.js';
import { pressOf } from './press-of.js';

/** Several handouts as one file. */
export type Bundle = Readonly<{ title: string; pdf: Uint8Array; pageCount: number }>;

/** A handout with pages, of which a bundle is made. */
export type PagedHandout = MadeHandout & Readonly<{ laidOut: LaidOutDocument }>;

/**
 * Writes handouts one after another into one PDF, which is PDF/UA-1 and PDF/A-2a as each of them is. Its title names all of theirs,
 * and its language is that of the first.
 * @param hasBlankBacks whether each handout but the last gets an even number of pages, so that the next one begins on a sheet
 *   of its own when both sides are printed
 */
export async function bundleHandouts(
  workspace: Workspace,
  handouts: readonly PagedHandout[],
  hasBlankBacks: boolean,
): Promise<Bundle> {
  const { writer } = await pressOf(workspace).engine();
  const last = handouts.length - 1;
  const parts = handouts.map(({ laidOut }, index) => {
    return hasBlankBacks && index < last ? withBlankBack(laidOut) : laidOut;
  });
  const title = handouts.map(({ handout }) => handout.title).join(' · ');
  // The youngest version's, so that the same handouts give the same bytes.
  const reviewed = handouts.map(({ series }) => series.reviewed).sort();
  const date = new Date(`${reviewed.at(-1)!}T00:00:00Z`);
  const pdf = writer.writeBundle(parts, { title, author: handouts[0]!.brand.name, date });
  return { title, pdf, pageCount: parts.reduce((sum, { pages }) => sum + pages.length, 0) };
}

function withBlankBack(laidOut: LaidOutDocument): LaidOutDocument {
  const { pages } = laidOut;
  if (pages.length % 2 === 0) return laidOut;
  return { ...laidOut, pages: [...pages, { size: pages[0]!.size, blocks: [] }] };
}
