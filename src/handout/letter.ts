import { hasErrors, type Problem, type Staged } from '../base/problem.js';
import type { Block, DocumentNode } from '../document/node.js';
import { parseDocument } from '../document/parse.js';
import { emptyDocument } from '../document/read-document.js';
import { renderTemplate } from '../template/render.js';
import { lastId } from './bilingual.js';
import type { HandoutData } from './data.js';
import type { Press } from './press.js';
import { dataOf, type Job, type ReadHandout } from './read.js';
import type { LetterRequest } from './request.js';
import { standingOfTexts, worseOf, type HandoutStanding } from './standing.js';
import { placed, templateStart, withoutFollowUps } from './template-problems.js';

/** The words of an e-mail that brings a handout, in its language. */
export type Letter = Readonly<{
  /** It tells nothing of the patient's health and names nobody but the clinic. */
  subject: string;
  /** A page that mail programs can show. */
  html: string;
  /** The same as plain text. */
  text: string;
  /** The names of the attached files; nothing of the patient is in them. */
  handoutFile: string;
  /** Undefined where no dates are attached. */
  calendarFile: string | undefined;
}>;

/** The texts that only a letter's headers use, by what they are for. */
const KEYS = {
  subject: 'common:email.subject',
  handoutFile: 'common:email.file.handout',
  calendarFile: 'common:email.file.calendar',
} as const;

/** The texts that no template of a letter names. */
export const LETTER_KEYS: readonly string[] = Object.values(KEYS);

/** The template that every letter is written with. */
const TEMPLATE = 'email/letter';

/** A letter, and how far its texts and those of its handout are reviewed. */
export type WrittenLetter = Readonly<{
  letter: Letter;
  /** What it says itself, without the handout below it. */
  document: DocumentNode;
  standing: HandoutStanding;
}>;

/**
 * Writes the letter of an e-mail around a handout that has been read: who writes, what is attached, when and whom to call, and
 * below it the whole handout, unless that is locked. Its notices tell of the handout's texts too.
 * @returns the letter; reports what the templates and the strings of the letter report
 */
export async function writeLetter(
  press: Press,
  job: Job,
  { wanted, read }: Readonly<{ wanted: LetterRequest; read: ReadHandout }>,
): Promise<Staged<WrittenLetter>> {
  const { value: envelope, problems } = nameParts(press, job, wanted);
  const { value: filled, ...found } = fill(press, job, { envelope, wanted, read });
  const all = [...problems, ...found.problems];
  // Nothing is found in the bodies that isn't found before, so a check does without them.
  if (wanted.isTrial === true) {
    return {
      value: { ...filled, letter: { ...envelope, html: '', text: '' } },
      problems: all,
    };
  }
  const document = hasErrors(all) ? emptyDocument(job.lang) : joined(filled.document, { wanted, read });
  const [{ mailDocument }, { writeMail }, { writeText }] = await Promise.all([
    import('../web/mail-document.js'),
    import('../web/write-mail.js'),
    import('../web/write-text.js'),
  ]);
  const shown = mailDocument(document);
  const tokens = press.variantOf(job.brand, job.request.variants ?? []);
  const letter = { ...envelope, html: writeMail(shown, tokens), text: writeText(shown) };
  return { value: { ...filled, letter }, problems: all };
}

type Envelope = Pick<Letter, 'subject' | 'handoutFile' | 'calendarFile'>;

function nameParts(press: Press, { lang, brand }: Job, { hasCalendar }: LetterRequest): Staged<Envelope> {
  const problems: Problem[] = [];
  const { translator } = press.strings(lang).value;
  const say = (key: string, variables = {}): string =>
    translator.text(key, variables, (problem) => problems.push(problem));
  const value = {
    subject: say(KEYS.subject, { clinic: brand.name }),
    handoutFile: `${fileName(say(KEYS.handoutFile))}.pdf`,
    calendarFile: hasCalendar ? `${fileName(say(KEYS.calendarFile))}.ics` : undefined,
  };
  return { value, problems };
}

/** Leaves out of a name what some system does not allow in one. */
function fileName(text: string): string {
  return text.replace(/[\p{C}\\/:*?"<>|]/gu, '').trim();
}

type Filling = Readonly<{ envelope: Envelope; wanted: LetterRequest; read: ReadHandout }>;

type Filled = Readonly<{ document: DocumentNode; standing: HandoutStanding }>;

/** Fills the template, and again where its notices were guessed wrong. */
function fill(press: Press, job: Job, { envelope, wanted, read }: Filling): Staged<Filled> {
  const { lang, series, request } = job;
  const strings = press.strings(lang);
  const { translator, reviews } = strings.value;
  const used = new Set<string>(LETTER_KEYS);
  const letter = { ...envelope, isLocked: wanted.isLocked };
  const data = dataOf(press, job, { lang, personal: request.personal, notices: read.standing });
  const render = (shown: HandoutData) =>
    renderTemplate(press.templates().value, TEMPLATE, {
      data: { ...shown, letter },
      translator,
      namespace: series.id,
      furtherNamespaces: data.treatments.filter((namespace) => namespace !== series.id),
      onText: (name) => used.add(name),
    });
  const guess = render(data);
  const standing = worseOf(read.standing, standingOfTexts(reviews, used));
  const { draft, stale } = standing;
  const isRight = draft === data.draft && stale === data.stale;
  const html = isRight ? guess : render({ ...data, draft, stale });
  const start = templateStart(press.workspace, TEMPLATE);
  const problems = placed(withoutFollowUps(html.problems, strings.problems), start);
  const { files } = press.templates().value;
  const document = parseDocument(html.value, files, { firstId: lastId(read.document) + 1 });
  const ofDocument = hasErrors(problems) ? [] : placed(document.problems, start);
  return { value: { document: document.value, standing }, problems: [...problems, ...ofDocument] };
}

/** Sets the handout below the letter. What the letter has said already, notices, greeting and safety block, is not said again. */
function joined(
  letter: DocumentNode,
  { wanted, read }: Readonly<{ wanted: LetterRequest; read: ReadHandout }>,
): DocumentNode {
  if (wanted.isLocked) return letter;
  const said = new Set(letter.children.map(withoutPlaces));
  const handout = read.document.children.filter(
    (block) => !isNotice(block) && !(isSaidOnce(block) && said.has(withoutPlaces(block))),
  );
  const line = { kind: 'rule', id: lastId(letter) + 1 } as const;
  return { ...letter, children: [...letter.children, line, ...handout] };
}

function isNotice(block: Block): boolean {
  return block.kind === 'paragraph' && block.role === 'draft-notice';
}

/** A heading and what stands below it belong together, so neither can be left out where it would come a second time. */
function isSaidOnce({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'section' || kind === 'callout' || kind === 'columns';
}

/** A block as words and structure: which node it is and where it was written count for nothing. */
function withoutPlaces(block: Block): string {
  return JSON.stringify(block, (key, value: unknown) => (key === 'id' || key === 'at' ? undefined : value));
}
