import { msg } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { registerRem } from '../../design/rem.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import { begin, languageTag } from '../../i18n/locale.ts';
import type { Assessment } from '../../model/assessment.ts';
import { evaluate } from '../../model/evaluate.ts';
import type { Pack } from '../../model/pack.ts';
import { goalsOf } from '../../model/progress-goals.ts';
import { lightStyles } from '../shared/light.ts';
import { LocalPack } from '../shared/local-pack.ts';
import { reportStyles } from '../shared/report.styles.ts';
import { goalCard } from './goal-card.ts';
import { progressStyles } from './progress.styles.ts';

/**
 * The goals of an assessment and their traffic lights over time, the parent's colour beside the worker's: for each goal
 * a picture and a table that says the same. Nothing is summed up, and nothing can be changed here.
 *
 * @fires {OverlayRefusedEvent} homeward-overlay-refused - The overlay could not be used (`problems`): everything is shown as it was published.
 * @csspart page - Everything the element shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 * @cssprop [--homeward-light-red] - The red of the lights; `-amber` and `-green` likewise.
 */
export class HomewardProgress extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, reportStyles, lightStyles, progressStyles];

  /** The questions the assessment answers. */
  @property({ attribute: false }) pack: Pack | null = null;

  /** A council's overlay: what it adds, as a value or JSON, or the address of its .json file on the same site. */
  @property() overlay: unknown = null;

  /** The assessment whose goals are shown. */
  @property({ attribute: false }) assessment: Assessment | null = null;

  /** The level of a goal's heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** How wide the place is, so that a picture never is wider. */
  @state() private width = 320;

  readonly #local = new LocalPack(this);
  readonly #sizes = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.floor(entry.contentRect.width);
  });

  constructor() {
    super();
    registerRem();
    hearLanguage(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    void begin(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { assessment, headingLevel, width } = this;
    const pack = this.#local.of(this.pack, this.overlay);
    if (!pack || !assessment) return nothing;
    // The day bears on no goal and no colour.
    const goals = goalsOf(evaluate(pack, assessment, assessment.changedAt.slice(0, 10)), assessment);
    return frame(
      languageTag(),
      'ltr',
      goals.length === 0
        ? html`<p class="govuk-body">${msg('No goals have been written yet.', { id: 'progress-no-goals' })}</p>`
        : goals.map((goal, index) => goalCard({ pack, assessment, headingLevel, width }, goal, index)),
    );
  }
}
