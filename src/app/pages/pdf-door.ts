import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { hashOf } from '../routes.ts';
import { handOver } from '../signed/hand-over.ts';
import { GoEvent, Page } from './page.ts';

/** The way to checking a signed PDF: a link, and the page it stands on takes a PDF that is dropped anywhere on it. */
export class PdfDoor extends Page {
  #page: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page = this.closest('main');
    this.#page?.addEventListener('dragover', allow);
    this.#page?.addEventListener('drop', this.#drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page?.removeEventListener('dragover', allow);
    this.#page?.removeEventListener('drop', this.#drop);
    this.#page = null;
  }

  protected override render(): TemplateResult {
    return html`<p class="govuk-body">
      <a class="govuk-link" href=${hashOf({ page: 'verify' })}
        >${msg('Check, countersign or go on from a signed PDF', { id: 'pdf-door' })}</a
      >
      <span class="hw-quiet">${msg('You can also drop the PDF on this page.', { id: 'pdf-door-drop' })}</span>
    </p>`;
  }

  readonly #drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    if (isPdf(file)) handOver(file);
    this.dispatchEvent(new GoEvent(hashOf({ page: isPdf(file) ? 'verify' : 'open' })));
  };
}

const allow = (event: DragEvent): void => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
};

export const isPdf = ({ name, type }: File): boolean => type === 'application/pdf' || /\.pdf$/i.test(name);
