import { css } from 'lit';

/** Tables of a few columns that become cards where there is no room: nothing scrolls sideways. */
export const sideBySideStyles = css`
  .hw-picture-menus {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--hw-space-6);
  }
  .hw-picture-menus > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  @media (max-width: 40em) {
    .hw-picture-menus {
      gap: 0 var(--hw-space-4);
    }
    .hw-picture-menus > * {
      flex: 1 1 calc(8 * var(--homeward-rem));
    }
    .hw-picture-menus .govuk-select {
      inline-size: 100%;
      min-inline-size: 0;
    }
  }
  .hw-sign {
    display: inline-block;
    min-inline-size: 1.2em;
  }
  .hw-picture-menus .govuk-select,
  .hw-main .govuk-select {
    max-inline-size: 100%;
  }
  .hw-side-by-side,
  .hw-side-by-side caption,
  .hw-side-by-side thead,
  .hw-side-by-side tbody,
  .hw-side-by-side tr,
  .hw-side-by-side th,
  .hw-side-by-side td {
    display: block;
  }
  .hw-side-by-side {
    inline-size: 100%;
    margin-block-end: var(--hw-space-6);
    font-size: calc(1 * var(--homeward-rem));
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .hw-side-by-side caption {
    padding-block-end: var(--hw-space-2);
    font-size: calc(1.1875 * var(--homeward-rem));
    font-weight: bold;
    text-align: start;
  }
  .hw-side-by-side thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .hw-side-by-side th,
  .hw-side-by-side td {
    padding: var(--hw-space-1) var(--hw-space-2);
    font-weight: normal;
    text-align: start;
    vertical-align: top;
  }
  .hw-side-by-side tbody > tr {
    margin-block-end: var(--hw-space-3);
    border: 1px solid var(--hw-line);
    border-inline-start: 4px solid var(--hw-brand);
  }
  .hw-side-by-side tbody > tr > th {
    font-weight: bold;
    background: var(--hw-surface);
  }
  .hw-side-by-side td + td {
    border-block-start: 1px dotted var(--hw-line);
  }
  .hw-side-by-side p,
  .hw-side-by-side ul {
    margin: 0 0 var(--hw-space-1);
    padding: 0;
    list-style: none;
  }
  .hw-side-by-side li + li {
    padding-block-start: var(--hw-space-1);
  }
  .hw-side-by-side__of {
    display: block;
    color: var(--hw-quiet-ink);
    font-size: calc(0.875 * var(--homeward-rem));
    font-weight: normal;
  }
  .hw-side-by-side__which {
    display: block;
    font-weight: bold;
  }
  .hw-side-by-side .govuk-details {
    margin: var(--hw-space-1) 0 0;
    font-size: inherit;
  }
  .hw-side-by-side__class {
    font-size: calc(1.1875 * var(--homeward-rem));
    font-weight: bold;
  }

  @container (min-width: 48em) {
    .hw-side-by-side:not(.hw-side-by-side--many) {
      display: table;
      table-layout: fixed;
      border-collapse: collapse;
    }
    .hw-side-by-side:not(.hw-side-by-side--many) caption {
      display: table-caption;
    }
    .hw-side-by-side:not(.hw-side-by-side--many) thead {
      display: table-header-group;
      position: static;
      clip-path: none;
    }
    .hw-side-by-side:not(.hw-side-by-side--many) tbody {
      display: table-row-group;
    }
    .hw-side-by-side:not(.hw-side-by-side--many) tr {
      display: table-row;
      border: 0;
      border-block-end: 1px solid var(--hw-line);
    }
    .hw-side-by-side:not(.hw-side-by-side--many) th,
    .hw-side-by-side:not(.hw-side-by-side--many) td {
      display: table-cell;
      padding: var(--hw-space-2);
      border: 0;
    }
    .hw-side-by-side:not(.hw-side-by-side--many) thead th {
      border-block-end: 2px solid var(--hw-ink);
      font-weight: bold;
    }
    .hw-side-by-side:not(.hw-side-by-side--many) .hw-side-by-side__which {
      display: none;
    }
  }
`;
