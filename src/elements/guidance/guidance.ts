import { msg } from '@lit/localize';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { registerRem } from '../../design/rem.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import { begin, contentLanguage, languageTag } from '../../i18n/locale.ts';
import type { Locale } from '../../model/pack.ts';
import type { Outcome } from '../../model/problem.ts';
import { guidanceStyles } from '../fields/guidance.styles.ts';
import { withOverlay } from '../shared/local-pack.ts';
import { fetchTopic, topicKinds, type Topic, type TopicKind } from './topic.ts';
import { topicView } from './view.ts';

const ownStyles = css`
  .hw-page {
    max-inline-size: calc(42 * var(--homeward-rem));
  }
  .hw-topic dt {
    font-weight: bold;
  }
  .hw-topic dd {
    margin: 0 0 var(--hw-space-2);
  }
`;

/**
 * The guidance for one question, stage, factor or article, or the meaning of one word; it fetches what it needs. Words
 * that the glossary explains open in place.
 *
 * @fires {OverlayRefusedEvent} homeward-overlay-refused - The overlay could not be used (`problems`): everything is shown as it was published.
 * @csspart page - Everything it shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 */
export class HomewardGuidance extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, guidanceStyles, ownStyles];

  /** The id of a question, or one it had before. */
  @property() question = '';

  /** The id of a stage. */
  @property() stage = '';

  /** The id of a risk or protective factor. */
  @property() factor = '';

  /** The id of an article. */
  @property() article = '';

  /** The id of a word of the glossary. */
  @property() term = '';

  /** The language of the guidance; that of the page where it is not said. */
  @property() locale: Locale | '' = '';

  /** The level of the heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where the page shows guidance for other things: their id is put behind it. Without it they are named and not linked. */
  @property() address = '';

  /** A council's overlay: what it adds, as a value or JSON, or the address of its .json file on the same site. */
  @property() overlay: unknown = null;

  @state() private shown: Outcome<Topic> | null = null;
  /** The words whose meaning is open. */
  @state() private opened: ReadonlySet<string> = new Set();
  #turn = 0;

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => {
      if (this.locale === '') void this.#fetch();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  async #begin(): Promise<void> {
    await begin(this);
    await this.#fetch();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && [...topicKinds, 'locale' as const, 'overlay' as const].some((name) => changed.has(name))) void this.#fetch();
  }

  get #asked(): readonly [TopicKind, string] | null {
    const kind = topicKinds.find((each) => this[each] !== '');
    return kind === undefined ? null : [kind, this[kind]];
  }

  /** A later request overtakes an earlier one. */
  async #fetch(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const asked = this.#asked;
    const { overlay } = this;
    const language = this.locale === '' ? contentLanguage() : this.locale;
    const shown = asked && (await fetchTopic(...asked, language, (pack) => withOverlay(this, pack, overlay)));
    if (turn !== this.#turn) return;
    this.shown = shown;
    this.opened = new Set();
  }

  protected override firstUpdated(): void {
    // Buttons bring their own keys; one listener serves them all.
    this.renderRoot.addEventListener('click', this.#click);
  }

  protected override render(): TemplateResult {
    return frame(languageTag(), 'ltr', this.#content());
  }

  #content(): TemplateResult {
    const { shown, headingLevel, address, opened } = this;
    if (!shown)
      return html`<p class="govuk-body">${msg('The guidance is being fetched.', { id: 'guidance-coming' })}</p>`;
    if (shown.ok) return topicView(shown.value, { headingLevel, address, opened: (name) => opened.has(name) });
    return html`<p class="govuk-body" role="alert">
      ${
        shown.problems[0].code === 'unknown-content'
          ? msg('There is no guidance under this name.', { id: 'guidance-none' })
          : msg('The guidance could not be fetched. Load the page again.', { id: 'guidance-not-fetched' })
      }
    </p>`;
  }

  readonly #click = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-term]') : null;
    const name = button?.dataset.term;
    if (name === undefined) return;
    const opened = new Set(this.opened);
    if (!opened.delete(name)) opened.add(name);
    this.opened = opened;
  };
}
