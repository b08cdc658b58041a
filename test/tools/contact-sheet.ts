import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from './editions.js';

/** An edition on the contact sheet. Folders of pictures are relative to the sheet. */
export type SheetEntry = Edition &
  Readonly<{
    name: string;
    before: string | undefined;
    after: string | undefined;
    pageCount: number;
    /** Numbers of the pages that differ from `before`. */
    changed: readonly number[];
    problems: readonly string[];
  }>;

const TEMPLATE = fileURLToPath(new URL('../../test/tools/contact-sheet.html', import.meta.url));
const ENTRIES = '/* entries */ []';

/** Writes `index.html`: one page with filters, that needs nothing but the pictures below its folder. */
export function writeContactSheet(folder: string, entries: readonly SheetEntry[]): void {
  // What stands in a script may not end it.
  const json = JSON.stringify(entries).replaceAll('<', '\\u003c');
  const sheet = readFileSync(TEMPLATE, 'utf8').replace(ENTRIES, () => json);
  writeFileSync(join(folder, 'index.html'), sheet);
}
