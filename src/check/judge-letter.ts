import type { Problem } from '../base/problem.js';
import { judgeAlternatives } from './document/alternatives.js';
import { judgeLanguages } from './document/languages.js';
import { judgeLinks } from './document/links.js';
import { openDocumentScene } from './document/scene.js';
import { judgeTables } from './document/tables.js';
import { openScene } from './safety/scene.js';
import { judgeWrittenClaims } from './safety/written-claims.js';
import type { Subject } from './subject.js';

/**
 * Judges what the letter of an e-mail says itself: its links, pictures, languages and tables, and what its template promises. Its title is
 * that of the attached file, and the handout stands below it, so headings and the safety block are judged there.
 */
export function judgeLetter(subject: Subject): readonly Problem[] {
  const { letterDocument, read, request } = subject;
  if (letterDocument === undefined) return [];
  const { bilingual: _, ...alone } = request;
  const letter = { ...subject, request: alone, read: { ...read, document: letterDocument } };
  const scene = openDocumentScene(letter);
  return [
    ...[judgeAlternatives, judgeLinks, judgeLanguages, judgeTables].flatMap((judge) => judge(scene)),
    ...judgeWrittenClaims(openScene(letter)),
  ];
}
