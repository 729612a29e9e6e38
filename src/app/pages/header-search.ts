import { html, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.ts';
import { Page, type GoEvent } from './page.ts';
import { searchBox } from './search-box.ts';

/** The box for searching the guidance under the bar of every page. It goes when somebody goes on, and by Escape. */
class HeaderSearch extends Page {
  /** What opened it, and has the keyboard again when it is closed. */
  opener: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#leave);
    this.opener?.setAttribute('aria-expanded', 'true');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#leave);
    this.opener?.removeAttribute('aria-expanded');
  }

  protected override render(): TemplateResult {
    return html`<div class="hw-frame" @keydown=${this.#keys} @homeward-go=${this.#go}>${searchBox('')}</div>`;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    this.querySelector('input')?.focus();
  }

  close(): void {
    this.remove();
    this.opener?.focus();
  }

  readonly #go = ({ hash }: GoEvent): void => {
    location.hash = hash;
  };

  readonly #leave = (): void => {
    this.remove();
  };

  readonly #keys = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.close();
  };
}

define('homeward-header-search', HeaderSearch);

/** Opens the box under the bar that `opener` stands in, or closes it. */
export function toggleSearch(opener: HTMLElement): void {
  const bar = opener.closest('header');
  const open = bar?.querySelector('homeward-header-search');
  if (open instanceof HeaderSearch) open.close();
  else {
    const box = new HeaderSearch();
    box.opener = opener;
    bar?.append(box);
  }
}
