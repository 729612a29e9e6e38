import { css } from 'lit';

/** Of the pages for copies and forms. */
export const outputsStyles = css`
  .hw-outputs {
    display: grid;
    gap: var(--hw-space-4);
    margin: 0 0 var(--hw-space-6);
    padding: 0;
    list-style: none;
  }
  .hw-outputs > li {
    padding-block-start: var(--hw-space-3);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-outputs .govuk-body {
    margin-block-end: var(--hw-space-1);
  }
  @container (min-width: 46em) {
    .hw-outputs {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  :is(homeward-output-family, homeward-output-keep) > .govuk-fieldset {
    margin-block-end: var(--hw-space-6);
  }
  .hw-passage {
    margin-block-end: var(--hw-space-4);
  }
  /* A box is as high as its text, where the browser can. */
  :is(homeward-output-family, homeward-output-keep) .govuk-textarea {
    field-sizing: content;
    max-block-size: 32lh;
    margin-block-end: var(--hw-space-1);
  }
  .hw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--hw-space-3);
  }
  .hw-paste {
    inline-size: 100%;
    margin-block-end: var(--hw-space-2);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-contacts {
    display: grid;
    gap: 0 var(--hw-space-4);
  }
  @container (min-width: 40em) {
    .hw-contacts {
      grid-template-columns: 1fr 2fr;
    }
  }
  .hw-copy {
    padding: var(--hw-space-4);
    border: 1px solid var(--hw-line);
  }
`;
