import { css } from 'lit';

/** Goals as cards, their colours as a picture and a table. */
export const progressStyles = css`
  .hw-goal {
    margin-block-end: var(--hw-space-6);
    padding-block-start: var(--hw-space-3);
    border-block-start: 4px solid var(--hw-brand);
  }
  .hw-goal__facts .govuk-summary-list__key,
  .hw-goal__facts .govuk-summary-list__value {
    padding-block: var(--hw-space-1);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-goal__facts .govuk-summary-list__row {
    margin-block-end: 0;
  }
  .hw-goal__facts .govuk-summary-list__key,
  .hw-goal__facts .govuk-summary-list__value {
    margin-block-end: 0;
  }
  .hw-goal__facts {
    max-inline-size: calc(46 * var(--homeward-rem));
    margin-block-end: var(--hw-space-3);
  }
  .hw-key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--hw-space-1) var(--hw-space-4);
    margin: 0 0 var(--hw-space-2);
    padding: 0;
    list-style: none;
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-bands {
    display: flex;
    flex-wrap: wrap;
    gap: var(--hw-space-3);
    margin-block-end: var(--hw-space-3);
  }
  .hw-band {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    break-inside: avoid;
  }
  .hw-band text {
    fill: var(--hw-ink);
    font-family: var(--hw-font);
    font-size: 14px;
  }
  .hw-band .hw-band__who {
    font-size: 12px;
    font-weight: bold;
    text-anchor: middle;
  }
  .hw-band .hw-band__day {
    text-anchor: middle;
  }
  .hw-band__lane {
    stroke: var(--hw-line);
    stroke-width: 1;
  }
  .hw-band__way {
    fill: none;
    stroke: var(--hw-quiet-ink);
    stroke-width: 2;
  }
  .hw-band__way--parent {
    stroke-dasharray: 6 4;
  }
  .hw-band__way--child {
    stroke-dasharray: 2 4;
  }
  .hw-told tr,
  .hw-goal__facts {
    break-inside: avoid;
  }
  .hw-differ {
    font-weight: bold;
  }

  @media (forced-colors: active) {
    .hw-band__lane,
    .hw-band__way {
      stroke: CanvasText;
    }
  }
`;
