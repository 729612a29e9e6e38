import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { countWords } from '../../model/gaps.ts';
import { idFor, nameOf, typedText, type Field } from './context.ts';
import { dateBoxes } from './date-boxes.ts';
import { describes, grouped, labelled } from './frame.ts';
import { saysNumber, typed } from './typed.ts';

/** One line of words, or a whole number. */
export function textField(field: Field): TemplateResult {
  const { context, instance } = field;
  const number = instance.question.kind === 'number';
  const text = typedText(instance.answer);
  return labelled(
    field,
    html`<input
      class=${number ? 'govuk-input govuk-input--width-5' : 'govuk-input'}
      id=${idFor(instance.key)}
      name=${nameOf(instance)}
      autocomplete="off"
      inputmode=${number ? 'numeric' : nothing}
      spellcheck="true"
      aria-describedby=${describes(field) ?? nothing}
      ?readonly=${context.readonly}
      ${number ? typed(text, saysNumber(text)) : typed(text)}
    />`,
  );
}

/** Lines a box of words begins with, and those it grows to where the browser cannot do it by itself. */
const fewest = 5;
const most = 25;
const lettersInLine = 70;

/** Lines for a text. Where `field-sizing` is known the box follows its text anyway. */
function rowsFor(text: string): number {
  let lines = 0;
  // Long enough is long enough: two hundred thousand letters are not counted at each key.
  for (const line of text.slice(0, most * lettersInLine).split('\n'))
    lines += Math.max(1, Math.ceil(line.length / lettersInLine));
  return Math.max(fewest, Math.min(most, lines));
}

/** Several paragraphs; grows with its text. */
export function longTextField(field: Field): TemplateResult {
  const { context, instance } = field;
  const { minWords } = instance.question;
  const text = typedText(instance.answer);
  const words = minWords === undefined ? 0 : countWords(text);
  return labelled(
    field,
    html`<textarea
        class="govuk-textarea hw-grows"
        id=${idFor(instance.key)}
        name=${nameOf(instance)}
        rows=${rowsFor(text)}
        autocomplete="off"
        spellcheck="true"
        aria-describedby=${describes(field, minWords === undefined ? undefined : idFor(instance.key, 'words')) ?? nothing}
        ?readonly=${context.readonly}
        ${typed(text)}
      ></textarea>
      ${
        minWords === undefined
          ? nothing
          : html`<p class="govuk-hint" id=${idFor(instance.key, 'words')}>
              ${
                words >= minWords
                  ? msg('Long enough.', { id: 'words-enough' })
                  : msg(str`At least ${minWords} words; ${words} so far.`, { id: 'words-so-far' })
              }
            </p>`
      }`,
  );
}

/** A calendar day in three boxes. */
export function dateField(field: Field): TemplateResult {
  const { answer, place } = field.instance;
  const { readonly } = field.context;
  const date =
    answer?.is === 'unread'
      ? { unread: answer.text }
      : answer?.is === 'given' && typeof answer.value === 'string'
        ? answer.value
        : null;
  const empty = date !== null && typeof date !== 'string' && date.unread === '';
  return grouped(field, dateBoxes({ at: place, date: empty ? null : date, readonly }));
}
