import { css } from 'lit';

/** The place to drop a file, the sentence on it, and the three answers of each signature. */
export const verifyStyles = css`
  .hw-verify {
    max-inline-size: calc(50 * var(--homeward-rem));
  }
  .hw-drop {
    margin-block-end: var(--hw-space-4);
    padding: var(--hw-space-4);
    border: 2px dashed var(--hw-control-line);
  }
  .hw-drop--over {
    background: var(--hw-surface);
    border-style: solid;
  }
  .hw-drop .govuk-file-upload {
    box-sizing: border-box;
    inline-size: 100%;
    margin-inline: 0;
  }
  .hw-verify__status:not(:has(*)):empty {
    margin: 0;
  }
  .hw-file {
    margin-block-end: var(--hw-space-6);
    padding-block-start: var(--hw-space-4);
    border-block-start: 4px solid var(--hw-brand);
  }
  .hw-file__name,
  .hw-who dd {
    overflow-wrap: anywhere;
  }
  .hw-sign {
    flex: none;
    inline-size: calc(1.5 * var(--homeward-rem));
    block-size: calc(1.5 * var(--homeward-rem));
    margin-inline-end: var(--hw-space-2);
    fill: none;
    stroke: var(--hw-quiet-ink);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .hw-sign--good {
    stroke: var(--hw-success);
  }
  .hw-sign--bad {
    stroke: var(--hw-error);
  }
  .hw-verdict {
    display: flex;
    margin-block-end: var(--hw-space-4);
    padding: var(--hw-space-3);
    border: 2px solid var(--hw-quiet-ink);
    background: var(--hw-paper);
  }
  .hw-verdict--good {
    border-color: var(--hw-success);
  }
  .hw-verdict--bad {
    border-color: var(--hw-error);
    border-width: 4px;
  }
  .hw-verdict > div {
    min-inline-size: 0;
  }
  .hw-verdict > div > :last-child {
    margin-block-end: 0;
  }
  .hw-verdict__sentence {
    margin: 0 0 var(--hw-space-2);
    font-size: calc(1.1875 * var(--homeward-rem));
    font-weight: bold;
  }
  .hw-answers {
    margin-block-end: var(--hw-space-3);
  }
  .hw-answer,
  .hw-doubt {
    display: flex;
    min-inline-size: 0;
  }
  .hw-who {
    min-inline-size: 0;
    margin: 0;
  }
  .hw-who > div {
    margin-block-end: var(--hw-space-2);
  }
  .hw-who dt {
    color: var(--hw-quiet-ink);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-who dd {
    margin: 0;
  }
  .hw-words {
    font-weight: bold;
  }
  .hw-hex {
    font-family: ui-monospace, monospace;
    font-size: calc(0.9375 * var(--homeward-rem));
    overflow-wrap: anywhere;
  }
  .hw-about {
    margin-block-end: var(--hw-space-4);
    padding-inline-start: var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-line);
    font-size: calc(1.1875 * var(--homeward-rem));
  }
  .hw-about__title {
    margin-block-end: var(--hw-space-2);
    font-weight: bold;
  }
  .hw-unproven {
    padding-block-start: var(--hw-space-4);
    border-block-start: 1px solid var(--hw-line);
  }
  @media (forced-colors: active) {
    .hw-sign {
      stroke: CanvasText;
    }
  }
  @media print {
    .hw-drop {
      display: none;
    }
  }
`;
