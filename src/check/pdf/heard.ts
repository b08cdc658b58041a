import type { MarkedContent } from './content.js';
import { makePassage } from './passage.js';
import type { Passage, Voice } from './passage.js';
import type { PdfParts } from './parts.js';
import { kidElements, pageOfElement } from './structure.js';
import type { PdfElement } from './structure.js';

type Listening = Readonly<{ parts: PdfParts; passages: Passage[] }>;

/** Roles within a line of text. */
const INLINE = new Set(['Span', 'Link']);

/**
 * Reads a file as a screen reader does: the structure tree from its beginning, replacement and alternative texts in the
 * stead of what they stand for, all other text from the codes that are painted.
 * @see ISO 32000-1, 14.8.2.3 and 14.9
 */
export function listenTo(parts: PdfParts): readonly Passage[] {
  const passages: Passage[] = [];
  const lang = parts.file.text(parts.catalog.get('Lang')) ?? '';
  for (const root of parts.structure.roots) listen(root, lang, { parts, passages });
  return passages;
}

function listen(element: PdfElement, around: string, listening: Listening): void {
  const { parts, passages } = listening;
  const lang = element.lang ?? around;
  const kids = kidElements(element);
  const role = announced(element);
  const page = pageOfElement(element);
  if (role === 'Figure') {
    const spoken = [{ lang, text: element.alternative ?? element.actualText ?? '' }];
    passages.push(makePassage({ role, spoken, page }));
  } else if (role.startsWith('L ')) {
    passages.push(makePassage({ role, spoken: [] }));
  } else {
    const spoken = spokenOf(element, around, parts);
    if (spoken.some(({ text }) => text.trim() !== '')) passages.push(makePassage({ role, spoken, page }));
    if (element.actualText !== undefined) return;
  }
  for (const kid of kids) {
    // The words over a drawing are not heard, and still must be those of its source.
    if (!INLINE.has(kid.role) || role === 'Figure') listen(kid, lang, listening);
  }
}

function announced({ role, attributes }: PdfElement): string {
  if (role === 'L') return `L ${attributes.get('ListNumbering') ?? 'None'}`;
  if (role !== 'TH' && role !== 'TD') return role;
  const columns = attributes.get('ColSpan') ?? '1';
  const scope = attributes.get('Scope');
  return [role, ...(scope === undefined ? [] : [scope]), ...(columns === '1' ? [] : [columns])].join(' ');
}

/** The words that are an element's own, in reading order. */
function spokenOf(element: PdfElement, around: string, parts: PdfParts): readonly Voice[] {
  const lang = element.lang ?? around;
  if (element.actualText !== undefined) return [{ lang, text: element.actualText }];
  return element.kids.flatMap((kid): readonly Voice[] => {
    if (kid.kind === 'object') return [];
    if (kid.kind === 'element') return INLINE.has(kid.element.role) ? spokenOf(kid.element, lang, parts) : [];
    const marked = parts.pages[kid.page ?? -1]?.content.byMcid.get(kid.mcid);
    return marked === undefined ? [] : [{ lang: marked.lang ?? lang, text: heardText(marked) }];
  });
}

function heardText({ text }: MarkedContent): string {
  return text
    .map(({ actualText, pieces }) => actualText ?? pieces.map(({ painted }) => painted).join(''))
    .join('');
}
