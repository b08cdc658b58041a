import type { Problem } from '../../base/problem.js';
import type { Paragraph } from '../../document/node.js';
import { SOURCE_LANGUAGE } from '../../handout/press.js';
import { comparable, spokenNodesOf, wordsOfNode } from '../spoken.js';
import { isFirstPage, spreadOf } from './pages.js';
import type { Scene } from './scene.js';

/** Fewer words than these in the source language are no sentence that staff could read. */
const FEWEST_WORDS = 3;

/**
 * Holds the notice on a translation against how far it is reviewed: a draft, and a translation whose source has changed, says so on its
 * first page, in its own language and in English; what is reviewed says nothing. Reports `safety/missing-draft-notice` and
 * `safety/needless-draft-notice`.
 */
export function judgeDraftNotice(scene: Scene): readonly Problem[] {
  const { subject, nodes } = scene;
  const notices = nodes.flatMap(({ node }) =>
    node.kind === 'paragraph' && node.role === 'draft-notice' ? [node] : [],
  );
  const { standing, standings } = subject.read;
  if (!standing.draft && !standing.stale) return notices.map(needlessNotice);
  return [...standings].flatMap(([lang, { draft, stale }]) => [
    ...(draft ? missingNotice(scene, { notices, lang, key: 'draft.notice' }) : []),
    ...(stale ? missingNotice(scene, { notices, lang, key: 'draft.stale' }) : []),
  ]);
}

type WantedNotice = Readonly<{ notices: readonly Paragraph[]; lang: string; key: string }>;

function missingNotice(scene: Scene, { notices, lang, key }: WantedNotice): readonly Problem[] {
  const { subject, start } = scene;
  const { laidOut } = subject;
  const text = comparable(subject.translator(lang).text(key, {}, () => undefined));
  const own = notices.find((notice) => comparable(wordsOfNode(notice)).includes(text));
  const isFirst =
    own === undefined || laidOut === undefined || [...spreadOf(own, laidOut).places].every(isFirstPage);
  const lacks =
    own === undefined
      ? `It doesn't say so in its own language`
      : !isEnglish(own, lang)
        ? `It doesn't say so in English`
        : isFirst
          ? undefined
          : `It doesn't say so on its first page`;
  if (lacks === undefined) return [];
  const what =
    key === 'draft.stale'
      ? 'has texts whose source has changed'
      : 'has texts that nobody qualified has reviewed';
  const at = own?.at ?? start;
  return [
    {
      code: 'safety/missing-draft-notice',
      severity: 'error',
      message: `The handout ${what} (${lang}). ${lacks}.`,
      ...(at && { at }),
      hint: 'Show {{> partials/draft-notice}} before the title, as templates/layouts/handout.hbs does.',
    },
  ];
}

/** Whoever hands the page out must be able to read the notice too. */
function isEnglish(notice: Paragraph, around: string): boolean {
  const words = spokenNodesOf(notice, notice.lang ?? around)
    .filter(({ node, lang }) => node.kind === 'text' && new Intl.Locale(lang).language === SOURCE_LANGUAGE)
    .map(({ node }) => wordsOfNode(node));
  return (words.join(' ').match(/\p{L}+/gu) ?? []).length >= FEWEST_WORDS;
}

function needlessNotice(notice: Paragraph): Problem {
  return {
    code: 'safety/needless-draft-notice',
    severity: 'warning',
    message:
      'The handout says that it isn’t reviewed, or out of date, and all of its texts are reviewed and up to date.',
    ...(notice.at && { at: notice.at }),
    hint: 'Show the notice only {{#if (or draft stale)}}.',
  };
}
