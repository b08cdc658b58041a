import { describe, expect, it } from 'vitest';
import { paperSizes } from '../../src/base/paper.js';
import { plainText, walkDocument } from '../../src/document/walk.js';
import type { DocumentNode, Inline } from '../../src/document/node.js';
import { pseudoLanguages } from '../../src/content/pseudo.js';
import { buildHandout, inspectHandout } from '../../src/handout/build.js';
import { startEngine } from '../../src/handout/engine.js';
import { handoutNames } from '../../src/handout/names.js';
import { layOut } from '../../src/layout/layout.js';
import { itemsOf, type Page, type PlacedItem } from '../../src/layout/page.js';
import { createTheme } from '../../src/style/theme.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { runRealLine } from '../cli/run-line.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const handouts = handoutNames(workspace);
const brand = workspace.brands.get('default')!;

/** The only handout that is too long for its sheet when its words are two fifths longer: seven cards with drawings. */
const tooLong = ['microneedling/skin-concerns'];

describe('a handout in a pseudo-language', () => {
  it('has no words but those of the texts, the brand, and the names of languages', async () => {
    for (const handout of handouts) {
      const { value } = await inspectHandout(workspace, { handout, lang: 'en-XA' });
      const texts = textsOf(value!.document);
      expect(texts.length, handout).toBeGreaterThan(20);
      expect(texts.flatMap(hardCodedWords), handout).toEqual([]);
    }
  });

  it('shows a hard-coded word by its lack of brackets', () => {
    expect(hardCodedWords('⟦ŤŤ ⟦ñéšţéd⟧ 5⟧ 12 Call 911')).toEqual(['Call']);
    expect(hardCodedWords('microneedling/aftercare · English')).toEqual(['English']);
  });

  it.each(pseudoLanguages)(
    'leaves no margin, box or drawing in %s, whatever the paper and the brand',
    async (lang) => {
      const long = new Set<string>();
      for (const handout of handouts) {
        for (const paper of ['a4', 'letter'] as const) {
          for (const look of workspace.brands.keys()) {
            const { problems } = await inspectHandout(workspace, { handout, lang, paper, brand: look });
            expect(problems.filter(({ code }) => code !== 'layout/too-many-pages')).toEqual([]);
            if (problems.length > 0) long.add(handout);
          }
        }
      }
      expect([...long]).toEqual(lang === 'en-XA' ? tooLong : []);
    },
  );

  it.each(pseudoLanguages)('keeps the structure that a screen reader follows in %s', async (lang) => {
    for (const handout of handouts) {
      const { value } = await buildHandout(workspace, { handout, lang });
      assertPdfInvariants(value!.pdf);
      expect(value).toMatchObject({ lang, state: 'draft' });
    }
  });

  it('is the mirror image of itself set from left to right, drawings too', async () => {
    const { typesetter } = startEngine();
    let mirroredDrawings = 0;
    for (const handout of handouts) {
      const { value } = await inspectHandout(workspace, { handout, lang: 'ar-XB' });
      const { document, images, density, laidOut } = value!;
      const other = layOut(
        { ...document, dir: 'ltr' },
        {
          theme: createTheme(brand, { lang: 'ar-XB', paper: 'a4', density }),
          size: paperSizes.a4,
          typesetter,
          images,
        },
      );
      const drawings = laidOut.pages.flatMap(itemsOf).filter((item) => item.kind === 'vector');
      mirroredDrawings += drawings.filter((drawing) => drawing.mirrored).length;
      const mirrored = other.value.pages.map((page) => placesOn(page, true));
      expect(
        laidOut.pages.map((page) => placesOn(page, false)),
        handout,
      ).toEqual(mirrored);
    }
    expect(mirroredDrawings).toBeGreaterThan(0);
  });
});

describe('the command line', () => {
  it('knows the pseudo-languages in any workspace, and keeps them to itself', async () => {
    const line = ['inspect', 'microneedling/benefits', '--lang', 'en-XA', '--stage', 'html'];
    const { out, exitCode } = await runRealLine(line, '/');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/<html [^>]*lang="en-XA" dir="ltr">/);
    expect(workspace.languages).not.toContain('en-XA');
    expect((await runRealLine(['list', '--json'], '/')).out).not.toMatch(/en-XA|ar-XB/);
    const wrong = await runRealLine(['inspect', 'microneedling/benefits', '--lang', 'en-XB'], '/');
    expect(wrong.exitCode).toBe(2);
  });
});

/** Whatever a reader sees or hears: the text of every block, label and running line, and what stands for a drawing. */
function textsOf(document: DocumentNode): readonly string[] {
  const running = document.runningFooter.flatMap(({ start, end }) => [start, end]);
  return [
    document.title,
    ...[document.runningHeader, ...running].map(foreignLeftOut),
    ...walkDocument(document).flatMap((node) => {
      if (node.kind === 'heading' || node.kind === 'paragraph' || node.kind === 'figure-label')
        return [foreignLeftOut(node.children)];
      return node.kind === 'figure' ? [node.alternative, foreignLeftOut(node.caption)] : [];
    }),
  ];
}

/** Text without the words that are marked as another language's: the English draft line and the names of languages. */
function foreignLeftOut(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'span') return '';
      return 'children' in inline ? foreignLeftOut(inline.children) : plainText([inline]);
    })
    .join('');
}

/** The words outside all brackets that are no data of the brand's, nor the name of a handout. */
function hardCodedWords(text: string): readonly string[] {
  let outside = text;
  for (let before = ''; before !== outside;) {
    before = outside;
    outside = outside.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  const { contact, name } = brand;
  const data = [name, ...contact.address, contact.email ?? '', contact.website, ...handouts];
  for (const known of data) if (known !== '') outside = outside.replaceAll(known, ' ');
  return outside.match(/\p{L}[\p{L}\p{M}]*|[⟦⟧]/gu) ?? [];
}

/** Where each thing stands, from the left or in the mirror, in points; painted order doesn't count. */
function placesOn(page: Page, isMirrored: boolean): readonly string[] {
  return itemsOf(page)
    .map((item) => {
      const { x, width, y, what } = placeOf(item);
      const left = isMirrored ? page.size.width - x - width : x;
      return `${what} ${[left, y, width].map((value) => (Math.round(value * 100) / 100 + 0).toFixed(1)).join(' ')}`;
    })
    .sort();
}

function placeOf(item: PlacedItem): Readonly<{ what: string; x: number; y: number; width: number }> {
  switch (item.kind) {
    case 'line':
      return {
        what: item.line.text.slice(item.line.start, item.line.end),
        x: item.x,
        y: item.baseline,
        width: item.line.width,
      };
    case 'shape':
      return { what: 'shape', ...item.shape.box };
    default:
      return { what: item.kind, ...item.box };
  }
}
