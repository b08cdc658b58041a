import { describe, expect, it } from 'vitest';
import { isolatableRuns } from '../../src/content/isolate.js';
import type { Block, Inline, ListItem, TableCell } from '../../src/document/node.js';
import { paperSizes } from '../../src/base/paper.js';
import { inspectHandout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import { layOut } from '../../src/layout/layout.js';
import { itemsOf, type Page } from '../../src/layout/page.js';
import { createTheme } from '../../src/style/theme.js';
import type { Line } from '../../src/text/paragraph.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { createNodes, documentOf } from '../layout/sample.js';
import { tokens } from '../style/tokens.js';
import { openTypesetter } from '../support/setting.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const languages = ['ar', 'fa', 'he', 'ur'];
const personal = { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };
/** A phone number, a range in figures, a time of the day, or a number with all its digits. */
const VALUES =
  /\+?(?:\(?\p{Nd}{1,4}\)?[- ]){2,}\p{Nd}{3,}|\p{Nd}+(?::\p{Nd}+)?(?:[–-]\p{Nd}+(?::\p{Nd}+)?)+|\p{Nd}+(?::\p{Nd}+)?/gu;
/** A range of two numbers with a word between. */
const WORDED_RANGE = /(\p{Nd}{1,2}) (?:تا|إلى|الى|سے|עד) (?=(\p{Nd}{1,2})(?!\p{Nd}))/gu;

/** A line as painted, and where it starts on its page. */
type Painted = Readonly<{ line: Line; x: number }>;

function linesOf(pages: readonly Page[]): readonly Painted[] {
  return pages.flatMap((page) => itemsOf(page).filter((item) => item.kind === 'line'));
}

/** Where the glyph of each character begins, from the page's left edge; nothing for what isn't painted. */
function positionsOf({ line, x }: Painted): ReadonlyMap<number, number> {
  const positions = new Map<number, number>();
  for (const { glyphs, style, face, x: start } of line.runs) {
    let pen = x + start;
    for (const { cluster, xAdvance } of glyphs) {
      if (!positions.has(cluster)) positions.set(cluster, pen);
      pen += (xAdvance * style.size) / face.unitsPerEm;
    }
  }
  return positions;
}

/** The digits of a part of a line, by their places from left to right. */
function digitsFromLeft(painted: Painted, start: number, end: number): string {
  const { text } = painted.line;
  return [...positionsOf(painted)]
    .filter(([offset]) => start <= offset && offset < end && /\p{Nd}/u.test(text[offset]!))
    .toSorted(([, one], [, other]) => one - other)
    .map(([offset]) => text[offset]!)
    .join('');
}

function digitsOf(text: string): string {
  return text.replaceAll(/[^\p{Nd}]/gu, '');
}

/** The values of a line, each with its digits as they stand from left to right. */
function valuesOf(painted: Painted): readonly Readonly<{ value: string; shown: string }>[] {
  const { text, start, end } = painted.line;
  return [...text.slice(start, end).matchAll(VALUES)].map(({ index, 0: value }) => {
    return { value, shown: digitsFromLeft(painted, start + index, start + index + value.length) };
  });
}

describe.each(languages)('every handout in %s', (lang) => {
  it('shows phone numbers, ranges, times and dates in the order in which they are read', async () => {
    const found: string[] = [];
    for (const handout of handoutNames(workspace)) {
      for (const details of [undefined, personal]) {
        const { value, problems } = await inspectHandout(workspace, {
          handout,
          lang,
          ...(details && { personal: details }),
        });
        expect(problems).toEqual([]);
        const values = linesOf(value!.laidOut.pages).flatMap(valuesOf);
        found.push(...values.map((each) => each.value));
        expect(values.filter((each) => each.shown !== digitsOf(each.value))).toEqual([]);
        const { phone: day, afterHoursPhone } = workspace.brands.get('default')!.contact;
        for (const phone of [day, afterHoursPhone]) expect(values.map((each) => each.value)).toContain(phone);
      }
    }
    expect(found).toContain('4–7');
    expect(found.filter((value) => /^(?:14:30|2:30)$/.test(value))).not.toEqual([]);
    expect(found).toContain('2026');
  });

  it('shows the first day of a range with a word between at the right', async () => {
    const { value } = await inspectHandout(workspace, { handout: 'microneedling/aftercare', lang, personal });
    for (const painted of linesOf(value!.laidOut.pages)) {
      const positions = positionsOf(painted);
      for (const match of painted.line.text.matchAll(WORDED_RANGE)) {
        const second = match.index + match[0].length;
        if (match.index < painted.line.start || second >= painted.line.end) continue;
        expect(positions.get(match.index)!, match[0]).toBeGreaterThan(positions.get(second)!);
      }
    }
    expect(value!.laidOut.pages.length).toBeGreaterThan(0);
  });
});

const constructed = [
  ...[
    '202-555-0142',
    '+1 (202) 555-0178',
    '7–10',
    '1–3',
    '9:00–17:30',
    '2:30 PM',
    'SPF 30',
    '≥ 30',
    '5 mg/kg',
  ],
  ...['30%', 'SPF 30+', '14.3.2026', '2026-03-14'],
];
const words: Readonly<Record<string, string>> = { ar: 'اتصل', fa: 'تماس', he: 'חייגו', ur: 'فون' };

/** Words, the value and words, isolated as strings are, or as a placeholder is. */
function inlinesAround(value: string, lang: string, as: 'string' | 'placeholder'): readonly Inline[] {
  const { id, text } = createNodes();
  const isolate = (words: string, noBreak: boolean): Inline => ({
    kind: 'isolate',
    id: id(),
    noBreak,
    children: [text(words)],
  });
  const word = words[lang]!;
  if (as === 'placeholder') return [text(`${word} `), isolate(value, true), text(` ${word}`)];
  return isolatableRuns(`${word} ${value} ${word}`).map((run) =>
    run.isolate ? isolate(run.text, run.noBreak) : text(run.text),
  );
}

/** The value in a paragraph, in a list and in a cell. */
function blocksAround(value: string, lang: string, as: 'string' | 'placeholder'): readonly Block[] {
  let last = 1000;
  const id = () => ++last;
  const paragraph = (): Block => ({
    kind: 'paragraph',
    id: id(),
    role: 'body',
    children: inlinesAround(value, lang, as),
  });
  const item: ListItem = { kind: 'list-item', id: id(), children: [paragraph()] };
  const cell = (): TableCell => ({ kind: 'table-cell', id: id(), columnSpan: 1, children: [paragraph()] });
  const row = { kind: 'table-row', id: id(), cells: [cell(), cell()] } as const;
  return [
    paragraph(),
    { kind: 'list', id: id(), marker: 'disc', items: [item] },
    { kind: 'table', id: id(), caption: [], head: [], body: [row] },
  ];
}

describe.each(languages)('a value in %s', (lang) => {
  const typesetter = openTypesetter();
  const theme = createTheme(tokens, { lang, paper: 'a4' });
  const paint = (blocks: readonly Block[]) => {
    const document = documentOf(blocks, { lang, dir: 'rtl' });
    const { value } = layOut(document, { theme, size: paperSizes.a4, typesetter, images: new Map() });
    return linesOf(value.pages).filter(({ line }) => line.text.includes(words[lang]!));
  };

  it.each(constructed)(
    'runs from left to right on one line, between words from right to left: %s',
    (value) => {
      for (const as of ['string', 'placeholder'] as const) {
        const lines = paint(blocksAround(value, lang, as));
        expect(lines).toHaveLength(4);
        for (const painted of lines) {
          const { text } = painted.line;
          const start = text.indexOf(value);
          expect(start).toBeGreaterThan(0);
          const positions = positionsOf(painted);
          const places = Array.from(value, (_, index) => positions.get(start + index)!).filter(
            (place) => place !== undefined,
          );
          expect(places).toEqual(places.toSorted((one, other) => one - other));
          expect(digitsFromLeft(painted, start, start + value.length)).toBe(digitsOf(value));
          expect(positions.get(0)!).toBeGreaterThan(places.at(-1)!);
        }
      }
    },
  );

  it('stands in brackets that are mirrored', () => {
    const { id, text } = createNodes();
    const [painted] = paint([
      { kind: 'paragraph', id: id(), role: 'body', children: [text(`${words[lang]!} (${words[lang]!})`)] },
    ]);
    const { text: all, runs } = painted!.line;
    const glyphs = runs.flatMap(({ glyphs: own, face }) => own.map((glyph) => ({ ...glyph, face })));
    const glyphOf = (bracket: string) => glyphs.find(({ cluster }) => cluster === all.indexOf(bracket))!;
    expect(glyphOf('(').glyphId).toBe(glyphOf('(').face.nominalGlyph(0x29));
    expect(glyphOf(')').glyphId).toBe(glyphOf(')').face.nominalGlyph(0x28));
    const positions = positionsOf(painted!);
    expect(positions.get(all.indexOf('('))!).toBeGreaterThan(positions.get(all.indexOf(')'))!);
  });
});
