import { html, type TemplateResult } from 'lit';

/** A heading of the level that the page asks for, 1 to 6. */
export function headingOf(level: number, classes: string, id: string, words: unknown): TemplateResult {
  switch (Math.max(1, Math.min(6, level))) {
    case 1:
      return html`<h1 class=${classes} id=${id}>${words}</h1>`;
    case 2:
      return html`<h2 class=${classes} id=${id}>${words}</h2>`;
    case 3:
      return html`<h3 class=${classes} id=${id}>${words}</h3>`;
    case 4:
      return html`<h4 class=${classes} id=${id}>${words}</h4>`;
    case 5:
      return html`<h5 class=${classes} id=${id}>${words}</h5>`;
    default:
      return html`<h6 class=${classes} id=${id}>${words}</h6>`;
  }
}
