import { css } from 'lit';

/** What has to be seen wherever somebody is on the page: a bar at the foot of the window. */
export const footBarStyles = css`
  .hw-foot-bar {
    position: fixed;
    z-index: 1;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--hw-space-2) var(--hw-space-6);
    padding: var(--hw-space-3) var(--hw-space-4);
    border-block-start: 4px solid var(--hw-brand);
    background: var(--hw-paper);
  }
  .hw-foot-bar--refused {
    border-block-start-color: var(--hw-error);
  }
  .hw-foot-bar > * {
    margin: 0;
  }
  .hw-foot-bar p {
    max-inline-size: calc(36 * var(--homeward-rem));
  }
  @media print {
    .hw-foot-bar {
      display: none;
    }
  }
`;
