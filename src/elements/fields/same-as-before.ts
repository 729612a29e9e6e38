import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Place } from '../../model/assessment.ts';
import { copiedAnswer } from '../../model/copied.ts';
import { formName, parsePlaceKey, placeKey } from '../../model/place.ts';
import type { Field, FieldContext } from './context.ts';

/** Takes the answer of another place as a draft for this one; whether it could be taken. */
export function copyFrom({ assessment, acts }: FieldContext, place: Place, key: string): boolean {
  const answer = assessment.answers[key];
  const from = parsePlaceKey(key);
  if (!answer || !from) return false;
  return acts.change({ do: 'answer', at: place, answer: copiedAnswer(answer, from, place) });
}

/** The same question about the same person in the latest round before this one that answers it. */
function roundBefore({ context: { assessment }, instance: { place } }: Field): Place | null {
  for (let round = place.round - 1; round > 0; round -= 1)
    if (assessment.answers[placeKey({ ...place, round })]?.is === 'given') return { ...place, round };
  return null;
}

/**
 * One button that begins with what the round before says, where nothing is said yet. "Nothing has changed" is an answer
 * that a round must be able to have, and a table that was long in work is not typed twice.
 */
export function sameAsBefore(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const before = context.readonly || instance.answer !== null ? null : roundBefore(field);
  if (before === null) return nothing;
  const take = (): void => {
    // The button goes with the empty answer: the keyboard stays at the question.
    if (copyFrom(context, instance.place, placeKey(before)))
      void context.acts.form.updateComplete.then(() => context.acts.form.focusQuestion(formName(instance.place)));
  };
  return html`<button
    type="button"
    class="govuk-button govuk-button--secondary"
    data-same-as=${placeKey(before)}
    @click=${take}
  >
    ${msg(str`Take everything over from round ${before.round}`, { id: 'take-over-round' })}
  </button>`;
}
