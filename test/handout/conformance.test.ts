import { itemsOf } from '../../src/layout/page.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPack } from '../../src/check/check-pack.js';
import type { DocumentNode, ParagraphRole } from '../../src/document/node.js';
import { walkDocument } from '../../src/document/walk.js';
import { buildHandout, inspectHandout } from '../../src/handout/build.js';
import type { Handout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';
import { isMissingVeraPdf } from '../support/tools.js';
import { verify } from '../support/verapdf.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const handouts = handoutNames(workspace);
const general = workspace.languages.flatMap((lang) => handouts.map((handout) => ({ handout, lang })));
const personal = { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };
const requests: readonly HandoutRequest[] = [
  ...general,
  ...workspace.languages.map((lang) => ({ handout: 'microneedling/combined-aftercare', lang, personal })),
  ...['harbour', 'clay'].flatMap((brand) =>
    general.filter(({ lang }) => ['ar', 'en', 'es'].includes(lang)).map((request) => ({ ...request, brand })),
  ),
  ...handouts.flatMap((handout) => [
    { handout, lang: 'en', paper: 'letter' } as const,
    { handout, lang: 'en', paper: 'a5' } as const,
    { handout, lang: 'ar', bilingual: 'en' } as const,
    { handout, lang: 'ar', variants: ['booklet'] } as const,
    { handout, lang: 'es', variants: ['large-print', 'greyscale'] } as const,
  ]),
];

const BODY_POINTS = 12;
const SMALLEST_POINTS = 9;
const MOST_BYTES = 60 * 1024;

/** One has blank pages, one is in another script. */
const packs: readonly (readonly HandoutRequest[])[] = [
  handouts.map((handout) => ({ handout, lang: 'en', variants: ['large-print'], personal })),
  handouts.map((handout) => ({ handout, lang: 'ur' })),
];
const packFiles: string[] = [];

const folder = mkdtempSync(join(tmpdir(), 'handout-conformance-'));
const built: Readonly<{ request: HandoutRequest; handout: Handout; file: string }>[] = [];

beforeAll(async () => {
  for (const [index, pack] of packs.entries()) {
    const { value } = await checkPack(workspace, pack, { hasBlankBacks: true });
    const file = join(folder, `pack-${String(index)}.pdf`);
    writeFileSync(file, value!.pdf);
    packFiles.push(file);
  }
  for (const request of requests) {
    const { value: handout, problems } = await buildHandout(workspace, request);
    expect(problems, nameOf(request)).toEqual([]);
    const file = join(folder, `${nameOf(request).replaceAll('/', '-')}.pdf`);
    writeFileSync(file, handout!.pdf);
    built.push({ request, handout: handout!, file });
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function nameOf(request: HandoutRequest): string {
  const {
    handout,
    lang,
    brand = '',
    paper = 'a4',
    variants = [],
    bilingual = '',
    personal: details,
  } = request;
  const parts = [brand, handout, lang, bilingual, paper, ...variants, details && 'personal'];
  return parts.filter(Boolean).join(' ');
}

describe('every handout', () => {
  it('keeps the structure that a screen reader follows', () => {
    for (const { handout } of built) assertPdfInvariants(handout.pdf);
    expect(built).toHaveLength(requests.length);
  });

  it('fits on one sheet of paper, but for A5; on two in large print and in two languages', () => {
    const long = built.filter(({ handout: { paper, variants, bilingual, pageCount } }) => {
      const isLong = variants.includes('large-print') || bilingual !== undefined;
      return paper !== 'a5' && pageCount > (isLong ? 4 : 2);
    });
    expect(long.map(({ request }) => nameOf(request))).toEqual([]);
  });

  it('is small enough for any mailbox, in Latin letters', () => {
    const large = built.filter(
      ({ handout, request }) =>
        isInLatin(request.lang) && handout.pageCount <= 2 && handout.pdf.length >= MOST_BYTES,
    );
    expect(large.map(({ request, handout }) => `${nameOf(request)}: ${String(handout.pdf.length)}`)).toEqual(
      [],
    );
  });

  it('has no text smaller than 9 points, and sets what is read in 12 at least', async () => {
    for (const request of requests) {
      const { value } = await inspectHandout(workspace, request);
      const { document, pages } = value!.laidOut;
      const lines = pages.flatMap((page) => itemsOf(page).filter((item) => item.kind === 'line'));
      const sizes = lines.flatMap(({ line }) => line.runs.map(({ style }) => style.size));
      expect(Math.min(...sizes), nameOf(request)).toBeGreaterThanOrEqual(SMALLEST_POINTS);
      const body = bodyIds(document);
      const bodySizes = lines
        .filter(({ meaning }) => meaning.kind === 'node' && body.has(meaning.node))
        .flatMap(({ line }) => line.runs.map(({ style }) => style.size));
      expect(bodySizes.length, nameOf(request)).toBeGreaterThan(10);
      expect(Math.min(...bodySizes), nameOf(request)).toBeGreaterThanOrEqual(BODY_POINTS);
    }
  });
});

function isInLatin(lang: string): boolean {
  return new Intl.Locale(lang).maximize().script === 'Latn';
}

/** What is read in the first place: headings, paragraphs, and telephone numbers; not notes, addresses and running lines. */
function bodyIds(document: DocumentNode): ReadonlySet<number> {
  return new Set(
    walkDocument(document)
      .filter((node) => node.kind === 'heading' || (node.kind === 'paragraph' && isBody(node.role)))
      .map(({ id }) => id),
  );
}

function isBody(role: ParagraphRole): boolean {
  return role === 'body' || role === 'lead' || role === 'phone';
}

describe.skipIf(isMissingVeraPdf())('veraPDF', () => {
  it('finds that every handout and pack conforms to PDF/UA-1 and to PDF/A-2a', () => {
    const verdicts = verify([...built.map(({ file }) => file), ...packFiles]);
    expect(verdicts).toHaveLength((requests.length + packs.length) * 2);
    expect(verdicts.filter(({ pass }) => !pass)).toEqual([]);
  }, 120_000);
});
