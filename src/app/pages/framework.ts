import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StageEvent } from '../../elements/framework/stage-event.ts';
import type { WayTo } from '../../elements/framework/view.ts';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { failurePage } from './failure.ts';
import { GoEvent, Page } from './page.ts';
import { partlyEnglish } from './partly-english.ts';
import { printButton } from './print-button.ts';

/** The framework, all of it or one stage; its questions and articles lead to where they can be read. */
export class FrameworkPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { visit } = this;
    if (visit?.route.page !== 'framework' || !visit.pack) return nothing;
    const { stage } = visit.route;
    if (stage !== '' && !visit.pack.stages.some(({ id }) => id === stage))
      return failurePage({ code: 'no-such-page', place: {} });
    return html`${stage === '' ? nothing : partlyEnglish(visit.pack)}
      <p class="hw-view">${printButton()}</p>
      <homeward-framework
        .pack=${visit.pack}
        .wayTo=${wayTo}
        stage=${stage}
        heading-level="1"
        @homeward-stage=${this.#go}
      ></homeward-framework>`;
  }

  /** A stage has an address of its own here. */
  readonly #go = (event: StageEvent): void => {
    event.preventDefault();
    this.dispatchEvent(new GoEvent(hashOf({ page: 'framework', stage: event.stage })));
  };
}

const wayTo: WayTo = (to) =>
  'stage' in to
    ? hashOf({ page: 'framework', stage: to.stage })
    : hashOf({ page: 'guidance', topic: 'question' in to ? to.question : to.article });
