import { css } from 'lit';

/** Of what stands at the head and foot of every page, and of the page where an overlay is tried. */
export const localStyles = css`
  .hw-local {
    margin-block-end: var(--hw-space-4);
  }
  .hw-header__name .hw-local__logo {
    margin-inline-start: var(--hw-space-3);
  }
  .hw-local__logo {
    display: block;
    block-size: calc(2 * var(--homeward-rem));
    max-inline-size: calc(10 * var(--homeward-rem));
    object-fit: contain;
  }
`;
