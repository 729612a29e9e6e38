import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Outputs } from '../../../content/outputs.ts';
import { withLanguages } from '../../../elements/shared/pack-words.ts';
import { reportView } from '../../../elements/shared/report-view.ts';
import { outcome, type Outcome } from '../../../model/problem.ts';
import type { Session } from '../../../session/session.ts';
import type { Services } from '../../services.ts';
import { SessionPage } from '../page.ts';
import { keepLink } from './keep-link.ts';
import { partnersCopy } from './partners-copy.ts';
import { refused } from './said.ts';
import type { Made } from './save.ts';

/** The summary for partners: read here, then saved. */
export class PartnersOutput extends SessionPage {
  @property({ attribute: false }) services: Services | null = null;
  @property({ attribute: false }) outputs: Outputs | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { session, outputs } = this;
    if (!session || !outputs) return nothing;
    const made = summary(session, outputs);
    return html`<h1 class="govuk-heading-xl">${msg('Summary for partners', { id: 'out-partners' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('One or two pages for other services: decision, class with reasons, the plan, who does what by when, and the next review.', { id: 'out-partners-what' })}
      </p>
      ${keepLink(session)}
      <homeward-save-output
        .services=${this.services}
        .make=${() => summary(session, outputs)}
        .name=${'summary-for-partners'}
        .mostPages=${2}
      ></homeward-save-output>
      <h2 class="govuk-heading-l">${msg('What it says', { id: 'out-says' })}</h2>
      ${
        made.ok
          ? html`<div class="hw-copy">${reportView(made.value.report, () => nothing)}</div>`
          : refused(made.problems[0].code)
      }`;
  }
}

function summary(session: Session, outputs: Outputs): Outcome<Made> {
  const made = partnersCopy(session, outputs);
  return made.ok ? outcome({ ...made.value, report: withLanguages(made.value.report, session.pack) }, []) : made;
}
