import { msg, str } from '@lit/localize';
import { dateInWords } from '../../i18n/dates.ts';
import type { Day } from '../../model/progress-cells.ts';

/** A day in words; what is no date as it was typed. */
export function dayWords(day: Day): string {
  if (day === null) return msg('No date', { id: 'progress-no-date' });
  return typeof day === 'string'
    ? dateInWords(day)
    : msg(str`No date (“${day.unread}”)`, { id: 'progress-no-date-typed' });
}
