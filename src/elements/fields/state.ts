import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { languageTag } from '../../i18n/locale.ts';
import type { Answer } from '../../model/answer.ts';
import { formName } from '../../model/place.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { langOf, words as packWords } from '../shared/pack-words.ts';
import { calledBy, idFor, type Field, type FieldContext } from './context.ts';
import { dateBoxes } from './date-boxes.ts';
import { linesOf, menu, type MenuLine } from './menu.ts';
import { buttonAbout, morePanel } from './more.ts';
import { typed } from './typed.ts';

type Elsewhere = Extract<Answer, { is: 'not-known' | 'declined' | 'not-applicable' }>;

const elsewhere = (answer: Answer | null): Elsewhere | null =>
  answer?.is === 'not-known' || answer?.is === 'declined' || answer?.is === 'not-applicable' ? answer : null;

/**
 * The quiet line under each answer: a menu of the states an answer can have instead (not known yet, declined, does
 * not apply), with reason, owner and date once chosen; and the button for what is needed less often.
 */
export function answerTools(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const instead = elsewhere(instance.answer);
  if (context.readonly)
    return instead
      ? html`<p class="govuk-body"><strong>${words(field, instead.is)}</strong> ${instead.reason ?? ''}</p>`
      : nothing;
  const name = formName({ ...instance.place, part: 'state' });
  const person = instance.person ? `${calledBy(instance.person, msg('No name yet', { id: 'no-name-yet' }))}: ` : '';
  const label = context.label(instance);
  // One select and one button: every question of a long form carries them. A name is in one language, that of its greater part.
  return html`<div class="hw-tools">
      <select
        class="govuk-select hw-tools__state"
        name=${name}
        lang=${langOf(context.pack, label) ?? nothing}
        aria-label=${`${person}${label} ${msg('How it is answered', { id: 'state-legend' })}`}
        ${menu(stateLines(context), instead?.is ?? 'given')}
      ></select
      ><button
        type="button"
        class="hw-link-button"
        data-more=${instance.key}
        aria-expanded=${context.opened(instance.key) ? 'true' : 'false'}
      >
        ${msg('More', { id: 'more' })}<span class="govuk-visually-hidden">: ${buttonAbout(field)}</span>
      </button>
    </div>
    ${instead ? reasons(field, instead) : nothing}${morePanel(field)}`;
}

/** The states an answer can have, the same at every question. */
const stateLines = (context: FieldContext): readonly MenuLine[] =>
  linesOf(context, 'state', () => [
    { value: 'given', label: msg('Answer here', { id: 'state-given' }), lang: languageTag() },
    ...(['not-known', 'declined', 'not-applicable'] as const).map((value) => ({
      value,
      label: phrase(context.pack, value),
      lang: langOf(context.pack, phrase(context.pack, value)) ?? languageTag(),
    })),
  ]);

const words = ({ context: { pack } }: Field, id: PhraseId): string | TemplateResult =>
  packWords(pack, phrase(pack, id));

const byBoxes = { day: 'by.day', month: 'by.month', year: 'by.year' } as const;

function reasons(field: Field, answer: Elsewhere): TemplateResult {
  const { place } = field.instance;
  const box = (part: 'reason' | 'owner', id: PhraseId, text: string): TemplateResult => {
    const name = formName({ ...place, part });
    return html`<div class="govuk-form-group">
      <label class="govuk-label" for=${idFor(name)}>${words(field, id)}</label>
      <input class="govuk-input" id=${idFor(name)} name=${name} autocomplete="off" spellcheck="true" ${typed(text)} />
    </div>`;
  };
  return html`<div class="hw-instead">
    ${box('reason', 'reason', answer.reason ?? '')}
    ${
      answer.is === 'not-known'
        ? html`${box('owner', 'owner', answer.owner ?? '')}
            <fieldset class="govuk-fieldset">
              <legend class="govuk-fieldset__legend">${words(field, 'by-date')}</legend>
              ${dateBoxes({ at: place, names: byBoxes, date: answer.by ?? null, unkept: true, readonly: field.context.readonly })}
            </fieldset>`
        : nothing
    }
  </div>`;
}
