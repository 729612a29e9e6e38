import { msg, str } from '@lit/localize';
import type { CalendarDay } from '../../exchange/ics.ts';
import type { PlainDate } from '../../model/answer.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { childrenInScope } from '../../model/people.ts';
import { phrase } from '../../model/phrases.ts';
import type { TimetableDate } from '../../model/timetable.ts';

/** The dates from `on` on, for a calendar: what is due and for which reference, never for whom by name. */
export function calendarDays(
  pack: Pack,
  assessment: Assessment,
  dates: readonly TimetableDate[],
  on: PlainDate,
): readonly CalendarDay[] {
  const children = childrenInScope(assessment);
  const { reference } = assessment;
  return dates.flatMap(({ rule, child, date, done, ticked, row }): readonly CalendarDay[] => {
    if (date === null || date < on || done !== null || ticked) return [];
    const number = children.findIndex(({ id }) => id === child?.id) + 1;
    const title =
      number > 0 && children.length > 1
        ? msg(str`${rule.label} (ref ${reference}, child ${number})`, { id: 'calendar-title-child' })
        : msg(str`${rule.label} (ref ${reference})`, { id: 'calendar-title' });
    const check = rule.check === undefined ? [] : [`${phrase(pack, 'date-check')} ${rule.check}`];
    const text = [rule.rule, phrase(pack, 'date-source', { source: rule.source }), ...check].join('\n');
    return [{ key: [assessment.id, rule.id, child?.id ?? '', row ?? ''], date, title, text }];
  });
}
