import type { Language } from './first-language.ts';
import { spoken } from './locale.ts';

// Chromium has no Welsh dates: asked for them, it answers in English without a word.
const months = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  cy: [
    'Ionawr',
    'Chwefror',
    'Mawrth',
    'Ebrill',
    'Mai',
    'Mehefin',
    'Gorffennaf',
    'Awst',
    'Medi',
    'Hydref',
    'Tachwedd',
    'Rhagfyr',
  ],
};
const weekdays = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  cy: ['dydd Sul', 'dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn'],
};

const names = (language: Language): 'en' | 'cy' => (language === 'cy' ? 'cy' : 'en');

/** A date in words: `3 Rhagfyr 2024`; `Rhagfyr 2024` or `2024` where no more is known. */
export function dateInWords(date: string, language: Language = spoken()): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = months[names(language)][Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${String(Number(day))} ${name} ${year}`;
}

/** Where a moment is told: on this device unless a time zone is named. */
export interface Telling {
  readonly language?: Language;
  readonly zone?: string;
}

/** The figures of a moment in a time zone. Figures are the one thing browsers agree on in every language. */
function figures(moment: Date, zone: string | undefined): { readonly day: string; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}

/** The time of day of a moment: `14:32`. The same in every language. */
export const timeInFigures = (moment: Date, { zone }: Telling = {}): string => figures(moment, zone).time;

/** The weekday of a moment: `dydd Mawrth`. */
export function weekdayInWords(moment: Date, { language = spoken(), zone }: Telling = {}): string {
  return weekdays[names(language)][new Date(`${figures(moment, zone).day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** A moment: `3 Rhagfyr 2024, 14:32`. */
export function momentInWords(moment: Date, { language = spoken(), zone }: Telling = {}): string {
  const { day, time } = figures(moment, zone);
  return `${dateInWords(day, language)}, ${time}`;
}
