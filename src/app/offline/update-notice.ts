import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { languageTag } from '../../i18n/locale.ts';

const ownStyles = css`
  .hw-update {
    padding: var(--hw-space-3) var(--hw-space-4);
    border-block-end: 4px solid var(--hw-brand);
    background: var(--hw-surface);
  }
  .hw-update > * {
    max-inline-size: calc(60 * var(--homeward-rem));
    margin-inline: auto;
    margin-block-end: var(--hw-space-2);
  }
`;

/** Says that a new version of the site is here, and changes to it when somebody says so. It never does by itself. */
export class UpdateNotice extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, ownStyles];

  readonly #change: () => void;

  constructor(change: () => void) {
    super();
    this.#change = change;
    updateWhenLocaleChanges(this);
  }

  protected override render(): TemplateResult {
    return frame(
      languageTag(),
      'ltr',
      html`<div class="hw-update" role="region" aria-label=${msg('New version', { id: 'update-label' })}>
        <p class="govuk-body">
          <strong>${msg('A new version of Homeward is ready.', { id: 'update-ready' })}</strong>
          ${msg('Nothing changes until you say so, or until every tab of Homeward has been closed. If you change now, this page loads again, and you may have to type your passphrase.', { id: 'update-how' })}
        </p>
        <p class="govuk-body">
          <button type="button" class="hw-link-button" @click=${this.#change}>
            ${msg('Change to the new version now', { id: 'update-now' })}
          </button>
          <button
            type="button"
            class="hw-link-button"
            @click=${() => {
              this.remove();
            }}
          >
            ${msg('Later', { id: 'update-later' })}
          </button>
        </p>
      </div>`,
    );
  }
}

if (!customElements.get('homeward-update')) customElements.define('homeward-update', UpdateNotice);
