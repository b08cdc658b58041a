import type { Problem } from '../../base/problem.js';
import { problemOf } from './fault.js';
import type { Fault } from './fault.js';
import type { Place } from './graphics-state.js';
import type { PdfParts } from './parts.js';
import { elementName, kidElements, pageOfElement, walkElements } from './structure.js';
import type { PdfElement, PdfStructure } from './structure.js';

/** The standard structure types of PDF 1.7. @see ISO 32000-1, 14.8.4 */
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

/** Gives the standard role of an element. */
type RoleOf = (element: PdfElement) => string;

/**
 * Judges the roles, the nesting and the attributes of the structure tree. Reports `pdf/unknown-role`, `pdf/nesting`,
 * `pdf/empty-element`, `pdf/wrong-language`, `pdf/heading-order`, `pdf/list-numbering`, `pdf/table-shape`, `pdf/table-scope`,
 * `pdf/figure-alternative`, `pdf/figure-box` and `pdf/link-element`.
 */
export function judgeTree(parts: PdfParts): readonly Problem[] {
  const { structure } = parts;
  const roleOf: RoleOf = (element) => standardRole(element, structure);
  const elements = walkElements(structure.roots);
  const roots = structure.roots.map(roleOf).join(' ');
  const isOneDocument = roots === 'Document' || structure.roots.length === 0;
  return [
    ...(isOneDocument
      ? []
      : [fault('pdf/nesting', `The structure tree holds “${roots}”, not one Document.`)]),
    ...elements.flatMap((element) => [
      ...nestingFaults(element, roleOf),
      ...attributeFaults(element, roleOf),
      ...(element.lang === ''
        ? [fault('pdf/wrong-language', `${elementName(element)} has an empty language.`)]
        : []),
    ]),
    ...headingFaults(elements.map(roleOf)),
    ...elements.filter((each) => roleOf(each) === 'Figure').flatMap((figure) => boxFaults(figure, parts)),
  ].map(problemOf);
}

function fault(code: Fault['code'], message: string): Fault {
  return { code, message };
}

function standardRole({ role }: PdfElement, { roleMap }: PdfStructure): string {
  return STANDARD_ROLES.has(role) ? role : (roleMap.get(role) ?? role);
}

function nestingFaults(element: PdfElement, roleOf: RoleOf): readonly Fault[] {
  const faults: Fault[] = [];
  const name = elementName(element);
  const role = roleOf(element);
  if (!STANDARD_ROLES.has(role))
    faults.push(fault('pdf/unknown-role', `${name} has a role that is not standard and not mapped.`));
  const kidRoles = kidElements(element).map(roleOf);
  const allowed = ALLOWED_KIDS[role];
  if (allowed) {
    const wrong = kidRoles.filter((kid) => !allowed.includes(kid));
    if (wrong.length > 0) faults.push(fault('pdf/nesting', `${name} may not hold ${wrong.join(', ')}.`));
    if (element.kids.some((kid) => kid.kind !== 'element'))
      faults.push(fault('pdf/nesting', `${name} holds content directly.`));
  }
  for (const kid of kidRoles) {
    const parents = ALLOWED_PARENTS[kid];
    if (parents && !parents.includes(role) && !allowed)
      faults.push(fault('pdf/nesting', `${name} may not hold ${kid}.`));
  }
  // A cell, and an item whose picture is a decoration, may hold nothing to be read.
  const mayBeEmpty = role === 'TD' || role === 'TH';
  if (element.kids.length === 0 && !mayBeEmpty) faults.push(fault('pdf/empty-element', `${name} is empty.`));
  return faults;
}

function attributeFaults(element: PdfElement, roleOf: RoleOf): readonly Fault[] {
  const name = elementName(element);
  switch (roleOf(element)) {
    case 'L':
      return listFaults(element, roleOf);
    case 'Table':
      return tableFaults(element, roleOf);
    case 'TH': {
      const scope = element.attributes.get('Scope') ?? 'nothing';
      const isScope = ['Row', 'Column', 'Both'].includes(scope);
      return isScope ? [] : [fault('pdf/table-scope', `${name} has the scope “${scope}”.`)];
    }
    case 'Figure': {
      const isNamed = Boolean(element.alternative?.trim()) || Boolean(element.actualText?.trim());
      return isNamed ? [] : [fault('pdf/figure-alternative', `${name} has no alternative text.`)];
    }
    case 'Link': {
      const hasTarget = element.kids.some((kid) => kid.kind === 'object');
      return hasTarget ? [] : [fault('pdf/link-element', `${name} has no annotation.`)];
    }
    default:
      return [];
  }
}

/** @see ISO 32000-1, 14.8.5.5 */
function listFaults(list: PdfElement, roleOf: RoleOf): readonly Fault[] {
  const items = kidElements(list).filter((kid) => roleOf(kid) === 'LI');
  const hasLabels = items.some((item) => kidElements(item).some((kid) => roleOf(kid) === 'Lbl'));
  const numbering = list.attributes.get('ListNumbering') ?? 'None';
  return hasLabels && numbering === 'None'
    ? [fault('pdf/list-numbering', `${elementName(list)} has labels but no ListNumbering.`)]
    : [];
}

function tableFaults(table: PdfElement, roleOf: RoleOf): readonly Fault[] {
  const rows = walkElements([table]).filter((element) => roleOf(element) === 'TR');
  const widths: number[] = [];
  rows.forEach((row, index) => {
    for (const cell of kidElements(row)) {
      const columns = spanOf(cell, 'ColSpan');
      const last = index + spanOf(cell, 'RowSpan');
      for (let line = index; line < last; line++) widths[line] = (widths[line] ?? 0) + columns;
    }
  });
  const isEven = widths.length === rows.length && new Set(widths).size <= 1;
  return isEven
    ? []
    : [fault('pdf/table-shape', `${elementName(table)} has rows of ${widths.join(', ')} cells.`)];
}

const MOST_SPANNED = 1000;

function spanOf({ attributes }: PdfElement, key: string): number {
  const span = Number(attributes.get(key) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPANNED) : 1;
}

function headingFaults(roles: readonly string[]): readonly Fault[] {
  const faults: Fault[] = [];
  let previous = 0;
  for (const role of roles) {
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > previous + 1) {
      const before = previous === 0 ? 'comes first' : `follows H${String(previous)}`;
      faults.push(fault('pdf/heading-order', `The heading H${String(level)} ${before}.`));
    }
    previous = level;
  }
  return faults;
}

/** How far what is painted may stand outside a box whose sides are rounded. */
const TOLERANCE = 0.5;

/** @see ISO 32000-1, 14.8.5.4.3 */
function boxFaults(figure: PdfElement, { pages }: PdfParts): readonly Fault[] {
  const wrong = (what: string): readonly Fault[] => [
    fault('pdf/figure-box', `${elementName(figure)} ${what}.`),
  ];
  const box = boxOf(figure.attributes.get('BBox')?.split(' ').map(Number));
  if (!(box.left < box.right && box.bottom < box.top)) return wrong('has no BBox with an extent');
  const page = pages[pageOfElement(figure) ?? 0];
  const around = boxOf(page?.mediaBox);
  const corners = [
    { x: box.left, y: box.bottom },
    { x: box.right, y: box.top },
  ];
  if (!corners.every((corner) => isIn(around, corner))) return wrong('has a BBox that leaves its page');
  const ids = new Set(figure.kids.flatMap((kid) => (kid.kind === 'content' ? [kid.mcid] : [])));
  const painted = page?.content.marked.filter(({ mcid }) => ids.has(mcid)) ?? [];
  const isInside = painted.every(({ pictures }) => pictures.every((place) => isIn(box, place)));
  return isInside ? [] : wrong('is painted outside its BBox');
}

type Box = Readonly<{ left: number; bottom: number; right: number; top: number }>;

/** Sides that are missing are no numbers, which nothing is between. */
function boxOf([left = NaN, bottom = NaN, right = NaN, top = NaN]: readonly number[] = []): Box {
  return { left, bottom, right, top };
}

function isIn({ left, bottom, right, top }: Box, { x, y }: Place): boolean {
  const isAcross = x >= left - TOLERANCE && x <= right + TOLERANCE;
  return isAcross && y >= bottom - TOLERANCE && y <= top + TOLERANCE;
}
