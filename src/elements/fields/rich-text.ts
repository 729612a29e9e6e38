import { html, type TemplateResult } from 'lit';
import type { Inline, RichText, TextBlock } from '../../model/rich-text.ts';

/** Guidance as elements: eight kinds and no more, so no HTML is ever parsed. */
export function richText(text: RichText): readonly TemplateResult[] {
  return text.map(block);
}

function block(of: TextBlock): TemplateResult {
  switch (of.kind) {
    case 'paragraph':
      return html`<p class="govuk-body">${inline(of.of)}</p>`;
    case 'heading':
      return html`<p class="govuk-body"><strong>${inline(of.of)}</strong></p>`;
    case 'list':
      return of.ordered
        ? html`<ol class="govuk-list govuk-list--number">
            ${of.items.map((item) => html`<li>${inline(item)}</li>`)}
          </ol>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${of.items.map((item) => html`<li>${inline(item)}</li>`)}
          </ul>`;
    case 'call-out':
      return html`<div class="govuk-inset-text">${of.of.map(block)}</div>`;
  }
}

function inline(of: readonly Inline[]): readonly (string | TemplateResult)[] {
  return of.map((each) => {
    if (typeof each === 'string') return each;
    switch (each.kind) {
      case 'strong':
        return html`<strong>${inline(each.of)}</strong>`;
      case 'emphasis':
        return html`<em>${inline(each.of)}</em>`;
      case 'link':
        return html`<a class="govuk-link" href=${each.to} rel="noreferrer">${inline(each.of)}</a>`;
    }
  });
}
