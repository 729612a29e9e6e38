import { css } from 'lit';

/** Small things that look the same in every element of ours: the ring of initials, quiet words, buttons that read as links. */
export const parts = css`
  .hw-quiet,
  .hw-optional {
    color: var(--hw-quiet-ink);
    font-weight: normal;
  }
  .hw-ring {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    inline-size: calc(2.25 * var(--homeward-rem));
    block-size: calc(2.25 * var(--homeward-rem));
    margin-inline-end: var(--hw-space-2);
    border: 2px solid var(--hw-brand);
    border-radius: 50%;
    color: var(--hw-brand);
    background: var(--hw-paper);
    font-size: calc(0.9375 * var(--homeward-rem));
    font-weight: bold;
  }
  .hw-ring--small {
    inline-size: calc(1.75 * var(--homeward-rem));
    block-size: calc(1.75 * var(--homeward-rem));
    font-size: calc(0.75 * var(--homeward-rem));
  }
  .hw-link-button {
    min-block-size: calc(1.75 * var(--homeward-rem));
    padding: 0;
    border: 0;
    background: none;
    color: var(--hw-link);
    font: inherit;
    font-size: calc(1.1875 * var(--homeward-rem));
    text-align: start;
    text-decoration: underline;
    cursor: pointer;
  }
  .hw-link-button:focus,
  .hw-shows-focus:focus-visible {
    outline: 3px solid transparent;
    background: var(--hw-focus);
    box-shadow:
      0 -2px var(--hw-focus),
      0 4px var(--hw-focus-ink);
    color: var(--hw-focus-ink);
  }
`;
