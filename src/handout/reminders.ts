import type { Problem, Staged } from '../base/problem.js';
import type { Translator, Variables } from '../content/translate.js';
import type { HandoutData, PhaseData, RuleData } from './data.js';
import type { Notices } from './standing.js';

/** Something of a handout that has a date, in the handout's language. Nothing in it names a patient. */
export type Reminder = Readonly<{
  /** Names the reminder among those of one handout. */
  id: string;
  /** Plain text. */
  title: string;
  /** Plain text; empty where the title says it all. */
  text: string;
  /** Where to go; only an appointment has one. */
  place?: string;
  /** Whole days, `YYYY-MM-DD`, or a time on the clinic's clock, `YYYY-MM-DDTHH:mm`. */
  when: Readonly<{ firstDay: string; lastDay: string }> | Readonly<{ time: string }>;
}>;

/** The texts that only calendar files use. */
export const REMINDER_KEYS: readonly string[] = [
  'common:calendar.firstDay',
  'common:calendar.lastDay',
  'common:calendar.appointment',
];

/**
 * Lists what a copy with a treatment date asks for on which day: where rules start and end, the phases of healing, and the
 * next appointment. A start or end that has no date of its own, such as four hours after the treatment, is left out.
 * @returns the reminders in the order of their dates; reports what the translator does
 */
export function listReminders(
  data: HandoutData,
  { translator, noticesOf }: ReminderTexts,
): Staged<readonly Reminder[]> {
  const problems: Problem[] = [];
  const used = new Set<string>();
  const say: Say = (key, variables = {}) => {
    used.add(key);
    return translator.text(key, variables, (problem) => problems.push(problem)).trim();
  };
  const reminders = [
    ...data.phases.flatMap((phase) => phaseReminder(phase, say)),
    ...[...data.rules.do, ...data.rules.avoid].flatMap((rule) => ruleReminders(rule, say)),
    ...appointmentReminder(data, say),
  ];
  const notices = noticeTexts(noticesOf([...used]), say);
  const noticed = reminders.map((reminder) => withNotices(reminder, notices));
  return { value: noticed.sort((one, other) => compare(startOf(one), startOf(other))), problems };
}

/** Where reminders take their texts from, and which notices texts of these names call for. */
type ReminderTexts = Readonly<{
  translator: Translator;
  noticesOf(names: readonly string[]): Notices;
}>;

/** Finds a text by its full name and fills it in. */
type Say = (key: string, variables?: Variables) => string;

function noticeTexts({ draft, stale }: Notices, say: Say): readonly string[] {
  return [...(draft ? [say('common:draft.notice')] : []), ...(stale ? [say('common:draft.stale')] : [])];
}

/** A calendar shows each reminder by itself, so each says that nobody has reviewed the translation. */
function withNotices(reminder: Reminder, notices: readonly string[]): Reminder {
  return { ...reminder, text: [reminder.text, ...notices].join('\n').trim() };
}

function phaseReminder({ id, namespaces, firstDate, lastDate }: PhaseData, say: Say): readonly Reminder[] {
  const [first] = namespaces;
  if (first === undefined || firstDate === undefined || lastDate === undefined) return [];
  const name = `combined-aftercare.timeline.items.${id}`;
  const texts = namespaces.map((namespace) => say(`${namespace}:${name}.text`));
  return [
    {
      id: `phase ${id}`,
      title: say(`${first}:${name}.title`),
      text: [...new Set(texts)].join(' '),
      when: { firstDay: firstDate, lastDay: lastDate },
    },
  ];
}

function ruleReminders(rule: RuleData, say: Say): readonly Reminder[] {
  const sentence = ruleSentence(rule, say);
  const name = `${rule.namespace} ${rule.id}`;
  const on = (edge: 'firstDay' | 'lastDay', date: string | undefined): readonly Reminder[] =>
    date === undefined
      ? []
      : [
          {
            id: `${edge} ${name}`,
            title: say(`common:calendar.${edge}`, { rule: sentence }),
            text: '',
            when: { firstDay: date, lastDay: date },
          },
        ];
  return [...on('firstDay', rule.fromDate), ...on('lastDay', rule.untilDate)];
}

function ruleSentence({ namespace, id, from, until }: RuleData, say: Say): string {
  return say(`${namespace}:rules.${id}.text`, {
    from: from && say(`common:moment.${from.unit}`, { count: from.count }),
    until: until && say(`common:period.${until.unit}`, { count: until.count }),
  });
}

function appointmentReminder({ personal, brand }: HandoutData, say: Say): readonly Reminder[] {
  if (personal.nextAppointment === undefined) return [];
  const { name, contact } = brand;
  return [
    {
      id: 'appointment',
      title: say('common:calendar.appointment', { clinic: name }),
      text: say('common:contact.phone', { phone: contact.phone }),
      place: [name, ...contact.address].join(', '),
      when: { time: personal.nextAppointment },
    },
  ];
}

function startOf({ when }: Reminder): string {
  return 'time' in when ? when.time : when.firstDay;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
