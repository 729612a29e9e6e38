import { css } from 'lit';

/** Of the part at the foot of every page, and of the page where an overlay is tried. */
export const localStyles = css`
  .hw-local {
    margin-block-end: var(--hw-space-4);
  }
  .hw-local__logo {
    display: block;
    max-inline-size: 100%;
    margin-block-end: var(--hw-space-2);
  }
  .hw-local__wide {
    overflow-x: auto;
  }
`;
