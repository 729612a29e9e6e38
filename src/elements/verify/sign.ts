import { html, svg, type TemplateResult } from 'lit';

/** Good, bad, or neither: each a shape of its own beside words that say the same. */
export type Sign = 'good' | 'bad' | 'open';

const shapes = {
  good: svg`<circle cx="12" cy="12" r="10.5" /><path d="M7 12.5l3.5 3.5L17.5 8.5" />`,
  bad: svg`<path d="M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6z" /><path d="M8 8l8 8M16 8l-8 8" />`,
  open: svg`<path d="M12 1.5L22.5 12 12 22.5 1.5 12z" /><path d="M8 12h8" />`,
};

export function signOf(sign: Sign): TemplateResult {
  return html`<svg class="hw-sign hw-sign--${sign}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${shapes[sign]}
  </svg>`;
}
