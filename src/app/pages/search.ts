import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Hit, Marked } from '../../content/search.ts';
import { contentLanguage, languageTag } from '../../i18n/locale.ts';
import type { Locale } from '../../model/pack.ts';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { Page } from './page.ts';
import { searchBox } from './search-box.ts';

/** Results shown of a kind until somebody asks for the rest. */
const firstShown = 6;

/** Finds questions, guidance, articles and terms by words; never answers. */
export class SearchPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private found: readonly Hit[] | null = null;
  @state() private failed = false;
  /** Kinds whose results are all shown. */
  @state() private opened: ReadonlySet<string> = new Set();
  /** What `found` was found for. */
  #sought = '';

  get #words(): string {
    return this.visit?.route.page === 'search' ? this.visit.route.words.trim() : '';
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const sought = `${contentLanguage()} ${this.#words}`;
    if (sought === this.#sought) return;
    this.#sought = sought;
    this.found = null;
    this.failed = false;
    this.opened = new Set();
    if (this.#words !== '') void this.#search(sought);
  }

  /** The library and the index come when somebody first searches. */
  async #search(sought: string): Promise<void> {
    const search = await import('../../content/search.ts')
      .then(({ openSearch }) => openSearch('sparf', contentLanguage()))
      .catch(() => null);
    if (sought !== this.#sought) return;
    if (search?.ok) this.found = search.value(this.#words);
    else this.failed = true;
  }

  protected override render(): TemplateResult {
    return html`<h1 class="govuk-heading-xl">${msg('Search guidance', { id: 'search-title' })}</h1>
      ${searchBox(this.#words)}
      <p class="govuk-body" role="status">${this.#said()}</p>
      ${this.found && this.found.length > 0 ? this.#groups(this.found) : this.#help()}`;
  }

  #said(): string {
    const words = this.#words;
    if (words === '') return '';
    if (this.failed) return msg('The search could not be fetched. Load the page again.', { id: 'search-not-fetched' });
    if (!this.found) return msg('Searching…', { id: 'searching' });
    const { length } = this.found;
    if (length === 0) return msg(str`Nothing was found for “${words}”.`, { id: 'search-none' });
    return length === 1
      ? msg(str`One result for “${words}”.`, { id: 'search-one' })
      : msg(str`${length} results for “${words}”.`, { id: 'search-many' });
  }

  /** What to do with an empty page. */
  #help(): TemplateResult | typeof nothing {
    if (this.#words !== '' && !this.found && !this.failed) return nothing;
    return html`<div class="hw-measure">
      ${
        this.#words === ''
          ? nothing
          : html`<ul class="govuk-list govuk-list--bullet">
              <li>${msg('Try fewer words, or one that means the same.', { id: 'search-try-fewer' })}</li>
              <li>
                ${msg('A letter typed wrong does no harm. The beginning of a word is enough.', { id: 'search-try-part' })}
              </li>
            </ul>`
      }
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'guidance', topic: '' })}
          >${msg('See all articles, and all terms explained', { id: 'search-see-all' })}</a
        >
      </p>
    </div>`;
  }

  #groups(found: readonly Hit[]): readonly TemplateResult[] {
    // The kind of the best result comes first.
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    return kinds.map((kind) => {
      const all = found.filter((hit) => hit.kind === kind);
      const shown = this.opened.has(kind) ? all : all.slice(0, firstShown);
      return html`<section aria-labelledby="found:${kind}" class="hw-measure" data-found=${kind}>
        <h2 class="govuk-heading-m" id="found:${kind}">${kindWords(kind)}</h2>
        <ul class="govuk-list govuk-list--spaced">
          ${shown.map(result)}
        </ul>
        ${
          shown.length === all.length
            ? nothing
            : html`<p class="govuk-body">
                <button
                  type="button"
                  class="hw-link-button"
                  @click=${() => (this.opened = new Set([...this.opened, kind]))}
                >
                  ${msg(str`Show all ${all.length}`, { id: 'search-show-all' })}<span class="govuk-visually-hidden"
                    >: ${kindWords(kind)}</span
                  >
                </button>
              </p>`
        }
      </section>`;
    });
  }
}

function result({ topic, title, titleLocale, excerpt, textLocale }: Hit): TemplateResult {
  return html`<li>
    <a class="govuk-link" href=${hashOf({ page: 'guidance', topic })} lang=${langIn(titleLocale) ?? nothing}
      >${pieces(title)}</a
    >
    <br /><span class="hw-quiet" lang=${langIn(textLocale) ?? nothing}>${pieces(excerpt)}</span>
  </li>`;
}

const langIn = (locale: Locale): string | null => (locale === languageTag() ? null : locale);

const pieces = (of: Marked): readonly unknown[] => of.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text));

function kindWords(kind: Hit['kind']): string {
  switch (kind) {
    case 'article':
      return msg('Articles', { id: 'guidance-articles' });
    case 'question':
      return msg('Questions', { id: 'guidance-questions' });
    case 'stage':
      return msg('Stages', { id: 'stages' });
    case 'factor':
      return msg('Risk and protective factors', { id: 'guidance-factors' });
    case 'term':
      return msg('Terms explained', { id: 'guidance-terms' });
  }
}
