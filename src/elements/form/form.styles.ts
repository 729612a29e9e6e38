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
  .hw-earlier > li {
    padding-block: var(--hw-space-2);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-help-in-place .govuk-details__summary {
    font-size: calc(1 * var(--homeward-rem));
    margin-block-end: 0;
    padding-block: var(--hw-space-1);
  }
  .hw-help-in-place {
    margin-block: 0 var(--hw-space-2);
    font-size: calc(1 * var(--homeward-rem));
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
