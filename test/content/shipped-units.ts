import { loadCatalogue } from '../../src/content/catalogue.js';
import { readGlossary, type Glossary } from '../../src/content/lint/glossary.js';
import { findAlarms, type Alarm } from '../../src/content/lint/lint.js';
import { listUnits, type TranslationUnit } from '../../src/content/translation-unit.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

const workspace = openWorkspace({ cwd: '/' }).value;

/** The shipped languages but English. */
export const translatedLanguages: readonly string[] = workspace.languages.filter((lang) => lang !== 'en');

/** The shipped texts of one language, and its glossary. */
export type Shipped = Readonly<{ lang: string; units: readonly TranslationUnit[]; glossary: Glossary }>;

const known = new Map<string, Shipped>();

/** Reads the shipped texts of a language once. */
export function shippedTexts(lang: string): Shipped {
  let shipped = known.get(lang);
  if (shipped === undefined) {
    const { value } = loadCatalogue(workspace.readLocales(['en', lang]).value, { sourceLang: 'en' });
    const glossary = readGlossary(workspace.readSidecar(lang, 'glossary').value).value;
    known.set(lang, (shipped = { lang, units: listUnits(value, lang), glossary }));
  }
  return shipped;
}

/** A unit of which every form of the translation is changed. */
export function withTarget(unit: TranslationUnit, change: (text: string) => string): TranslationUnit {
  const target = new Map(
    [...unit.target!].map(
      ([category, message]) => [category, { ...message, text: change(message.text) }] as const,
    ),
  );
  return { ...unit, target };
}

/** What the lint finds in one unit, whatever is switched off for it. */
export function alarmsOf({ lang, glossary }: Shipped, unit: TranslationUnit): readonly Alarm[] {
  return findAlarms([unit], { lang, glossary });
}

/** A shipped unit by its key. */
export function unitOf({ units }: Shipped, key: string): TranslationUnit {
  return units.find((unit) => unit.key === key)!;
}
