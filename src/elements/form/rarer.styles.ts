import { css, type CSSResult } from 'lit';
import { classStyles } from '../shared/class-shape.ts';
import { lightStyles } from '../shared/light.ts';
import { reportStyles } from '../shared/report.styles.ts';

/** How rows, ratings, signatures and evidence look. */
const rowStyles = css`
  .hw-fixed-row .hw-grows {
    min-block-size: 0;
  }
  .hw-support {
    margin-block: var(--hw-space-2);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-support .hw-rows .hw-row__summary {
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-support__list {
    max-block-size: calc(26 * var(--homeward-rem));
    overflow-y: auto;
    padding: var(--hw-space-1);
    border-block: 1px solid var(--hw-line);
  }
  .hw-support [hidden] {
    display: none;
  }
  .hw-means {
    margin-block: var(--hw-space-1) 0;
  }
  .hw-means dt {
    font-weight: bold;
  }
  .hw-means dd {
    margin: 0 0 var(--hw-space-2);
  }
  .hw-means .govuk-details__summary,
  .hw-add-person .govuk-details__summary {
    font-size: calc(1 * var(--homeward-rem));
    margin-block-end: 0;
    padding-block: var(--hw-space-1);
  }
  .hw-add-person {
    margin-block: var(--hw-space-2) var(--hw-space-3);
  }

  .hw-suggestion__class {
    margin-block-end: var(--hw-space-1);
  }

  .hw-model {
    margin-block: var(--hw-space-3) 0;
    padding: var(--hw-space-2) var(--hw-space-3);
    border: 1px dashed var(--hw-brand);
  }

  .hw-rows {
    margin: 0 0 var(--hw-space-4);
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-row {
    border-block-end: 1px solid var(--hw-line);
  }
  .hw-row__summary {
    padding: var(--hw-space-3) var(--hw-space-1);
    font-size: calc(1.1875 * var(--homeward-rem));
    line-height: 1.31;
    cursor: pointer;
  }
  .hw-row__said::before {
    content: '· ';
  }
  .hw-row__said {
    color: var(--hw-quiet-ink);
  }
  .hw-row[open] > .hw-row__summary {
    font-weight: bold;
  }
  .hw-row__needs {
    display: inline-block;
    padding-inline: var(--hw-space-2);
    background: var(--hw-surface);
    color: var(--hw-quiet-ink);
    font-size: calc(1 * var(--homeward-rem));
    font-weight: normal;
  }
  .hw-row__cells {
    padding: var(--hw-space-3) var(--hw-space-4) var(--hw-space-4);
    border-inline-start: 4px solid var(--hw-line);
  }
  .hw-cell,
  .hw-fixed-row {
    margin-block-end: var(--hw-space-4);
  }
  .hw-fixed-row {
    padding-block-start: var(--hw-space-3);
    border-block-start: 1px solid var(--hw-line);
  }
  /* A few short words beside each other, where there is room: rows are many. */
  .hw-fixed-row .govuk-radios {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--hw-space-6);
  }
  .hw-fixed-row :is(.govuk-date-input, .govuk-form-group:has(+ .govuk-button)) {
    margin-block-end: var(--hw-space-4);
  }
  .hw-lights {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--hw-space-6);
  }
  .hw-lights > .hw-cell {
    flex: 1 1 15em;
    min-inline-size: 0;
  }
  .hw-minimums {
    margin-block: var(--hw-space-2) var(--hw-space-4);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-minimums .govuk-body,
  .hw-minimums .govuk-list {
    margin-block-end: var(--hw-space-2);
    font-size: inherit;
  }
  .hw-cell__label,
  .hw-fixed-row > .govuk-fieldset > .govuk-fieldset__legend {
    font-weight: bold;
    margin-block-end: var(--hw-space-1);
  }
  .hw-more__cells {
    padding-inline-start: var(--hw-space-4);
    border-inline-start: 4px solid var(--hw-line);
  }
  .hw-adding {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--hw-space-4);
  }
  .hw-form .govuk-error-message[hidden] {
    display: none;
  }
  .hw-question .govuk-button {
    margin-block-end: var(--hw-space-1);
  }
  .hw-removed {
    padding: var(--hw-space-3);
    background: var(--hw-surface);
    font-size: calc(1.1875 * var(--homeward-rem));
  }
`;

/** What a form wears once it shows a rarer kind of question. */
export const rarerStyles: readonly CSSResult[] = [reportStyles, lightStyles, classStyles, rowStyles];
