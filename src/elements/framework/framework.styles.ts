import { css } from 'lit';

/** The way with its stops, the list beside it, and one stage on its own. */
export const frameworkStyles = css`
  .hw-framework__text {
    max-inline-size: calc(42 * var(--homeward-rem));
  }
  .hw-framework .hw-shows-focus:focus {
    outline: none;
  }

  .hw-way {
    display: none;
    inline-size: 100%;
    block-size: auto;
    font-family: var(--hw-font);
    overflow: visible;
  }
  .hw-way--tall {
    display: block;
    max-inline-size: calc(26 * var(--homeward-rem));
  }
  .hw-way text {
    fill: var(--hw-ink);
    font-size: 15px;
  }
  .hw-way .hw-way__name {
    font-size: 16px;
    font-weight: bold;
  }
  .hw-way .hw-way__name--stage {
    fill: var(--hw-link);
    font-size: 19px;
  }
  .hw-way--wide .hw-way__more {
    font-size: 14px;
  }
  .hw-way .hw-way__number {
    fill: var(--hw-paper);
    font-size: 19px;
    font-weight: bold;
  }
  .hw-way__line {
    fill: none;
    stroke: var(--hw-brand);
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .hw-way__leader {
    stroke: var(--hw-line);
    stroke-width: 2;
  }
  .hw-way__mark,
  .hw-sign path {
    fill: var(--hw-paper);
    stroke: var(--hw-brand);
    stroke-width: 3;
    stroke-linejoin: round;
  }
  .hw-way__begin,
  .hw-way__stop .hw-way__mark {
    fill: var(--hw-brand);
    stroke: var(--hw-brand);
    stroke-width: 3;
  }
  .hw-way__stop {
    cursor: pointer;
  }
  .hw-way__stop:hover .hw-way__name {
    text-decoration: underline;
  }

  .hw-framework__picture {
    margin-block: var(--hw-space-6);
  }
  .hw-framework__stages {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .hw-framework__stage {
    max-inline-size: calc(42 * var(--homeward-rem));
    margin-block-end: var(--hw-space-4);
    padding-block-start: var(--hw-space-3);
    border-block-start: 4px solid var(--hw-brand);
  }
  .hw-framework__stage .govuk-heading-m {
    margin-block-end: 0;
  }
  .hw-framework__name {
    color: var(--hw-quiet-ink);
  }
  .hw-framework__end {
    font-weight: bold;
  }
  .hw-to-stage {
    padding: 0;
    color: var(--hw-link);
    font: inherit;
    text-align: start;
  }
  .hw-framework__milestones li {
    display: flex;
    align-items: start;
    gap: var(--hw-space-2);
  }
  .hw-sign {
    flex: none;
    inline-size: calc(1.5 * var(--homeward-rem));
    block-size: calc(1.5 * var(--homeward-rem));
  }
  .hw-framework__back {
    margin: 0 0 var(--hw-space-4);
    font-size: calc(1.1875 * var(--homeward-rem));
  }
  .hw-framework__part {
    margin-block-start: var(--hw-space-6);
  }
  .hw-framework__law > li {
    max-inline-size: calc(42 * var(--homeward-rem));
    padding-inline-start: var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-line);
  }
  .hw-framework__law p {
    margin-block-end: var(--hw-space-1);
  }
  .hw-framework__onward {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--hw-space-2) var(--hw-space-6);
    margin-block-start: var(--hw-space-6);
    padding-block-start: var(--hw-space-3);
    border-block-start: 1px solid var(--hw-line);
  }

  @container (min-width: 60em) {
    .hw-framework__columns {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
      gap: calc(2.5 * var(--homeward-rem));
    }
    .hw-way--wide {
      display: block;
    }
    .hw-way--tall {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .hw-way text {
      fill: CanvasText;
    }
    .hw-way .hw-way__name--stage {
      fill: LinkText;
    }
    .hw-way .hw-way__number {
      fill: Canvas;
    }
    .hw-way__line,
    .hw-way__leader,
    .hw-way__mark,
    .hw-sign path {
      stroke: CanvasText;
    }
    .hw-way__mark,
    .hw-sign path {
      fill: Canvas;
    }
    .hw-way__begin,
    .hw-way__stop .hw-way__mark {
      fill: CanvasText;
      stroke: CanvasText;
    }
  }

  /* Two pages: the picture as a poster, then the same in words. */
  @media print {
    .hw-way--wide,
    .hw-way--tall {
      display: none;
    }
    .hw-way--paper {
      display: block;
      block-size: 185mm;
    }
    .hw-framework__picture {
      margin-block: 3mm 0;
    }
    .hw-framework .govuk-heading-xl {
      margin-block-end: 3mm;
      font-size: 22pt;
      line-height: 1.2;
    }
    .hw-framework .govuk-body-l,
    .hw-framework .govuk-caption-xl {
      margin-block-end: 0;
      font-size: 12pt;
      line-height: 1.3;
    }
    .hw-framework__text {
      max-inline-size: none;
    }
    .hw-framework__list {
      break-before: page;
    }
    .hw-framework__back,
    .hw-framework__onward,
    .hw-framework__titles details {
      display: none;
    }
    .hw-framework__list .govuk-heading-l,
    .hw-framework__list .govuk-heading-m,
    .hw-framework__titles .govuk-heading-m {
      margin-block-end: 0.5mm;
      font-size: 12pt;
      line-height: 1.2;
    }
    .hw-framework__stage {
      max-inline-size: none;
      margin-block-end: 1.5mm;
      padding-block-start: 1mm;
      border-block-start-width: 0.5mm;
      break-inside: avoid;
    }
    .hw-framework__list .govuk-body,
    .hw-framework__list .govuk-list,
    .hw-framework__list li,
    .hw-framework__titles p,
    .hw-framework__titles .govuk-inset-text {
      margin-block: 0 0.7mm;
      font-size: 9.5pt;
      line-height: 1.25;
    }
    .hw-framework__titles .govuk-inset-text {
      padding-block: 0;
    }
    .hw-sign {
      inline-size: 4mm;
      block-size: 4mm;
    }
  }
`;
