import { html, type TemplateResult } from 'lit';
import type { Inline, RichText, TextBlock } from '../../model/rich-text.ts';

/** How a piece of text is shown, such as marked with its language. */
type Say = (text: string) => string | TemplateResult;

/** Guidance as elements: eight kinds and no more, so no HTML is ever parsed. One block is not wrapped in a list: a long form has hundreds. */
export function richText(text: RichText, say: Say): TemplateResult | readonly TemplateResult[] {
  const [first] = text;
  return first && text.length === 1 ? block(first, say) : text.map((each) => block(each, say));
}

function block(of: TextBlock, say: Say): TemplateResult {
  switch (of.kind) {
    case 'paragraph':
      return html`<p class="govuk-body">${inline(of.of, say)}</p>`;
    case 'heading':
      return html`<p class="govuk-body"><strong>${inline(of.of, say)}</strong></p>`;
    case 'list':
      return of.ordered
        ? html`<ol class="govuk-list govuk-list--number">
            ${of.items.map((item) => html`<li>${inline(item, say)}</li>`)}
          </ol>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${of.items.map((item) => html`<li>${inline(item, say)}</li>`)}
          </ul>`;
    case 'call-out':
      return html`<div class="govuk-inset-text">${of.of.map((each) => block(each, say))}</div>`;
  }
}

function inline(of: readonly Inline[], say: Say): string | TemplateResult | readonly (string | TemplateResult)[] {
  const [first] = of;
  return of.length === 1 && typeof first === 'string' ? say(first) : of.map((each) => run(each, say));
}

function run(of: Inline, say: Say): string | TemplateResult {
  if (typeof of === 'string') return say(of);
  switch (of.kind) {
    case 'strong':
      return html`<strong>${inline(of.of, say)}</strong>`;
    case 'emphasis':
      return html`<em>${inline(of.of, say)}</em>`;
    case 'link':
      return html`<a class="govuk-link" href=${of.to} rel="noreferrer">${inline(of.of, say)}</a>`;
  }
}
