import { css } from 'lit';

/** Two values beside each other, or one above the other where there is no room. */
export const twoPlacesStyles = css`
  .hw-two-places {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--hw-space-3);
  }
  .hw-two-places > .govuk-radios__item {
    align-content: flex-start;
    min-inline-size: 0;
    margin: 0;
    padding: var(--hw-space-2);
    border: 1px solid var(--hw-line);
  }
  .hw-two-places .govuk-radios__label {
    flex: 1;
    font-weight: 700;
  }
  .hw-two-places__said {
    flex: 0 0 100%;
    box-sizing: border-box;
    padding: var(--hw-space-2) var(--hw-space-1);
    overflow-wrap: anywhere;
  }
`;
