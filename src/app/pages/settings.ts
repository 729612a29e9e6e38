import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../../elements/shared/pack-words.ts';
import type { Pack } from '../../model/pack.ts';
import type { VaultState } from '../../session/ports.ts';
import type { BothVaults } from '../both-vaults.ts';
import type { Visit } from '../later.ts';
import { Page } from './page.ts';
import { whereKept } from './start.ts';

declare const HOMEWARD_VERSION: string;

/** Which version this is, which questions it asks, and how drafts are kept. */
export class SettingsPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;

  protected override render(): TemplateResult | typeof nothing {
    return this.visit
      ? html`${settingsPage(this.visit.pack, this.visit.services.vault, HOMEWARD_VERSION)}
          <homeward-honesty .visit=${this.visit}></homeward-honesty>`
      : nothing;
  }
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
    ${whereKept()}
    ${pack ? nothing : html`<p class="govuk-body">${msg('The questions are being fetched.', { id: 'pack-coming' })}</p>`}`;
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
