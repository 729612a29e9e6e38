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
  .hw-report__note {
    padding-inline-start: var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-line);
  }
  .hw-facts .govuk-summary-list__key,
  .hw-facts .govuk-summary-list__value {
    padding-block: var(--hw-space-1);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-report__quiet,
  .hw-report__gap {
    color: var(--hw-quiet-ink);
  }
  .hw-report__gap {
    font-style: italic;
  }
  .hw-wide {
    overflow-x: auto;
  }
`;
