import { html, nothing, type TemplateResult } from 'lit';
import type { Framework } from '../../content/framework.ts';
import type { RichText } from '../../model/rich-text.ts';
import { richText } from '../fields/rich-text.ts';
import { languageOf, type Told } from './told.ts';

/** Where something can be read in the page around; a page that has no such place gives none. */
export type WayTo = (
  to: { readonly stage: string } | { readonly question: string } | { readonly article: string },
) => string;

/** What the pieces of the framework are shown with. */
export interface FrameworkView {
  readonly told: Told;
  readonly headingLevel: number;
  readonly wayTo: WayTo | null;
  /** Goes to a stage; to all of them where it is empty. */
  readonly choose: (stage: string) => void;
}

/** How large a title is: below one of the page's own, no larger than that. */
export const titleClass = (level: number): string => `govuk-heading-${level > 1 ? 'l' : 'xl'} hw-shows-focus`;

/** A text of the framework, marked where its language differs from the page's. */
export function say(told: Told, text: string): string | TemplateResult {
  return sayIn(languageOf(told, text), text);
}

const sayIn = (lang: string | null, text: string): string | TemplateResult =>
  lang === null ? text : html`<span lang=${lang}>${text}</span>`;

/** A source by its own name, which has no translation. */
export const saySource = (told: Told, { title, publisher, date }: Framework['sources'][number]): unknown =>
  sayIn(languageOf(told, title), `${title}. ${publisher}, ${date}.`);

export const sayAll = (told: Told, text: RichText): unknown => richText(text, (piece) => say(told, piece));

/** A way to a stage: a link where the page has a place for it, and a button where the element shows it itself. */
export function toStage({ wayTo, choose }: FrameworkView, stage: string, words: unknown): TemplateResult {
  return wayTo
    ? html`<a class="govuk-link" href=${wayTo({ stage })}>${words}</a>`
    : html`<button
        type="button"
        class="hw-link-button hw-to-stage"
        @click=${() => {
          choose(stage);
        }}
      >
        ${words}
      </button>`;
}

/** A link where the page has a place for what is meant, and the words alone where it has none. */
export const linked = (href: string | undefined, words: unknown): TemplateResult =>
  href === undefined ? html`${words}` : html`<a class="govuk-link" href=${href}>${words}</a>`;

export const whenAny = <T>(
  of: readonly T[],
  shown: (of: readonly T[]) => TemplateResult,
): TemplateResult | typeof nothing => (of.length === 0 ? nothing : shown(of));
