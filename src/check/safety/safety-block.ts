import type { Problem } from '../../base/problem.js';
import type { Callout } from '../../document/node.js';
import { walkNode } from '../../document/walk.js';
import { comparable, wordsOfNode, type SpokenNode } from '../spoken.js';
import type { Subject } from '../subject.js';
import { isTogether, spreadOf } from './pages.js';
import { numbersIn, showsNumber } from './phone-number.js';
import type { Scene } from './scene.js';

/** The two boxes of the safety block in one language. */
type SafetyBlock = Readonly<Record<Kind, readonly Callout[]> & { lang: string }>;

type Kind = 'call' | 'urgent';

const KINDS: readonly Kind[] = ['call', 'urgent'];
const TITLES: Readonly<Record<Kind, string>> = { call: 'whom to call', urgent: 'when to get urgent help' };
const SIGNS = { call: 'callSigns', urgent: 'urgentSigns' } as const;
/** The numbers of emergency services have three. */
const FEWEST_DIGITS_CALLED = 3;
/** So much of a page, at most, its boxes fill with lines; the rest is margins, padding and what stands between. */
const FILLED = 0.6;
const SIGN_KEYS = { call: 'call-signs', urgent: 'urgent-signs' } as const;

/**
 * Judges the safety block of a handout of the kind aftercare, in each of its languages. Reports `safety/missing-block`,
 * `safety/missing-sign`, `safety/missing-number`, `safety/split-block` and `safety/parted-block`.
 */
export function judgeSafetyBlock(scene: Scene): readonly Problem[] {
  if (scene.subject.topic.kind !== 'aftercare') return [];
  return scene.languages.flatMap((lang) => {
    const block = {
      lang,
      call: boxes(scene.nodes, 'call', lang),
      urgent: boxes(scene.nodes, 'urgent', lang),
    };
    return [
      ...KINDS.flatMap((kind) => (block[kind].length === 0 ? [missingBlock(kind, block, scene)] : [])),
      ...KINDS.flatMap((kind) => missingSigns(kind, block, scene.subject)),
      ...missingNumbers(block, scene.subject),
      ...splitBlock(block, scene.subject),
    ];
  });
}

function boxes(nodes: readonly SpokenNode[], kind: Kind, wanted: string): readonly Callout[] {
  return nodes.flatMap(({ node, lang }) =>
    node.kind === 'callout' && node.role === kind && lang === wanted ? [node] : [],
  );
}

function missingBlock(kind: Kind, { lang }: SafetyBlock, { start }: Scene): Problem {
  return {
    code: 'safety/missing-block',
    severity: 'error',
    message: `The handout doesn't say ${TITLES[kind]} (${lang}).`,
    ...(start && { at: start }),
    hint: `Put {{> partials/safety-block}} into it, or an <aside class="${kind}"> with the signs and the numbers.`,
  };
}

/** Whatever is written in a box, every sign of the visit's treatments must be in it. */
function missingSigns(kind: Kind, block: SafetyBlock, subject: Subject): readonly Problem[] {
  const [first] = block[kind];
  if (first === undefined) return [];
  const { treatment, translator: translatorOf } = subject;
  const translator = translatorOf(block.lang);
  const words = comparable(block[kind].map(wordsOfNode).join('\n'));
  return treatment[SIGNS[kind]].flatMap((sign): readonly Problem[] => {
    const key = `${SIGN_KEYS[kind]}.${sign}`;
    const names = treatment.namespaces
      .map((series) => translator.qualify(key, series))
      .filter(translator.has);
    const texts = names.map((name) => comparable(translator.text(name, {}, () => undefined)));
    if (texts.length === 0 || texts.some((text) => words.includes(text))) return [];
    return [
      {
        code: 'safety/missing-sign',
        severity: 'error',
        message: `The sign "${key}" isn't in the box that says ${TITLES[kind]} (${block.lang}).`,
        ...(first.at && { at: first.at }),
        hint: `Show every sign of series.${SIGNS[kind]} in it, as templates/partials/safety-block.hbs does.`,
      },
    ];
  });
}

function missingNumbers(block: SafetyBlock, { brand: { contact } }: Subject): readonly Problem[] {
  const wanted: readonly (readonly [kind: Kind, which: string, number: string])[] = [
    ['call', 'number of the clinic', contact.phone],
    ['call', 'number after hours', contact.afterHoursPhone],
    ...(block.urgent.some(hasNumber)
      ? [['urgent', 'number for emergencies', contact.emergency] as const]
      : []),
  ];
  return wanted.flatMap(([kind, which, number]): readonly Problem[] => {
    const [first] = block[kind];
    if (first === undefined) return [];
    if (block[kind].some((box) => showsNumber(wordsOfNode(box), number))) return [];
    return [
      {
        code: 'safety/missing-number',
        severity: 'error',
        message: `The ${which} isn't in the box that says ${TITLES[kind]} (${block.lang}).`,
        ...(first.at && { at: first.at }),
        hint: 'Show it from brand.contact, so that it is that of the clinic.',
      },
    ];
  });
}

/** A box that only says to go to a hospital needs no number; the degrees and hours of its signs, which it lists, are none. */
function hasNumber(box: Callout): boolean {
  const isWritten = box.children.some(
    (block) =>
      block.kind === 'paragraph' &&
      numbersIn(wordsOfNode(block)).some(({ length }) => length >= FEWEST_DIGITS_CALLED),
  );
  return (
    isWritten ||
    walkNode(box).some(
      (node) =>
        (node.kind === 'paragraph' && node.role === 'phone') ||
        (node.kind === 'link' && node.href.startsWith('tel:')),
    )
  );
}

/** Each box stands on one page, and the two on the same unless they are too tall for it together. */
function splitBlock(block: SafetyBlock, { laidOut, request }: Subject): readonly Problem[] {
  if (laidOut === undefined) return [];
  const [calls, urgents] = [block.call, block.urgent].map((kind) =>
    kind.map((box) => spreadOf(box, laidOut)),
  );
  const divided = [...block.call, ...block.urgent].find((box) => spreadOf(box, laidOut).places.size > 1);
  if (divided !== undefined) return [dividedBox(divided, block)];
  const [call, urgent] = [calls?.[0], urgents?.[0]];
  if (!call || !urgent || isTogether(calls!, urgents!)) return [];
  const room = laidOut.pages[0]!.size.height * FILLED;
  // Beside another language a box is as tall as the taller of the two.
  const isRoomy = request.bilingual === undefined && call.height + urgent.height < room;
  return [partedBoxes(block, isRoomy ? 'error' : 'warning')];
}

function dividedBox({ at }: Callout, { lang }: SafetyBlock): Problem {
  return {
    code: 'safety/split-block',
    severity: 'error',
    message: `A box of the safety block is divided over pages (${lang}).`,
    ...(at && { at }),
    hint: 'Shorten it: it is taller than a page.',
  };
}

function partedBoxes({ lang, urgent: [box] }: SafetyBlock, severity: Problem['severity']): Problem {
  return {
    code: 'safety/parted-block',
    severity,
    message: `The two boxes of the safety block stand on different pages (${lang}).`,
    ...(box?.at && { at: box.at }),
    hint:
      severity === 'error'
        ? 'Put both into one <section class="keep-together">.'
        : 'They are too tall for one page: take larger paper, or fewer signs.',
  };
}
