import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { lightStyles } from '../../../elements/shared/light.ts';
import { words } from '../../../elements/shared/pack-words.ts';
import { packIndex } from '../../../model/pack-index.ts';
import { progressPicture } from '../../../model/progress-picture.ts';
import type { WayHome } from '../../../model/progress-way.ts';
import type { Session } from '../../../session/session.ts';
import type { Visit } from '../../later.ts';
import { hashOf } from '../../routes.ts';
import { Folds } from '../folds.ts';
import { adoptStyles } from '../own-styles.ts';
import { SessionPage } from '../page.ts';
import { partlyEnglish } from '../partly-english.ts';
import { gapsInBrief, goalsInBrief, moveInBrief, outcomeInBrief, waysInBrief } from './brief.ts';
import { contingency } from './contingency.ts';
import { gapsPart } from './gaps.ts';
import { ladder, outcomes, watching } from './way.ts';
import { printButton } from '../print-button.ts';
import { backToTasks } from '../back-to-tasks.ts';

/** Goals and lights over time, support that is missing, the move home, seeing the child, contingency and outcome. */
export class ProgressPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;

  readonly #folds = new Folds(this);

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lightStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    this.#folds.goOn(session, 'progress');
    return progressPage(session, this.#folds);
  }
}

function progressPage(session: Session, folds: Folds): TemplateResult {
  const { pack, assessment, evaluation } = session;
  const { goals, gaps, ways, contingency: signs } = progressPicture(pack, assessment, evaluation);
  const showing = { pack, assessment };
  return html`
    ${backToTasks(assessment.id)}
    <h1 class="govuk-heading-xl">${msg('Goals, support and the way home', { id: 'progress-title' })}</h1>
    <p class="govuk-body-l hw-measure">
      ${msg('Everything here comes from the answers. Colours say how a goal is going; they are no measure of risk and decide nothing.', { id: 'progress-lead' })}
    </p>
    ${partlyEnglish(pack)}
    ${folds.view(
      2,
      [
        {
          id: 'goals',
          title: msg('Goals and how they go', { id: 'progress-goals' }),
          summary: goalsInBrief(showing, goals),
          body: html`${changeIn(session, ['agreement', 'progress', 'monitoring'])}
            <homeward-progress .pack=${pack} .assessment=${assessment} heading-level="3"></homeward-progress>`,
        },
        {
          id: 'gaps',
          title: msg('Support that is missing', { id: 'progress-gaps' }),
          summary: gapsInBrief(showing, gaps),
          body: html`${changeIn(session, ['support'])} ${gapsPart(showing, gaps)}`,
        },
        {
          id: 'ladder',
          title: msg('Steps of the move home', { id: 'progress-ladder' }),
          summary: waysInBrief(ways, moveInBrief),
          body: html`${changeIn(session, ['return-plan'])} ${byChild(ways, (way) => ladder(showing, way))}`,
        },
        {
          id: 'watching',
          title: msg('Seeing the child after the move', { id: 'progress-watching' }),
          body: html`${changeIn(session, ['monitoring'])} ${byChild(ways, (way) => watching(showing, way))}`,
        },
        {
          id: 'contingency',
          title: msg('If things slip', { id: 'progress-contingency' }),
          body: html`${changeIn(session, ['return-plan'])} ${contingency(showing, signs)}`,
        },
        {
          id: 'outcomes',
          title: msg('What became of it', { id: 'progress-outcomes' }),
          summary: waysInBrief(ways, (way) => outcomeInBrief(showing, way)),
          body: html`${changeIn(session, ['closure'])} ${byChild(ways, (way) => outcomes(showing, way))}`,
        },
      ],
      printButton(),
    )}
  `;
}

/** Where the answers of a part are written. */
function changeIn({ pack, assessment }: Session, sections: readonly string[]): TemplateResult {
  const known = sections.flatMap((id) => packIndex(pack).sections.get(id) ?? []);
  return html`<p class="govuk-body">
    ${msg('Written in', { id: 'progress-written-in' })}:
    ${known.map(({ id, title }, index) => html`${index > 0 ? ', ' : nothing}<a class="govuk-link" href=${hashOf({ page: 'section', id: assessment.id, section: id })}>${words(pack, title)}</a>`)}
  </p>`;
}

function byChild(ways: readonly WayHome[], part: (way: WayHome) => TemplateResult): unknown {
  if (ways.length === 0)
    return html`<p class="govuk-body">${msg('No child is in scope yet.', { id: 'progress-no-child' })}</p>`;
  return ways.map(
    (way) =>
      html`<h3 class="govuk-heading-m">
          <bdi>${way.child.name.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi>
        </h3>
        ${part(way)}`,
  );
}
