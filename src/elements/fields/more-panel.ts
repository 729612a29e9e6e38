import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { momentInWords } from '../../i18n/dates.ts';
import type { Answer } from '../../model/answer.ts';
import type { HistoryEntry } from '../../model/assessment.ts';
import type { Instance } from '../../model/evaluate.ts';
import { personById } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { blockWithLanguages } from '../shared/pack-words.ts';
import { blocksView } from '../shared/report-view.ts';
import { reportStyles } from '../shared/report.styles.ts';
import { calledBy, type Field, type FieldContext } from './context.ts';
import { hasOwnNote } from './more.ts';
import { evidenceNote } from './note.ts';
import { copyFrom } from './same-as-before.ts';

const nobody = (): string => msg('No name yet', { id: 'no-name-yet' });

/** Puts the question and its answer on the clipboard, with headings. */
async function copyOut({ acts: { session } }: FieldContext, instance: Instance): Promise<void> {
  const { copyOut: out } = await import('../form/copy-out.ts');
  if (session) await out(session, [instance]);
}

/** What `More` opens: another person's answer, earlier versions, a note, a copy. */
export function morePanelOf(field: Field): TemplateResult {
  const { context, instance } = field;
  context.acts.wear(reportStyles);
  return html`<p class="govuk-body">
      <button type="button" class="hw-link-button" data-help=${instance.key}>
        ${msg('Go to the help for this question (Escape comes back)', { id: 'help-go' })}
      </button>
    </p>
    ${sameAs(field)} ${earlier(field)} ${hasOwnNote(instance.question.kind) ? nothing : evidenceNote(field)}
    ${
      instance.answer
        ? html`<p class="govuk-body">
            <button type="button" class="hw-link-button" @click=${() => copyOut(context, instance)}>
              ${msg('Copy this answer with its question', { id: 'copy-answer' })}
            </button>
          </p>`
        : nothing
    }`;
}

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
        <button type="button" class="hw-link-button" @click=${() => copyFrom(context, instance.place, key)}>
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

function earlierVersion({ context, instance }: Field, { from, by, was, clockBack }: HistoryEntry): TemplateResult {
  const answer = was as Answer | null;
  const when = momentInWords(new Date(from));
  return html`<p class="govuk-body-s">
      ${by === '' ? msg(str`Before ${when}`, { id: 'earlier-before' }) : html`${msg(str`Before ${when}, when this person changed it:`, { id: 'earlier-before-by' })} <bdi>${by}</bdi>`}
    </p>
    ${
      clockBack
        ? html`<p class="govuk-body-s">
            ${msg('The clock of the computer had been put back then, so this time may be wrong.', { id: 'earlier-clock' })}
          </p>`
        : nothing
    }
    ${answer === null ? html`<p class="govuk-body">${msg('No answer', { id: 'earlier-none' })}</p>` : blocksView(answerBlocks(context.pack, context.assessment, { question: instance.question, answer }).map((block) => blockWithLanguages(block, context.pack)))}
    <p class="govuk-body">
      <button
        type="button"
        class="hw-link-button"
        @click=${() => context.acts.change({ do: 'answer', at: instance.place, answer })}
      >
        ${msg('Restore this version', { id: 'restore' })}<span class="govuk-visually-hidden"> (${when})</span>
      </button>
    </p>`;
}
