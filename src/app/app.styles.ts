import { css } from 'lit';
import { frameStyles } from '../design/frame.ts';
import { parts } from '../design/parts.ts';
import { sheet } from '../design/sheet.ts';
import { tokens } from '../design/tokens.ts';
import { chromeStyles } from './chrome.styles.ts';

// The app is as high as whoever shows it lets it be, with the footer at its foot; the frame's width is beside its padding.
const pageStyles = css`
  .hw-page {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }
  .hw-page > .hw-frame {
    flex: 1 0 auto;
    inline-size: calc(100% - 2 * var(--hw-space-4));
  }
  .hw-measure {
    max-inline-size: calc(42 * var(--homeward-rem));
  }
  .hw-doors {
    display: grid;
    gap: var(--hw-space-4);
    margin: var(--hw-space-6) 0;
    padding: 0;
    list-style: none;
  }
  .hw-doors li {
    padding-block-start: var(--hw-space-3);
    border-block-start: 4px solid var(--hw-brand);
  }
  .hw-doors .govuk-heading-m {
    margin-block-end: var(--hw-space-1);
  }
  /* As wide as its words, up to what is left of it on a phone: a Welsh status is longer than an English one. */
  .hw-main .govuk-tag:not(.hw-tag-wraps) {
    inline-size: max-content;
    text-align: start;
  }
  .hw-main :is(p, ul) + .govuk-heading-l {
    margin-block-start: var(--hw-space-6);
  }
  .hw-main :is(h1, h2, h3, h4):focus {
    outline: none;
  }
  .hw-stage {
    margin-block-end: var(--hw-space-8);
  }
  .hw-main fieldset + .govuk-body {
    margin-block-start: var(--hw-space-4);
  }
  .hw-view {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--hw-space-4);
    margin: 0 0 var(--hw-space-2);
  }
  .hw-view .hw-link-button {
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-by-person {
    margin: var(--hw-space-1) 0 0;
  }
  .hw-by-person .govuk-details__summary {
    margin: 0;
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-model-switch {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: var(--hw-space-4);
    margin-block-end: var(--hw-space-2);
  }
  .hw-onward {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--hw-space-4);
    padding-block-start: var(--hw-space-4);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-hash {
    overflow-wrap: anywhere;
  }
  .hw-dialog {
    max-inline-size: min(calc(34 * var(--homeward-rem)), 90vw);
    padding: var(--hw-space-6);
    border: 3px solid var(--hw-brand);
    background: var(--hw-paper);
    color: var(--hw-ink);
    font: inherit;
  }
  .hw-dialog::backdrop {
    background: rgb(11 12 12 / 60%);
  }
  .hw-person-line {
    display: flex;
    align-items: start;
    gap: var(--hw-space-1);
  }
  .hw-person-line > div {
    flex: 1;
    min-inline-size: 0;
  }
  .hw-person-line .govuk-select {
    max-inline-size: 100%;
  }
  /* Paler than what has the keyboard, which nothing else may look like. */
  mark {
    background: color-mix(in srgb, var(--hw-focus) 40%, transparent);
    color: inherit;
  }

  @container (min-width: 48em) {
    .hw-main .govuk-tag:not(.hw-tag-wraps) {
      max-inline-size: none;
    }
    .hw-doors {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .hw-columns {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
      gap: calc(2.5 * var(--homeward-rem));
    }
  }
  @media print {
    .hw-page {
      display: block;
    }
    .hw-header,
    .hw-footer,
    .hw-banner,
    .hw-view,
    .hw-side,
    .hw-onward {
      display: none;
    }
  }
`;

/** The look of the whole app: what all elements share, its frame, and its pages. */
export const appStyles = [sheet, tokens, frameStyles, parts, chromeStyles, pageStyles];
