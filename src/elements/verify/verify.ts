import { msg, str } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { registerRem } from '../../design/rem.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import { begin, languageTag } from '../../i18n/locale.ts';
import type { Fingerprint } from '../../model/verification.ts';
import { headingOf } from '../shared/heading.ts';
import { fileView } from './file-view.ts';
import { VerifiedEvent, type Verified } from './verified-event.ts';
import { check, checkAgain, type Checked, type Verifier } from './verifier.ts';
import { verifyStyles } from './verify.styles.ts';
import { verdictWords } from './words.ts';

/** The files checked last stay in view; more are in nobody's head. */
const mostShown = 20;

/** Fingerprints of an attribute, one after another with spaces, commas or semicolons between. */
const fingerprintsIn = (text: string | null): readonly Fingerprint[] | null =>
  text === null ? null : text.split(/[\s,;]+/).filter((each) => each !== '');

/**
 * Takes PDFs of this toolkit and says of each, kept apart: is it unchanged since each signature, which name and which
 * key signed it, and is that key on a list. A file is read on this computer and sent nowhere.
 *
 * @fires {VerifiedEvent} homeward-verified - A file was checked; `detail` holds its name, its bytes and what was found.
 * @csspart page - Everything the element shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 */
export class HomewardVerify extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, verifyStyles];

  /** Fetches what reads and verifies; the entry file hands it over. */
  static verifier: () => Promise<Verifier>;

  /** The fingerprints of the keys that your council trusts; null where there is no list. As an attribute with spaces between. */
  @property({ attribute: 'trusted', converter: { fromAttribute: fingerprintsIn } })
  trusted: readonly Fingerprint[] | null = null;

  /** The level of the heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Newest first. */
  @state() private checked: readonly Checked[] = [];
  @state() private reading = '';
  @state() private over = false;
  @state() private failed: 'not-fetched' | 'no-secure-context' | null = null;
  /** One file after another, in the order they came. */
  #queue: Promise<void> = Promise.resolve();

  constructor() {
    super();
    registerRem();
    hearLanguage(this);
  }

  /** The file checked last, with what was found; null before the first. */
  get result(): Verified | null {
    return this.checked[0] ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void begin(this);
  }

  /** Checks files as if somebody had dropped them. Done when the last is shown. */
  verify(files: Iterable<File>): Promise<void> {
    const given = [...files];
    this.#queue = this.#queue.then(async () => {
      for (const file of given) await this.#check(file);
    });
    return this.#queue;
  }

  /** Forgets every file: what they held may be about somebody's family. */
  clear(): void {
    this.checked = [];
    this.failed = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('trusted') && this.checked.length > 0) this.#queue = this.#queue.then(() => this.#judgeAnew());
  }

  async #check(file: File): Promise<void> {
    this.reading = file.name;
    this.failed = null;
    const checked = await this.#attempted(() => check(file, this.trusted, HomewardVerify.verifier));
    this.reading = '';
    if (!checked) return;
    this.checked = [checked, ...this.checked].slice(0, mostShown);
    await this.updateComplete;
    const { name, bytes, verification, problems } = checked;
    this.dispatchEvent(new VerifiedEvent({ name, bytes, verification, problems }));
  }

  /** Another list changes the third answer of every file in view. */
  async #judgeAnew(): Promise<void> {
    const verifier = await this.#attempted(() => HomewardVerify.verifier());
    if (!verifier) return;
    const anew: Checked[] = [];
    for (const each of this.checked)
      anew.push(each.bytes.length > 0 ? await checkAgain(each, this.trusted, verifier) : each);
    this.checked = anew;
  }

  async #attempted<T>(act: () => Promise<T>): Promise<T | null> {
    // A page that was fetched without encryption may not compute with keys.
    this.failed = globalThis.isSecureContext ? null : 'no-secure-context';
    if (this.failed) return null;
    try {
      return await act();
    } catch {
      // The file could not be read from its disk, or the part that verifies could not be fetched.
      this.failed = 'not-fetched';
      return null;
    }
  }

  readonly #drag = (event: DragEvent): void => {
    event.preventDefault();
    this.over = event.type === 'dragover';
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    void this.verify(event.dataTransfer?.files ?? []);
  };

  readonly #choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.verify(input.files ?? []);
    // The same file may be chosen again.
    input.value = '';
  };

  protected override render(): TemplateResult {
    return frame(languageTag(), 'ltr', html`<div class="hw-verify">${this.#door()} ${this.#found()}</div>`);
  }

  #door(): TemplateResult {
    return html`${headingOf(this.headingLevel, 'govuk-heading-l', null, msg('Check a signed PDF', { id: 'vf-title' }))}
      <div
        class="hw-drop ${this.over ? 'hw-drop--over' : ''}"
        @dragover=${this.#drag}
        @dragleave=${this.#drag}
        @drop=${this.#drop}
      >
        <label class="govuk-label govuk-label--s" for="hw-verify-file"
          >${msg('Choose the PDF, or drop it here', { id: 'vf-file' })}</label
        >
        <div class="govuk-hint" id="hw-verify-hint">
          ${msg('You can check several, together or one after another. They are read on this computer and sent nowhere.', { id: 'vf-hint' })}
        </div>
        <input
          class="govuk-file-upload"
          type="file"
          id="hw-verify-file"
          multiple
          accept=".pdf,application/pdf"
          aria-describedby="hw-verify-hint"
          @change=${this.#choose}
        />
      </div>
      ${this.failed ? html`<p class="govuk-error-message" role="alert">${failureWords(this.failed)}</p>` : nothing}
      <p class="govuk-body hw-verify__status" role="status">${this.#status()}</p>`;
  }

  /** Read out when it changes; the sentence itself stands below for whoever sees it. */
  #status(): TemplateResult | string {
    if (this.reading !== '') return msg(str`${this.reading} is being checked.`, { id: 'vf-reading' });
    const [last] = this.checked;
    if (!last) return '';
    const { sentence } = verdictWords(last.verdict, last.verification);
    return html`<span class="govuk-visually-hidden"><bdi>${last.name}</bdi>: ${sentence}.</span>`;
  }

  #found(): TemplateResult | typeof nothing {
    const { checked, headingLevel } = this;
    if (checked.length === 0)
      return this.reading === ''
        ? html`<p class="govuk-body">
            ${msg('It tells you whether the file is unchanged since each signature, which name and key signed it, and whether that key is on your council’s list.', { id: 'vf-tells' })}
          </p>`
        : nothing;
    return html`${checked.map((each) => fileView(each, headingLevel + 1))}
    ${checked.some(({ verification }) => (verification?.signatures.length ?? 0) > 0) ? unproven(headingLevel + 1) : nothing}`;
  }
}

function failureWords(failed: 'not-fetched' | 'no-secure-context'): string {
  return failed === 'no-secure-context'
    ? msg(
        'This page was opened without encryption (http), where browsers do not let signatures be checked. Open it with https.',
        {
          id: 'vf-no-secure-context',
        },
      )
    : msg(
        'The file could not be read, or the part of the page that checks it could not be fetched. Load the page again, then choose the file once more.',
        {
          id: 'vf-not-fetched',
        },
      );
}

function unproven(headingLevel: number): TemplateResult {
  return html`<section class="hw-unproven">
    ${headingOf(headingLevel, 'govuk-heading-m', null, msg('What a signature does not prove', { id: 'vf-unproven' }))}
    <ul class="govuk-list govuk-list--bullet">
      <li>
        ${msg('Who signed. It shows which key signed; the name is what the key states. Only a list of keys that your council keeps, or the signer’s own word, says whose key it is.', { id: 'vf-unproven-who' })}
      </li>
      <li>
        ${msg('When. The time is what the signer’s device said, and a clock can be wrong.', { id: 'vf-unproven-when' })}
      </li>
      <li>${msg('That what is written is true, or that it is all there is to say.', { id: 'vf-unproven-true' })}</li>
      <li>
        ${msg('That no signature is missing. Whether the last one was cut off cannot be seen in a file; compare copies if it matters.', { id: 'vf-unproven-last' })}
      </li>
      <li>
        ${msg('That a drawn or typed signature on the page is somebody’s own: it is a picture beside the signature that was checked.', { id: 'vf-unproven-picture' })}
      </li>
    </ul>
  </section>`;
}
