import { html, type TemplateResult } from 'lit';
import { phrase } from '../../model/phrases.ts';
import { words } from '../shared/pack-words.ts';
import { idFor, noteName, type Field } from './context.ts';
import { typed } from './typed.ts';

/** The note that says what an answer rests on. */
export function evidenceNote({ context, instance }: Field): TemplateResult {
  const name = noteName(instance);
  return html`<div class="govuk-form-group hw-note">
    <label class="govuk-label" for=${idFor(name)}>${words(context.pack, phrase(context.pack, 'note'))}</label>
    <textarea
      class="govuk-textarea hw-grows"
      id=${idFor(name)}
      name=${name}
      rows="2"
      autocomplete="off"
      spellcheck="true"
      ?readonly=${context.readonly}
      ${typed(instance.answer?.note ?? '')}
    ></textarea>
  </div>`;
}
