import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextBlock } from './content.js';

/** The handout whose template a dense workspace replaces. */
export const DENSE_HANDOUT = 'microneedling/what-it-is';

const WORDS = 850;
const ELEMENTS: Readonly<Record<TextBlock['kind'], string>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  p: 'p',
  li: 'li',
  td: 'li',
};

/**
 * Writes a clinic's folder in which one handout says as much as two pages hold: 850 words of the shipped texts, each once
 * as long as they last, with a greeting and a date.
 * @param blocks texts of the shipped handouts
 */
export function writeDenseWorkspace(dir: string, blocks: readonly TextBlock[]): void {
  mkdirSync(join(dir, 'templates/topics'), { recursive: true });
  writeFileSync(join(dir, 'handout.yaml'), 'languages: [en]\n');
  writeFileSync(join(dir, 'templates/topics/what-it-is.hbs'), denseTemplate(blocks));
}

function denseTemplate(blocks: readonly TextBlock[]): string {
  const lines = ['{{#> layouts/handout}}', '{{> partials/personal}}'];
  let words = 0;
  let open = false;
  for (let index = 0; words < WORDS; index++) {
    const { kind, text } = blocks[index % blocks.length]!;
    const element = ELEMENTS[kind];
    if (element.startsWith('h') && index % 3 > 0) continue;
    if ((element === 'li') !== open) lines.push(open ? '</ul>' : '<ul>');
    open = element === 'li';
    const name = element === 'h3' ? 'h2' : element;
    lines.push(`<${name}>${text.replace(/[&<>{}]/g, '')}</${name}>`);
    words += text.split(' ').length;
  }
  if (open) lines.push('</ul>');
  return [...lines, '{{/layouts/handout}}', ''].join('\n');
}
