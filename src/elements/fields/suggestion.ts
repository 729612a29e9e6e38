import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { idFor, type Field } from './context.ts';
import { hintLine } from './frame.ts';
import { later } from './later.ts';
import { questionTitle } from './title.ts';

const panel = later(async () => (await import('./suggestion-panel.ts')).suggestionPanel);

/** What the ratings point to, folded until somebody opens it and worked out only then. There is nothing to answer. */
export function suggestionField(field: Field): TemplateResult {
  const { context, instance } = field;
  const open = context.opened(instance.key);
  const title = idFor(instance.key, 'title');
  return html`<div class="govuk-form-group hw-suggestion" role="group" aria-labelledby=${title}>
    <p class="govuk-label govuk-label--s" id=${title}>${questionTitle(field)}</p>
    ${hintLine(field)}
    <button type="button" class="hw-link-button" data-more=${instance.key} aria-expanded=${open ? 'true' : 'false'}>
      ${msg('What your ratings point to, and why; it may be wrong', { id: 'suggestion-open' })}
    </button>
    ${open ? html`<div class="hw-instead" id=${idFor(instance.key, 'suggestion')}>${panel(field)}</div>` : nothing}
  </div>`;
}
