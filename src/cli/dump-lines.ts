import { itemsOf, type LaidOutDocument } from '../layout/page.js';
import type { GlyphRun, Line } from '../text/paragraph.js';

/** Writes every set line as text a person can review, its runs in visual order under it. */
export function dumpLines({ pages }: LaidOutDocument): string {
  return pages
    .flatMap((page, index) => [
      `page ${index + 1} of ${pages.length}\n`,
      ...itemsOf(page).flatMap((item) => (item.kind === 'line' ? dumpLine(item.line) : [])),
    ])
    .join('');
}

function dumpLine(line: Line): readonly string[] {
  return [
    `line ${line.width.toFixed(1)} ${JSON.stringify(line.text.slice(line.start, line.end))}\n`,
    ...line.runs.map((run) => dumpRun(run, line.text)),
  ];
}

function dumpRun(run: GlyphRun, text: string): string {
  const { face, style, lang, script, level, x, glyphs, start, end } = run;
  const glyphIds = glyphs.map(({ glyphId }) => glyphId).join(' ');
  const words = JSON.stringify(text.slice(start, end));
  return `  run ${x.toFixed(1)} ${face.name} ${style.size} ${lang} ${script} level ${level} ${words}: ${glyphIds}\n`;
}
