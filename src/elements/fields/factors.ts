import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Rating } from '../../model/answer.ts';
import type { Factor } from '../../model/pack.ts';
import { childrenInScope, personById } from '../../model/people.ts';
import { formName, parsePlaceKey, type FormName } from '../../model/place.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { langOf, words as packWords } from '../shared/pack-words.ts';
import { choiceButtons, phraseChoices } from './choice.ts';
import { calledBy, idFor, type Field } from './context.ts';
import { dateBoxes } from './date-boxes.ts';
import { grouped } from './frame.ts';
import { guardId, ratingsToStartFrom, riskStatuses, strengthStatuses, trends } from './read-ratings.ts';
import { sameAsBefore } from './same-as-before.ts';
import { supportOpened, supportTools } from './support.ts';
import { typed } from './typed.ts';

const isRisk = ({ set }: Factor): boolean => set.endsWith('-risk');

/** Factors of the library rated for one person or the family: worries first, then strengths. */
export function factorsField(field: Field): TemplateResult {
  const { context, instance } = field;
  const factors = context.pack.factors.filter(({ set }) => instance.question.factorSets?.includes(set));
  const ratings = new Map(
    ratingsToStartFrom(context.assessment, instance.place).map((rating) => [rating.factor, rating]),
  );
  const list = (title: string, of: readonly Factor[]): TemplateResult | typeof nothing =>
    of.length === 0
      ? nothing
      : html`<p class="govuk-heading-s hw-factors__title" id=${idFor(`${instance.key}.${of[0]?.set ?? ''}`, 'factors')}>
            ${title}
          </p>
          <ul class="hw-rows" aria-labelledby=${idFor(`${instance.key}.${of[0]?.set ?? ''}`, 'factors')}>
            ${of.map((factor) => html`<li>${guard(restsOn(factor), () => factorDetails(field, factor, ratings.get(factor.id)))}</li>`)}
          </ul>`;
  const opened = context.openedRows(instance.key);
  // A factor costs a look at these when its neighbour is rated. What a strength guards against, and what could support
  // a rating, is said elsewhere too.
  const restsOn = (factor: Factor): unknown[] => {
    const support = supportOpened(context, { at: instance.key, factor: factor.id });
    const looksFurther = support !== '' || (!isRisk(factor) && opened.has(factor.id));
    return [
      context,
      ratings.get(factor.id),
      opened.has(factor.id),
      support,
      looksFurther ? context.assessment : context.assessment.evidence,
    ];
  };
  const fromBefore = instance.answer === null && ratings.size > 0;
  const said = factors.filter(({ id }) => ratings.has(id)).length;
  return grouped(
    field,
    html`${
        fromBefore
          ? html`<p class="govuk-inset-text">
                ${msg('These are the ratings of the round before. Change what has changed; the rest is taken over when you do. If nothing has changed, take everything over.', { id: 'factors-before' })}
              </p>
              ${sameAsBefore(field)}`
          : nothing
      }
      <p class="govuk-body-s hw-quiet">${msg(str`${said} of ${factors.length} rated`, { id: 'factors-rated' })}</p>
      ${list(msg('Worries', { id: 'factors-risks' }), factors.filter(isRisk))}
      ${list(
        msg('Strengths', { id: 'factors-strengths' }),
        factors.filter((factor) => !isRisk(factor)),
      )}`,
  );
}

function factorDetails(field: Field, factor: Factor, rating: Rating | undefined): TemplateResult {
  const { context, instance } = field;
  const words = (id: PhraseId): string => phrase(context.pack, id);
  const at: FormName = { ...instance.place, row: factor.id };
  const name = (column: string): string => formName({ ...at, column });
  const statuses = phraseChoices(context.pack, isRisk(factor) ? riskStatuses : strengthStatuses, 'status-');
  const said = rating
    ? [
        words(`status-${rating.status}` as PhraseId),
        // "Not known yet" said twice tells nobody more.
        rating.trend && rating.trend !== 'not-known' ? words(`trend-${rating.trend}` as PhraseId) : '',
      ]
        .filter(Boolean)
        .join(', ')
    : msg('Not rated yet', { id: 'factor-not-rated' });
  const noteName = formName({ ...at, column: 'status', part: 'note' });
  const legend = (text: string): TemplateResult =>
    html`<legend class="govuk-fieldset__legend hw-cell__label">
      ${packWords(context.pack, text)}<span class="govuk-visually-hidden"
        >: ${packWords(context.pack, factor.label)}</span
      >
    </legend>`;
  return html`<details class="hw-row" data-row=${factor.id}>
    <summary class="hw-row__summary hw-shows-focus">
      ${packWords(context.pack, factor.label)}
      <span
        class=${rating ? 'hw-row__said' : 'hw-row__needs'}
        lang=${(rating && langOf(context.pack, words(`status-${rating.status}` as PhraseId))) ?? nothing}
        >${said}</span
      >
    </summary>
    <div class="hw-row__cells">
      <fieldset class="govuk-fieldset hw-cell">
        ${legend(words('status'))}${choiceButtons({ pack: context.pack, name: name('status'), choices: statuses, chosen: rating ? [rating.status] : [], disabled: context.readonly })}
      </fieldset>
      <div class="govuk-form-group hw-cell">
        <label class="govuk-label hw-cell__label" for=${idFor(name('trend'))}
          >${packWords(context.pack, words('trend'))}</label
        >
        <select class="govuk-select" id=${idFor(name('trend'))} name=${name('trend')} ?disabled=${context.readonly}>
          <option value="" .selected=${live(rating?.trend === undefined)}>
            ${msg('Choose one', { id: 'choose-one' })}
          </option>
          ${trends.map((id) => html`<option value=${id} lang=${langOf(context.pack, words(`trend-${id}`)) ?? nothing} .selected=${live(rating?.trend === id)}>${words(`trend-${id}`)}</option>`)}
        </select>
      </div>
      <div class="govuk-form-group hw-cell">
        <label class="govuk-label hw-cell__label" for=${idFor(noteName)}
          >${packWords(context.pack, words('note'))}</label
        >
        <textarea
          class="govuk-textarea hw-grows"
          id=${idFor(noteName)}
          name=${noteName}
          rows="2"
          autocomplete="off"
          spellcheck="true"
          ?readonly=${context.readonly}
          ${typed(rating?.note ?? '')}
        ></textarea>
      </div>
      <div class="govuk-form-group hw-cell">
        <label class="govuk-label hw-cell__label" for=${idFor(name('source'))}
          >${packWords(context.pack, words('source'))}</label
        >
        <input
          class="govuk-input"
          id=${idFor(name('source'))}
          name=${name('source')}
          autocomplete="off"
          spellcheck="true"
          ?readonly=${context.readonly}
          ${typed(rating?.source ?? '')}
        />
        ${sourceMeant(field, rating)}
      </div>
      <fieldset class="govuk-fieldset hw-cell">
        ${legend(words('date'))}${dateBoxes({ at: { ...at, column: 'date' }, date: rating?.date ?? null, partly: true, unkept: true, readonly: context.readonly })}
      </fieldset>
      ${!isRisk(factor) && context.openedRows(instance.key).has(factor.id) ? guardsCell(field, rating, name('guards'), legend) : nothing}
      ${supportTools(field, { at: instance.key, factor: factor.id })}
    </div>
  </details>`;
}

/** A source that is a question's name is said in words too: the name alone tells nobody where to look. */
function sourceMeant({ context: { pack } }: Field, rating: Rating | undefined): TemplateResult | typeof nothing {
  const question = pack.questions.find(({ id }) => id === rating?.source);
  return question ? html`<p class="govuk-hint">${packWords(pack, question.label)}</p>` : nothing;
}

interface Guardable {
  readonly risk: string;
  readonly of: string | null;
  readonly child: string;
  readonly label: string;
}

/** The risks, active or reducing in this round, that a strength may guard against, for each child. */
function guardable({ context, instance }: Field, rating: Rating | undefined): readonly Guardable[] {
  const { pack, assessment } = context;
  const nobody = msg('No name yet', { id: 'no-name-yet' });
  const called = (id: string): string => calledBy(personById(assessment, id), nobody);
  const questions = pack.questions.filter(({ kind }) => kind === 'factor-rating').map(({ id }) => id);
  const places = Object.keys(assessment.answers).flatMap((key) => parsePlaceKey(key) ?? []);
  const rated = new Map(
    places
      .filter(({ question, round }) => questions.includes(question) && round <= instance.place.round)
      .map(({ question, subject }) => [`${question} ${subject ?? ''}`, { question, subject }]),
  );
  const risks = [...rated.values()].flatMap(({ question, subject }) =>
    ratingsToStartFrom(assessment, { question, subject, round: instance.place.round })
      .filter(({ status }) => status === 'active' || status === 'reducing')
      .map(({ factor, of }) => ({ factor, of })),
  );
  // What was chosen is offered whatever became of the worry, so that somebody can let go of it.
  const kept = rating?.guards ?? [];
  // What a child has of their own protects no other child.
  const { person } = instance;
  const asked = childrenInScope(assessment).filter(
    ({ id }) => person?.role !== 'child' || id === person.id || kept.some(({ child }) => child === id),
  );
  return asked.flatMap((child) =>
    [
      // Another child's own worry is not this child's.
      ...risks.filter(({ of }) => of === null || of === child.id || personById(assessment, of)?.role !== 'child'),
      ...kept
        .filter((guard) => guard.child === child.id)
        .filter(({ risk, of }) => !risks.some((each) => each.factor === risk && each.of === of))
        .map(({ risk, of }) => ({ factor: risk, of })),
    ].map(({ factor, of }) => {
      const risk = pack.factors.find(({ id }) => id === factor)?.label ?? factor;
      const whose = of === null || of === child.id ? '' : ` (${called(of)})`;
      return {
        risk: factor,
        of,
        child: child.id,
        label: `${risk}${whose}`,
      };
    }),
  );
}

/** What a strength guards against, child by child: the same worry may be guarded against for one and not for another. */
function guardsCell(
  { context, instance }: Field,
  rating: Rating | undefined,
  name: string,
  legend: (text: string) => TemplateResult,
): TemplateResult {
  const { pack, assessment } = context;
  const chosen = (rating?.guards ?? []).map(guardId);
  const offered = guardable({ context, instance }, rating);
  const children = childrenInScope(assessment);
  const choices = (child: string): TemplateResult =>
    choiceButtons({
      pack,
      name,
      choices: offered
        .filter((guard) => guard.child === child)
        .map((guard) => ({ id: guardId(guard), label: guard.label })),
      chosen,
      many: true,
      disabled: context.readonly,
    });
  return html`<fieldset class="govuk-fieldset hw-cell">
    ${legend(phrase(pack, 'guards'))}
    <p class="govuk-hint">
      ${
        offered.length === 0
          ? msg('Rate a worry as active or reducing first; then it can be chosen here.', { id: 'guards-none' })
          : msg('Only worries rated active or reducing so far stand here. Come back when the others are rated.', {
              id: 'guards-so-far',
            })
      }
    </p>
    ${children.map(({ id, name: called }) =>
      offered.some(({ child }) => child === id)
        ? html`<fieldset class="govuk-fieldset hw-cell">
            <legend class="govuk-fieldset__legend">
              ${msg('For', { id: 'guards-for-child' })}
              <bdi>${called.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi>
            </legend>
            ${choices(id)}
          </fieldset>`
        : nothing,
    )}
  </fieldset>`;
}
