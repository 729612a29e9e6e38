import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fiveWords } from '../../exchange/five-words.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { lockStyles } from './lock.styles.ts';
import { secretField } from './secret-field.ts';
import { weakWords } from './weak-words.ts';
import { fewest, weaknessOf, type Weakness } from './weakness.ts';

/** Chooses a passphrase: five words drawn by chance are offered, or one's own is typed twice. */
export class PassphraseChoice extends Page {
  /** Before the ids of its boxes, where two stand on one page. */
  @property() name = 'passphrase';
  /** What was typed on the page before: names and a reference, which are no passphrase. */
  @property({ attribute: false }) typed: readonly string[] = [];
  @state() private drawn = '';
  @state() private own = false;
  @state() private shown = false;
  @state() private copied = false;
  @state() private weak: Weakness | null = null;
  @state() private differs = false;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lockStyles);
    void this.#draw();
  }

  /** The passphrase; null where what was typed will not do, which is then said at its box. */
  async chosen(): Promise<string | null> {
    if (!this.own) return this.drawn === '' ? null : this.drawn;
    const [first, second] = [this.#box('own')?.value ?? '', this.#box('again')?.value ?? ''];
    this.weak = weaknessOf(first, this.typed);
    this.differs = this.weak === null && first !== second;
    if (this.weak === null && !this.differs) return first;
    await this.updateComplete;
    this.#box(this.weak === null ? 'again' : 'own')?.focus();
    return null;
  }

  protected override render(): TemplateResult {
    return this.own ? this.#ownBoxes() : this.#offered();
  }

  #offered(): TemplateResult {
    return html`<p class="govuk-body hw-measure">
        ${msg('These five words were drawn by chance on this computer. Nobody can guess them, and they are easier to keep in mind than a password full of symbols. All are in small letters, with a space between each.', { id: 'phrase-offered' })}
      </p>
      <p class="hw-phrase hw-measure" lang="en" translate="no" data-phrase>${this.drawn}</p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => void this.#draw()}>
          ${msg('Draw five others', { id: 'phrase-another' })}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => void this.#copy()}>
          ${msg('Copy the words', { id: 'phrase-copy' })}
        </button>
        <button type="button" class="hw-link-button" @click=${() => this.#choose(true)}>
          ${msg('Choose a passphrase of your own', { id: 'phrase-own' })}
        </button>
      </div>
      <p class="govuk-body hw-measure" role="status">
        ${this.copied ? msg('Copied. Other programs on this computer can read what is copied, until you copy something else.', { id: 'phrase-copied' }) : nothing}
      </p>
      <p class="govuk-body hw-measure">
        ${msg('Write the words down on paper, or keep them in a password manager your council allows. Do not send them to anybody, and lock no file with them: a file has a passphrase of its own.', { id: 'phrase-keep' })}
      </p>`;
  }

  #ownBoxes(): TemplateResult {
    return html`${secretField({
        id: `${this.name}:own`,
        label: msg('Passphrase of your own', { id: 'phrase-own-label' }),
        hint: msg(
          str`At least ${fewest} characters; spaces count. Four or more words that have nothing to do with each other are strong. A name, a birthday or a line of a song is weak, however long. Homeward can count letters; it cannot know what others could guess.`,
          { id: 'phrase-own-hint' },
        ),
        ...(this.weak === null ? {} : { error: weakWords(this.weak) }),
        autocomplete: 'new-password',
        shown: this.shown,
        toggle: () => (this.shown = !this.shown),
      })}
      ${secretField({
        id: `${this.name}:again`,
        label: msg('The same once more', { id: 'phrase-again' }),
        ...(this.differs
          ? { error: msg('The two are not the same. Type the passphrase again', { id: 'phrase-differs' }) }
          : {}),
        autocomplete: 'new-password',
        shown: this.shown,
      })}
      <p>
        <button type="button" class="hw-link-button" @click=${() => this.#choose(false)}>
          ${msg('Use five words drawn by chance', { id: 'phrase-drawn' })}
        </button>
      </p>`;
  }

  #choose(own: boolean): void {
    this.own = own;
    this.weak = null;
    this.differs = false;
    void this.updateComplete.then(() => (own ? this.#box('own') : this.querySelector('button'))?.focus());
  }

  async #draw(): Promise<void> {
    this.drawn = await fiveWords();
    this.copied = false;
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.drawn);
    this.copied = true;
  }

  #box(which: 'own' | 'again'): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`[id="${this.name}:${which}"]`);
  }
}
