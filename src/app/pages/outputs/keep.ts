import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { property } from 'lit/decorators.js';
import type { Outputs } from '../../../content/outputs.ts';
import { words } from '../../../elements/shared/pack-words.ts';
import { keptReasons, type KeptReason } from '../../../model/assessment.ts';
import type { Instance } from '../../../model/evaluate.ts';
import { rowsOf } from '../../../model/fits.ts';
import { labelOf } from '../../../model/label.ts';
import { packIndex } from '../../../model/pack-index.ts';
import { tableKinds } from '../../../model/pack.ts';
import { presentPeople, shownRows } from '../../../model/people.ts';
import { cellRuns } from '../../../model/report-answers.ts';
import { wordsOf } from '../../../model/report-text.ts';
import type { Session } from '../../../session/session.ts';
import { SessionPage } from '../page.ts';
import { settle } from './settle.ts';

/** What leaves in no reduced copy: whereabouts, words, and single answers or rows. */
export class KeepOutput extends SessionPage {
  @property({ attribute: false }) outputs: Outputs | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { session, outputs } = this;
    if (!session || !outputs) return nothing;
    return html`<h1 class="govuk-heading-xl">${msg('What to keep out of copies', { id: 'keep-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('What you mark here is left out of the summary for partners and of every version for a parent or a child. The whole assessment, its signed PDF and text to paste are not reduced: they still hold it.', { id: 'keep-lead' })}
      </p>
      ${addresses(session)} ${keptWords(session)}
      <h2 class="govuk-heading-l">${msg('Answers', { id: 'keep-answers' })}</h2>
      <p class="govuk-body hw-measure">
        ${msg('These are the answers that may be in a copy. Every other question is left out of all of them, whatever you mark.', { id: 'keep-answers-which' })}
      </p>
      ${answers(session, outputs)}`;
  }
}

function addresses(session: Session): TemplateResult {
  const { assessment, readonly } = session;
  const kept = assessment.sharing?.addresses ?? [];
  return html`<fieldset class="govuk-fieldset govuk-form-group" aria-describedby="keep:addresses-hint">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
      ${msg('Whose whereabouts must not be told?', { id: 'keep-addresses' })}
    </legend>
    <div class="govuk-hint" id="keep:addresses-hint">
      ${msg('Dates and places of moves, providers and visits about these people are left out.', { id: 'keep-addresses-hint' })}
    </div>
    <div class="govuk-checkboxes govuk-checkboxes--small">
      ${presentPeople(assessment)
        .filter(({ role }) =>
          ['child', 'parent', 'carer', 'household', 'relative', 'current-carer', 'network'].includes(role),
        )
        .map(
          ({ id, name }) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="keep:address:${id}"
                ?disabled=${readonly}
                .checked=${live(kept.includes(id))}
                @change=${(event: Event) => {
                  const is = (event.target as HTMLInputElement).checked;
                  settle(session, (now) => {
                    const others = (now.addresses ?? []).filter((each) => each !== id);
                    return { ...now, addresses: is ? [...others, id] : others };
                  });
                }}
              />
              <label class="govuk-label govuk-checkboxes__label" for="keep:address:${id}"
                ><bdi>${name.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi></label
              >
            </div>`,
        )}
    </div>
  </fieldset>`;
}

function keptWords(session: Session): TemplateResult {
  return html`<div class="govuk-form-group">
    <label class="govuk-label govuk-label--m" for="keep:words"
      >${msg('Words that must not be in any copy', { id: 'keep-words' })}</label
    >
    <div class="govuk-hint" id="keep:words-hint">
      ${msg('One on each line: a street, a school, the name of a carer. An answer or a row that holds one of them is left out, and no copy is made that would still say it.', { id: 'keep-words-hint' })}
    </div>
    <textarea
      class="govuk-textarea"
      id="keep:words"
      rows="3"
      aria-describedby="keep:words-hint"
      ?disabled=${session.readonly}
      .value=${live((session.assessment.sharing?.words ?? []).join('\n'))}
      @change=${(event: Event) => {
        const lines = (event.target as HTMLTextAreaElement).value.split('\n').map((line) => line.trim());
        settle(session, (now) => ({ ...now, words: [...new Set(lines.filter((line) => line !== ''))] }));
      }}
    ></textarea>
  </div>`;
}

function answers(session: Session, { shared }: Outputs): TemplateResult | typeof nothing {
  const questions = new Set(Object.values(shared).flatMap((list) => list.map(({ question }) => question)));
  const { pack, evaluation } = session;
  const listed = evaluation.applies.filter(
    ({ question, answer }) =>
      questions.has(question.id) && question.id !== pack.purposeQuestion && answer?.is === 'given',
  );
  if (listed.length === 0)
    return html`<p class="govuk-body">${msg('None of these questions has an answer yet.', { id: 'keep-none' })}</p>`;
  return html`${pack.stages.map((stage) => {
    const here = listed.filter((instance) => instance.stage === stage.id);
    return here.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-m">${words(pack, stage.plain)}</h3>
          ${here.map((instance) => answerEntry(session, instance))}`;
  })}`;
}

function answerEntry(session: Session, instance: Instance): TemplateResult {
  const { pack, assessment } = session;
  const { key, person, question, answer } = instance;
  const label = html`${person ? html`<bdi>${person.name}</bdi>: ` : nothing}${words(pack, labelOf(pack, assessment, instance))}`;
  const rows = tableKinds.includes(question.kind) ? shownRows(assessment, rowsOf(answer)) : [];
  return html`<div class="govuk-form-group">
    ${reasonField(session, key, label)}
    ${
      rows.length < 2
        ? nothing
        : html`<details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text"
                >${msg('Row by row', { id: 'keep-rows' })}<span class="govuk-visually-hidden">: ${label}</span></span
              >
            </summary>
            <div class="govuk-details__text">
              ${rows.map((row, index) => {
                const said = (packIndex(pack).questions.get(question.id)?.columns ?? [])
                  .map((column) => wordsOf(cellRuns(pack, assessment, column, row)))
                  .filter((text) => text !== '');
                return reasonField(
                  session,
                  `${key}.${row.id}`,
                  html`<bdi>${said.slice(0, 2).join(' · ') || String(index + 1)}</bdi>`,
                );
              })}
            </div>
          </details>`
    }
  </div>`;
}

function reasonField(session: Session, key: string, label: TemplateResult): TemplateResult {
  const now = session.assessment.sharing?.kept?.[key];
  return html`<label class="govuk-label" for="keep:${key}">${label}</label>
    <select
      class="govuk-select govuk-!-margin-bottom-2"
      id="keep:${key}"
      ?disabled=${session.readonly}
      .value=${live(now ?? '')}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        settle(session, ({ kept = {}, ...rest }) => {
          const others = Object.fromEntries(Object.entries(kept).filter(([each]) => each !== key));
          return { ...rest, kept: value === '' ? others : { ...others, [key]: value as KeptReason } };
        });
      }}
    >
      <option value="" ?selected=${now === undefined}>${msg('May be in a copy', { id: 'keep-not' })}</option>
      ${keptReasons.map((reason) => html`<option value=${reason} ?selected=${now === reason}>${reasonWords(reason)}</option>`)}
    </select>`;
}

function reasonWords(reason: KeptReason): string {
  switch (reason) {
    case 'third-party':
      return msg('Kept out: a third person said it', { id: 'keep-third-party' });
    case 'confidential':
      return msg('Kept out: told in confidence', { id: 'keep-confidential' });
    case 'safety':
      return msg('Kept out: for somebody’s safety', { id: 'keep-safety' });
  }
}
