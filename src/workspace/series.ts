import * as z from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected small letters, digits and hyphens');

/** A key of the series' own strings, `locales/<lang>/<series>.json`. */
const stringKey = z.string().regex(/^[a-zA-Z][\w-]*(\.[\w-]+)*$/, 'expected the key of a string');

const isoDate = z.iso.date();

const ids = z.array(id).min(1).readonly();

const amount = z.number().int().min(1).max(400);

/** A length of time, in exactly one unit. */
const period = z
  .strictObject({
    hours: amount.optional().describe('Hours after the treatment.'),
    days: amount.optional().describe('Days after the treatment.'),
    weeks: amount.optional().describe('Weeks after the treatment.'),
  })
  .refine((value) => Object.keys(value).length === 1, 'expected one of hours, days or weeks')
  .meta({ minProperties: 1, maxProperties: 1, examples: [{ hours: 24 }, { days: 7 }] })
  .readonly();

/** A stretch of the timeline in days after the treatment. */
const phase = z
  .strictObject({
    id: id.describe('Its strings stand under <sheet>.timeline.items.<id>.'),
    firstDay: z.number().int().min(0).describe('Its first day; the day of the treatment is day 0.'),
    lastDay: z.number().int().min(0).describe('Its last day, not before the first.'),
  })
  .refine((value) => value.lastDay >= value.firstDay, 'expected lastDay not to be before firstDay')
  .readonly();

const ruleSource = z
  .strictObject({
    label: stringKey.describe('Key of the source’s label.'),
    shortest: period.optional().describe('The shortest period that published advice gives.'),
    longest: period.optional().describe('The longest period that published advice gives.'),
  })
  .readonly();

const rule = z
  .strictObject({
    id: id.describe('Its strings stand under rules.<id>.'),
    action: z.enum(['do', 'avoid']).describe('Whether the patient should do it or avoid it.'),
    subject: id.describe('What the rule is about; rules of several treatments with one subject are merged.'),
    from: period.optional().describe('When it starts, counted from the treatment; without it, at once.'),
    until: period
      .optional()
      .describe(
        'When it ends, counted from the treatment; without it, it holds for as long as the skin heals.',
      ),
    phases: ids.describe('Ids of the phases of the timeline in which it holds.'),
    step: id.describe('The point of the aftercare handout under which it stands.'),
    why: stringKey.describe('Key of the reason.'),
    source: ruleSource.describe('Where its period comes from, and how far the published advice goes apart.'),
    signOff: z.enum(['not-yet-reviewed', 'reviewed']).describe('Whether the clinic has signed it off.'),
  })
  .readonly();

const handout = z
  .strictObject({
    id: id.describe('Its name; its strings stand under <id>.'),
    template: z
      .string()
      .min(1)
      .meta({ description: 'Name of the template, without .hbs.', examples: ['topics/aftercare'] }),
    kind: z.enum(['information', 'aftercare']).describe('An aftercare handout must carry the safety block.'),
    items: z
      .array(id)
      .readonly()
      .describe('Ids of its points, in order; each has its strings under <handout>.items.<id>.'),
    sides: z
      .number()
      .int()
      .min(1)
      .max(12)
      .default(2)
      .describe(
        'How many sides of paper it may take; where it would take more it is set more tightly. Twice as many in large print, beside another language, and on A5.',
      ),
  })
  .readonly();

/** What `series/<id>.yaml` may hold. Every id names strings in `locales/<lang>/<series>.json`. */
export const seriesSchema = z
  .strictObject({
    version: z
      .string()
      .regex(/^\d+\.\d+(\.\d+)?$/, 'expected a version such as "1.0"')
      .meta({ description: 'The version that every page shows, in quotes.', examples: ['1.0'] }),
    reviewed: isoDate.describe('The day of the last review of the content, YYYY-MM-DD.'),
    nextReview: isoDate.describe('The day by which the content must be reviewed again, YYYY-MM-DD.'),
    topics: z.array(handout).min(1).readonly().describe('Handouts on one topic each.'),
    sheets: z
      .array(handout)
      .readonly()
      .describe('Sheets that join topics, and the aftercare of several treatments.'),
    phases: z.array(phase).min(1).readonly().describe('The timeline of healing.'),
    rules: z
      .array(rule)
      .readonly()
      .describe('The aftercare rules as data, from which sentences and dates are made.'),
    normalSigns: ids.describe('Ids of the signs that are normal.'),
    normalFor: period.describe('How long the normal signs may last.'),
    callSigns: ids.describe('Ids of the signs to call the clinic for.'),
    urgentSigns: ids.describe('Ids of the signs to get urgent help for.'),
    tellUsBefore: ids.describe('Ids of what to tell the clinic before the treatment.'),
  })
  .readonly();

/** One treatment and all its handouts say. `id` is the name of the series' file. */
export type Series = Readonly<{ id: string }> & z.infer<typeof seriesSchema>;

/** A topic or a sheet of a series. */
export type SeriesHandout = Series['topics'][number];

/** One aftercare rule as data. */
export type SeriesRule = Series['rules'][number];

/** A length of time: exactly one of hours, days or weeks is there. */
export type Period = z.infer<typeof period>;

/** How many hours a length of time has. */
export function hoursOf({ hours = 0, days = 0, weeks = 0 }: Period): number {
  return hours + 24 * (days + 7 * weeks);
}
