import { css } from 'lit';

/** How questions stand together, and the guidance beside them. */
export const formStyles = css`
  .hw-form {
    display: block;
    overflow-wrap: anywhere;
  }
  .hw-guidance {
    display: none;
  }
  .hw-section {
    margin-block-end: var(--hw-space-8);
  }
  .hw-intro,
  .hw-question {
    max-inline-size: calc(42 * var(--homeward-rem));
  }
  .hw-question {
    margin-block-end: var(--hw-space-8);
    scroll-margin-block-start: var(--hw-space-4);
  }
  .hw-question .govuk-form-group:last-child {
    margin-block-end: 0;
  }
  .hw-grows {
    field-sizing: content;
    min-block-size: 5lh;
    max-block-size: 32lh;
    margin-block-end: var(--hw-space-2);
  }
  .hw-note .hw-grows {
    min-block-size: 2lh;
  }
  .hw-fixed-row .hw-grows {
    min-block-size: 0;
  }
  .hw-note {
    margin-block-start: var(--hw-space-3);
  }
  .hw-mark {
    margin: 0 0 var(--hw-space-2);
    padding: var(--hw-space-2) var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-light-amber);
    background: var(--hw-surface);
    font: inherit;
    font-size: calc(1 * var(--homeward-rem));
  }

  /* Read-only answers are there to be read: GOV.UK pales what is disabled below legible contrast. */
  .hw-form :disabled + .govuk-label,
  .hw-form :disabled ~ .govuk-hint,
  .hw-form .govuk-select:disabled {
    opacity: 1;
    cursor: default;
  }
  .hw-form [readonly],
  .hw-form .govuk-select:disabled,
  .hw-form :disabled + .govuk-label::before {
    border-style: dashed;
    background: var(--hw-surface);
  }

  .hw-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--hw-space-1) var(--hw-space-4);
    margin-block-start: var(--hw-space-2);
  }
  .hw-tools__state {
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 100%;
    block-size: calc(2 * var(--homeward-rem));
    padding: 0 var(--hw-space-1);
    border: 1px solid var(--hw-line);
    background: var(--hw-paper);
    color: var(--hw-quiet-ink);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-tools .hw-link-button {
    min-block-size: calc(2 * var(--homeward-rem));
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-instead {
    margin-block: var(--hw-space-3);
    padding-inline-start: var(--hw-space-4);
    border-inline-start: 4px solid var(--hw-line);
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
  .hw-earlier > li {
    padding-block: var(--hw-space-2);
    border-block-start: 1px solid var(--hw-line);
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
  .hw-help-in-place .govuk-details__summary,
  .hw-means .govuk-details__summary,
  .hw-add-person .govuk-details__summary {
    font-size: calc(1 * var(--homeward-rem));
    margin-block-end: 0;
    padding-block: var(--hw-space-1);
  }
  .hw-help-in-place {
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-help-in-place {
    margin-block: 0 var(--hw-space-2);
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

  .hw-switch ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--hw-space-2) var(--hw-space-4);
    margin: 0 0 var(--hw-space-6);
    padding: 0;
    list-style: none;
  }
  .hw-switch a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--hw-target);
    font-size: calc(1.1875 * var(--homeward-rem));
  }
  .hw-person {
    margin-block: var(--hw-space-6) var(--hw-space-8);
    padding-inline-start: var(--hw-space-4);
    border-inline-start: 4px solid var(--hw-brand);
    scroll-margin-block-start: var(--hw-space-4);
  }
  .hw-person:focus {
    outline: none;
  }
  .hw-person__name {
    display: flex;
    align-items: center;
  }
  summary.hw-person__name {
    display: list-item;
    list-style: disclosure-closed inside;
    padding-block: var(--hw-space-2);
    min-block-size: var(--hw-target);
    cursor: pointer;
  }
  details[open] > summary.hw-person__name {
    list-style-type: disclosure-open;
  }
  summary.hw-person__name .govuk-heading-m {
    display: inline-flex;
    align-items: center;
    margin: 0;
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

  @container (min-width: 64em) {
    .hw-form {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
      gap: calc(2.5 * var(--homeward-rem));
      align-items: start;
    }
    .hw-guidance {
      display: block;
      position: sticky;
      inset-block-start: var(--hw-space-4);
      max-block-size: calc(100vh - 2 * var(--hw-space-4));
      overflow-y: auto;
      padding: var(--hw-space-4);
      border-block-start: 4px solid var(--hw-brand);
      background: var(--hw-surface);
    }
    .hw-guidance .govuk-body,
    .hw-guidance .govuk-list {
      font-size: calc(1 * var(--homeward-rem));
    }
    .hw-help-in-place {
      display: none;
    }
  }

  @media print {
    .hw-guidance,
    .hw-help-in-place,
    .hw-switch {
      display: none;
    }
  }
`;
