import { css } from 'lit';

/** What stands round every page: bar, notices, the line of an assessment, footer. */
export const chromeStyles = css`
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
  /* Where there is nothing to hide or lock, its place takes no room. */
  .hw-header__links li:not(:has(a, .hw-link-button)) {
    position: absolute;
  }
  .hw-header__links a,
  .hw-header__links button {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--hw-target);
    font-size: calc(1.1875 * var(--homeward-rem));
  }
  .hw-header .hw-link-button {
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
  .hw-banner .hw-link-button {
    font-size: inherit;
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
  /* Where one may go is not where one has been. */
  :is(.hw-header, .hw-identity) a:visited:not(:focus) {
    color: var(--hw-link);
  }
  .hw-identity__line .govuk-tag {
    font-size: inherit;
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

  @container (max-width: 40em) {
    /* The first links stand beside the name. */
    .hw-header__bar {
      display: flow-root;
    }
    .hw-header__name {
      float: inline-start;
      min-block-size: calc(2.25 * var(--homeward-rem));
      margin-inline-end: var(--hw-space-2);
      font-size: calc(1.125 * var(--homeward-rem));
    }
    .hw-header__links {
      display: block;
    }
    .hw-header__links li {
      display: inline-block;
      margin-inline-end: var(--hw-space-2);
    }
    .hw-header :is(a, button):not(.hw-header__name) {
      min-block-size: calc(2.25 * var(--homeward-rem));
      font-size: calc(1 * var(--homeward-rem));
    }
    .hw-banner .govuk-body,
    .hw-saving {
      font-size: calc(0.875 * var(--homeward-rem));
    }
    .hw-saving {
      margin: 0;
    }
    .hw-stages__name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
