import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Prints the page somebody is on. */
export const printButton = (): TemplateResult =>
  html`<button
    type="button"
    class="hw-link-button"
    @click=${() => {
      print();
    }}
  >
    ${msg('Print', { id: 'print' })}
  </button>`;
