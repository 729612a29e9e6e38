import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Outputs } from '../../../content/outputs.ts';
import { withLanguages, words } from '../../../elements/shared/pack-words.ts';
import type { Stage } from '../../../model/pack.ts';
import { outcome } from '../../../model/problem.ts';
import { blankForm } from '../../../outputs/blank.ts';
import { deviceWorld } from '../../../session/world.ts';
import type { Services } from '../../services.ts';
import { SessionPage } from '../page.ts';

/** The questions of a stage as a form to fill in by hand. */
export class BlankOutput extends SessionPage {
  @property({ attribute: false }) services: Services | null = null;
  @property({ attribute: false }) outputs: Outputs | null = null;
  @state() private stage = '';
  @state() private whole = false;

  protected override render(): TemplateResult | typeof nothing {
    const { session, outputs } = this;
    if (!session || !outputs) return nothing;
    const { pack, assessment } = session;
    const stage: Stage | undefined = pack.stages.find(({ id }) => id === this.stage) ?? pack.stages[0];
    if (!stage) return nothing;
    const form = {
      stage,
      kind: assessment.kind,
      on: deviceWorld.today(),
      route: this.whole ? 'full' : 'core',
    } as const;
    return html`<h1 class="govuk-heading-xl">${msg('Blank paper form', { id: 'out-blank' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('The questions of a stage with lines and boxes: for meetings, and for when the computer is down.', { id: 'out-blank-what' })}
        ${msg('Holds no answer and no name.', { id: 'out-blank-less' })}
      </p>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="blank:stage">${msg('Stage', { id: 'blank-stage' })}</label>
        <select
          class="govuk-select"
          id="blank:stage"
          @change=${(event: Event) => {
            this.stage = (event.target as HTMLSelectElement).value;
          }}
        >
          ${pack.stages.map(
            ({ id, order, plain }) =>
              html`<option value=${id} ?selected=${id === stage.id}>${order}. ${words(pack, plain)}</option>`,
          )}
        </select>
      </div>
      <div class="govuk-form-group">
        <div class="govuk-checkboxes" data-module="govuk-checkboxes">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id="blank:whole"
              type="checkbox"
              .checked=${this.whole}
              @change=${(event: Event) => {
                this.whole = (event.target as HTMLInputElement).checked;
              }}
            />
            <label class="govuk-label govuk-checkboxes__label" for="blank:whole"
              >${msg('With the questions of the full route too', { id: 'blank-whole' })}</label
            >
          </div>
        </div>
      </div>
      <homeward-save-output
        .services=${this.services}
        .make=${() => outcome({ report: withLanguages(blankForm(pack, outputs, form), pack), published: null }, [])}
        .name=${`blank-form-${String(stage.order)}`}
      ></homeward-save-output>`;
  }
}
