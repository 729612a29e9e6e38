import { msg } from '@lit/localize';
import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { headingOf } from '../../elements/shared/heading.ts';
import { adoptStyles } from './own-styles.ts';

/** One part of a long page. */
export interface Part {
  readonly id: string;
  readonly title: unknown;
  /** What it comes to, in a few words that belong to the title. */
  readonly brief?: unknown;
  /** What it comes to, shown folded too. */
  readonly summary?: unknown;
  readonly body: unknown;
}

/** What was opened of an assessment, page by page: who goes to change an answer finds the page as they left it. */
const remembered = new WeakMap<object, Map<string, Set<string>>>();

/**
 * The parts of a long page, folded until somebody opens them, and all open on paper.
 *
 * What is folded stays in the page, so that a search of the browser opens the part it finds something in.
 */
export class Folds implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #open = new Set<string>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    adoptStyles(this.#host, foldStyles);
  }

  /** Goes on with what was opened on `page` of an assessment. */
  goOn(assessment: object, page: string): void {
    const pages = remembered.get(assessment) ?? new Map<string, Set<string>>();
    remembered.set(assessment, pages);
    this.#open = pages.get(page) ?? new Set();
    pages.set(page, this.#open);
  }

  /** The parts in their order under headings of `level`, and one button for all of them, with others `beside` it. */
  view(level: number, parts: readonly Part[], beside: unknown = nothing): TemplateResult | typeof nothing {
    if (parts.length === 0) return nothing;
    const all = parts.every(({ id }) => this.#open.has(id));
    return html`<p class="hw-view">
        <button
          type="button"
          class="hw-link-button"
          data-show-all
          @click=${() => {
            for (const { id } of parts) this.#set(id, !all);
          }}
        >
          ${all ? msg('Hide all parts', { id: 'parts-hide' }) : msg('Show all parts', { id: 'parts-show' })}
        </button>
        ${beside}
      </p>
      ${parts.map((part) => this.#part(level, part))}`;
  }

  #part(level: number, { id, title, brief = nothing, summary = nothing, body }: Part): TemplateResult {
    const isOpen = this.#open.has(id);
    return html`<div class="hw-part" data-part=${id}>
      ${headingOf(
        level,
        'govuk-heading-m hw-part__title',
        null,
        html`<button
          type="button"
          class="hw-part__open hw-shows-focus"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls="part:${id}"
          @click=${() => {
            this.#set(id, !isOpen);
          }}
        >
          <span class="hw-part__sign" aria-hidden="true"></span>
          <span
            >${title}${brief === nothing ? nothing : html`<span class="govuk-visually-hidden">. </span><span class="hw-part__brief">${brief}</span>`}</span
          >
        </button>`,
      )}
      ${summary}
      <div
        class="hw-part__body"
        id="part:${id}"
        hidden=${isOpen ? nothing : 'until-found'}
        @beforematch=${() => {
          this.#set(id, true);
        }}
      >
        ${body}
      </div>
    </div>`;
  }

  #set(id: string, open: boolean): void {
    if (open) this.#open.add(id);
    else this.#open.delete(id);
    this.#host.requestUpdate();
  }
}

const foldStyles = css`
  .hw-part {
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-part__title {
    margin: 0;
  }
  .hw-part + .govuk-heading-l {
    margin-block-start: var(--hw-space-6);
  }
  .hw-part__open {
    display: flex;
    gap: var(--hw-space-2);
    inline-size: 100%;
    margin: 0;
    padding: var(--hw-space-2) 0;
    border: 0;
    background: none;
    color: var(--hw-brand);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .hw-part__open:hover {
    background: var(--hw-surface);
  }
  .hw-part__sign {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-block-start: 0.3em;
    margin-inline: 0.15em 0.25em;
    border-block-end: 2px solid currentcolor;
    border-inline-end: 2px solid currentcolor;
    transform: rotate(45deg);
  }
  .hw-part__open[aria-expanded='true'] .hw-part__sign {
    margin-block-start: 0.5em;
    transform: rotate(-135deg);
  }
  .hw-part__brief {
    display: block;
    color: var(--hw-quiet-ink);
    font-weight: 400;
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-part__open:focus-visible .hw-part__brief {
    color: inherit;
  }
  /* Its first line stands with the words before it. */
  .hw-part .hw-light-said {
    align-items: baseline;
  }
  .hw-part__body {
    padding-block-end: var(--hw-space-4);
  }
  /* Out of sight, and yet found by a search of the browser; over the rule that hides whatever is hidden. */
  @supports (content-visibility: hidden) {
    .hw-part__body[hidden] {
      display: block !important;
      padding: 0;
      content-visibility: hidden;
    }
  }
  /* On a telephone titles and what they come to take as few lines as they can. */
  @container (max-width: 40em) {
    .hw-part__title {
      font-size: calc(1.125 * var(--homeward-rem));
    }
    .hw-part__brief {
      display: inline-block;
      margin-block-start: var(--hw-space-1);
      margin-inline-end: var(--hw-space-1);
      font-size: calc(0.875 * var(--homeward-rem));
    }
  }
  @media print {
    .hw-part__body[hidden] {
      display: block !important;
      content-visibility: visible;
    }
    .hw-part__sign {
      display: none;
    }
  }
`;
