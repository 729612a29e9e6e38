import { html, nothing, type TemplateResult } from 'lit';
import type { Inline, RichText, TextBlock } from '../../model/rich-text.ts';
import { headingOf } from '../shared/heading.ts';

/** How a piece of text is shown, such as marked with its language. */
type Say = (text: string) => string | TemplateResult;

/** What else a place makes of guidance text. */
export interface Manner {
  /** A word that the glossary explains; it stays a word where nothing can be opened. */
  readonly term?: (id: string, words: unknown) => unknown;
  /** What stands at the end of a paragraph or item with such words: meanings that somebody opened. */
  readonly meanings?: (ids: readonly string[]) => unknown;
  /** The level of the highest heading; without it headings are bold lines, since they stand beside a question. */
  readonly headingLevel?: number;
}

interface Showing extends Manner {
  readonly say: Say;
}

/** Guidance as elements: nine kinds and no more, so no HTML is ever parsed. One block is not wrapped in a list: a long form has hundreds. */
export function richText(text: RichText, say: Say, manner: Manner = {}): TemplateResult | readonly TemplateResult[] {
  const [first] = text;
  const showing = { ...manner, say };
  return first && text.length === 1 ? block(first, showing) : text.map((each) => block(each, showing));
}

function block(of: TextBlock, showing: Showing): TemplateResult {
  switch (of.kind) {
    case 'paragraph':
      return html`<p class="govuk-body">${sentences(of.of, showing)}</p>`;
    case 'heading':
      return showing.headingLevel === undefined
        ? html`<p class="govuk-body"><strong>${inline(of.of, showing)}</strong></p>`
        : headingOf(
            showing.headingLevel + of.level - 1,
            of.level === 1 ? 'govuk-heading-m' : 'govuk-heading-s',
            null,
            inline(of.of, showing),
          );
    case 'list':
      return of.ordered
        ? html`<ol class="govuk-list govuk-list--number">
            ${of.items.map((item) => html`<li>${sentences(item, showing)}</li>`)}
          </ol>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${of.items.map((item) => html`<li>${sentences(item, showing)}</li>`)}
          </ul>`;
    case 'call-out':
      return html`<div class="govuk-inset-text">${of.of.map((each) => block(each, showing))}</div>`;
  }
}

/** A run of words, and behind it the meanings opened in it: one in the middle would tear a sentence apart. */
function sentences(of: readonly Inline[], showing: Showing): unknown {
  const said = inline(of, showing);
  const ids = showing.meanings ? termsIn(of) : [];
  return ids.length === 0 ? said : [said, showing.meanings?.(ids)];
}

const termsIn = (of: readonly Inline[]): readonly string[] =>
  of.flatMap((each) => (typeof each === 'string' ? [] : each.kind === 'term' ? [each.term] : termsIn(each.of)));

function inline(of: readonly Inline[], showing: Showing): unknown {
  const [first] = of;
  return of.length === 1 && typeof first === 'string'
    ? showing.say(first)
    : of.map((each, at) => {
        // The compiler parts what closes up to a term; a button alone would let the line break before a full stop.
        if (closesUp(of, at)) return nothing;
        const said = run(each, showing);
        return closesUp(of, at + 1)
          ? html`<span class="hw-unbroken">${said}${run(of[at + 1] ?? '', showing)}</span>`
          : said;
      });
}

function closesUp(of: readonly Inline[], at: number): boolean {
  const [before, here] = [of[at - 1], of[at]];
  return typeof before === 'object' && before.kind === 'term' && typeof here === 'string' && !/\s/.test(here);
}

function run(of: Inline, showing: Showing): unknown {
  if (typeof of === 'string') return showing.say(of);
  const inside = inline(of.of, showing);
  switch (of.kind) {
    case 'strong':
      return html`<strong>${inside}</strong>`;
    case 'emphasis':
      return html`<em>${inside}</em>`;
    case 'link':
      return html`<a class="govuk-link" href=${of.to} rel="noreferrer">${inside}</a>`;
    case 'term':
      return showing.term?.(of.term, inside) ?? inside;
  }
}
