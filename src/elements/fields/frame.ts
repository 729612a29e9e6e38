import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../shared/pack-words.ts';
import { describedBy, idFor, type Field } from './context.ts';
import { foldedHelp, helpInFold } from './guidance.ts';
import { copiedLine, madeNote } from './more.ts';
import { rarer } from './rarer.ts';
import { answerTools } from './state.ts';
import { questionTitle } from './title.ts';

/** Ids that describe a question's control: its hint and what is wrong with it. */
export function describes({ context, instance }: Field, also?: string): string | null {
  return describedBy(
    hintOf({ context, instance }) !== undefined && idFor(instance.key, 'hint'),
    isMarked({ context, instance }) && idFor(instance.key, 'mark'),
    also,
  );
}

export const hintOf = ({ instance: { asked, question } }: Field): string | undefined => asked.hint ?? question.hint;

/** Whether to say now that what is typed cannot be read: not while somebody is still typing it. */
export function isMarked({ context, instance }: Field): boolean {
  return instance.answer?.is === 'unread' && instance.answer.text !== '' && !context.typing(instance.key);
}

/** The same, and whether it may be left out. */
export function questionWords(field: Field): TemplateResult | string {
  const { person, counts, question } = field.instance;
  const title = questionTitle(field);
  if (!person && (counts || question.required)) return title;
  return html`${title}${
    counts || question.required
      ? nothing
      : html`<span class="hw-optional">${` ${msg('(optional)', { id: 'optional' })}`}</span>`
  }`;
}

export const hintLine = (field: Field): TemplateResult | typeof nothing => {
  const hint = hintOf(field);
  return hint === undefined
    ? nothing
    : html`<div class="govuk-hint" id=${idFor(field.instance.key, 'hint')}>${words(field.context.pack, hint)}</div>`;
};

/** What could not be read, said gently: it is kept as typed. */
export const markLine = (field: Field): TemplateResult | typeof nothing =>
  isMarked(field)
    ? html`<p class="hw-mark" id=${idFor(field.instance.key, 'mark')}>
        ${
          field.instance.question.kind === 'date'
            ? msg('This is kept as you typed it, but it is not a date we can read. Check the day, month and year.', {
                id: 'mark-date',
              })
            : msg('This is kept as you typed it, but it is not a whole number.', { id: 'mark-number' })
        }
      </p>`
    : nothing;

// The fold of help is written out in both of these, so that it is no template of its own at every question.

/** A question with one control: label, hint, the control, help and the answer states. */
export function labelled(field: Field, control: TemplateResult): TemplateResult {
  const { key } = field.instance;
  return html`<div class="govuk-form-group">
    <label class="govuk-label govuk-label--s" for=${idFor(key)}>${questionWords(field)}</label>
    ${hintLine(field)}
    <details class="govuk-details hw-help-in-place">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${foldedHelp()}</span>
      </summary>
      <div class="govuk-details__text">${helpInFold(field)}</div>
    </details>
    ${markLine(field)}${copiedLine(field)}${control}${madeNote(field)}${rarer()?.answerSupport(field)}${answerTools(field)}
  </div>`;
}

/** A question with several controls: a fieldset with the question as legend. */
export function grouped(field: Field, controls: TemplateResult): TemplateResult {
  return html`<div class="govuk-form-group">
    <fieldset class="govuk-fieldset" aria-describedby=${describes(field) ?? nothing}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${questionWords(field)}</legend>
      ${hintLine(field)}
      <details class="govuk-details hw-help-in-place">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${foldedHelp()}</span>
        </summary>
        <div class="govuk-details__text">${helpInFold(field)}</div>
      </details>
      ${markLine(field)}${copiedLine(field)}${controls}
    </fieldset>
    ${madeNote(field)}${rarer()?.answerSupport(field)}${answerTools(field)}
  </div>`;
}
