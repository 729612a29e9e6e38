import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { childrenInScope } from '../../model/people.ts';
import { childrenPicture, roundsPicture } from '../../model/rounds-picture.ts';
import { roundsWithAnswers } from '../../model/rounds.ts';
import { suggestionOf } from '../../model/suggested-then.ts';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { Folds } from './folds.ts';
import { SessionPage } from './page.ts';
import { partlyEnglish } from './partly-english.ts';
import { menu } from './picture-menu.ts';
import { adoptStyles } from './own-styles.ts';
import { childrenTable, factorsTable, roundsTable } from './side-by-side.ts';
import { sideBySideStyles } from './side-by-side.styles.ts';
import { backToTasks } from './back-to-tasks.ts';

/** The rounds of one child beside each other, and the children of one family in one round. */
export class RoundsPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private child = '';
  @state() private round = 0;
  @state() private all = false;

  readonly #folds = new Folds(this);

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, sideBySideStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { pack, assessment } = session;
    this.#folds.goOn(session, 'rounds');
    const children = childrenInScope(assessment);
    const child = children.find(({ id }) => id === this.child) ?? children[0];
    const rounds = roundsWithAnswers(pack, assessment);
    const round = rounds.includes(this.round) ? this.round : (rounds.at(-1) ?? 1);
    const picture = child && roundsPicture(pack, assessment, child.id);
    return html`${backToTasks(assessment.id)}
      <h1 class="govuk-heading-xl">${msg('Rounds and children side by side', { id: 'rounds-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('What changed, why, which class was chosen and by whom. The classes and reasons are those people wrote down.', { id: 'rounds-lead' })}
        ${suggestionOf(pack) ? msg('Beside a class stands what was suggested when it was chosen, to compare with; a suggestion is never the class.', { id: 'rounds-lead-suggested' }) : nothing}
      </p>
      ${partlyEnglish(pack)}
      <div class="govuk-form-group govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id="rounds-all"
            .checked=${this.all}
            @change=${this.#toggle}
          />
          <label class="govuk-label govuk-checkboxes__label" for="rounds-all"
            >${msg('Show also what was absent or unknown throughout', { id: 'rounds-all' })}</label
          >
        </div>
      </div>
      ${
        picture
          ? html`<h2 class="govuk-heading-l">${msg('One child, round by round', { id: 'rounds-of-child' })}</h2>
              ${menu({
                id: 'rounds-child',
                label: msg('Which child?', { id: 'picture-child' }),
                choices: children.map(({ id, name }) => ({ id, label: name })),
                chosen: picture.child.id,
                choose: (id) => (this.child = id),
              })}
              ${this.#folds.view(3, [roundsTable(session, picture), factorsTable(session, picture, this.all)])}`
          : html`<p class="govuk-body">${msg('No child is in scope yet.', { id: 'rounds-nobody' })}</p>`
      }
      ${
        children.length === 0
          ? nothing
          : html`<h2 class="govuk-heading-l">${msg('The children in one round', { id: 'rounds-children' })}</h2>
              ${menu({
                id: 'rounds-round',
                label: msg('Which round?', { id: 'picture-round' }),
                choices: rounds.map((each) => ({
                  id: String(each),
                  label: msg(str`Round ${each}`, { id: 'rounds-round-n' }),
                })),
                chosen: String(round),
                choose: (id) => (this.round = Number(id)),
              })}
              ${this.#folds.view(3, [childrenTable(session, childrenPicture(pack, assessment, round), this.all)])}`
      }
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'output', id: assessment.id, kind: 'factors' })}
          >${msg('Worries and strengths', { id: 'factors-title' })}</a
        >
      </p>`;
  }

  readonly #toggle = (): void => {
    this.all = !this.all;
  };
}
