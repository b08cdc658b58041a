/** How a language's dates differ from what ICU writes. */
export type DateNames = Readonly<{
  /** The language whose order of day, month and year is used: its own, or another where ICU has none. */
  pattern: string;
  hourCycle?: 'h12' | 'h23';
  /** From January. */
  months?: readonly string[];
  /** From Sunday. */
  weekdays?: readonly string[];
  /** Other parts, by their type and what the pattern writes for them. */
  words?: Readonly<Record<string, string>>;
}>;

/** By language. */
export const dateNames: ReadonlyMap<string, DateNames> = new Map<string, DateNames>([
  [
    'ht',
    {
      pattern: 'fr',
      hourCycle: 'h12',
      months: [
        ...['janvye', 'fevriye', 'mas', 'avril', 'me', 'jen'],
        ...['jiyè', 'out', 'septanm', 'oktòb', 'novanm', 'desanm'],
      ],
      weekdays: ['dimanch', 'lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi'],
      words: { 'literal  à ': ' a ' },
    },
  ],
  // ICU 78 writes English letters.
  ['ko', { pattern: 'ko-u-ca-gregory-nu-latn', words: { 'dayPeriod AM': '오전', 'dayPeriod PM': '오후' } }],
  // A clock of twelve hours would be written with English letters.
  ...['bn', 'hi', 'pa', 'ur'].map((lang): [string, DateNames] => {
    return [lang, { pattern: `${lang}-u-ca-gregory-nu-latn`, hourCycle: 'h23' }];
  }),
  // The era is written because the Thai calendar is the usual one; a year of the 2000s needs none.
  ['th', { pattern: 'th-u-ca-gregory-nu-latn', words: { 'era ค.ศ.': '' } }],
]);

/** Writes dates as `Intl.DateTimeFormat` does. */
export type DateWriter = Pick<Intl.DateTimeFormat, 'format' | 'formatRange'>;

/** Makes a writer of dates from a pattern and a language's own names. */
export function createDateWriter(names: DateNames, options: Intl.DateTimeFormatOptions): DateWriter {
  const { pattern, hourCycle, months } = names;
  // A style that abbreviates months would be looked up in vain, so only whole names and figures are written.
  const isAbbreviated = months !== undefined && options.dateStyle === 'medium';
  const format = new Intl.DateTimeFormat(pattern, {
    ...options,
    ...(isAbbreviated && { dateStyle: 'long' }),
    ...(hourCycle && options.timeStyle && { hourCycle }),
  });
  const own = ownWords(names);
  const write = (parts: readonly Readonly<{ type: string; value: string }>[]): string =>
    parts
      .map(({ type, value }) => own(type, value))
      .join('')
      .replaceAll('  ', ' ');
  return {
    format: (date) => write(format.formatToParts(date)),
    formatRange: (start, end) => write(format.formatRangeToParts(start, end)),
  };
}

function ownWords(names: DateNames): (type: string, value: string) => string {
  const { pattern, hourCycle, months = [], weekdays = [], words = {} } = names;
  const timeZone = 'UTC';
  const month = new Intl.DateTimeFormat(pattern, { month: 'long', timeZone });
  const weekday = new Intl.DateTimeFormat(pattern, { weekday: 'long', timeZone });
  const known = new Map<string, string>(Object.entries(words));
  months.forEach((own, index) => known.set(`month ${month.format(Date.UTC(2024, index, 1))}`, own));
  // 7 January 2024 was a Sunday.
  weekdays.forEach((own, index) => known.set(`weekday ${weekday.format(Date.UTC(2024, 0, 7 + index))}`, own));
  const isShortHour = (type: string): boolean => type === 'hour' && hourCycle === 'h12';
  return (type, value) =>
    known.get(`${type} ${value}`) ?? (isShortHour(type) ? value.replace(/^0/, '') : value);
}
