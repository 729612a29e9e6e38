import type { PlainDate, SuggestedThen } from './answer.ts';
import type { Assessment, Change } from './assessment.ts';
import { packIndex } from './pack-index.ts';
import type { Pack, Question } from './pack.ts';
import { personById } from './people.ts';
import { placeKey } from './place.ts';
import { Reading } from './reading.ts';
import { readInputs, spokenOf } from './suggest-inputs.ts';

/**
 * The change as it is kept: a class that is chosen takes with it what is suggested at that moment (S13). A class that is
 * said again, or only noted, keeps what it has; no other change is touched.
 */
export function withSuggested(pack: Pack, assessment: Assessment, change: Change, on: PlainDate): Change {
  if (change.do !== 'answer' || change.answer?.is !== 'given') return change;
  const { at, answer } = change;
  const question = packIndex(pack).questions.get(at.question);
  if (question?.kind !== 'risk-class' || at.subject === null) return change;
  const { suggested: _carried, ...chosen } = answer;
  const before = assessment.answers[placeKey(at)];
  const suggested =
    before?.is === 'given' && before.value === answer.value
      ? before.suggested
      : suggestedThen(pack, assessment, { child: at.subject, round: at.round, on });
  return { ...change, answer: suggested ? { ...chosen, suggested } : chosen };
}

/** The question that shows a suggestion; a council that wants none takes it out. */
export const suggestionOf = ({ questions }: Pack): Question | undefined =>
  questions.find(({ kind }) => kind === 'risk-suggestion');

/** What is suggested now, by ids alone; undefined where the pack suggests nothing here. */
function suggestedThen(
  pack: Pack,
  assessment: Assessment,
  { child: id, round, on }: { readonly child: string; readonly round: number; readonly on: PlainDate },
): SuggestedThen | undefined {
  const child = personById(assessment, id);
  const reading = new Reading(pack, assessment);
  const suggestion = suggestionOf(pack);
  if (child?.role !== 'child' || !suggestion || !reading.applies(suggestion, id, round)) return undefined;
  const read = readInputs({ pack, assessment, reading, child, round }, on);
  const { rule, floors, riskClass } = spokenOf(read);
  return {
    riskClass,
    reasons: [rule ?? `again-${read.again?.event ?? ''}`, ...floors, ...read.cautions.map((caution) => caution.id)],
  };
}
