import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { classStyles, classWord } from '../../elements/shared/class-shape.ts';
import { childrenInScope } from '../../model/people.ts';
import { placeKey } from '../../model/place.ts';
import { hashOf } from '../routes.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';
import { classIn, roundsOf } from './rounds.ts';

/** The rounds of classification child by child, with the class given in each. */
export class ClassList extends SessionPage {
  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, classStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { pack, assessment, evaluation } = session;
    const children = childrenInScope(assessment);
    const rounds = roundsOf(pack, assessment).filter(
      ({ round, section }) =>
        evaluation.openStages.has(section.stage) || children.some(({ id }) => classIn(pack, assessment, id, round)),
    );
    if (rounds.length === 0 || children.length === 0) return nothing;
    return html`<h2 class="govuk-heading-m">${msg('Classification, child by child', { id: 'classes-title' })}</h2>
      ${children.map(
        ({ id, name }) =>
          html`<p class="govuk-body">
              <bdi>${name.trim() === '' ? msg('No name yet', { id: 'no-name-yet' }) : name}</bdi>
            </p>
            <ul class="govuk-list">
              ${rounds.map(({ round }) => {
                const riskClass = classIn(pack, assessment, id, round);
                const again = evaluation.lookAgain.has(placeKey({ question: 'risk-class', subject: id, round }));
                return html`<li>
                  <a class="govuk-link" href=${hashOf({ page: 'round', id: assessment.id, round, person: id })}
                    >${msg(str`Round ${round}`, { id: 'round-n' })}<span class="govuk-visually-hidden"
                      >: <bdi>${name}</bdi></span
                    ></a
                  >:
                  ${riskClass ? classWord(pack, riskClass) : html`<span class="hw-quiet">${msg('no class yet', { id: 'classes-none' })}</span>`}
                  ${again ? html`<strong class="govuk-tag govuk-tag--yellow hw-tag-wraps">${msg('Needs another look', { id: 'status-look-again' })}</strong>` : nothing}
                </li>`;
              })}
            </ul>`,
      )}`;
  }
}
