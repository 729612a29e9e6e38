import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { momentInWords } from '../../i18n/dates.ts';
import type { RealVault } from '../../store/open-vaults.ts';
import { hashOf } from '../routes.ts';
import { fingerprintView } from './fingerprint-view.ts';
import type { KeyCard } from './key-card.ts';
import { keyFileFields } from './key-file.ts';
import { ringOf } from './signer.ts';

/** With a file, whoever signs on somebody else's computer leaves no key there. */
export function keyOrFile(usesFile: boolean, choose: (usesFile: boolean) => void): TemplateResult {
  const ways = [
    [false, msg('The key of this computer', { id: 'signer-own-key' })],
    [true, msg('A key file (.p12) of my council, for this signature alone', { id: 'signer-file-key' })],
  ] as const;
  return html`<fieldset class="govuk-fieldset govuk-form-group">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
      ${msg('What you sign with', { id: 'signer-with' })}
    </legend>
    <div class="govuk-radios govuk-radios--small">
      ${ways.map(([uses, words]) => {
        const id = `sign:with:${uses ? 'file' : 'key'}`;
        return html`<div class="govuk-radios__item">
          <input
            class="govuk-radios__input"
            type="radio"
            name="with"
            id=${id}
            .checked=${usesFile === uses}
            @change=${() => {
              choose(uses);
            }}
          />
          <label class="govuk-label govuk-radios__label" for=${id}>${words}</label>
        </div>`;
      })}
    </div>
  </fieldset>`;
}

/** Asks for the file of this one signature; `failed` says why the last one could not be used. */
export function fileForOnce(failed: string): TemplateResult {
  return html`<p class="govuk-body">
      ${msg('It is opened on this computer for this one signature, sent nowhere and not kept. It says your name and your organisation.', { id: 'signer-file-why' })}
    </p>
    ${keyFileFields('sign', failed)}`;
}

/** The key kept here that signs. */
export function keptKey(card: KeyCard): TemplateResult {
  return html`<div class="hw-panel hw-panel--plain">
    <h3 class="govuk-heading-s">${msg('You sign with your key', { id: 'signer-kept' })}</h3>
    <p class="govuk-body">
      <strong><bdi>${card.name}</bdi></strong
      >${card.organisation === '' ? nothing : html`, <bdi>${card.organisation}</bdi>`}<br />
      ${
        card.origin === 'file'
          ? msg(str`From your council’s file, brought here on ${momentInWords(new Date(card.keptAt))}`, {
              id: 'signer-from-file',
            })
          : msg(str`Made on this computer on ${momentInWords(new Date(card.keptAt))}`, { id: 'signer-made' })
      }
    </p>
    ${fingerprintView(card.fingerprint)}
    <p class="govuk-body">
      <a class="govuk-link" href=${hashOf({ page: 'settings' })}
        >${msg('Another name or another key', { id: 'signer-another' })}</a
      >
    </p>
  </div>`;
}

/** Which key signs where none is kept yet. */
export function whichKey(kind: 'real' | 'training', real: RealVault | null, askUnlock: () => void): TemplateResult {
  if (kind === 'training')
    return html`<p class="govuk-body" id="sign:key">
      ${msg('This is training: it is signed with a key made for this signature alone, with TRAINING in its name.', { id: 'signer-training' })}
    </p>`;
  if (ringOf(real))
    return html`<p class="govuk-body" id="sign:key">
      ${msg('A signing key is made for you now and kept on this computer under your passphrase. From the next time on you sign with one step.', { id: 'signer-first' })}
    </p>`;
  return html`<div class="govuk-inset-text" id="sign:key">
    <p class="govuk-body">
      ${msg('No key of yours can be used here just now, so it is signed with a key made for this signature alone. It proves that nothing was changed, but nobody can recognise it another time.', { id: 'signer-once' })}
    </p>
    ${
      real?.state === 'locked'
        ? html`<button type="button" class="govuk-button govuk-button--secondary" @click=${askUnlock}>
            ${msg('Unlock to use your key', { id: 'signer-unlock' })}
          </button>`
        : html`<p class="govuk-body">
            <a class="govuk-link" href=${hashOf({ page: 'settings' })}
              >${msg('Set a passphrase in the settings to keep a key here', { id: 'signer-set-up' })}</a
            >
          </p>`
    }
  </div>`;
}
