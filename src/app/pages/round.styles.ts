import { css } from 'lit';

export const roundStyles = css`
  .hw-round__question {
    display: flex;
    align-items: flex-start;
    max-inline-size: calc(50 * var(--homeward-rem));
  }
  .hw-round__asked homeward-form {
    display: block;
    margin-block-start: var(--hw-space-6);
  }
  .hw-worries > li {
    padding-block: var(--hw-space-2);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-worries__guards {
    display: block;
    color: var(--hw-quiet-ink);
  }
  .hw-worries__who {
    margin-block-end: var(--hw-space-1);
  }
  .hw-worries:has(+ .hw-worries__guards) {
    margin-block-end: 0;
  }
  .hw-past .hw-own {
    white-space: pre-line;
  }
  .hw-round__asked:focus {
    outline: none;
  }
  @container (min-width: 48em) {
    .hw-round__jump {
      display: none;
    }
    .hw-round {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: calc(2.5 * var(--homeward-rem));
      align-items: start;
    }
  }
`;
