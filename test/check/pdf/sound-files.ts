import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Problem } from '../../../src/base/problem.js';
import { checkPdf } from '../../../src/check/pdf/check-pdf.js';
import type { PdfOrigin } from '../../../src/check/pdf/check-pdf.js';
import { makeHandout } from '../../../src/handout/build.js';
import type { HandoutRequest } from '../../../src/handout/request.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';

/** A handout as written, and what it was made from. */
export type SoundFile = Readonly<{ pdf: Uint8Array; origin: PdfOrigin }>;

const personal = { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };

/** The handouts that are damaged, one of each kind that differs in the file. */
const requests = {
  english: { handout: 'microneedling/aftercare', lang: 'en' },
  arabic: { handout: 'microneedling/combined-aftercare', lang: 'ar' },
  japanese: { handout: 'microneedling/aftercare', lang: 'ja' },
  hindi: { handout: 'microneedling/how-it-works', lang: 'hi' },
  personal: { handout: 'microneedling/combined-aftercare', lang: 'es', personal },
  booklet: { handout: 'microneedling/aftercare', lang: 'fr', variants: ['booklet'] },
  bilingual: { handout: 'microneedling/how-it-works', lang: 'ar', bilingual: 'en' },
} as const satisfies Readonly<Record<string, HandoutRequest>>;

/** The name of a handout that is damaged. `table` is one with a table, numbered steps and a word in another language. */
export type SoundName = keyof typeof requests | 'table';

/** All of them but `table`. */
export const shippedNames = Object.keys(requests) as readonly (keyof typeof requests)[];

const TABLE = `{{#> layouts/handout}}
<h2>When</h2>
<table>
  <caption>What to do when</caption>
  <thead><tr><th scope="col">Day</th><th scope="col">What to do</th></tr></thead>
  <tbody>
    <tr><th scope="row">1</th><td>Rest</td></tr>
    <tr><th scope="row">2</th><td>Wash, as in <span lang="es">agua tibia</span></td></tr>
    <tr><td colspan="2">Call us when in doubt.</td></tr>
  </tbody>
</table>
<ol><li>Wash your hands.</li><li>Wash your face.</li></ol>
{{/layouts/handout}}`;

/** Makes every sound file once. */
export async function makeSoundFiles(): Promise<ReadonlyMap<SoundName, SoundFile>> {
  const files = new Map<SoundName, SoundFile>();
  for (const name of shippedNames) files.set(name, await makeSoundFile({ cwd: '/' }, requests[name]));
  const dir = mkdtempSync(join(tmpdir(), 'handout-sound-'));
  try {
    writeFileSync(join(dir, 'handout.yaml'), 'clinic: { contact: { phone: "1", afterHoursPhone: "2" } }\n');
    mkdirSync(join(dir, 'templates', 'topics'), { recursive: true });
    writeFileSync(join(dir, 'templates', 'topics', 'benefits.hbs'), TABLE);
    files.set('table', await makeSoundFile({ dir }, { handout: 'microneedling/benefits', lang: 'en' }));
  } finally {
    rmSync(dir, { recursive: true });
  }
  return files;
}

async function makeSoundFile(
  place: Parameters<typeof openWorkspace>[0],
  request: HandoutRequest,
): Promise<SoundFile> {
  const { value, problems } = await makeHandout(openWorkspace(place).value, request);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { handout, read } = value!;
  const isBooklet = request.variants?.includes('booklet') ?? false;
  const { document } = read;
  const origin: PdfOrigin = {
    documents: [document],
    title: document.title,
    isBooklet,
    isPersonal: request.personal !== undefined,
  };
  return { pdf: handout.pdf, origin };
}

/** What is found in a file made from the document of a sound one. */
export function judge(pdf: Uint8Array, { origin }: SoundFile): readonly Problem[] {
  return checkPdf(pdf, origin);
}

/** The codes among problems, each once, in the order of the alphabet. */
export function codesAmong(problems: readonly Problem[]): readonly string[] {
  return [...new Set(problems.map(({ code }) => code))].sort();
}
