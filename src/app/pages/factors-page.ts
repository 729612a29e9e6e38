import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PlaceKey } from '../../model/assessment.ts';
import { childrenInScope } from '../../model/people.ts';
import { roundsWithAnswers } from '../../model/rounds.ts';
import type { Session } from '../../session/session.ts';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { SessionPage } from './page.ts';
import { adoptStyles } from './own-styles.ts';
import { partlyEnglish } from './partly-english.ts';
import { menu } from './picture-menu.ts';
import { sideBySideStyles } from './side-by-side.styles.ts';
import { backToTasks } from './back-to-tasks.ts';

/** Every worry and strength of a family in one table, for one round and one child or all of them. */
export class FactorsPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private round = 0;
  @state() private child = '';

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, sideBySideStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { pack, assessment } = session;
    const rounds = roundsWithAnswers(pack, assessment);
    const children = childrenInScope(assessment);
    const everybody = { id: '', label: msg('Every child', { id: 'every-child' }) };
    return html`${backToTasks(assessment.id)}
      <h1 class="govuk-heading-xl">${msg('Worries and strengths', { id: 'factors-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('Each worry with the strengths that guard against it, person by person. Nothing here is added up: what it means is for you to weigh.', { id: 'factors-lead' })}
      </p>
      ${partlyEnglish(pack)}
      <div class="hw-picture-menus">
        ${
          children.length < 2
            ? nothing
            : menu({
                id: 'picture-child',
                label: msg('Which child?', { id: 'picture-child' }),
                choices: [everybody, ...children.map(({ id, name }) => ({ id, label: name }))],
                chosen: this.child,
                choose: (child) => (this.child = child),
              })
        }
        ${menu({
          id: 'picture-round',
          label: msg('Which round?', { id: 'picture-round' }),
          choices: rounds.map((round) => ({
            id: String(round),
            label: msg(str`Round ${round}`, { id: 'rounds-round-n' }),
          })),
          chosen: String(this.round || (rounds.at(-1) ?? 1)),
          choose: (round) => (this.round = Number(round)),
        })}
      </div>
      <homeward-factors
        folded
        .session=${session}
        .round=${this.round}
        .child=${this.child}
        .linkTo=${(key: PlaceKey) => sectionOf(session, key)}
      ></homeward-factors>
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'output', id: assessment.id, kind: 'rounds' })}
          >${msg('Rounds and children side by side', { id: 'rounds-title' })}</a
        >
      </p>`;
  }
}

/** The address of the section that asks for an answer; null where it is not asked now. */
function sectionOf({ assessment, evaluation }: Session, key: PlaceKey): string | null {
  const instance = evaluation.applies.find((each) => each.key === key);
  return instance ? hashOf({ page: 'section', id: assessment.id, section: instance.section }) : null;
}
