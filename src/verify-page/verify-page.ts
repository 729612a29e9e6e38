import { msg, str } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { frame, frameStyles } from '../design/frame.ts';
import { parts } from '../design/parts.ts';
import { registerRem } from '../design/rem.ts';
import { sheet } from '../design/sheet.ts';
import { tokens } from '../design/tokens.ts';
import { hearLanguage } from '../i18n/hear.ts';
import { begin, choose, languageTag, spoken } from '../i18n/locale.ts';
import { readTrustedList, type TrustedList } from './trusted-list.ts';

declare const HOMEWARD_VERSION: string;

const ownStyles = css`
  .hw-only {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    max-inline-size: calc(50 * var(--homeward-rem));
    min-block-size: 100vh;
    margin-inline: auto;
    padding: var(--hw-space-4);
  }
  .hw-only__bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--hw-space-6);
    border-block-end: 4px solid var(--hw-brand);
  }
  .hw-only__name {
    margin: 0;
    color: var(--hw-brand);
    font-size: calc(1.5 * var(--homeward-rem));
    font-weight: bold;
    line-height: calc(3.5 * var(--homeward-rem));
  }
  .hw-only > main {
    flex: 1;
    margin-block-end: var(--hw-space-6);
  }
  .hw-only__foot {
    padding-block-start: var(--hw-space-4);
    border-block-start: 1px solid var(--hw-line);
  }
`;

/** All there is on the page that is one file: for whoever is handed a PDF and has no Homeward. */
export class VerifyPage extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, ownStyles];

  @state() private list: TrustedList | null = null;

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => {
      document.documentElement.lang = languageTag();
      document.title = msg('Check a signed PDF - Homeward', { id: 'vp-title' });
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void begin(this);
  }

  readonly #take = (event: Event): void => {
    this.list = readTrustedList((event.target as HTMLTextAreaElement).value);
  };

  protected override render(): TemplateResult {
    const { list } = this;
    const other = spoken() === 'cy' ? 'en' : 'cy';
    return frame(
      languageTag(),
      'ltr',
      html`<div class="hw-only">
        <header class="hw-only__bar">
          <p class="hw-only__name">${msg('Homeward', { id: 'homeward' })}</p>
          <button type="button" class="hw-link-button" lang=${other} @click=${() => choose(other)}>
            ${other === 'cy' ? 'Cymraeg' : 'English'}
          </button>
        </header>
        <main>
          <homeward-verify heading-level="1" .trusted=${list?.fingerprints ?? null}></homeward-verify>
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text"
                >${msg('I have a council’s list of keys', { id: 'vp-have-list' })}</span
              >
            </summary>
            <div class="govuk-details__text">
              <div class="govuk-form-group">
                <label class="govuk-label" for="list">${msg('Fingerprints, one a line', { id: 'vp-list' })}</label>
                <div class="govuk-hint" id="list-hint">
                  ${msg('The 64 figures and letters of each key, as the council gave them to you by another way than the PDF.', { id: 'vp-list-hint' })}
                </div>
                <textarea
                  class="govuk-textarea"
                  id="list"
                  rows="4"
                  autocomplete="off"
                  spellcheck="false"
                  aria-describedby="list-hint list-read"
                  @input=${this.#take}
                ></textarea>
                <p class="govuk-body" id="list-read" role="status">${list ? readWords(list) : nothing}</p>
              </div>
            </div>
          </details>
        </main>
        <footer class="hw-only__foot">
          <p class="govuk-body hw-quiet">
            ${msg('This page is one file. It loads nothing and sends nothing, works without a network, and forgets what it read when you close it.', { id: 'vp-foot' })}
          </p>
          <p class="govuk-body hw-quiet">
            ${msg(str`Homeward ${HOMEWARD_VERSION}. Homeward’s words are its own; it is not an official form of the NSPCC, the University of Bristol or Leeds City Council.`, { id: 'vp-version' })}
          </p>
        </footer>
      </div>`,
    );
  }
}

function readWords({ fingerprints, misread }: TrustedList): string {
  return misread === 0
    ? msg(str`Keys on the list: ${fingerprints.length}.`, { id: 'vp-list-read' })
    : msg(str`Keys on the list: ${fingerprints.length}. Lines that are no whole fingerprint: ${misread}.`, {
        id: 'vp-list-misread',
      });
}
