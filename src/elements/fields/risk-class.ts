import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { adultsSince } from '../../model/look-again.ts';
import { dateWords } from '../../model/phrases.ts';
import { choiceButtons, chosenIn } from './choice.ts';
import { calledBy, nameOf, type Field } from './context.ts';
import { grouped } from './frame.ts';

/** The four classes with their meanings, none chosen; before them what asks for another look, and the way to the round. */
export function riskClassField(field: Field): TemplateResult {
  const { context, instance } = field;
  const { subject, round } = instance.place;
  return html`${lookAgain(field)}
  ${
    context.links === '' || context.chosen || subject === null
      ? nothing
      : html`<p class="govuk-body">
          <a class="govuk-link" href="${context.links}round/${round}/${subject}"
            >${msg('Weigh this class up on a page of its own', { id: 'round-link' })}<span class="govuk-visually-hidden"
              >: <bdi>${calledBy(instance.person ?? undefined, msg('No name yet', { id: 'no-name-yet' }))}</bdi></span
            ></a
          >
        </p>`
  }
  ${grouped(
    field,
    choiceButtons({
      pack: context.pack,
      name: nameOf(instance),
      choices: context.pack.riskClasses,
      chosen: chosenIn(field),
      disabled: context.readonly,
    }),
  )}`;
}

/** Who came since the class was given, and the one button that says it stands. */
function lookAgain(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  if (!instance.gaps.some(({ code }) => code === 'look-again')) return nothing;
  const since = adultsSince(context.assessment, instance.key);
  return html`<div class="hw-mark">
    <p class="govuk-body">
      <strong>${msg('This class needs another look.', { id: 'look-again' })}</strong>
      ${msg('Since it was given, these adults have moved into the home or are now assessed as carers:', { id: 'look-again-who' })}
      ${since.map((person, index) => html`${index > 0 ? ', ' : ''}<bdi>${calledBy(person, msg('No name yet', { id: 'no-name-yet' }))}</bdi>`)}.
    </p>
    ${
      context.readonly
        ? nothing
        : html`<button type="button" class="govuk-button govuk-button--secondary" @click=${() => classStands(field)}>
            ${msg('We looked again; the class stands', { id: 'look-again-stands' })}
          </button>`
    }
  </div>`;
}

/** Says the class again as it is, with the day on which it was looked at. */
function classStands({ context, instance: { place, answer } }: Field): void {
  if (!answer) return;
  const day = dateWords(context.pack, context.on);
  const line = msg(str`Looked at again on ${day}: the class stands.`, { id: 'look-again-note' });
  const note = answer.note ? `${answer.note}\n${line}` : line;
  context.acts.change({ do: 'answer', at: place, answer: { ...answer, note } });
}
