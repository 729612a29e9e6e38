import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../model/answer.ts';
import type { HistoryEntry } from '../../model/assessment.ts';
import type { QuestionKind } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { blockWithLanguages, words } from '../shared/pack-words.ts';
import { blocksView } from '../shared/report-view.ts';
import { calledBy, idFor, type Field } from './context.ts';
import { evidenceNote } from './note.ts';

const nobody = (): string => msg('No name yet', { id: 'no-name-yet' });

const panelId = (key: string): string => idFor(key, 'more');

/** Opens less usual things at an answer: take another person's, go back to an earlier version, add a note, copy it out. */
export function moreButton({ context, instance: { key, person }, instance }: Field): TemplateResult {
  return html`<button
    type="button"
    class="hw-link-button"
    data-more=${key}
    aria-expanded=${context.opened(key) ? 'true' : 'false'}
  >
    ${msg('More', { id: 'more' })}<span class="govuk-visually-hidden"
      >:
      ${person ? html`<bdi>${calledBy(person, nobody())}</bdi>: ` : nothing}${words(context.pack, context.label(instance))}</span
    >
  </button>`;
}

/** What the button opens; nothing until then. */
export function morePanel(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  return context.opened(instance.key)
    ? html`<div class="hw-instead" id=${panelId(instance.key)}>${moreOf(field)}</div>`
    : nothing;
}

function moreOf(field: Field): TemplateResult {
  const { context, instance } = field;
  return html`<p class="govuk-body">
      <button type="button" class="hw-link-button" data-help=${instance.key}>
        ${msg('Go to the help for this question (Escape comes back)', { id: 'help-go' })}
      </button>
    </p>
    ${sameAs(field)} ${earlier(field)} ${hasOwnNote(instance.question.kind) ? nothing : evidenceNote(field)}
    ${
      instance.answer
        ? html`<p class="govuk-body">
            <button type="button" class="hw-link-button" @click=${() => context.does.copyOut(instance)}>
              ${msg('Copy this answer with its question', { id: 'copy-answer' })}
            </button>
          </p>`
        : nothing
    }`;
}

/** A note where one was made, for the kinds of question that do not ask for one; in the opened menu it is there already. */
export function madeNote(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const elsewhere = hasOwnNote(instance.question.kind) || context.opened(instance.key);
  return elsewhere || !instance.answer?.note ? nothing : evidenceNote(field);
}

const hasOwnNote = (kind: QuestionKind): boolean => kind === 'yes-no-unknown' || kind === 'scale';

/** The same question answered for another person, or in another round. */
function sameAs({ context, instance }: Field): TemplateResult | typeof nothing {
  const { assessment } = context;
  const others = Object.entries(assessment.answers).flatMap(([key, answer]) => {
    const place = key === instance.key ? null : parsePlaceKey(key);
    return place?.question === instance.question.id && answer.is !== 'unread' ? [{ key, place }] : [];
  });
  if (others.length === 0) return nothing;
  return html`<ul class="govuk-list">
    ${others.map(({ key, place }) => {
      const who =
        place.subject === null || place.subject === instance.place.subject
          ? ''
          : calledBy(personById(assessment, place.subject), nobody());
      const words =
        who === ''
          ? msg(str`Same as in round ${place.round}`, { id: 'same-as-round' })
          : place.round === instance.place.round
            ? msg(str`Same as for ${who}`, { id: 'same-as' })
            : msg(str`Same as for ${who} in round ${place.round}`, { id: 'same-as-both' });
      return html`<li>
        <button type="button" class="hw-link-button" @click=${() => context.does.copyFrom(instance, key)}>
          <bdi>${words}</bdi>
        </button>
      </li>`;
    })}
  </ul>`;
}

/** What the answer was before earlier sittings, the latest first. */
function earlier(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const entries = context.assessment.history.filter(({ place }) => place === instance.key).toReversed();
  if (entries.length === 0) return nothing;
  return html`<p class="govuk-body"><strong>${msg('Earlier versions', { id: 'earlier' })}</strong></p>
    <ol class="govuk-list hw-earlier">
      ${entries.map((entry) => html`<li>${earlierVersion(field, entry)}</li>`)}
    </ol>`;
}

function earlierVersion({ context, instance }: Field, { from, by, was }: HistoryEntry): TemplateResult {
  const answer = was as Answer | null;
  const when = context.moment(from);
  return html`<p class="govuk-body-s">
      ${by === '' ? msg(str`Before ${when}`, { id: 'earlier-before' }) : html`${msg(str`Before ${when}, when this person changed it:`, { id: 'earlier-before-by' })} <bdi>${by}</bdi>`}
    </p>
    ${answer === null ? html`<p class="govuk-body">${msg('No answer', { id: 'earlier-none' })}</p>` : blocksView(answerBlocks(context.pack, context.assessment, { question: instance.question, answer }).map((block) => blockWithLanguages(block, context.pack)))}
    <p class="govuk-body">
      <button type="button" class="hw-link-button" @click=${() => context.does.restore(instance, answer)}>
        ${msg('Restore this version', { id: 'restore' })}<span class="govuk-visually-hidden"> (${when})</span>
      </button>
    </p>`;
}

/** Said at an answer that was taken from elsewhere, until it is touched. */
export function copiedLine({ context, instance }: Field): TemplateResult | typeof nothing {
  const from = instance.answer?.copiedFrom;
  const place = from === undefined ? null : parsePlaceKey(from);
  if (!place) return nothing;
  const person = place.subject === null ? undefined : personById(context.assessment, place.subject);
  return html`<p class="hw-mark">
    ${person ? html`${msg('Taken from the answer for', { id: 'copied-from' })} <bdi>${calledBy(person, nobody())}</bdi>.` : msg(str`Taken from round ${place.round}.`, { id: 'copied-from-round' })}
    ${msg('Check that it is true here, and change what differs.', { id: 'copied-check' })}
    ${context.readonly ? nothing : html`<button type="button" class="hw-link-button" @click=${() => context.does.confirmCopy(instance)}>${msg('It is true here', { id: 'copied-true' })}</button>`}
  </p>`;
}
