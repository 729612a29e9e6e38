import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fileName } from '../../exchange/file-name.ts';
import { handOver, nameFor } from '../../exchange/hand-over.ts';
import { fiveWords } from '../../exchange/five-words.ts';
import { isRecipient } from '../../exchange/identity.ts';
import { tidy } from '../../exchange/age-file.ts';
import type { DraftSummary } from '../../session/ports.ts';
import { download } from '../download.ts';
import { allDrafts } from '../files/all-drafts.ts';
import { FolderCopies, pickFolder } from '../files/folder-copies.ts';
import { inWorker } from '../files/in-worker.ts';
import { ExportedEvent } from '../files/note-export.ts';
import { ownPublicKey, rememberPublicKey } from '../files/own-key.ts';
import { makingBy, saveFile } from '../files/save-file.ts';
import { goToResult, resultHeading } from '../files/result.ts';
import type { Called, Save } from '../files/save-form.ts';
import type { Visit } from '../later.ts';
import { filePhraseFault } from '../lock/weak-words.ts';
import { weaknessOf } from '../lock/weakness.ts';
import { hashOf } from '../routes.ts';
import { Page } from './page.ts';

type Kind = DraftSummary['kind'];

/** Goes on while somebody is on other pages of the app. */
let copying: FolderCopies | null = null;

/** Copies of every draft, one's own key, and a folder that copies go to by themselves. */
export class CopiesPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private drafts: readonly DraftSummary[] = [];
  @state() private kind: Kind = 'real';
  @state() private recipient = ownPublicKey();
  @state() private busy = false;
  @state() private keyError = '';
  /** What the file with a key just made is called. */
  @state() private keyFile = '';
  @state() private folderError = '';

  override connectedCallback(): void {
    super.connectedCallback();
    copying?.addEventListener('change', this.#update);
    void this.#list();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    copying?.removeEventListener('change', this.#update);
  }

  readonly #update = (): void => this.requestUpdate();

  async #list(): Promise<void> {
    await this.updateComplete;
    const list = await this.visit?.services.vault.list();
    this.drafts = list?.ok ? list.value : [];
    this.kind = this.#kinds[0] ?? 'training';
  }

  get #kinds(): readonly Kind[] {
    return (['real', 'training'] as const).filter((kind) => this.drafts.some((each) => each.kind === kind));
  }

  protected override render(): TemplateResult {
    return html`<a class="govuk-back-link" href=${hashOf({ page: 'assessments' })}
        >${msg('All assessments', { id: 'start-all' })}</a
      >
      <h1 class="govuk-heading-xl">${msg('Copies and keys', { id: 'copies-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('A browser can lose what it keeps. A copy in a file, kept where the case record is kept, is what makes a draft safe.', { id: 'copies-lead' })}
      </p>
      <h2 class="govuk-heading-l">${msg('Save every draft', { id: 'copies-all' })}</h2>
      ${this.#kinds.length === 0 ? html`<p class="govuk-body">${msg('There is no draft to save, or the drafts are locked.', { id: 'copies-none' })}</p>` : this.#all()}
      <h2 class="govuk-heading-l">${msg('Your key', { id: 'copies-key' })}</h2>
      ${this.#key()}
      <h2 class="govuk-heading-l">${msg('A folder for copies', { id: 'copies-folder' })}</h2>
      ${this.#folder()}`;
  }

  #all(): TemplateResult {
    const names = { real: msg('Real', { id: 'kind-real' }), training: msg('Training', { id: 'training' }) };
    return html`${
        this.#kinds.length < 2
          ? nothing
          : html`<fieldset class="govuk-fieldset govuk-form-group">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
                ${msg('Which drafts', { id: 'copies-which' })}
              </legend>
              <div class="govuk-radios govuk-radios--inline">
                ${this.#kinds.map(
                  (kind) =>
                    html`<div class="govuk-radios__item">
                      <input
                        class="govuk-radios__input"
                        type="radio"
                        name="copies-kind"
                        id="copies:${kind}"
                        .checked=${this.kind === kind}
                        @change=${() => (this.kind = kind)}
                      />
                      <label class="govuk-label govuk-radios__label" for="copies:${kind}">${names[kind]}</label>
                    </div>`,
                )}
              </div>
            </fieldset>`
      }
      <homeward-save-form
        .plain=${this.kind === 'training'}
        .save=${this.#saveAll}
        .called=${this.#called}
        .label=${msg('Save all in one file', { id: 'copies-save' })}
      ></homeward-save-form>`;
  }

  readonly #called: Called = (at, ending) => {
    const drafts = this.drafts.filter(({ kind }) => kind === this.kind);
    const revision = Math.max(0, ...drafts.map((each) => each.revision));
    return nameFor({ is: 'drafts', ids: drafts.map(({ id }) => id), revision }, at, ending);
  };

  readonly #saveAll: Save = async (lock, from) => {
    const { visit, kind } = this;
    if (!visit?.pack) return { ok: false, problems: [{ code: 'not-saved', place: {} }] };
    const drafts = await allDrafts(visit.services.vault, visit.pack, kind);
    if (!drafts.ok) return drafts;
    const saved = await saveFile(handOver(kind, drafts.value, makingBy(from)), lock);
    if (saved.ok) this.dispatchEvent(new ExportedEvent(drafts.value));
    return saved;
  };

  #key(): TemplateResult {
    return html`<p class="govuk-body hw-measure">
        ${msg('With a key of your own, colleagues can save files that only you can open, without sharing a passphrase. It has a public part to give away, and a secret part, which is saved in a file that you keep.', { id: 'key-why' })}
      </p>
      <div role="status" data-key>
        ${
          this.keyFile === ''
            ? nothing
            : html`<div class="govuk-inset-text">
                ${resultHeading(3, msg('Your key is made', { id: 'key-made' }))}
                <p class="govuk-body">
                  ${msg('Your browser saved its secret part, usually to “Downloads”, as', { id: 'key-made-as' })}
                  <bdi><strong class="hw-hash">${this.keyFile}</strong></bdi>
                </p>
                <p class="govuk-body">
                  ${msg('Keep that file and its passphrase: without both, nobody can open what is saved for your key.', { id: 'key-made-keep' })}
                </p>
              </div>`
        }
      </div>
      ${
        this.recipient === ''
          ? nothing
          : html`<p class="govuk-body">
              ${msg('Your public key, to give to colleagues:', { id: 'key-public' })}<br />
              <code class="hw-hash" id="key:public">${this.recipient}</code>
            </p>`
      }
      <details class="govuk-details" ?open=${this.recipient === ''}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${msg('Make a new key', { id: 'key-make-title' })}</span>
        </summary>
        <form class="govuk-details__text" autocomplete="off" @submit=${this.#makeKey}>
          <div class="govuk-form-group ${this.keyError ? 'govuk-form-group--error' : ''}">
            <label class="govuk-label govuk-label--s" for="key:phrase"
              >${msg('Passphrase for the file with your key', { id: 'key-phrase' })}</label
            >
            <div class="govuk-hint" id="key:hint">
              ${msg('Write it down. Without file and passphrase nobody can open what was saved for this key.', { id: 'key-phrase-hint' })}
            </div>
            ${this.keyError ? html`<p class="govuk-error-message" id="key:error" role="alert">${this.keyError}</p>` : nothing}
            <input
              class="govuk-input govuk-input--width-30"
              id="key:phrase"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              aria-describedby="key:hint${this.keyError ? ' key:error' : ''}"
            />
            <p class="govuk-body">
              <button type="button" class="hw-link-button" @click=${this.#offer}>
                ${msg('Use five words chosen by chance', { id: 'lock-offer' })}
              </button>
            </p>
          </div>
          <button class="govuk-button govuk-button--secondary" aria-disabled=${this.busy ? 'true' : nothing}>
            ${msg('Make the key and save its file', { id: 'key-make' })}
          </button>
        </form>
      </details>`;
  }

  readonly #offer = async (): Promise<void> => {
    const words = await fiveWords();
    const input = this.querySelector<HTMLInputElement>('[id="key:phrase"]');
    if (input) input.value = words;
  };

  readonly #makeKey = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const passphrase = tidy(this.querySelector<HTMLInputElement>('[id="key:phrase"]')?.value ?? '');
    this.keyError = filePhraseFault(weaknessOf(passphrase));
    if (this.keyError !== '' || this.busy) return;
    this.busy = true;
    const made = await inWorker({ do: 'new-identity', passphrase });
    this.busy = false;
    if (!made.ok) {
      this.keyError = msg('The key could not be made. Try again in an up-to-date browser.', { id: 'key-failed' });
      return;
    }
    this.keyFile = fileName('key', new Date(), 'age');
    download(made.value.file, this.keyFile, 'application/octet-stream');
    this.recipient = made.value.recipient;
    rememberPublicKey(this.recipient);
    await goToResult(this, '[data-key]');
  };

  #folder(): TemplateResult {
    if (!pickFolder)
      return html`<p class="govuk-body hw-measure">
        ${msg('This browser does not let a page write into a folder. Edge and Chrome do. Until then, save copies by hand.', { id: 'folder-none' })}
      </p>`;
    if (copying)
      return html`<p class="govuk-body hw-measure" role="status">
          ${
            copying.written === null
              ? msg('The last copy could not be written. Check that the folder is still there.', {
                  id: 'folder-failed',
                })
              : msg(
                  str`Copies go to this folder every five minutes while Homeward is open. Files written: ${copying.written}.`,
                  { id: 'folder-on' },
                )
          }
          <bdi><strong>${copying.folder.name}</strong></bdi>
        </p>
        <button type="button" class="govuk-button govuk-button--secondary" @click=${this.#stop}>
          ${msg('Stop copying', { id: 'folder-stop' })}
        </button>`;
    return html`<p class="govuk-body hw-measure">
        ${msg('While Homeward is open, every draft that changed is copied there, encrypted for your key: a new file each time, so nothing is ever written over. Choose a folder your organisation allows for case work.', { id: 'folder-why' })}
      </p>
      <div class="govuk-form-group ${this.folderError ? 'govuk-form-group--error' : ''}">
        <label class="govuk-label govuk-label--s" for="folder:key"
          >${msg('Public key the copies are for', { id: 'folder-key' })}</label
        >
        ${this.folderError ? html`<p class="govuk-error-message" id="folder:error" role="alert">${this.folderError}</p>` : nothing}
        <input
          class="govuk-input"
          id="folder:key"
          autocomplete="off"
          spellcheck="false"
          .value=${this.recipient}
          aria-describedby=${this.folderError ? 'folder:error' : nothing}
        />
      </div>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${this.#choose}>
        ${msg('Choose a folder', { id: 'folder-choose' })}
      </button>`;
  }

  readonly #choose = async (): Promise<void> => {
    const { visit } = this;
    if (!visit?.pack || !pickFolder) return;
    const recipient = this.querySelector<HTMLInputElement>('[id="folder:key"]')?.value.trim() ?? '';
    this.folderError = (await isRecipient(recipient))
      ? ''
      : msg('Enter a public key that begins with “age1”, or make your key first', { id: 'folder-no-key' });
    if (this.folderError !== '') return;
    // Refused or called off: then there is simply no folder.
    const folder = await pickFolder({ mode: 'readwrite', id: 'homeward' }).catch(() => null);
    if (!folder) return;
    copying = new FolderCopies(folder, recipient, visit.services.vault, visit.pack);
    copying.addEventListener('change', this.#update);
    await copying.begin();
  };

  readonly #stop = (): void => {
    copying?.end();
    copying = null;
    this.requestUpdate();
  };
}
