import type { PdfElement, PdfStructure } from './pdf-structure.js';
import { walkElements } from './pdf-structure.js';
import type { PdfParts } from './pdf-document.js';

/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD_ROLES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP ' +
    'Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What may stand directly in the roles that are strict about it. */
const ALLOWED_KIDS: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};

/** In what the roles that belong somewhere must stand. */
const ALLOWED_PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'TOCI', 'Note', 'Reference', 'BibEntry'],
  LBody: ['LI'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

/** What is wrong with the roles, the nesting and the attributes of the structure tree, as sentences. */
export function treeFaults({ structure, pages }: PdfParts): readonly string[] {
  const roleOf = (element: PdfElement): string => standardRole(element, structure);
  const elements = walkElements(structure.roots);
  const faults = elements.flatMap((element) => [
    ...nestingFaults(element, roleOf),
    ...attributeFaults(element, roleOf),
    ...(element.lang === '' ? [`${label(element)} has an empty language.`] : []),
  ]);
  const roots = structure.roots.map(roleOf).join(' ');
  if (roots !== 'Document') faults.push(`The structure tree holds “${roots}”, not one Document.`);
  faults.push(...headingFaults(elements.map(roleOf)));
  for (const element of elements.filter((candidate) => roleOf(candidate) === 'Figure')) {
    faults.push(
      ...boxFaults(
        element,
        pages.map((page) => page.mediaBox),
      ),
    );
  }
  return faults;
}

/** How an element is called in a fault: its role and its object. */
export function label(element: PdfElement): string {
  return `<${element.role}> (object ${String(element.object)})`;
}

function standardRole(element: PdfElement, structure: PdfStructure): string {
  return STANDARD_ROLES.has(element.role)
    ? element.role
    : (structure.roleMap.get(element.role) ?? element.role);
}

function kidElements(element: PdfElement): readonly PdfElement[] {
  return element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
}

function nestingFaults(element: PdfElement, roleOf: (element: PdfElement) => string): readonly string[] {
  const faults: string[] = [];
  const role = roleOf(element);
  if (!STANDARD_ROLES.has(role))
    faults.push(`${label(element)} has a role that is not standard and not mapped.`);
  const kidRoles = kidElements(element).map(roleOf);
  const allowed = ALLOWED_KIDS[role];
  if (allowed) {
    const wrong = kidRoles.filter((kid) => !allowed.includes(kid));
    if (wrong.length > 0) faults.push(`${label(element)} may not hold ${wrong.join(', ')}.`);
    if (element.kids.some((kid) => kid.kind !== 'element'))
      faults.push(`${label(element)} holds content directly.`);
  }
  for (const kid of kidRoles) {
    const parents = ALLOWED_PARENTS[kid];
    if (parents && !parents.includes(role) && !allowed) faults.push(`${label(element)} may not hold ${kid}.`);
  }
  const mayBeEmpty = role === 'TD' || role === 'TH';
  if (element.kids.length === 0 && !mayBeEmpty) faults.push(`${label(element)} is empty.`);
  return faults;
}

function attributeFaults(element: PdfElement, roleOf: (element: PdfElement) => string): readonly string[] {
  const { attributes } = element;
  switch (roleOf(element)) {
    case 'L':
      return listFaults(element, roleOf);
    case 'Table':
      return tableFaults(element, roleOf);
    case 'TH': {
      const scope = attributes.get('Scope') ?? 'nothing';
      return ['Row', 'Column', 'Both'].includes(scope) ? [] : [`${label(element)} has the scope “${scope}”.`];
    }
    case 'Figure': {
      const isNamed = Boolean(element.alternative?.trim()) || Boolean(element.actualText?.trim());
      return isNamed ? [] : [`${label(element)} has no alternative text.`];
    }
    case 'Link':
      return element.kids.some((kid) => kid.kind === 'object')
        ? []
        : [`${label(element)} has no annotation.`];
    default:
      return [];
  }
}

function listFaults(list: PdfElement, roleOf: (element: PdfElement) => string): readonly string[] {
  const items = kidElements(list).filter((kid) => roleOf(kid) === 'LI');
  const hasLabels = items.some((item) => kidElements(item).some((kid) => roleOf(kid) === 'Lbl'));
  const numbering = list.attributes.get('ListNumbering') ?? 'None';
  return hasLabels && numbering === 'None' ? [`${label(list)} has labels but no ListNumbering.`] : [];
}

function tableFaults(table: PdfElement, roleOf: (element: PdfElement) => string): readonly string[] {
  const rows = walkElements([table]).filter((element) => roleOf(element) === 'TR');
  const widths: number[] = [];
  rows.forEach((row, index) => {
    for (const cell of kidElements(row)) {
      const columns = Number(cell.attributes.get('ColSpan') ?? 1);
      const lines = Number(cell.attributes.get('RowSpan') ?? 1);
      for (let line = index; line < index + lines; line++) widths[line] = (widths[line] ?? 0) + columns;
    }
  });
  const isEven = widths.length === rows.length && new Set(widths).size <= 1;
  return isEven ? [] : [`${label(table)} has rows of ${widths.join(', ')} cells.`];
}

function headingFaults(roles: readonly string[]): readonly string[] {
  const faults: string[] = [];
  let previous = 0;
  for (const role of roles) {
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > previous + 1) faults.push(`The heading H${String(level)} follows level ${String(previous)}.`);
    previous = level;
  }
  return faults;
}

function boxFaults(figure: PdfElement, mediaBoxes: readonly (readonly number[])[]): readonly string[] {
  const box = figure.attributes.get('BBox')?.split(' ').map(Number);
  const [left = Number.NaN, bottom = Number.NaN, right = Number.NaN, top = Number.NaN] = box ?? [];
  if (!(left < right && bottom < top)) return [`${label(figure)} has no BBox with an extent.`];
  const page = mediaBoxes[pageOfElement(figure) ?? 0] ?? [];
  const [pageLeft = 0, pageBottom = 0, pageRight = 0, pageTop = 0] = page;
  const isInside = left >= pageLeft && bottom >= pageBottom && right <= pageRight && top <= pageTop;
  return isInside ? [] : [`${label(figure)} has a BBox that leaves its page.`];
}

function pageOfElement(element: PdfElement): number | undefined {
  for (const kid of element.kids) {
    const page = kid.kind === 'element' ? pageOfElement(kid.element) : kid.page;
    if (page !== undefined) return page;
  }
  return undefined;
}
