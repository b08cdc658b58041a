import * as z from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected small letters, digits and hyphens');

/** A key of the series' own strings, `locales/<lang>/<series>.json`. */
const stringKey = z.string().regex(/^[a-zA-Z][\w-]*(\.[\w-]+)*$/, 'expected the key of a string');

const isoDate = z.iso.date();

const ids = z.array(id).min(1).readonly();

const amount = z.number().int().min(1).max(400);

/** A length of time, in exactly one unit. */
const period = z
  .strictObject({ hours: amount.optional(), days: amount.optional(), weeks: amount.optional() })
  .refine((value) => Object.keys(value).length === 1, 'expected one of hours, days or weeks')
  .readonly();

/** A stretch of the timeline in days after the treatment; the day of the treatment is day 0. */
const phase = z
  .strictObject({ id, firstDay: z.number().int().min(0), lastDay: z.number().int().min(0) })
  .refine((value) => value.lastDay >= value.firstDay, 'expected lastDay not to be before firstDay')
  .readonly();

/** Where a rule's period comes from, and how far the published advice goes apart. */
const ruleSource = z
  .strictObject({
    /** Key of the source's label. */
    label: stringKey,
    /** The shortest and the longest period found. */
    shortest: period.optional(),
    longest: period.optional(),
  })
  .readonly();

const rule = z
  .strictObject({
    id,
    action: z.enum(['do', 'avoid']),
    /** What the rule is about; rules of several treatments with one subject are merged. */
    subject: id,
    /** When the rule starts, counted from the treatment; without it the rule starts at once. */
    from: period.optional(),
    /** When the rule ends, counted from the treatment; without it, it holds for as long as the skin heals. */
    until: period.optional(),
    /** Phases of the timeline in which the rule holds. */
    phases: ids,
    /** The point of the aftercare handout under which the rule stands. */
    step: id,
    /** Key of the reason. */
    why: stringKey,
    source: ruleSource,
    /** Who has signed the rule off. */
    signOff: z.enum(['not-yet-reviewed', 'reviewed']),
  })
  .readonly();

const handout = z
  .strictObject({
    id,
    /** Name of the template, such as `topics/aftercare`. */
    template: z.string().min(1),
    /** An `aftercare` handout must carry the safety block. */
    kind: z.enum(['information', 'aftercare']),
    /** Ids of the handout's points, in order; each has its strings under `<handout>.items.<id>`. */
    items: z.array(id).readonly(),
    /**
     * How many sides of paper it may take. Where it would take more it is set more tightly. Twice as many in large print,
     * beside another language, and on A5.
     */
    sides: z.number().int().min(1).max(12).default(2),
  })
  .readonly();

/** What `series/<id>.yaml` may hold. Every id names strings in `locales/<lang>/<series>.json`. */
export const seriesSchema = z
  .strictObject({
    version: z.string().regex(/^\d+\.\d+(\.\d+)?$/, 'expected a version such as "1.0"'),
    reviewed: isoDate,
    nextReview: isoDate,
    topics: z.array(handout).min(1).readonly(),
    sheets: z.array(handout).readonly(),
    phases: z.array(phase).min(1).readonly(),
    rules: z.array(rule).readonly(),
    normalSigns: ids,
    /** How long the normal signs may last. */
    normalFor: period,
    callSigns: ids,
    urgentSigns: ids,
    tellUsBefore: ids,
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
