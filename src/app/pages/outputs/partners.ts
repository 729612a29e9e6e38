import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Outputs } from '../../../content/outputs.ts';
import { withLanguages } from '../../../elements/shared/pack-words.ts';
import { reportView } from '../../../elements/shared/report-view.ts';
import { childrenInScope } from '../../../model/people.ts';
import { outcome, type Outcome } from '../../../model/problem.ts';
import { makeCopy } from '../../../outputs/copy.ts';
import type { Session } from '../../../session/session.ts';
import { deviceWorld } from '../../../session/world.ts';
import type { Services } from '../../services.ts';
import { SessionPage } from '../page.ts';
import { keepLink } from './keep-link.ts';
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
          : html`<p class="govuk-error-message">
              ${msg('Nothing was made: it would say something that has to be kept out of copies. Look through the words below, or at “What to keep out of copies”.', { id: 'out-kept-words' })}
            </p>`
      }`;
  }
}

function summary({ pack, assessment }: Session, outputs: Outputs): Outcome<Made> {
  const children = childrenInScope(assessment).map(({ id }) => id);
  const to = { kind: 'partners', person: null, children } as const;
  const made = makeCopy(pack, outputs, assessment, { to, on: deviceWorld.today() });
  return made.ok ? outcome({ ...made.value, report: withLanguages(made.value.report, pack) }, []) : made;
}
