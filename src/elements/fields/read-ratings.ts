import type { Answer, Rating } from '../../model/answer.ts';
import type { Assessment } from '../../model/assessment.ts';
import { readDate } from '../../model/dates.ts';
import { placeKey, type FormName } from '../../model/place.ts';
import { boxes, noteOf, type Control } from './control.ts';

export const riskStatuses = ['active', 'reducing', 'past', 'absent', 'not-known'] as const;
export const strengthStatuses = ['evidenced', 'claimed', 'absent', 'not-known'] as const;
export const trends = ['rising', 'steady', 'falling', 'not-known'] as const;

/** The ratings in an answer. */
export function ratingsOf(answer: Answer | null | undefined): readonly Rating[] {
  return answer?.is === 'given' && Array.isArray(answer.value) ? (answer.value as readonly Rating[]) : [];
}

/** The ratings a round begins with: its own, or those of the latest round before it that has any. */
export function ratingsToStartFrom(
  assessment: Assessment,
  { question, subject, round }: Pick<FormName, 'question' | 'subject' | 'round'>,
): readonly Rating[] {
  for (let each = round; each >= Math.min(round, 1); each -= 1) {
    const ratings = ratingsOf(assessment.answers[placeKey({ question, subject, round: each })]);
    if (ratings.length > 0) return ratings;
  }
  return [];
}

/** The id of a risk that a strength guards against, as the value of its check box: risk, whose it is, for which child. */
export const guardId = ({
  risk,
  of,
  child,
}: {
  readonly risk: string;
  readonly of: string | null;
  readonly child: string;
}): string => `${risk}~${of ?? ''}~${child}`;

/** The ratings with one factor's status, trend, evidence, source, date or what it guards against changed. */
export function ratingAnswer(
  assessment: Assessment,
  was: Answer | null,
  name: FormName,
  control: Control,
): Answer | null {
  const { row: factor = '' } = name;
  const before = ratingsToStartFrom(assessment, name);
  const rating = changed(
    before.find((each) => each.factor === factor) ?? { factor, of: name.subject, status: 'not-known' },
    name,
    control,
  );
  const known = before.some((each) => each.factor === factor);
  return {
    is: 'given',
    value: known ? before.map((each) => (each.factor === factor ? rating : each)) : [...before, rating],
    ...noteOf(was),
  };
}

function changed(rating: Rating, name: FormName, control: Control): Rating {
  const { value } = control;
  if (name.part === 'note') return value === '' ? without(rating, 'note') : { ...rating, note: value };
  switch (name.column) {
    case 'status':
      return { ...rating, status: value };
    case 'trend':
      return value === '' ? without(rating, 'trend') : { ...rating, trend: value };
    case 'source':
      return value === '' ? without(rating, 'source') : { ...rating, source: value };
    case 'date': {
      const { part: _part, ...whole } = name;
      const date = readDate(boxes(whole, control), true);
      return typeof date === 'string' ? { ...rating, date } : without(rating, 'date');
    }
    case 'guards': {
      const [risk = '', of = '', child = ''] = value.split('~');
      const others = (rating.guards ?? []).filter((guard) => guardId(guard) !== value);
      const guards = control.checked ? [...others, { risk, of: of === '' ? null : of, child }] : others;
      return guards.length > 0 ? { ...rating, guards } : without(rating, 'guards');
    }
    default:
      return rating;
  }
}

function without(rating: Rating, property: 'note' | 'trend' | 'source' | 'date' | 'guards'): Rating {
  const { [property]: _was, ...kept } = rating;
  return kept;
}
