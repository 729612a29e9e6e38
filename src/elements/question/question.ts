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
import type { Answer } from '../../model/answer.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import type { HomewardForm } from '../form/form.ts';
import type { GivenAnswer } from '../form/own-session.ts';
import { takeOff, withOverlay } from '../shared/local-pack.ts';
import { packIn } from '../shared/pack-in.ts';
import { alone, fetchQuestion, somebody } from './alone.ts';

/**
 * One question with its guidance, alone on a page. It fetches what it needs, asks the question whatever other answers
 * would have said, and keeps nothing. A question about each child, or each parent, is asked about one without a name.
 *
 * @fires {AnswerEvent} homeward-answer - Somebody answered, or took the answer back.
 * @fires {ReadyEvent} homeward-ready - The question can be answered.
 * @fires {OverlayRefusedEvent} homeward-overlay-refused - The overlay could not be used (`problems`): everything is shown as it was published.
 * @csspart page - Everything it shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 */
export class HomewardQuestion extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts];

  /** The id of the question, or one it had before. */
  @property() question = '';

  /** The questions it is one of; fetched where none are given. */
  @property({ attribute: false }) pack: Pack | null = null;

  /** A council's overlay: what it adds, as a value or JSON, or the address of its .json file on the same site. */
  @property() overlay: unknown = null;

  /** Shows the answer and lets nobody change it. */
  @property({ type: Boolean }) readonly = false;

  /** The level of the heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private shown: Outcome<Pack> | null = null;
  #value: Answer | null = null;
  #answers: readonly GivenAnswer[] = [];
  #turn = 0;

  /** The answer as it stands; setting it begins anew with this one. */
  @property({ attribute: false })
  get value(): Answer | null {
    return this.#form?.answers[0]?.answer ?? (this.#form ? null : this.#value);
  }

  set value(value: Answer | null) {
    this.#value = value;
    this.#begin();
  }

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => void this.#fetch());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void begin(this).then(() => this.#fetch());
  }

  get #form(): HomewardForm | null {
    return this.hasUpdated ? this.renderRoot.querySelector<HomewardForm>('homeward-form') : null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('question') || changed.has('pack') || changed.has('overlay')))
      void this.#fetch();
  }

  /** A later request overtakes an earlier one. */
  async #fetch(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const pack = await this.#local();
    const found = await fetchQuestion(this.question, pack, contentLanguage());
    if (turn !== this.#turn) return;
    this.shown = found.ok ? alone(found.value.pack, found.value.question) : found;
    this.#begin();
  }

  /** The questions a page gave, or its overlay is about; null where those published are meant. */
  async #local(): Promise<Pack | null> {
    if (this.overlay === null || this.overlay === undefined) {
      void takeOff(this);
      return this.pack;
    }
    const published = this.pack ? outcome(this.pack, []) : await packIn(contentLanguage());
    return published.ok ? withOverlay(this, published.value, this.overlay) : null;
  }

  /** The answer stands where the question is asked, of whoever it is asked about. */
  #begin(): void {
    const asked = this.shown?.ok ? this.shown.value.sections[0]?.asks[0] : undefined;
    const question = this.shown?.ok ? this.shown.value.questions[0] : undefined;
    this.#answers =
      this.#value && asked && question
        ? [{ question: question.id, subject: somebody(question)?.id ?? null, round: asked.round, answer: this.#value }]
        : [];
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return frame(languageTag(), 'ltr', this.#content());
  }

  #content(): TemplateResult {
    const { shown } = this;
    if (!shown)
      return html`<p class="govuk-body">${msg('The question is being fetched.', { id: 'question-coming' })}</p>`;
    if (!shown.ok)
      return html`<p class="govuk-body" role="alert">
        ${
          shown.problems[0].code === 'unknown-content'
            ? msg('There is no question under this name.', { id: 'question-none' })
            : msg('The question could not be fetched. Load the page again.', { id: 'question-not-fetched' })
        }
      </p>`;
    const person = shown.value.questions[0] ? somebody(shown.value.questions[0]) : null;
    return html`<homeward-form
      .pack=${shown.value}
      .people=${person ? [person] : []}
      .answers=${this.#answers}
      .headingLevel=${this.headingLevel}
      ?readonly=${this.readonly}
    ></homeward-form>`;
  }
}
