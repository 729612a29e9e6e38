import { css } from 'lit';

/** The table of factors; in a narrow place a card for each factor. */
export const factorStyles = css`
  .hw-sign {
    display: inline-block;
    min-inline-size: 1.2em;
  }
  .hw-lowest {
    max-inline-size: calc(50 * var(--homeward-rem));
    margin-block-start: 0;
  }
  .hw-lowest > .govuk-body {
    margin-block-end: var(--hw-space-1);
  }
  .hw-lowest > :last-child {
    margin-block-end: 0;
  }
  .hw-lowest .govuk-details {
    margin-block: var(--hw-space-1) 0;
  }
  /* There is no room for a hint about keys where there are hardly any; a screen reader has it all the same. */
  @container (max-width: 47.99em) {
    #keys {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .hw-filters .govuk-checkboxes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--hw-space-6);
    margin-block-end: var(--hw-space-2);
  }
  .hw-matrix__left {
    font-weight: normal;
  }
  .hw-matrix,
  .hw-matrix tbody,
  .hw-matrix tr,
  .hw-matrix th,
  .hw-matrix td {
    display: block;
  }
  /* On paper everything is open. */
  @media screen {
    .hw-matrix .hw-matrix__row.hw-matrix__row--folded {
      display: none;
    }
  }
  .hw-matrix__fold {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--hw-target);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .hw-matrix__sign {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.15em 0.65em;
    border-block-end: 2px solid currentcolor;
    border-inline-end: 2px solid currentcolor;
    transform: translateY(-25%) rotate(45deg);
  }
  .hw-matrix__fold[aria-expanded='true'] > .hw-matrix__sign {
    transform: translateY(25%) rotate(-135deg);
  }
  .hw-matrix__brief .govuk-list {
    margin-block-end: var(--hw-space-4);
  }
  .hw-matrix colgroup {
    display: none;
  }
  .hw-matrix {
    inline-size: 100%;
    font-size: calc(1 * var(--homeward-rem));
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .hw-matrix th {
    font-weight: normal;
    text-align: start;
  }
  .hw-matrix__head {
    position: relative;
  }
  .hw-matrix__group.hw-matrix__group {
    padding-block: var(--hw-space-4) var(--hw-space-2);
    color: var(--hw-brand);
    font-size: calc(1.1875 * var(--homeward-rem));
    font-weight: bold;
  }
  /* The cards name the person in each cell. */
  .hw-matrix__head > :not(.hw-matrix__group) {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .hw-matrix__row {
    margin-block-end: var(--hw-space-3);
    padding: var(--hw-space-2) var(--hw-space-3);
    border: 1px solid var(--hw-line);
    border-inline-start: 4px solid var(--hw-ink);
  }
  .hw-matrix__row--paired,
  .hw-matrix__row--strength {
    border-inline-start: 4px double var(--hw-brand);
  }
  .hw-matrix__row--paired {
    margin-inline-start: var(--hw-space-4);
  }
  .hw-matrix__row > th {
    padding-block-end: var(--hw-space-1);
  }
  .hw-matrix__kind {
    display: block;
    color: var(--hw-quiet-ink);
    font-size: calc(0.875 * var(--homeward-rem));
  }
  .hw-matrix__who {
    display: block;
    font-weight: bold;
  }
  .hw-matrix__open {
    display: block;
    inline-size: 100%;
    min-block-size: calc(1.75 * var(--homeward-rem));
    padding: var(--hw-space-2) var(--hw-space-1);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .hw-matrix__open:hover,
  .hw-matrix__open[aria-expanded='true'] {
    background: var(--hw-surface);
  }
  .hw-matrix__open > span:not(.govuk-visually-hidden) {
    margin-inline-end: var(--hw-space-2);
  }
  .hw-matrix__trend,
  .hw-matrix__status,
  .hw-matrix__support {
    display: inline-block;
  }
  .hw-matrix__support {
    color: var(--hw-quiet-ink);
  }
  .hw-matrix__since,
  .hw-unguarded {
    display: block;
  }
  .hw-matrix__guards {
    padding: 0 var(--hw-space-1) var(--hw-space-1);
    color: var(--hw-quiet-ink);
    font-size: calc(0.875 * var(--homeward-rem));
  }
  .hw-matrix__guards ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .hw-matrix .hw-link-button {
    min-block-size: calc(1.5 * var(--homeward-rem));
    font-size: inherit;
    overflow-wrap: anywhere;
  }
  .hw-matrix .hw-matrix__detail > td {
    padding: 0;
  }
  .hw-detail {
    margin-block: 0 var(--hw-space-3);
    padding: var(--hw-space-4);
    border: 2px solid var(--hw-brand);
    background: var(--hw-paper);
  }
  .hw-detail:focus {
    outline: 3px solid var(--hw-focus);
    box-shadow: inset 0 0 0 2px var(--hw-focus-ink);
  }
  .hw-detail__title {
    margin-block-end: var(--hw-space-1);
    font-weight: bold;
  }
  .hw-detail__history > li {
    padding-block: var(--hw-space-2);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-detail__change {
    margin-block-end: var(--hw-space-4);
  }

  @container (min-width: 48em) {
    .hw-matrix--wide {
      display: table;
      table-layout: fixed;
      border-collapse: collapse;
    }
    .hw-matrix--wide tbody {
      display: table-row-group;
    }
    .hw-matrix--wide tr {
      display: table-row;
      border: 0;
    }
    .hw-matrix--wide th,
    .hw-matrix--wide td {
      display: table-cell;
    }
    .hw-matrix--wide colgroup {
      display: table-column-group;
    }
    .hw-matrix--wide .hw-matrix__factors {
      inline-size: 30%;
    }
    .hw-matrix--wide .hw-matrix__head > :not(.hw-matrix__group) {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
    }
    .hw-matrix--wide .hw-matrix__head > th {
      padding: var(--hw-space-6) var(--hw-space-2) var(--hw-space-2);
      border-block-end: 2px solid var(--hw-ink);
      font-weight: bold;
      vertical-align: bottom;
    }
    .hw-matrix--wide .hw-matrix__row > th,
    .hw-matrix--wide .hw-matrix__row > td {
      padding: 0 var(--hw-space-1);
      border-block-start: 1px solid var(--hw-line);
      vertical-align: top;
    }
    .hw-matrix--wide .hw-matrix__row--paired > * {
      border-block-start-style: dotted;
    }
    .hw-matrix--wide .hw-matrix__row > th {
      padding: var(--hw-space-2) var(--hw-space-3);
      border-inline-start: 4px solid var(--hw-ink);
    }
    .hw-matrix--wide .hw-matrix__row--paired > th,
    .hw-matrix--wide .hw-matrix__row--strength > th {
      border-inline-start: 4px double var(--hw-brand);
    }
    .hw-matrix--wide .hw-matrix__row--paired > th {
      padding-inline-start: calc(2 * var(--homeward-rem));
    }
    .hw-matrix--wide .hw-matrix__row + .hw-matrix__row--risk > *,
    .hw-matrix--wide .hw-matrix__detail + .hw-matrix__row--risk > * {
      border-block-start-color: var(--hw-quiet-ink);
    }
    .hw-matrix--wide .hw-matrix__who {
      display: none;
    }
    .hw-matrix--wide .hw-matrix__detail > td {
      padding-block: var(--hw-space-1);
    }
    /* Cards with many people: what is said of each stands beside the others. */
    .hw-matrix:where(:not(.hw-matrix--wide)) .hw-matrix__row {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(calc(13 * var(--homeward-rem)), 1fr));
    }
    .hw-matrix:where(:not(.hw-matrix--wide)) .hw-matrix__row > th {
      grid-column: 1 / -1;
    }
  }

  @media print {
    .hw-matrix__brief.hw-matrix__brief,
    .hw-matrix__sign,
    [data-show-all],
    .hw-filters,
    #keys {
      display: none;
    }
  }
`;
