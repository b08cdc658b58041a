import type { Problem } from '../../base/problem.js';
import { scriptOf, scriptsOf, strangeLetterOf } from '../../content/lint/scripts.js';
import { childrenOf, type AnyNode } from '../../document/walk.js';
import { SOURCE_LANGUAGE } from '../../handout/press.js';
import { wordsOfNode, type SpokenNode } from '../spoken.js';
import type { DocumentScene } from './scene.js';

/** English words that none of the other languages in Latin letters writes alike. */
const ENGLISH_WORDS =
  'the|your|you|with|and|from|this|that|these|which|what|have|has|should|before|after|their|been';
const ENGLISH = new RegExp(`(?<![\\p{L}’'])(?:${ENGLISH_WORDS})(?![\\p{L}’'])`, 'giu');
/** In few texts one of them stands at all, be it in another word. */
const HOLDS_ENGLISH = new RegExp(ENGLISH_WORDS, 'i');
const FEWEST_ENGLISH = 2;
/** A sign rather than a word, as in “α-hydroxy acids”. */
const LONE_GREEK = /(?<!\p{Script=Greek})\p{Script=Greek}(?!\p{Script=Greek})/gu;
/** Of Latin words among other letters: fewer may be a name or a term. */
const LATIN_WORDS = /(?:\p{Script=Latin}[\p{Script=Latin}\p{M}’'-]*[ \u00a0]+){3}\p{Script=Latin}/u;

/**
 * Judges whether a voice that reads a handout aloud knows its languages: words in other letters, or in English, say so with `lang`, and
 * what says so is written in the letters of that language. Names in `<bdi>` and terms in `<em>` may stay as they are. Reports
 * `document/unmarked-language` and `document/wrong-language`.
 */
export function judgeLanguages({ nodes, subject }: DocumentScene): readonly Problem[] {
  const setApart = new Set<AnyNode>();
  for (const { node } of nodes) {
    if (node.kind === 'isolate' || node.kind === 'emphasis' || setApart.has(node))
      for (const child of childrenOf(node)) setApart.add(child);
  }
  const isBilingual = subject.request.bilingual !== undefined;
  return nodes.flatMap((each) => {
    const { node, lang } = each;
    if (node.kind === 'text') return setApart.has(node) ? [] : unmarked(each, strangeLetterOf(lang));
    return isBilingual && node.kind === 'column' ? [] : wrongLanguage(node);
  });
}

function unmarked({ node, lang }: SpokenNode, strangeLetter: RegExp | undefined): readonly Problem[] {
  const what = strangeLetter && strangeWords(wordsOfNode(node), { lang, strangeLetter });
  if (what === undefined) return [];
  return [
    {
      code: 'document/unmarked-language',
      severity: 'error',
      message: `${what} stand in a text in the language "${lang}".`,
      ...(node.at && { at: node.at }),
      hint: 'Put them in <span lang="…">; a name goes into <bdi>, and a term into <em>.',
    },
  ];
}

function strangeWords(
  text: string,
  { lang, strangeLetter }: Readonly<{ lang: string; strangeLetter: RegExp }>,
): string | undefined {
  const strange = strangeLetter.exec(text.replace(LONE_GREEK, ''))?.[0];
  if (strange !== undefined) return `Letters of another script (“${strange}”)`;
  if (isEnglish(lang)) return undefined;
  if (scriptOf(lang) !== 'Latn') return LATIN_WORDS.test(text) ? 'Several words in Latin letters' : undefined;
  if (!HOLDS_ENGLISH.test(text)) return undefined;
  const words = new Set(Array.from(text.matchAll(ENGLISH), ([word]) => word.toLowerCase()));
  return words.size >= FEWEST_ENGLISH ? 'English words' : undefined;
}

function isEnglish(lang: string): boolean {
  return lang === SOURCE_LANGUAGE || lang.startsWith(`${SOURCE_LANGUAGE}-`);
}

/** Digits and signs alone are written alike in many languages. */
function wrongLanguage(node: AnyNode): readonly Problem[] {
  const { lang } = node;
  const scripts = lang === undefined ? undefined : scriptsOf(lang);
  if (lang === undefined || scripts === undefined) return [];
  const words = wordsOfNode(node);
  const own = new RegExp(`[${scripts.map((name) => `\\p{Script_Extensions=${name}}`).join('')}]`, 'u');
  const letters = words.match(/\p{L}/gu) ?? [];
  if (letters.length === 0 || letters.some((letter) => own.test(letter))) return [];
  return [
    {
      code: 'document/wrong-language',
      severity: 'error',
      message: `lang="${lang}" stands at words that have no letter of that language.`,
      ...(node.at && { at: node.at }),
      hint: 'Write the tag of the language that the words are in.',
    },
  ];
}
