import type { PlainDate } from '../answer.ts';
import { addDays, dayOf, easter, weekday } from './days.ts';

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
/** Where a council is, as far as bank holidays differ. */
export type Nation = (typeof nations)[number];

/** The last year the government's published list was compared with; later years are by rule alone. */
export const lastPublishedYear = 2027;

/** Days the rule does not know, because a proclamation added them or moved them. */
interface Exceptions {
  readonly added: readonly PlainDate[];
  readonly moved?: Readonly<Record<PlainDate, PlainDate>>;
}

const inAllNations: Exceptions = {
  // Platinum Jubilee, state funeral, coronation.
  added: ['2022-06-03', '2022-09-19', '2023-05-08'],
  // The spring bank holiday of 2022 was moved beside the jubilee; early May 2020 to the 75th VE Day.
  moved: { '2022-05-30': '2022-06-02', '2020-05-04': '2020-05-08' },
};
const inOneNation: Readonly<Record<Nation, readonly PlainDate[]>> = {
  'england-and-wales': [],
  // The Monday after Scotland's first match of the World Cup.
  scotland: ['2026-06-15'],
  'northern-ireland': [],
};

/** The first (`which` 1), second, … Monday of a month; -1 is the last. */
function monday(year: number, month: number, which: 1 | -1): PlainDate {
  if (which === 1) {
    const first = dayOf(year, month, 1);
    return addDays(first, (8 - weekday(first)) % 7);
  }
  const last = dayOf(year, month + 1, 0);
  return addDays(last, -((weekday(last) + 6) % 7));
}

const isWeekend = (date: PlainDate): boolean => weekday(date) === 0 || weekday(date) === 6;

/** Holidays with a date of their own; one that falls on a weekend moves to the next weekday that is free. */
function withSubstitutes(fixed: readonly PlainDate[]): readonly PlainDate[] {
  const taken = fixed.filter((date) => !isWeekend(date));
  for (const date of fixed.filter(isWeekend)) {
    let instead = date;
    while (isWeekend(instead) || taken.includes(instead)) instead = addDays(instead, 1);
    taken.push(instead);
  }
  return taken;
}

function byRule(nation: Nation, year: number): readonly PlainDate[] {
  const sunday = easter(year);
  const goodFriday = addDays(sunday, -2);
  const easterMonday = addDays(sunday, 1);
  const newYear = dayOf(year, 1, 1);
  const christmas = [dayOf(year, 12, 25), dayOf(year, 12, 26)];
  const may = [monday(year, 5, 1), monday(year, 5, -1)];
  switch (nation) {
    case 'england-and-wales':
      return [...withSubstitutes([newYear, ...christmas]), goodFriday, easterMonday, ...may, monday(year, 8, -1)];
    case 'scotland':
      return [
        ...withSubstitutes([newYear, dayOf(year, 1, 2), dayOf(year, 11, 30), ...christmas]),
        goodFriday,
        ...may,
        monday(year, 8, 1),
      ];
    case 'northern-ireland':
      return [
        ...withSubstitutes([newYear, dayOf(year, 3, 17), dayOf(year, 7, 12), ...christmas]),
        goodFriday,
        easterMonday,
        ...may,
        monday(year, 8, -1),
      ];
  }
}

/**
 * The bank holidays of a year, in order (W1): by rule, with the days that were added or moved by proclamation. Agrees
 * with the published lists of 2022 to 2027. Any other year is by rule alone and may change: a day can be proclaimed
 * or moved at short notice.
 */
export function bankHolidays(nation: Nation, year: number): readonly PlainDate[] {
  const { added, moved = {} } = inAllNations;
  const extra = [...added, ...inOneNation[nation]].filter((date) => date.startsWith(`${String(year)}-`));
  return [...byRule(nation, year).map((date) => moved[date] ?? date), ...extra].sort();
}
