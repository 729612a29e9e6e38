import { msg } from '@lit/localize';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { registerRem } from '../../design/rem.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import { begin, contentLanguage, languageTag } from '../../i18n/locale.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { withOverlay } from '../shared/local-pack.ts';
import { frameworkStyles } from './framework.styles.ts';
import { overview } from './overview.ts';
import { StageEvent } from './stage-event.ts';
import { stageView } from './stage-view.ts';
import { fetchTold, type Told } from './told.ts';
import type { FrameworkView, WayTo } from './view.ts';

/**
 * The five stages from care to home as a picture and a list, and each of them on its own. It fetches what it shows.
 *
 * @fires {StageEvent} homeward-stage - Somebody goes to a stage (`stage` is its id) or back to all of them (`''`); prevented, the element stays where it is.
 * @fires {OverlayRefusedEvent} homeward-overlay-refused - The overlay could not be used (`problems`): everything is shown as it was published.
 * @csspart page - Everything the element shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 */
export class HomewardFramework extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, frameworkStyles];

  /** The stage shown, such as `stage-2-classify`; all of them where it is empty or there is no such stage. */
  @property({ reflect: true }) stage = '';

  /** The language of what is told, `en` or `cy`; that of the page where it is empty. */
  @property() locale: '' | 'en' | 'cy' = '';

  /** The level of the first heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** A pack with names of its own, such as a council's; without it the element fetches one. */
  @property({ attribute: false }) pack: Pack | null = null;

  /** A council's overlay: what it adds, as a value or JSON, or the address of its .json file on the same site. */
  @property() overlay: unknown = null;

  /** Where a stage, a question or an article can be read in the page around. */
  @property({ attribute: false }) wayTo: WayTo | null = null;

  @state() private told: Told | null = null;
  @state() private failed = false;
  #turn = 0;

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => {
      void this.#fetch();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void begin(this, this.locale === '' ? null : this.locale).then(this.#fetch);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#turn > 0 && (changed.has('pack') || changed.has('overlay') || changed.has('locale'))) void this.#fetch();
  }

  /** What was asked for last is shown, whichever comes first. */
  readonly #fetch = async (): Promise<void> => {
    this.#turn += 1;
    const turn = this.#turn;
    const { pack, overlay } = this;
    const read = await fetchTold(this.locale === '' ? contentLanguage() : this.locale, pack, (each) =>
      withOverlay(this, each, overlay),
    );
    if (turn !== this.#turn) return;
    this.failed = !read.ok;
    if (read.ok) this.told = read.value;
  };

  readonly #choose = (stage: string): void => {
    const event = new StageEvent(stage);
    this.dispatchEvent(event);
    if (event.defaultPrevented) return;
    this.stage = stage;
    void this.updateComplete.then(() => {
      const heading = this.renderRoot.querySelector<HTMLElement>('#hw-framework');
      heading?.setAttribute('tabindex', '-1');
      heading?.scrollIntoView({ block: 'nearest' });
      heading?.focus({ preventScroll: true });
    });
  };

  protected override render(): TemplateResult {
    return frame(languageTag(), 'ltr', html`<div class="hw-framework">${this.#content()}</div>`);
  }

  #content(): TemplateResult {
    const { told } = this;
    if (!told)
      return html`<p class="govuk-body" role="status">
        ${this.failed ? msg('The stages could not be fetched. Load the page again when you are online.', { id: 'fw-failed' }) : msg('One moment.', { id: 'one-moment' })}
      </p>`;
    const view: FrameworkView = { told, headingLevel: this.headingLevel, wayTo: this.wayTo, choose: this.#choose };
    const stage = packIndex(told.pack).stages.get(this.stage);
    const story = told.framework.stages.find(({ id }) => id === this.stage);
    return stage && story ? stageView(view, stage, story) : overview(view);
  }
}
