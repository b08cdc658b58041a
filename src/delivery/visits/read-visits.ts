import { variantNames } from '../../base/variant.js';
import { nearestName } from '../../base/nearest.js';
import { chosenSeries, handoutNames, otherTreatments } from '../../handout/names.js';
import { patientFields, readDetails } from '../../handout/patient-details.js';
import type { HandoutRequest } from '../../handout/request.js';
import type { Workspace } from '../../workspace/workspace.js';
import type { VisitField } from '../../workspace/email-config.js';
import { readAddress, type MailAddress } from '../mail-address.js';
import type { ColumnPlaces } from './columns.js';
import type { Table, TableRow } from './table.js';

/** A visit whose patient is to get a handout by e-mail. */
export type Visit = Readonly<{
  /** The line of the list that it starts on. */
  line: number;
  to: MailAddress;
  /** The clinic's own number of the visit, if its list has one: what tells two visits of one patient from each other. */
  visit?: string;
  /** The day of the treatment, whether or not the copy says it: `YYYY-MM-DD`. */
  day?: string;
  /** It has personal details only if the patient wants a copy with them. */
  request: HandoutRequest;
}>;

/** Why a line of the list can't be right. Neither text repeats what stands there; `message` goes on after the name of the column. */
export type RowFault = Readonly<{ line: number; column?: string; message: string; hint?: string }>;

/** What a list comes to. A line is either a visit or has faults. */
export type ReadVisits = Readonly<{ visits: readonly Visit[]; faults: readonly RowFault[] }>;

/** What lines are held against, and what holds for those that don't say. */
export type VisitContext = Readonly<{
  workspace: Workspace;
  usual: Partial<HandoutRequest>;
  /** Whether patients want their own copies, where no column says so for each. */
  personal: boolean;
}>;

const LONGEST_VISIT_NUMBER = 100;
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ...(['yes', 'true', '1'] as const).map((word) => [word, true] as const),
  ...(['no', 'false', '0'] as const).map((word) => [word, false] as const),
]);

/** Reads the lines of a list; a fault in one doesn't touch the others. */
export function readVisits(table: Table, places: ColumnPlaces, context: VisitContext): ReadVisits {
  const visits: Visit[] = [];
  const faults: RowFault[] = [];
  for (const row of table.rows) {
    const read = readVisit(row, { width: table.columns.length, places, context });
    if ('faults' in read) faults.push(...read.faults);
    else visits.push(read);
  }
  return { visits, faults };
}

type RowContext = Readonly<{ width: number; places: ColumnPlaces; context: VisitContext }>;

type Blame = (field: VisitField, message: string, hint?: string) => void;

function readVisit(
  { line, fields }: TableRow,
  { width, places, context }: RowContext,
): Visit | Readonly<{ faults: readonly RowFault[] }> {
  if (fields.length !== width) {
    const message = `has ${String(fields.length)} fields; the first line has ${String(width)}.`;
    return { faults: [{ line, message, hint: 'Look for a missing or unquoted delimiter.' }] };
  }
  const faults: RowFault[] = [];
  const blame: Blame = (field, message, hint) => {
    faults.push({
      line,
      column: places.get(field)?.name ?? field,
      message,
      ...(hint !== undefined && { hint }),
    });
  };
  const texts = new Map<VisitField, string>();
  for (const [field, { index }] of places) {
    const text = fields[index]!.trim();
    if (text !== '') texts.set(field, text);
  }
  const to = readRecipient(texts, blame);
  const visit = readVisitNumber(texts, blame);
  const personal = readYesOrNo(texts, context.personal, blame);
  const request = readRequest(texts, context, blame);
  if (to === undefined || request === undefined || faults.length > 0) return { faults };
  const { personal: details, ...general } = request;
  const day = details?.treatmentDate;
  const place = { line, to, ...(visit !== undefined && { visit }), ...(day !== undefined && { day }) };
  return { ...place, request: personal ? request : general };
}

function readRecipient(texts: ReadonlyMap<VisitField, string>, blame: Blame): MailAddress | undefined {
  const text = texts.get('to');
  const address = text === undefined ? undefined : readAddress(text);
  if (text === undefined) blame('to', 'is empty.');
  else if (address === undefined) blame('to', 'is not an e-mail address.');
  return address;
}

function readVisitNumber(texts: ReadonlyMap<VisitField, string>, blame: Blame): string | undefined {
  const visit = texts.get('visit');
  if ((visit?.length ?? 0) > LONGEST_VISIT_NUMBER)
    blame('visit', `is longer than ${String(LONGEST_VISIT_NUMBER)} characters.`);
  return visit;
}

function readYesOrNo(texts: ReadonlyMap<VisitField, string>, usual: boolean, blame: Blame): boolean {
  const word = texts.get('personal');
  const answer = word === undefined ? usual : YES_OR_NO.get(word.toLowerCase());
  if (answer === undefined) blame('personal', 'is neither “yes” nor “no”.');
  return answer ?? false;
}

function readRequest(
  texts: ReadonlyMap<VisitField, string>,
  { workspace, usual }: VisitContext,
  blame: Blame,
): HandoutRequest | undefined {
  const handout = readName('handout', { texts, usual: usual.handout, known: handoutNames(workspace) }, blame);
  const lang = readName('lang', { texts, usual: usual.lang, known: workspace.languages }, blame);
  const series = chosenSeries(workspace).map(({ id }) => id);
  const named = readNames('treatments', { texts, known: series }, blame) ?? usual.treatments ?? [];
  const variants = readNames('variant', { texts, known: variantNames }, blame);
  const { details, faults } = readDetails(new Map([...texts].filter(([field]) => isPatientField(field))));
  for (const { field, message, hint } of faults) blame(field, message, hint);
  if (handout === undefined || lang === undefined) return undefined;
  const treatments = otherTreatments(workspace, { handout, treatments: named });
  const { treatments: _, ...rest } = usual;
  return {
    ...rest,
    ...{ handout, lang },
    ...(treatments.length > 0 && { treatments }),
    ...(variants !== undefined && { variants: variantNames.filter((name) => variants.includes(name)) }),
    ...(details !== undefined && { personal: details }),
  };
}

function isPatientField(field: VisitField): boolean {
  return patientFields.some((known) => known === field);
}

type Choice = Readonly<{ texts: ReadonlyMap<VisitField, string>; known: readonly string[] }>;

function readName(
  field: 'handout' | 'lang',
  { texts, usual, known }: Choice & Readonly<{ usual: string | undefined }>,
  blame: Blame,
): string | undefined {
  const name = texts.get(field) ?? usual;
  const what = field === 'lang' ? 'language' : 'handout';
  if (name === undefined) {
    blame(field, 'is empty.', `Fill it in, or name one ${what} for all lines on the command line.`);
    return undefined;
  }
  if (known.includes(name)) return name;
  blame(field, `names no ${what} of this workspace.`, nearestHint(name, known));
  return undefined;
}

/** Several names in one field may be parted by anything that isn't part of them. */
function readNames(
  field: 'treatments' | 'variant',
  { texts, known }: Choice,
  blame: Blame,
): readonly string[] | undefined {
  const text = texts.get(field);
  if (text === undefined) return undefined;
  const names = text.split(/[\s,;+|]+/).filter((name) => name !== '');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    blame(
      field,
      `names no ${field === 'variant' ? 'variant' : 'treatment'} that there is.`,
      nearestHint(unknown, known),
    );
  return names;
}

function nearestHint(name: string, known: readonly string[]): string | undefined {
  const nearest = name.length > 100 ? undefined : nearestName(name, known);
  return nearest === undefined ? undefined : `Did you mean “${nearest}”?`;
}
