import { css } from 'lit';

/** Lock, unlock, passphrase and recovery code. */
export const lockStyles = css`
  homeward-lock .hw-link-button {
    min-block-size: var(--hw-target);
    margin-inline-start: var(--hw-space-4);
  }
  homeward-lock .hw-link-button:first-child {
    margin-inline-start: 0;
  }
  .hw-cover {
    inline-size: 100vw;
    block-size: 100vh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 20vh var(--hw-space-4) 0;
    box-sizing: border-box;
    border: 0;
    background: var(--hw-paper);
    color: var(--hw-ink);
    font: inherit;
    text-align: center;
  }
  .hw-cover::backdrop {
    background: var(--hw-paper);
  }
  .hw-phrase {
    margin: 0 0 var(--hw-space-3);
    padding: var(--hw-space-3) var(--hw-space-4);
    border: 2px solid var(--hw-brand);
    font-size: calc(1.75 * var(--homeward-rem));
    font-weight: bold;
    line-height: 1.4;
    overflow-wrap: break-word;
    user-select: all;
  }
  .hw-phrase--code {
    font-family: monospace;
    letter-spacing: 0.05em;
  }
  .hw-secret {
    display: flex;
    gap: var(--hw-space-2);
  }
  .hw-secret .govuk-input {
    flex: 1;
    min-inline-size: 0;
  }
  .hw-secret .govuk-button {
    inline-size: auto;
    margin: 0;
  }
  @media print {
    homeward-lock,
    .hw-recovery :is(button, .govuk-checkboxes) {
      display: none;
    }
  }
`;
