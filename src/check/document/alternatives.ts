import type { Problem } from '../../base/problem.js';
import { entryOf } from '../../content/lint/word-list.js';
import type { Figure } from '../../document/node.js';
import { plainText } from '../../document/walk.js';
import { comparable, type SpokenNode } from '../spoken.js';
import { pictureWords } from './common-words.js';
import type { DocumentScene } from './scene.js';

const FILE_NAME = /\.(?:svg|png|jpe?g|gif|webp|heic|tiff?|bmp|pdf)$/iu;
/** What cameras and programs name their files. */
const CAMERA_NAME = /^(?:img|dscn?|dscf|pxl|image|picture|photo|scan|screenshot)[\s_-]*\d[\d\s_-]*$/iu;
/** A longer one can't be listened to again from its middle; what needs more belongs into the text, for everyone. */
const MOST_CHARACTERS = 500;

/**
 * Judges the alternative texts of pictures; icons have none. Reports `document/file-name-alternative`, `document/same-alternative`, and the
 * warnings `document/caption-alternative`, `document/needless-picture-word` and `document/long-alternative`.
 */
export function judgeAlternatives({ nodes }: DocumentScene): readonly Problem[] {
  const figures = nodes.flatMap(({ node, lang }) =>
    node.kind === 'figure' && node.isIcon !== true ? [{ node, lang }] : [],
  );
  return [...figures.flatMap(judgeFigure), ...sameAlternatives(figures.map(({ node }) => node))];
}

type SpokenFigure = SpokenNode & Readonly<{ node: Figure }>;

function judgeFigure({ node, lang }: SpokenFigure): readonly Problem[] {
  const found = fault(node, lang);
  return found === undefined ? [] : [{ ...found, ...(node.at && { at: node.at }) }];
}

function fault({ source, alternative, caption }: Figure, lang: string): Omit<Problem, 'at'> | undefined {
  const words = comparable(alternative);
  if (FILE_NAME.test(words) || CAMERA_NAME.test(words) || words.toLowerCase() === nameOf(source)) {
    return {
      code: 'document/file-name-alternative',
      severity: 'error',
      message: 'The alternative text of the picture is the name of its file.',
      hint: 'Say in alt what the picture shows.',
    };
  }
  if (words !== '' && words === comparable(plainText(caption))) {
    return {
      code: 'document/caption-alternative',
      severity: 'warning',
      message: 'The alternative text of the picture says the same as its caption, which is read too.',
      hint: 'Say in alt what is to be seen, and in the caption what it is about.',
    };
  }
  const needless = entryOf(pictureWords, lang)?.find((word) => words.toLowerCase().startsWith(word));
  if (needless !== undefined) {
    return {
      code: 'document/needless-picture-word',
      severity: 'warning',
      message: `The alternative text begins with “${needless}”: that it is a picture is said anyway.`,
      hint: 'Begin with what it shows; “Drawing of …” or “Photo of …” may stay where it matters.',
    };
  }
  if (words.length <= MOST_CHARACTERS) return undefined;
  return {
    code: 'document/long-alternative',
    severity: 'warning',
    message: `The alternative text has ${String(words.length)} characters, over ${String(MOST_CHARACTERS)}.`,
    hint: 'Say in alt what the picture tells, and the rest in the text beside it.',
  };
}

function nameOf(source: string): string {
  const file = source.startsWith('qr:') ? '' : source.slice(source.lastIndexOf('/') + 1);
  return file.replace(/\.[^.]*$/, '').toLowerCase();
}

/** Two pictures that are said to show the same; where one picture comes twice, it does. */
function sameAlternatives(figures: readonly Figure[]): readonly Problem[] {
  const first = new Map<string, string>();
  return figures.flatMap(({ source, alternative, at }): readonly Problem[] => {
    const words = comparable(alternative);
    const known = first.get(words);
    if (words === '' || known === undefined) first.set(words, source);
    if (words === '' || known === undefined || known === source) return [];
    return [
      {
        code: 'document/same-alternative',
        severity: 'error',
        message: 'The picture has the alternative text of another picture.',
        ...(at && { at }),
        hint: 'Say what this one shows and the other doesn’t.',
      },
    ];
  });
}
