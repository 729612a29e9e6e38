import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { mostBytes, type FileContent } from '../../exchange/read-file.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { GoEvent, Page } from '../pages/page.ts';
import { isPdf } from '../pages/pdf-door.ts';
import { othersThan } from '../questions/earlier.ts';
import { hashOf } from '../routes.ts';
import { handOver } from '../signed/hand-over.ts';
import { fileFailure, nothingOpened } from './file-words.ts';
import { inWorker } from './in-worker.ts';
import type { Job } from './jobs.ts';

/** A file was read and what it holds is sound. */
export class FileReadEvent extends Event {
  static readonly type = 'homeward-file-read';
  readonly content: FileContent;

  constructor(content: FileContent) {
    super(FileReadEvent.type, { bubbles: true });
    this.content = content;
  }
}

/** Where a file comes in: chosen or dropped, opened with passphrase or key, read beside the page. */
export class FileDoor extends Page {
  @property({ attribute: false }) pack: Pack | null = null;
  /** Whether a PDF goes to the page that checks it, and on from there. */
  @property({ type: Boolean }) checks = false;
  @state() private file: { readonly name: string; readonly bytes: Uint8Array } | null = null;
  @state() private needs: 'passphrase' | 'identity' | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { pack } = this;
    if (!pack) return nothing;
    return html`<form autocomplete="off" @submit=${this.#unlock} @dragover=${this.#allow} @drop=${this.#drop}>
      <div class="govuk-form-group ${this.problem ? 'govuk-form-group--error' : ''}">
        <label class="govuk-label govuk-label--s" for="door:file"
          >${msg('Choose the file, or drop it here', { id: 'door-file' })}</label
        >
        <div class="govuk-hint" id="door:hint">
          ${msg('A file saved by Homeward, or a PDF it made. It is read on this computer and sent nowhere.', { id: 'door-hint' })}
        </div>
        ${
          this.problem
            ? html`<p class="govuk-error-message" id="door:error" role="alert">
                ${fileFailure(this.problem, pack)} ${nothingOpened()}
              </p>`
            : nothing
        }
        <input
          class="govuk-file-upload"
          type="file"
          id="door:file"
          accept=".age,.json,.pdf,application/json,application/pdf"
          aria-describedby="door:hint${this.problem ? ' door:error' : ''}"
          @change=${this.#choose}
        />
      </div>
      ${this.needs ? this.#secret(this.needs) : nothing}
      <p class="govuk-body" role="status">
        ${this.busy ? msg('The file is being opened. With a passphrase this can take some seconds.', { id: 'door-busy' }) : ''}
      </p>
    </form>`;
  }

  #secret(needs: 'passphrase' | 'identity'): TemplateResult {
    return html`<p class="govuk-body">
        ${msg('File:', { id: 'door-name' })} <bdi><strong>${this.file?.name}</strong></bdi>
      </p>
      ${
        needs === 'identity'
          ? html`<div class="govuk-form-group">
              <label class="govuk-label govuk-label--s" for="door:key"
                >${msg('The file with your key', { id: 'door-key' })}</label
              >
              <div class="govuk-hint" id="door:key-hint">
                ${msg('This draft was saved for your key. Choose the file you saved when you made the key.', { id: 'door-key-hint' })}
              </div>
              <input
                class="govuk-file-upload"
                type="file"
                id="door:key"
                accept=".age"
                aria-describedby="door:key-hint"
              />
            </div>`
          : nothing
      }
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="door:passphrase"
          >${needs === 'identity' ? msg('The passphrase of your key', { id: 'door-key-passphrase' }) : msg('The passphrase of this file', { id: 'door-passphrase' })}</label
        >
        <input
          class="govuk-input govuk-input--width-30"
          id="door:passphrase"
          type="password"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
        />
      </div>
      <button class="govuk-button" ?disabled=${this.busy}>${msg('Open the file', { id: 'door-open' })}</button>`;
  }

  readonly #allow = (event: DragEvent): void => event.preventDefault();

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.#take(file);
  };

  readonly #choose = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    this.needs = null;
    this.problem = null;
    if (this.checks && isPdf(file)) {
      handOver(file);
      this.dispatchEvent(new GoEvent(hashOf({ page: 'verify' })));
      return;
    }
    // Before anything of it is in memory.
    if (file.size > Math.max(mostBytes.pdf, mostBytes.text)) {
      this.problem = { code: 'too-large', place: {} };
      return;
    }
    this.file = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    await this.#read(null);
  }

  readonly #unlock = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const input = this.querySelector<HTMLInputElement>('[id="door:passphrase"]');
    const [keptIn] = this.querySelector<HTMLInputElement>('[id="door:key"]')?.files ?? [];
    if (!input || input.value === '' || this.busy) return;
    const passphrase = input.value;
    if (this.needs !== 'identity') await this.#read({ passphrase });
    else if (!keptIn || keptIn.size > 100_000) this.problem = { code: 'not-an-identity', place: {} };
    else await this.#read({ keptIn: new Uint8Array(await keptIn.arrayBuffer()), passphrase });
  };

  async #read(key: Extract<Job, { do: 'read' }>['key']): Promise<void> {
    const { file, pack } = this;
    if (!file || !pack) return;
    this.busy = true;
    this.problem = null;
    const others = await othersThan(pack);
    const read = others.ok
      ? await inWorker({ do: 'read', bytes: file.bytes, key, pack, others: others.value })
      : others;
    this.busy = false;
    if (file !== this.file) return;
    if (read.ok) {
      this.needs = null;
      this.file = null;
      this.dispatchEvent(new FileReadEvent(read.value));
      return;
    }
    const [problem] = read.problems;
    this.needs =
      problem.code === 'needs-passphrase' ? 'passphrase' : problem.code === 'needs-identity' ? 'identity' : this.needs;
    this.problem = problem.code.startsWith('needs-') ? null : problem;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>(
      this.needs ? '[id="door:key"], [id="door:passphrase"]' : '[id="door:file"]',
    )?.focus();
  }

  /** A fresh door, for the next file. */
  clear(): void {
    this.file = null;
    this.needs = null;
    this.problem = null;
  }
}

/** How a file was protected, in a sentence. */
export function protectionWords(content: FileContent): string {
  switch (content.protection) {
    case 'passphrase':
      return msg('Encrypted with a passphrase, and unchanged since.', { id: 'protection-passphrase' });
    case 'identity':
      return msg('Encrypted for your key, and unchanged since.', { id: 'protection-identity' });
    case 'signed': {
      const names = content.is === 'drafts' ? content.signedBy.map(({ name }) => name).join(', ') : '';
      return msg(str`A signed PDF, unchanged since. Signed by ${names}, as the signatures say.`, {
        id: 'protection-signed',
      });
    }
    case 'none':
      return msg('Unprotected: anybody could have read or changed this file on its way.', { id: 'protection-none' });
  }
}
