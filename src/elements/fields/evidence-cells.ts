import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Evidence } from '../../model/assessment.ts';
import { evidenceKinds, evidenceMarks } from '../../model/evidence.ts';
import { presentPeople } from '../../model/people.ts';
import { phrase } from '../../model/phrases.ts';
import { langOf, words } from '../shared/pack-words.ts';
import { choiceButtons, phraseChoices } from './choice.ts';
import { calledBy, idFor, type Field } from './context.ts';
import { dateBoxes } from './date-boxes.ts';
import { typed } from './typed.ts';

/** The `name` of a control of evidence. A place never has a colon, so the form leaves these to the panel. */
export const evidenceName = (id: string, part: string): string => `evidence:${id}.${part}`;

/** The controls of one piece of evidence; what was taken from elsewhere has its own words, day and source there. */
export function evidenceCells(field: Field, evidence: Evidence): TemplateResult {
  const { pack, readonly } = field.context;
  const name = (part: string): string => evidenceName(evidence.id, part);
  const taken = evidence.takenFrom !== undefined;
  const legend = (text: string | TemplateResult): TemplateResult =>
    html`<legend class="govuk-fieldset__legend hw-cell__label">${text}</legend>`;
  return html`
    ${
      taken
        ? nothing
        : html`<div class="govuk-form-group hw-cell">
            <label class="govuk-label hw-cell__label" for=${idFor(name('words'))}
              >${msg('What was seen, said or found', { id: 'evidence-words' })}</label
            >
            <textarea
              class="govuk-textarea hw-grows"
              id=${idFor(name('words'))}
              name=${name('words')}
              rows="3"
              autocomplete="off"
              spellcheck="true"
              ?readonly=${readonly}
              ${typed(evidence.words)}
            ></textarea>
          </div>`
    }
    <fieldset class="govuk-fieldset hw-cell">
      ${legend(words(pack, phrase(pack, 'evidence-is')))}${choiceButtons({
        pack,
        name: name('mark'),
        choices: phraseChoices(pack, evidenceMarks, 'evidence-mark-'),
        chosen: evidence.mark === undefined ? [] : [evidence.mark],
        disabled: readonly,
      })}
    </fieldset>
    ${menuOf(
      name('kind'),
      msg('What it is', { id: 'evidence-kind' }),
      readonly,
      evidenceKinds.map((id) => ({
        id,
        label: phrase(pack, `evidence-kind-${id}`),
        lang: langOf(pack, phrase(pack, `evidence-kind-${id}`)),
      })),
      evidence.kind,
    )}
    ${taken ? nothing : ownSource(field, evidence, name, legend)}
  `;
}

function ownSource(
  { context: { pack, assessment, readonly } }: Field,
  evidence: Evidence,
  name: (part: string) => string,
  legend: (text: string | TemplateResult) => TemplateResult,
): TemplateResult {
  const people = presentPeople(assessment).map((person) => ({
    id: person.id,
    label: calledBy(person, msg('No name yet', { id: 'no-name-yet' })),
    lang: null,
  }));
  return html`<fieldset class="govuk-fieldset hw-cell" aria-describedby=${idFor(name('date'), 'hint')}>
      ${legend(words(pack, phrase(pack, 'date')))}
      <div class="govuk-hint" id=${idFor(name('date'), 'hint')}>
        ${msg('A month or a year is enough', { id: 'date-partly' })}
      </div>
      ${dateBoxes({
        at: { question: `evidence:${evidence.id}`, subject: null, round: 0 },
        date: evidence.on ?? null,
        partly: true,
        readonly,
      })}
    </fieldset>
    <div class="govuk-form-group hw-cell">
      <label class="govuk-label hw-cell__label" for=${idFor(name('from'))}
        >${msg('Where it is written', { id: 'evidence-from' })}</label
      >
      <input
        class="govuk-input"
        id=${idFor(name('from'))}
        name=${name('from')}
        autocomplete="off"
        spellcheck="true"
        ?readonly=${readonly}
        ${typed(evidence.from ?? '')}
      />
    </div>
    ${menuOf(name('person'), msg('Who said or saw it', { id: 'evidence-person' }), readonly, people, evidence.person)}`;
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly lang: string | null;
}

const menuOf = (
  name: string,
  label: string,
  disabled: boolean,
  lines: readonly Line[],
  chosen: string | undefined,
): TemplateResult =>
  html`<div class="govuk-form-group hw-cell">
    <label class="govuk-label hw-cell__label" for=${idFor(name)}>${label}</label>
    <select class="govuk-select" id=${idFor(name)} name=${name} ?disabled=${disabled}>
      <option value="" .selected=${live(chosen === undefined)}>${msg('Choose one', { id: 'choose-one' })}</option>
      ${lines.map((line) => html`<option value=${line.id} lang=${line.lang ?? nothing} .selected=${live(chosen === line.id)}>${line.label}</option>`)}
    </select>
  </div>`;
