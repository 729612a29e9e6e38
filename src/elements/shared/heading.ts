import { html, nothing, type TemplateResult } from 'lit';

/** A heading of the level that the page asks for, 1 to 6; `id` is null where nothing refers to it. */
export function headingOf(level: number, classes: string, id: string | null, words: unknown): TemplateResult {
  switch (Math.max(1, Math.min(6, level))) {
    case 1:
      return html`<h1 class=${classes} id=${id ?? nothing}>${words}</h1>`;
    case 2:
      return html`<h2 class=${classes} id=${id ?? nothing}>${words}</h2>`;
    case 3:
      return html`<h3 class=${classes} id=${id ?? nothing}>${words}</h3>`;
    case 4:
      return html`<h4 class=${classes} id=${id ?? nothing}>${words}</h4>`;
    case 5:
      return html`<h5 class=${classes} id=${id ?? nothing}>${words}</h5>`;
    default:
      return html`<h6 class=${classes} id=${id ?? nothing}>${words}</h6>`;
  }
}
