import { css, html, type TemplateResult } from 'lit';

/**
 * Styles for the host and for `.hw-page`, the wrapper that holds all an element shows.
 *
 * `all: initial` stands on the wrapper, because any rule of the page that matches the host wins over `:host`: a page's
 * `* { letter-spacing: 2px }` reaches the host and ends there. `all` leaves custom properties and direction alone.
 */
export const frameStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }

  .hw-page {
    all: initial;
    display: block;
    container-type: inline-size;
    --homeward-rem: 1em;
    color: var(--hw-ink);
    background-color: var(--hw-paper);
    font-family: var(--hw-font);
    font-size: medium;
    line-height: 1.3125;
    overflow-wrap: break-word;
    text-align: start;
    text-size-adjust: 100%;
    -webkit-text-size-adjust: 100%;
  }

  [hidden] {
    display: none !important;
  }

  /* A long form is laid out where somebody looks; find-in-page and links still reach the rest. */
  .hw-section {
    content-visibility: auto;
    contain-intrinsic-size: auto 37.5em;
    /* What is laid out apart is cut at its edge: the rings of radios and boxes stand over it. */
    padding-inline-start: 10px;
    margin-inline-start: -10px;
    overflow-clip-margin: 10px;
  }

  /* Right to left: the closed triangle points the other way, and so does the way back. */
  [dir='rtl'] .govuk-details:not([open]) > .govuk-details__summary::before {
    clip-path: polygon(100% 0%, 0% 50%, 100% 100%);
    border-width: 7px 12.124px 7px 0;
  }
  [dir='rtl'] .govuk-back-link::before {
    transform: rotate(45deg);
  }

  @media print {
    .hw-page {
      /* Paper is narrow whatever the window was. */
      container-type: normal;
      /* True black spares the colour ink. */
      --govuk-text-colour: #000000;
      --govuk-input-border-colour: #000000;
    }
    .hw-section {
      content-visibility: visible;
    }
  }
`;

/** `content` in the wrapper that every embeddable element puts round what it shows. */
export function frame(lang: string, dir: 'ltr' | 'rtl', content: unknown): TemplateResult {
  return html`<div class="hw-page govuk-frontend-supported" part="page" lang=${lang} dir=${dir}>${content}</div>`;
}
