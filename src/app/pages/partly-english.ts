import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isPartlyEnglish } from '../../elements/shared/pack-words.ts';
import type { Pack } from '../../model/pack.ts';

/** Said on a page of a pack some of whose words have no translation yet; each of them carries its own language. */
export const partlyEnglish = (pack: Pack): TemplateResult | typeof nothing =>
  isPartlyEnglish(pack)
    ? html`<p class="govuk-body hw-quiet" data-partly-english>
        ${msg('Some words on this page are in English: the questions that have no Welsh yet.', { id: 'partly-english' })}
      </p>`
    : nothing;
