import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { words } from '../../elements/shared/pack-words.ts';
import { dateInWords } from '../../i18n/dates.ts';
import type { Pack, PackOverlay } from '../../model/pack.ts';
import { deviceWorld } from '../../session/world.ts';
import type { VaultState } from '../../session/ports.ts';
import type { WipeReceipt } from '../../store/wipe-computer.ts';
import type { BothVaults } from '../both-vaults.ts';
import type { Visit } from '../later.ts';
import { pdfUaWords } from '../pdf-ua.ts';
import { Page } from './page.ts';
import type { WipedEvent } from './wipe.ts';
import { wipedPage } from './wipe-receipt.ts';

declare const HOMEWARD_VERSION: string;

/** Which version this is, which questions it asks, and how drafts are kept. */
export class SettingsPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  /** Once everything was deleted there is nothing else to show. */
  @state() private wiped: WipeReceipt | null = null;

  protected override render(): TemplateResult | typeof nothing {
    if (this.wiped) return wipedPage(this.wiped);
    return this.visit
      ? html`${settingsPage(this.visit.pack, this.visit.services.vault, HOMEWARD_VERSION)}
          <homeward-signing-keys .visit=${this.visit}></homeward-signing-keys>
          <homeward-trusted-keys></homeward-trusted-keys>
          <homeward-honesty .visit=${this.visit}></homeward-honesty>
          <homeward-wipe .visit=${this.visit} @homeward-wiped=${this.#wiped}></homeward-wipe>`
      : nothing;
  }

  readonly #wiped = async ({ receipt }: WipedEvent): Promise<void> => {
    this.wiped = receipt;
    // Wherever somebody goes from here, the program begins anew: the vaults of this page are closed.
    window.addEventListener('hashchange', () => {
      location.reload();
    });
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  };
}

function settingsPage(pack: Pack | null, vault: BothVaults, version: string): TemplateResult {
  const rows: readonly (readonly [string, unknown])[] = [
    [msg('Version of Homeward', { id: 'settings-version' }), version],
    ...(pack
      ? ([
          [msg('Questions', { id: 'settings-pack' }), html`${words(pack, pack.title)}, ${pack.version}`],
          [msg('Fingerprint of the questions (SHA-256)', { id: 'settings-structure' }), pack.structureHash],
          [msg('Fingerprint of the words (SHA-256)', { id: 'settings-words' }), pack.wordsHash],
        ] as const)
      : []),
    ...(pack?.overlay ? overlayRows(pack.overlay) : []),
    [msg('PDFs say that they are PDF/UA', { id: 'settings-pdf-ua' }), pdfUaWords()],
    [msg('Training drafts', { id: 'settings-drafts-training' }), vaultWords(vault.training.state)],
  ];
  return html`<h1 class="govuk-heading-xl">${msg('Settings', { id: 'settings' })}</h1>
    <dl class="govuk-summary-list">
      ${rows.map(
        ([name, value]) =>
          html`<div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">${name}</dt>
            <dd class="govuk-summary-list__value hw-hash">${value}</dd>
          </div>`,
      )}
    </dl>
    <homeward-lock-settings .vault=${vault}></homeward-lock-settings>
    ${pack ? nothing : html`<p class="govuk-body">${msg('The questions are being fetched.', { id: 'pack-coming' })}</p>`}`;
}

/** Whose additions are on top of the questions. */
function overlayRows({
  title,
  version,
  owner,
  reviewBy,
  hash,
  without,
}: PackOverlay): readonly (readonly [string, unknown])[] {
  return [
    [msg('Added by', { id: 'settings-overlay' }), html`${title}, ${version}`],
    [msg('Who answers for it', { id: 'settings-overlay-owner' }), owner],
    [
      msg('To be checked by', { id: 'settings-overlay-review' }),
      html`${dateInWords(reviewBy)}${
        reviewBy < deviceWorld.today()
          ? html` <strong>${msg('This day has passed.', { id: 'settings-overlay-overdue' })}</strong>`
          : nothing
      }`,
    ],
    [msg('Fingerprint of the additions (SHA-256)', { id: 'settings-overlay-hash' }), hash],
    [
      msg('Questions not asked here', { id: 'settings-overlay-without' }),
      without.length === 0
        ? msg('None', { id: 'settings-overlay-none' })
        : html`<ul class="govuk-list">
            ${without.map(({ label }) => html`<li>${label}</li>`)}
          </ul>`,
    ],
  ];
}

function vaultWords(state: VaultState): string {
  switch (state) {
    case 'open':
      return msg('Kept in this browser on this computer, not encrypted.', { id: 'vault-training' });
    case 'memory':
      return msg('Kept on this page only: they are gone when it closes.', { id: 'vault-memory' });
    case 'suspect':
      return msg('This browser could not write a draft, so nothing more is trusted to it until it is started again.', {
        id: 'vault-suspect',
      });
    case 'locked':
      return msg('Locked.', { id: 'vault-locked' });
    case 'none':
      return msg('None yet.', { id: 'vault-none' });
  }
}
