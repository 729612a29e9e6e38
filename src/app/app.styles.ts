import { css } from 'lit';

/** The frame of the app and the pages inside it. */
export const appStyles = css`
  .hw-frame {
    max-inline-size: calc(72 * var(--homeward-rem));
    margin-inline: auto;
    padding-inline: var(--hw-space-4);
  }
  .hw-header {
    border-block-end: 4px solid var(--hw-brand);
  }
  .hw-header__bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--hw-space-6);
  }
  .hw-header__name {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(3.5 * var(--homeward-rem));
    color: var(--hw-brand);
    font-size: calc(1.5 * var(--homeward-rem));
    font-weight: bold;
    text-decoration: none;
  }
  .hw-header__links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--hw-space-6);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .hw-header__links a,
  .hw-header__links button {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--hw-target);
    font-size: calc(1.1875 * var(--homeward-rem));
  }
  .hw-header .hw-link-button {
    padding: 0;
    min-block-size: var(--hw-target);
  }
  .hw-header__name:focus {
    outline: 3px solid transparent;
    background: var(--hw-focus);
    color: var(--hw-focus-ink);
    box-shadow:
      0 -2px var(--hw-focus),
      0 4px var(--hw-focus-ink);
  }
  .hw-main:focus {
    outline: none;
  }
  .hw-main {
    min-block-size: 60vh;
  }
  .hw-footer {
    margin-block-start: var(--hw-space-8);
    padding-block: var(--hw-space-6);
    border-block-start: 1px solid var(--hw-line);
    background: var(--hw-surface);
  }
  .hw-footer p {
    max-inline-size: calc(44 * var(--homeward-rem));
    margin: 0;
  }
  .hw-banner {
    margin-block-start: var(--hw-space-3);
    padding: var(--hw-space-2) var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-brand);
    background: var(--hw-surface);
  }
  .hw-banner p {
    margin: 0;
  }
  .hw-banner--warning {
    border-color: var(--hw-error);
  }

  .hw-identity {
    margin-block-start: var(--hw-space-4);
    border-block-end: 1px solid var(--hw-line);
  }
  .hw-identity__line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--hw-space-1) var(--hw-space-4);
    margin: var(--hw-space-2) 0;
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-identity__line a {
    display: inline-flex;
    align-items: center;
    gap: var(--hw-space-1);
    min-block-size: calc(1.75 * var(--homeward-rem));
  }
  .hw-saving {
    margin-inline-start: auto;
    color: var(--hw-quiet-ink);
  }
  .hw-saving--bad {
    color: var(--hw-error);
    font-weight: bold;
  }
  .hw-stages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--hw-space-1) var(--hw-space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .hw-stages__stop a {
    display: inline-flex;
    align-items: center;
    gap: var(--hw-space-2);
    min-block-size: calc(2 * var(--homeward-rem));
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-stages__dot {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: calc(1.5 * var(--homeward-rem));
    block-size: calc(1.5 * var(--homeward-rem));
    border: 2px solid var(--hw-brand);
    border-radius: 50%;
    color: var(--hw-brand);
    font-size: calc(0.875 * var(--homeward-rem));
    font-weight: bold;
  }
  .hw-stages__stop[aria-current] .hw-stages__dot {
    background: var(--hw-brand);
    color: var(--hw-paper);
  }
  .hw-stages__stop[aria-current] .hw-stages__name {
    font-weight: bold;
  }

  .hw-measure {
    max-inline-size: calc(42 * var(--homeward-rem));
  }
  .hw-quiet {
    color: var(--hw-quiet-ink);
  }
  .hw-doors {
    display: grid;
    gap: var(--hw-space-4);
    margin: var(--hw-space-6) 0;
    padding: 0;
    list-style: none;
  }
  .hw-doors li {
    padding-block-start: var(--hw-space-3);
    border-block-start: 4px solid var(--hw-brand);
  }
  .hw-doors .govuk-heading-m {
    margin-block-end: var(--hw-space-1);
  }
  .hw-main .govuk-tag {
    white-space: nowrap;
  }
  .hw-stage h2:focus {
    outline: none;
  }
  .hw-stage {
    margin-block-end: var(--hw-space-8);
  }
  [data-people] > .govuk-button,
  .hw-main fieldset + .govuk-body {
    margin-block-start: var(--hw-space-4);
  }
  .hw-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--hw-space-1) var(--hw-space-3);
  }
  .hw-name .govuk-label {
    inline-size: 100%;
    margin: 0;
  }
  .hw-name .govuk-input {
    flex: 1 1 14em;
  }
  .hw-view {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--hw-space-4);
    margin: 0 0 var(--hw-space-2);
  }
  .hw-view .hw-link-button {
    padding: 0;
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-by-person {
    margin: var(--hw-space-1) 0 0;
  }
  .hw-by-person .govuk-details__summary {
    margin: 0;
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-model-switch {
    margin-block-end: var(--hw-space-2);
  }
  .hw-onward {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--hw-space-4);
    padding-block-start: var(--hw-space-4);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-link-button {
    min-block-size: calc(1.75 * var(--homeward-rem));
    padding: 0 var(--hw-space-1);
    border: 0;
    background: none;
    color: var(--hw-link);
    font: inherit;
    font-size: calc(1.1875 * var(--homeward-rem));
    text-decoration: underline;
    cursor: pointer;
  }
  .hw-link-button:focus {
    outline: 3px solid transparent;
    background: var(--hw-focus);
    color: var(--hw-focus-ink);
    box-shadow:
      0 -2px var(--hw-focus),
      0 4px var(--hw-focus-ink);
  }
  .hw-gaps {
    border-color: var(--hw-brand);
  }
  .hw-gaps a:link,
  .hw-gaps a:visited {
    color: var(--hw-link);
    font-weight: normal;
  }
  .hw-hash {
    overflow-wrap: anywhere;
  }
  .hw-panel {
    margin-block-end: var(--hw-space-4);
    padding: var(--hw-space-3) var(--hw-space-4);
    border: 2px solid var(--hw-brand);
  }
  .hw-panel > :last-child {
    margin-block-end: 0;
  }
  .hw-panel--warning {
    border-color: var(--hw-ink);
    background: var(--hw-surface);
  }
  .hw-draw {
    display: block;
    inline-size: 100%;
    max-inline-size: calc(30 * var(--homeward-rem));
    block-size: calc(9 * var(--homeward-rem));
    margin-block: var(--hw-space-2);
    border: 2px solid var(--hw-control-line);
    background: #ffffff;
    touch-action: none;
  }
  .hw-draw:focus {
    outline: 3px solid var(--hw-focus);
    box-shadow: inset 0 0 0 2px var(--hw-focus-ink);
  }

  .hw-dialog {
    max-inline-size: min(calc(34 * var(--homeward-rem)), 90vw);
    padding: var(--hw-space-6);
    border: 3px solid var(--hw-brand);
    background: var(--hw-paper);
    color: var(--hw-ink);
    font: inherit;
  }
  .hw-dialog::backdrop {
    background: rgb(11 12 12 / 60%);
  }
  .hw-person-line {
    display: flex;
    align-items: start;
    gap: var(--hw-space-1);
  }
  .hw-person-line > div {
    flex: 1;
    min-inline-size: 0;
  }
  .hw-person-line .govuk-select {
    max-inline-size: 100%;
  }
  .hw-ring {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    inline-size: calc(1.75 * var(--homeward-rem));
    block-size: calc(1.75 * var(--homeward-rem));
    border: 2px solid var(--hw-brand);
    border-radius: 50%;
    color: var(--hw-brand);
    font-size: calc(0.75 * var(--homeward-rem));
    font-weight: bold;
  }
  .hw-side mark {
    background: var(--hw-focus);
    color: var(--hw-focus-ink);
  }

  .hw-report {
    max-inline-size: calc(50 * var(--homeward-rem));
  }
  .hw-report__section {
    padding-block-start: var(--hw-space-4);
    border-block-start: 1px solid var(--hw-line);
  }
  .hw-report__question {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--hw-space-4);
  }
  .hw-report__question h4 {
    flex: 1 1 20em;
    margin-block-end: var(--hw-space-1);
  }
  .hw-report__question a {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(1.75 * var(--homeward-rem));
    font-size: calc(1.1875 * var(--homeward-rem));
  }
  .hw-own {
    white-space: pre-line;
  }
  .hw-report__note {
    padding-inline-start: var(--hw-space-3);
    border-inline-start: 4px solid var(--hw-line);
  }
  .hw-facts .govuk-summary-list__key,
  .hw-facts .govuk-summary-list__value {
    padding-block: var(--hw-space-1);
    font-size: calc(1 * var(--homeward-rem));
  }
  .hw-report__quiet,
  .hw-report__gap {
    color: var(--hw-quiet-ink);
  }
  .hw-report__gap {
    font-style: italic;
  }
  .hw-wide {
    overflow-x: auto;
  }

  @container (min-width: 48em) {
    .hw-doors {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .hw-columns {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
      gap: calc(2.5 * var(--homeward-rem));
    }
  }
  @container (max-width: 40em) {
    .hw-banner .govuk-body {
      font-size: calc(0.875 * var(--homeward-rem));
    }
    .hw-stages__stop:not([aria-current]) .hw-stages__name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media print {
    .hw-header,
    .hw-footer,
    .hw-banner,
    .hw-view,
    .hw-side,
    .hw-onward {
      display: none;
    }
  }
`;
