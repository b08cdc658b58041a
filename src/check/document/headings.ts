import type { Problem } from '../../base/problem.js';
import type { Heading } from '../../document/node.js';
import { comparable, wordsOfNode } from '../spoken.js';
import type { DocumentScene } from './scene.js';

/**
 * Judges the headings of each language and the document's title. Reports `document/title-heading`, `document/wordless-heading`,
 * `document/repeated-heading` and `document/other-title`.
 */
export function judgeHeadings(scene: DocumentScene): readonly Problem[] {
  const { request } = scene.subject;
  const languages = [request.lang, ...(request.bilingual === undefined ? [] : [request.bilingual])];
  return languages.flatMap((lang) => {
    const headings = scene.nodes.flatMap((each) =>
      each.node.kind === 'heading' && each.lang === lang ? [each.node] : [],
    );
    return [
      ...titleHeadings(scene, { headings, lang }),
      ...headings.filter((heading) => !/[\p{L}\p{N}]/u.test(wordsOfNode(heading))).map(wordless),
      ...repeated(headings),
      ...(lang === request.lang ? otherTitle(scene, headings) : []),
    ];
  });
}

type LanguageHeadings = Readonly<{ headings: readonly Heading[]; lang: string }>;

function titleHeadings({ start }: DocumentScene, { headings, lang }: LanguageHeadings): readonly Problem[] {
  const titles = headings.filter(({ level }) => level === 1);
  if (titles.length === 1) return [];
  const at = titles[1]?.at ?? start;
  return [
    {
      code: 'document/title-heading',
      severity: 'error',
      message: `The handout has ${titles.length === 0 ? 'no' : String(titles.length)} <h1> (${lang}), and needs exactly one.`,
      ...(at && { at }),
      hint: 'Write the title as <h1>, and every part’s heading as <h2> or <h3>.',
    },
  ];
}

function wordless({ level, at }: Heading): Problem {
  return {
    code: 'document/wordless-heading',
    severity: 'error',
    message: `<h${String(level)}> has no word in it.`,
    ...(at && { at }),
    hint: 'Say what follows, or leave it out.',
  };
}

/** Headings that say the same one after the other can't be told apart by who goes from heading to heading. */
function repeated(headings: readonly Heading[]): readonly Problem[] {
  return headings.flatMap((heading, index): readonly Problem[] => {
    const before = headings[index - 1];
    const words = comparable(wordsOfNode(heading));
    if (before === undefined || words === '' || words !== comparable(wordsOfNode(before))) return [];
    return [
      {
        code: 'document/repeated-heading',
        severity: 'error',
        message: `<h${String(heading.level)}> says the same as the heading before it.`,
        ...(heading.at && { at: heading.at }),
        hint: 'Say what is different, or make one part of the two.',
      },
    ];
  });
}

function otherTitle({ subject, start }: DocumentScene, headings: readonly Heading[]): readonly Problem[] {
  const heading = headings.find(({ level }) => level === 1);
  const title = comparable(subject.read.document.title);
  if (heading === undefined || title.includes(comparable(wordsOfNode(heading)))) return [];
  const at = heading.at ?? start;
  return [
    {
      code: 'document/other-title',
      severity: 'error',
      message: 'The title in the window’s bar and in the file doesn’t say what <h1> says.',
      ...(at && { at }),
      hint: 'Write the same text into <title> and <h1>.',
    },
  ];
}
