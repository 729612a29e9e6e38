import { css } from 'lit';

/** Of the page that shows what becomes of the questions, and of the notice that leads there. */
export const questionsStyles = css`
  .hw-question-change {
    max-inline-size: var(--hw-measure);
    margin-block-end: var(--hw-space-4);
    padding-inline-start: var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-line);
    overflow-wrap: anywhere;
  }
  .hw-question-change > :is(.govuk-body, .govuk-list, .govuk-body-s) {
    margin-block-end: var(--hw-space-2);
  }
  .hw-question-answer {
    margin-block-end: var(--hw-space-2);
  }
  .hw-question-answer > * {
    margin-block-end: var(--hw-space-1);
  }
  .hw-before-now {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0 var(--hw-space-4);
  }
  .hw-before-now p {
    margin-block-end: var(--hw-space-1);
  }
  .hw-before-now > div {
    margin-block-end: var(--hw-space-2);
  }
  h1[tabindex='-1']:focus {
    outline: none;
  }
`;
