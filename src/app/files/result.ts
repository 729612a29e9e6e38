import { html, type TemplateResult } from 'lit';
import type { Page } from '../pages/page.ts';

const classes = 'govuk-heading-s';

/** The heading over what came of something a person did; the keyboard is brought to it. */
export function resultHeading(level: 2 | 3 | 4, words: string): TemplateResult {
  switch (level) {
    case 2:
      return html`<h2 class=${classes} tabindex="-1" data-result>${words}</h2>`;
    case 3:
      return html`<h3 class=${classes} tabindex="-1" data-result>${words}</h3>`;
    case 4:
      return html`<h4 class=${classes} tabindex="-1" data-result>${words}</h4>`;
  }
}

/** Brings the keyboard to what came of it, within what `of` selects: the button that was pressed may be gone. */
export async function goToResult(page: Page, of = ''): Promise<void> {
  await page.updateComplete;
  page.querySelector<HTMLElement>(`${of} [data-result]`)?.focus();
}
