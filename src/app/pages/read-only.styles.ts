import { css } from 'lit';

/** What is told where somebody is: at the foot of the window. */
export const readOnlyStyles = css`
  .hw-told {
    position: fixed;
    z-index: 1;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--hw-space-1) var(--hw-space-6);
    padding: var(--hw-space-3) var(--hw-space-4);
    border-block-start: 4px solid var(--hw-error);
    background: var(--hw-paper);
  }
  .hw-told > * {
    margin: 0;
  }
  .hw-told > p {
    max-inline-size: calc(36 * var(--homeward-rem));
  }
  @media print {
    .hw-told {
      display: none;
    }
  }
`;
