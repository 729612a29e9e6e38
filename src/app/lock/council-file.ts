import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { fileName } from '../../exchange/file-name.ts';
import { download } from '../download.ts';

/** Saves the file with which the holder of a council's key opens this vault; what it is called. */
export function saveCouncilFile(file: Uint8Array<ArrayBuffer>): string {
  const name = fileName('for-recovery', new Date(), 'age');
  download(file, name, 'application/octet-stream');
  return name;
}

export function councilFileButton(file: Uint8Array<ArrayBuffer>): TemplateResult {
  return html`<button
    type="button"
    class="govuk-button govuk-button--secondary"
    @click=${() => {
      saveCouncilFile(file);
    }}
  >
    ${msg('Save the file for the holder of the key', { id: 'council-file' })}
  </button>`;
}
