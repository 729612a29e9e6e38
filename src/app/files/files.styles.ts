import { css } from 'lit';

/** Of the pages that read and write files. */
export const filesStyles = css`
  /* The keyboard is brought to a heading to be read from there; it is no control. */
  :is(h1, h2)[tabindex='-1']:focus {
    outline: none;
  }
  .hw-two {
    display: grid;
    gap: var(--hw-space-2) var(--hw-space-4);
    margin-block-end: var(--hw-space-4);
    padding-block-end: var(--hw-space-2);
    border-block-end: 1px solid var(--hw-line);
  }
  .hw-two > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .hw-comment {
    box-sizing: border-box;
    inline-size: 100%;
    padding-inline-start: var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-brand);
  }
  .hw-comment .govuk-textarea {
    margin-block-end: var(--hw-space-2);
  }
  :is(homeward-page-copies, homeward-page-open, homeward-page-recovery-key, homeward-honesty, homeward-wipe) h2,
  homeward-page-review > h2 {
    padding-block-start: var(--hw-space-4);
  }
  homeward-honesty .govuk-input {
    margin-block-end: var(--hw-space-2);
  }
  .hw-comments-on {
    margin-block: var(--hw-space-2) var(--hw-space-6);
  }
  .hw-comments-on > .govuk-heading-s {
    margin-block-end: var(--hw-space-1);
  }
  .hw-comment__actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--hw-space-1) var(--hw-space-4);
  }
  @media print {
    .hw-comments-on,
    .hw-comments-here {
      display: none;
    }
  }
  @container (min-width: 40em) {
    .hw-two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
