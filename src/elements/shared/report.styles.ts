import { css } from 'lit';

/** A report for reading, wherever it is shown. */
export const reportStyles = css`
  .hw-panel {
    margin-block-end: var(--hw-space-4);
    padding: var(--hw-space-3) var(--hw-space-4);
    border: 2px solid var(--hw-brand);
  }
  .hw-panel > :last-child {
    margin-block-end: 0;
  }
  .hw-panel--warning {
    border-color: var(--hw-ink);
    background: var(--hw-surface);
  }
  .hw-report {
    max-inline-size: calc(50 * var(--homeward-rem));
  }
  .hw-report__section {
    padding-block-start: var(--hw-space-4);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-report__question {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--hw-space-4);
  }
  .hw-report__question h4 {
    flex: 1 1 20em;
    margin-block-end: var(--hw-space-1);
  }
  .hw-report__question a {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(1.75 * var(--homeward-rem));
    font-size: calc(1.1875 * var(--homeward-rem));
  }
  .hw-own {
    white-space: pre-line;
  }
  .hw-report__quote {
    margin-block-end: 0;
  }
  .hw-report__cited {
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-report__note,
  .hw-report__quote,
  .hw-report__cited {
    padding-inline-start: var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-line);
  }
  .hw-facts div,
  .hw-facts div > * {
    margin-block-end: 0;
  }
  .hw-facts .govuk-summary-list__key,
  .hw-facts .govuk-summary-list__value {
    padding-block: var(--hw-space-1);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-report__quiet,
  .hw-report__cited,
  .hw-report__gap {
    color: var(--hw-quiet-ink);
  }
  .hw-report__gap {
    font-style: italic;
  }
  .hw-told__name {
    display: none;
  }
  .hw-told td,
  .hw-told th {
    font-size: calc(1 * var(--homeward-rem));
    overflow-wrap: anywhere;
  }
  @container (max-width: 52em) {
    .hw-told,
    .hw-told :is(caption, tbody, tr, th, td) {
      display: block;
    }
    .hw-told thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .hw-told tr {
      margin-block-end: var(--hw-space-3);
      padding: var(--hw-space-2) var(--hw-space-3);
      border: 1px solid var(--hw-line);
    }
    .hw-told :is(.govuk-table__header, .govuk-table__cell) {
      padding-block: var(--hw-space-1);
      border: 0;
    }
    .hw-told__name {
      display: block;
      color: var(--hw-quiet-ink);
    }
    .hw-told td:empty {
      display: none;
    }
  }
  /* Paper: small, in two columns where there are two, with nothing on it that only a screen can do. */
  @media print {
    .hw-report {
      max-inline-size: none;
    }
    .hw-report :is(p, ul, ol, dt, dd, td, th, caption, h4),
    .hw-gaps :is(a, li, p, span) {
      font-size: 10pt;
      line-height: 1.3;
    }
    .hw-report .hw-part__title,
    .hw-report h3 {
      margin-block-end: 4pt;
      font-size: 13pt;
    }
    .hw-report :is(p, ul, ol, dl, table, h4) {
      margin-block-end: 5pt;
    }
    .hw-report :is(h2, h3, h4, .hw-part__title, .hw-report__question) {
      break-after: avoid;
    }
    .hw-report :is(tr, .hw-facts div, .hw-panel) {
      break-inside: avoid;
    }
    .hw-report .hw-part__body {
      padding-block-end: 6pt;
    }
    .hw-report .hw-part__open {
      padding-block: 4pt 0;
    }
    .hw-facts > div {
      display: flex;
      gap: 8pt;
      margin: 0;
    }
    .hw-facts > div > .govuk-summary-list__key,
    .hw-facts > div > .govuk-summary-list__value {
      display: block;
      flex: 1 1 65%;
      padding-block: 1pt;
      font-size: 10pt;
    }
    .hw-facts > div > .govuk-summary-list__key {
      flex: 0 0 33%;
    }
    .hw-report__question > a,
    .hw-report ~ p > .govuk-button,
    .govuk-back-link,
    .hw-stages,
    .hw-saving {
      display: none;
    }
  }
`;
