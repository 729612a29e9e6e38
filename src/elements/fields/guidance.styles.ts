import { css } from 'lit';

/** The help beside a question, wherever it is shown. */
export const guidanceStyles = css`
  .hw-help__title,
  .hw-guidance__question {
    margin: var(--hw-space-4) 0 var(--hw-space-1);
    font-size: calc(1.1875 * var(--homeward-rem));
    font-weight: bold;
  }
  .hw-guidance__question {
    color: var(--hw-brand);
    margin-block-start: 0;
  }
  .hw-sources {
    margin: 0 0 var(--hw-space-3);
    padding-inline-start: var(--hw-space-4);
    font-size: calc(0.875 * var(--homeward-rem));
    line-height: 1.4;
  }
  .hw-term {
    padding: 0;
    border: 0;
    border-block-end: 2px dotted var(--hw-link);
    background: none;
    color: var(--hw-link);
    font: inherit;
    line-height: inherit;
    text-align: start;
    cursor: pointer;
  }
  .hw-unbroken {
    white-space: nowrap;
  }
  .hw-unbroken > .hw-term {
    white-space: normal;
  }
  .hw-term:hover {
    border-block-end-style: solid;
  }
  .hw-term:focus {
    outline: 3px solid transparent;
    border-block-end-color: var(--hw-focus-ink);
    background: var(--hw-focus);
    color: var(--hw-focus-ink);
  }
  .hw-meaning {
    display: block;
    margin-block: var(--hw-space-1);
    padding: var(--hw-space-1) var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-brand);
    background: var(--hw-paper);
  }

  @media print {
    .hw-term {
      border: 0;
      color: inherit;
    }
  }
`;
