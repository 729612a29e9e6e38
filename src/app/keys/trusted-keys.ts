import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { readTrustList, trustListText, type TrustedKey } from '../../exchange/trust-list.ts';
import type { Problem } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { download } from '../download.ts';
import { Page } from '../pages/page.ts';
import { inGroups } from './fingerprint-view.ts';
import { keepTrustedKeys, trustedKeys } from './trusted.ts';

/** More lines than this that are not understood are nobody's slip of the pen. */
const mostTold = 10;

/** The part of the settings with the council's list of keys, which checking a PDF compares with. */
export class TrustedKeysPart extends Page {
  @state() private keys: readonly TrustedKey[] = trustedKeys() ?? [];
  @state() private problems: readonly Problem[] = [];
  @state() private said = '';

  protected override render(): TemplateResult {
    const { keys, problems } = this;
    return html`<h2 class="govuk-heading-l" id="trust:title" tabindex="-1">
        ${msg('Your council’s list of keys', { id: 'trust-title' })}
      </h2>
      <p class="govuk-body hw-measure">
        ${msg('When a signed PDF is checked, its keys are compared with this list. Put a key on it only when you know by another way, such as a call to a number you know, whose it is. The list is kept on this computer.', { id: 'trust-what' })}
      </p>
      <p class="govuk-body" role="status">${this.said}</p>
      ${
        keys.length === 0
          ? html`<p class="govuk-body">${msg('There is no list yet.', { id: 'trust-none' })}</p>`
          : html`<ul class="govuk-list">
                ${keys.map(
                  (key) =>
                    html`<li class="govuk-!-margin-bottom-3">
                      <strong><bdi>${key.name}</bdi></strong>
                      <button type="button" class="hw-link-button" @click=${() => this.#remove(key)}>
                        ${msg('Take off the list', { id: 'trust-remove' })}<span class="govuk-visually-hidden"
                          >: <bdi>${key.name}</bdi></span
                        ></button
                      ><br />
                      <code class="hw-hash">${inGroups(key.fingerprint)}</code>
                    </li>`,
                )}
              </ul>
              <button type="button" class="govuk-button govuk-button--secondary" @click=${this.#save}>
                ${msg('Save the list as a file', { id: 'trust-save' })}
              </button>`
      }
      <form novalidate autocomplete="off" @submit=${this.#submit}>
        <div class="govuk-form-group ${problems.length > 0 ? 'govuk-form-group--error' : ''}">
          <label class="govuk-label govuk-label--s" for="trust:text">${msg('Add keys', { id: 'trust-add' })}</label>
          <div class="govuk-hint" id="trust:hint">
            ${msg('One key in each line: its fingerprint, then whose it is. Or paste or open a file that your council made.', { id: 'trust-hint' })}
          </div>
          ${
            problems.length > 0
              ? html`<div class="govuk-error-message" id="trust:error" role="alert">
                  ${problems.slice(0, mostTold).map((each) => html`<p>${problemWords(each)}</p>`)}
                  <p>${msg('Nothing was added.', { id: 'trust-nothing-added' })}</p>
                </div>`
              : nothing
          }
          <textarea
            class="govuk-textarea"
            id="trust:text"
            rows="4"
            spellcheck="false"
            aria-describedby="trust:hint${problems.length > 0 ? ' trust:error' : ''}"
          ></textarea>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="trust:file">${msg('Or open a file', { id: 'trust-file' })}</label>
          <input
            class="govuk-file-upload"
            type="file"
            id="trust:file"
            accept=".json,.txt,application/json,text/plain"
            @change=${this.#choose}
          />
        </div>
        <button class="govuk-button govuk-button--secondary">${msg('Add to the list', { id: 'trust-add-now' })}</button>
      </form>`;
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    if (file.size > 1024 * 1024) this.problems = [{ code: 'too-large', place: {} }];
    else this.#add(await file.text());
    input.value = '';
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const box = this.querySelector<HTMLTextAreaElement>('[id="trust:text"]');
    if (!box) return;
    if (box.value.trim() === '') this.problems = [{ code: 'trust-empty', place: {} }];
    else if (this.#add(box.value)) box.value = '';
  };

  /** Whether `text` was understood; a key that is on the list already gets the name it now has. */
  #add(text: string): boolean {
    this.said = '';
    const read = readTrustList(text);
    this.problems = read.ok ? [] : read.problems;
    if (!read.ok) return false;
    const added = new Set(read.value.map(({ fingerprint }) => fingerprint));
    this.#keep([...this.keys.filter(({ fingerprint }) => !added.has(fingerprint)), ...read.value]);
    if (this.said === '') this.said = msg(str`Keys added: ${added.size}.`, { id: 'trust-added' });
    return true;
  }

  #remove(key: TrustedKey): void {
    this.#keep(this.keys.filter((each) => each !== key));
    if (this.said === '') this.said = msg(str`Taken off the list: ${key.name}.`, { id: 'trust-removed' });
    this.querySelector<HTMLElement>('[id="trust:title"]')?.focus();
  }

  #keep(keys: readonly TrustedKey[]): void {
    this.keys = keys;
    this.said = keepTrustedKeys(keys)
      ? ''
      : msg('This browser does not keep the list beyond this page. Save it as a file.', { id: 'trust-not-kept' });
  }

  readonly #save = (): void => {
    const bytes = new TextEncoder().encode(trustListText(this.keys));
    download(bytes, `homeward-trusted-keys-${deviceWorld.today()}.json`, 'application/json');
  };
}

function problemWords({ code, place, detail }: Problem): string {
  switch (code) {
    case 'trust-line':
      return msg(str`Line or entry ${place.line ?? 0} is not a fingerprint of 64 digits with a name after it.`, {
        id: 'trust-line',
      });
    case 'trust-twice':
      return msg(str`The fingerprint that begins with ${detail ?? ''} is there twice, with two names.`, {
        id: 'trust-twice',
      });
    case 'too-large':
      return msg('This file is larger than any list of keys can be.', { id: 'trust-too-large' });
    case 'newer-than-program':
      return msg('This list was made by a newer version of Homeward.', { id: 'trust-newer' });
    case 'trust-empty':
      return msg('Enter a fingerprint and whose it is', { id: 'trust-empty' });
    default:
      return msg('This is not a list of keys.', { id: 'trust-not-a-list' });
  }
}
