import type { Problem } from '../../base/problem.js';
import { claimPatternsOf, findClaims, mayClaim, type ClaimLanguage } from '../../content/lint/claims.js';
import { GAP, readText } from '../../content/lint/pair.js';
import type { Catalogue } from '../../content/catalogue.js';
import { listUnits } from '../../content/translation-unit.js';
import { pressOf } from '../../handout/press-of.js';
import { comparable, type SpokenNode } from '../spoken.js';
import type { Subject } from '../subject.js';
import type { Scene } from './scene.js';

const ISOLATE = /<bdi\b[^<>]*>.*?<\/bdi>/gsu;

/** What is said in one breath, in its language, and where. */
type Line = Readonly<{ words: string; lang: string; at: Problem['at'] }>;

/**
 * Finds promises that stand in a template itself; those of texts are found where the texts are. Names, and what was filled in for a
 * patient, stand in `<bdi>` and promise nothing. Reports `safety/claim`.
 */
export function judgeWrittenClaims({ subject, nodes }: Scene): readonly Problem[] {
  const lines = nodes.flatMap((each) =>
    linesOf(each).map((words): Line => ({ words, lang: each.lang, at: each.node.at })),
  );
  // Most handouts promise nothing at all, and to ask of all lines together is quicker.
  return [...new Set(lines.map(({ lang }) => lang))].flatMap((lang) => {
    const own = lines.filter((line) => line.lang === lang);
    const all = readText(own.map(({ words }) => words).join('\n'));
    // Of the languages that a handout names it says nothing but these names.
    if (!/\p{L}/u.test(all.plain)) return [];
    const language = { lang, patterns: claimPatternsOf(lang) };
    return mayClaim(all, language.patterns) ? own.flatMap((line) => claimsIn(line, language, subject)) : [];
  });
}

/** The words of a paragraph or the like, in its own language and without what is set apart. */
function linesOf({ node, lang }: SpokenNode): readonly string[] {
  switch (node.kind) {
    case 'heading':
    case 'paragraph':
    case 'figure-label':
      return [wordsOf(node.children, lang)];
    case 'span':
      return node.lang === undefined ? [] : [wordsOf(node.children, lang)];
    case 'figure':
      return [node.alternative, wordsOf(node.caption, lang)];
    case 'table':
      return [wordsOf(node.caption, lang)];
    default:
      return [];
  }
}

function wordsOf(inlines: readonly SpokenNode['node'][], lang: string): string {
  return inlines.map((inline) => wordsOfInline(inline, lang)).join('');
}

function wordsOfInline(inline: SpokenNode['node'], lang: string): string {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'isolate' || (inline.lang ?? lang) !== lang) return GAP;
  if (inline.kind === 'line-break') return '\n';
  return 'children' in inline ? wordsOf(inline.children, lang) : GAP;
}

function claimsIn({ words: line, at }: Line, language: ClaimLanguage, subject: Subject): readonly Problem[] {
  const words = comparable(line.replaceAll(subject.brand.name, GAP));
  if (!mayClaim(readText(words), language.patterns)) return [];
  const written = claimingTexts(subject, language).reduce((rest, text) => rest.replaceAll(text, GAP), words);
  return findClaims(readText(written), language).map(({ message }) => ({
    code: 'safety/claim',
    severity: 'error',
    message,
    ...(at && { at }),
    hint: 'Say what it can or may do. If this promises nothing, write why in {{!-- check-off safety/claim: … --}} above it.',
  }));
}

/** The texts of a language that hold words of claims, as they stand on pages between what they are filled with; the longest first. */
function claimingTexts({ workspace }: Subject, language: ClaimLanguage): readonly string[] {
  if (!workspace.languages.includes(language.lang)) return [];
  const catalogue = pressOf(workspace).catalogue(language.lang).value;
  const ofLanguages = known.get(catalogue) ?? new Map<string, readonly string[]>();
  known.set(catalogue, ofLanguages);
  const found = ofLanguages.get(language.lang) ?? findClaimingTexts(catalogue, language);
  ofLanguages.set(language.lang, found);
  return found;
}

/** What the handouts of a workspace have in common is looked for once. */
const known = new WeakMap<Catalogue, Map<string, readonly string[]>>();

function findClaimingTexts(catalogue: Catalogue, { lang, patterns }: ClaimLanguage): readonly string[] {
  return listUnits(catalogue, lang)
    .flatMap(({ target }) => [...(target?.values() ?? [])])
    .flatMap(({ text }) => readText(text.replace(ISOLATE, GAP)).plain.split(GAP).map(comparable))
    .filter((part) => mayClaim(readText(part), patterns))
    .toSorted((one, other) => other.length - one.length);
}
