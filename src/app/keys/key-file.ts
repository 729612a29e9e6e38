import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { problem, type Outcome } from '../../model/problem.ts';
import type { SigningKey } from '../../signing/index.ts';

/** A key file that a council issues is a few thousand bytes. */
const largestFile = 1024 * 1024;

/** Asks for a council's key file and its password; `failed` says what was wrong with the last one. */
export function keyFileFields(prefix: string, failed: string): TemplateResult {
  const described = failed === '' ? nothing : `${prefix}:file:error`;
  return html`<div class="govuk-form-group ${failed === '' ? '' : 'govuk-form-group--error'}">
      <label class="govuk-label govuk-label--s" for="${prefix}:file">${msg('Key file', { id: 'keys-file' })}</label>
      ${failed === '' ? nothing : html`<p class="govuk-error-message" role="alert" id="${prefix}:file:error">${failed}</p>`}
      <input
        class="govuk-file-upload"
        type="file"
        id="${prefix}:file"
        name="file"
        accept=".p12,.pfx"
        aria-describedby=${described}
      />
    </div>
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="${prefix}:password"
        >${msg('Password of the key file', { id: 'keys-password' })}</label
      >
      <input
        class="govuk-input govuk-input--width-20"
        type="password"
        id="${prefix}:password"
        name="password"
        autocomplete="off"
      />
    </div>`;
}

export const chooseKeyFile = (): string => msg('Choose the key file', { id: 'keys-need-file' });

/** The file chosen in `given`; null where none was. */
export function keyFileIn(given: FormData): File | null {
  const file = given.get('file');
  return file instanceof File && file.size > 0 ? file : null;
}

/** Its bytes. Problem: `p12-not-supported` for what is far larger than a key file is. */
export async function bytesOfKeyFile(file: File): Promise<Outcome<Uint8Array>> {
  return file.size > largestFile
    ? problem('p12-not-supported')
    : { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
}

/**
 * The key in `file`, for one signature: it is kept nowhere. Problems: those of `importP12`, and
 * `certificate-not-valid-then` where its certificate has run out.
 */
export async function keyFromFile(file: File, password: string): Promise<Outcome<SigningKey>> {
  const { importP12 } = await import('../../signing/index.ts');
  const bytes = await bytesOfKeyFile(file);
  if (!bytes.ok) return bytes;
  const key = await importP12(bytes.value, password);
  return key.ok && key.value.validUntil < new Date() ? problem('certificate-not-valid-then') : key;
}
