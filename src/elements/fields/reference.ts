import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Place } from '../../model/assessment.ts';
import { rowsOf } from '../../model/fits.ts';
import { packIndex } from '../../model/pack-index.ts';
import { tableKinds, type Choice, type Column, type QuestionId } from '../../model/pack.ts';
import { shownRows } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { choiceButtons } from './choice.ts';
import { idFor, type Field } from './context.ts';
import { ratingsOf } from './read-ratings.ts';
import { pointedAt } from './row-words.ts';

interface ReferenceCell {
  readonly field: Field;
  readonly column: Column;
  readonly name: string;
  readonly label: TemplateResult | string;
  readonly hint: TemplateResult | typeof nothing;
  readonly described: string | null;
  readonly chosen: readonly string[];
}

/** Choosing entries of other tables, such as the goals a service helps with; factors are offered while they worry. */
export function referenceCell({ field, column, name, label, hint, described, chosen }: ReferenceCell): TemplateResult {
  const { pack, assessment, readonly } = field.context;
  const offered = (column.refersTo ?? []).flatMap((question) => entriesOf(field, question));
  // What was chosen and taken out since is still said, so that somebody can let go of it.
  const choices = [...offered, ...chosen.filter((id) => !offered.includes(id))].map((id): Choice => {
    const gone = msg('An entry that is no longer there', { id: 'reference-gone' });
    return { id, label: pointedAt(pack, assessment, id) ?? gone };
  });
  const none =
    choices.length === 0
      ? html`<p class="govuk-hint">
          ${msg('Nothing has been entered yet that could be chosen here.', { id: 'reference-none' })}
        </p>`
      : nothing;
  if (column.many)
    return html`<fieldset class="govuk-fieldset hw-cell" aria-describedby=${described ?? nothing}>
      <legend class="govuk-fieldset__legend hw-cell__label">${label}</legend>
      ${hint}${none}${choiceButtons({ pack, name, choices, chosen, many: true, disabled: readonly })}
    </fieldset>`;
  return html`<div class="govuk-form-group hw-cell">
    <label class="govuk-label hw-cell__label" for=${idFor(name)}>${label}</label>
    ${hint}${none}
    <select
      class="govuk-select"
      id=${idFor(name)}
      name=${name}
      ?disabled=${readonly}
      aria-describedby=${described ?? nothing}
    >
      <option value="" .selected=${live(chosen.length === 0)}>${msg('Choose one', { id: 'choose-one' })}</option>
      ${choices.map(({ id, label: words }) => html`<option value=${id} .selected=${live(chosen.includes(id))}>${words}</option>`)}
    </select>
  </div>`;
}

/**
 * The entries of other tables that one goes through one by one: each of the newest round, and no other adult's where a
 * table is about one adult.
 */
export function entriesToGoThrough(
  { context: { pack, assessment }, instance }: Field,
  { refersTo = [] }: Column,
): readonly string[] {
  const { questions } = packIndex(pack);
  const isTable = (question: QuestionId): boolean => tableKinds.includes(questions.get(question)?.kind ?? 'text');
  const newest = new Map<string, { readonly key: string; readonly round: number }>();
  for (const key of Object.keys(assessment.answers)) {
    const place = parsePlaceKey(key);
    if (!place || !refersTo.includes(place.question) || !isTable(place.question)) continue;
    if (instance.place.subject !== null && place.subject !== null && place.subject !== instance.place.subject) continue;
    const whose = `${place.question}~${place.subject ?? ''}`;
    if ((newest.get(whose)?.round ?? -1) < place.round) newest.set(whose, { key, round: place.round });
  }
  return [...newest.values()].flatMap(({ key }) =>
    shownRows(assessment, rowsOf(assessment.answers[key])).map(({ id }) => `${key}.${id}`),
  );
}

/** What can be pointed at in the answers to a question, as `<place>.<row>`; of factors the risks there are or have been. */
function entriesOf({ context: { pack, assessment } }: Field, question: QuestionId): readonly string[] {
  const places = Object.entries(assessment.answers).flatMap(([key, answer]) => {
    const place = parsePlaceKey(key);
    return place?.question === question ? [{ key, place, answer }] : [];
  });
  if (packIndex(pack).questions.get(question)?.kind !== 'factor-rating')
    return places.flatMap(({ key, answer }) => shownRows(assessment, rowsOf(answer)).map(({ id }) => `${key}.${id}`));
  const isLatest = (of: Place): boolean =>
    places.every(({ place }) => place.subject !== of.subject || place.round <= of.round);
  const isThere = (status: string): boolean => status === 'active' || status === 'reducing';
  // A class comes down because of what is past now and was there in an earlier round.
  const wasThere = (factor: string, of: Place): boolean =>
    places.some(
      ({ place, answer }) =>
        place.subject === of.subject &&
        ratingsOf(answer).some((rating) => rating.factor === factor && isThere(rating.status)),
    );
  return places
    .filter(({ place }) => isLatest(place))
    .flatMap(({ key, place, answer }) =>
      ratingsOf(answer)
        .filter(({ factor, status }) => isThere(status) || (status === 'past' && wasThere(factor, place)))
        .map(({ factor }) => `${key}.${factor}`),
    );
}
