import { msg } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { registerRem } from '../../design/rem.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import { begin, contentLanguage, languageTag } from '../../i18n/locale.ts';
import type { PersonInput } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, type Outcome, type Problem } from '../../model/problem.ts';
import type { Vault } from '../../session/ports.ts';
import { withOverlay } from '../shared/local-pack.ts';
import { packIn } from '../shared/pack-in.ts';
import { savingWords } from '../shared/saving-words.ts';
import { KeptDraft } from './kept-draft.ts';
import { questionsOf, type Questions } from './questions-of.ts';
import { SaveEvent } from './save-event.ts';

const ownStyles = css`
  .hw-kept {
    display: flex;
    flex-wrap: wrap;
    gap: var(--hw-space-2) var(--hw-space-4);
    align-items: baseline;
  }
`;

/**
 * An assessment for training that the browser keeps, one section of it at a time. What is typed rests in the storage of
 * the page's own site and is there again at the next visit; where a browser keeps nothing, it says so.
 *
 * It never keeps a real family's answers: scripts of the page could read them. Those belong on the app's own address.
 *
 * @fires {AnswerEvent} homeward-answer - Somebody answered, or took an answer back.
 * @fires {SaveEvent} homeward-save - Whether what was typed is kept has changed.
 * @fires {OverlayRefusedEvent} homeward-overlay-refused - The overlay could not be used (`problems`): everything is shown as it was published.
 * @csspart page - Everything it shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 */
export class HomewardAssessment extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, ownStyles];

  /** Opens the place where training drafts rest; set by whoever defines the element. */
  static openVault: () => Promise<Vault> = () =>
    Promise.reject(new Error('The element was defined without a place for drafts.'));

  /** The name under which it rests here: another name is another assessment. Up to 64 letters, digits and hyphens. */
  @property({ attribute: 'assessment-id' }) assessmentId = 'on-this-page';

  /** The people it is begun with. One child and one parent without names where nobody is named. */
  @property({ attribute: false }) people: readonly PersonInput[] = [];

  /** The section shown; the first where none is named. */
  @property() section = '';

  /** The questions; fetched where none are given. */
  @property({ attribute: false }) pack: Pack | null = null;

  /** A council's overlay: what it adds, as a value or JSON, or the address of its .json file on the same site. */
  @property() overlay: unknown = null;

  /** Where it rests, for a page that keeps drafts in a place of its own. */
  @property({ attribute: false }) vault: Vault | null = null;

  /** The level of the section's heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private draft: KeptDraft | null = null;
  @state() private failed: Problem | null = null;
  #inMemory = false;
  #turn = 0;

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => void this.#speak());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void begin(this).then(() => this.#open());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#letGo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    if (changed.has('assessmentId') || changed.has('pack') || changed.has('overlay') || changed.has('vault'))
      void this.#open();
    else if (changed.has('section')) void this.#speak();
  }

  /** A later request overtakes an earlier one. */
  async #open(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const isOld = (): boolean => turn !== this.#turn || !this.isConnected;
    this.#letGo();
    try {
      const [vault, questions] = await Promise.all([this.vault ?? HomewardAssessment.openVault(), this.#questions()]);
      if (isOld()) return;
      const people = this.people.length > 0 ? this.people : nobodyNamed;
      const opened = questions.ok ? await KeptDraft.open(vault, this.assessmentId, questions.value, people) : questions;
      if (isOld()) {
        if (opened.ok) void opened.value.close();
        return;
      }
      this.#inMemory = vault.state === 'memory';
      this.failed = opened.ok ? null : opened.problems[0];
      this.draft = opened.ok ? opened.value : null;
      this.draft?.saver.addEventListener('change', this.#tell);
    } catch {
      // The part that keeps drafts could not be fetched.
      this.failed = { code: 'not-loaded', place: {} };
    }
  }

  #letGo(): void {
    this.draft?.saver.removeEventListener('change', this.#tell);
    void this.draft?.close();
    this.draft = null;
  }

  /** The questions in the language of the page, with the guidance of the stage in view. */
  async #questions(): Promise<Outcome<Questions>> {
    const found = await this.#published();
    if (!found.ok) return found;
    const published = found.value;
    return outcome({ published, inHand: await withOverlay(this, published, this.overlay) }, []);
  }

  async #published(): ReturnType<typeof packIn> {
    if (this.pack) return outcome(this.pack, []);
    const core = await packIn(contentLanguage());
    if (!core.ok) return core;
    const section = packIndex(core.value).sections.get(this.section) ?? core.value.sections[0];
    return packIn(contentLanguage(), section ? [section.stage] : []);
  }

  async #speak(): Promise<void> {
    const { draft } = this;
    const questions = await this.#questions();
    if (!draft || !questions.ok) return;
    const pack = await questionsOf(draft.session.assessment.pack, questions.value);
    if (pack.ok && draft === this.draft) draft.session.speak(pack.value);
  }

  readonly #tell = (): void => {
    this.requestUpdate();
    const { draft } = this;
    if (!draft) return;
    const { state } = draft.saver;
    draft.session.readonly = state === 'conflict';
    this.dispatchEvent(new SaveEvent(state, !this.#inMemory));
  };

  protected override render(): TemplateResult {
    return frame(languageTag(), 'ltr', this.#content());
  }

  #content(): TemplateResult {
    const { draft, failed } = this;
    if (failed) return html`<p class="govuk-body" role="alert">${failureWords(failed)}</p>`;
    if (!draft)
      return html`<p class="govuk-body">${msg('The questions are being fetched.', { id: 'assessment-coming' })}</p>`;
    const { saver, session } = draft;
    const isBad = saver.state === 'failed' || saver.state === 'conflict';
    return html`<p class="govuk-body-s hw-kept">
        <strong class="govuk-tag govuk-tag--grey">${msg('Training', { id: 'training' })}</strong>
        <span role=${isBad ? 'alert' : nothing} data-saving=${saver.state}>${savingWords(saver, this.#inMemory)}</span>
      </p>
      <p class="govuk-body-s">
        ${
          saver.state === 'conflict'
            ? msg('It was changed in another tab. Load this page again to go on with what is kept.', {
                id: 'assessment-conflict',
              })
            : msg('Write about made-up people only: scripts of this page can read what is typed.', {
                id: 'assessment-made-up',
              })
        }
      </p>
      <homeward-form
        .session=${session}
        section=${this.section}
        .headingLevel=${this.headingLevel}
        ?readonly=${session.readonly}
      ></homeward-form>`;
  }
}

const nobodyNamed: readonly PersonInput[] = [
  { id: 'child', name: '', role: 'child' },
  { id: 'carer', name: '', role: 'parent', assessedAsCarer: true },
];

function failureWords({ code }: Problem): string {
  switch (code) {
    case 'other-pack':
      return msg('What is kept here was written for other questions. Ask whoever looks after this page.', {
        id: 'assessment-other-pack',
      });
    case 'newer-than-program':
      return msg('What is kept here was written with a newer version. Load this page again.', {
        id: 'assessment-newer',
      });
    default:
      return msg('What is kept here cannot be opened. Load this page again.', { id: 'assessment-not-opened' });
  }
}
