import { css } from 'lit';

/**
 * The names our own styles use. `--hw-*` is private; `--homeward-*` and `--govuk-*` are for a page to set on any element
 * above, so none of those is ever set here: a value set here would hide the page's.
 */
export const tokens = css`
  .hw-page {
    --hw-font: var(--homeward-font-family, arial, helvetica, sans-serif);
    --hw-brand: var(--govuk-brand-colour, #0b4f5c);
    --hw-link: var(--govuk-link-colour, #0b4f5c);
    --hw-ink: var(--govuk-text-colour, #0b0c0c);
    --hw-quiet-ink: var(--govuk-secondary-text-colour, #484949);
    --hw-paper: var(--govuk-body-background-colour, #ffffff);
    --hw-surface: var(--govuk-surface-background-colour, #f0f5f6);
    --hw-line: var(--govuk-border-colour, #cecece);
    --hw-control-line: var(--govuk-input-border-colour, #0b0c0c);
    --hw-focus: var(--govuk-focus-colour, #ffdd00);
    --hw-focus-ink: var(--govuk-focus-text-colour, #0b0c0c);
    --hw-error: var(--govuk-error-colour, #ca3535);
    --hw-success: var(--govuk-success-colour, #0f7a52);

    /* Traffic lights always stand beside a word and a shape; each has 3:1 against white. */
    --hw-light-red: var(--homeward-light-red, #b3261e);
    --hw-light-amber: var(--homeward-light-amber, #a86400);
    --hw-light-green: var(--homeward-light-green, #0f7a52);

    /* Steps of the space between things, following the reader's font size. */
    --hw-space-1: calc(0.3125 * var(--homeward-rem));
    --hw-space-2: calc(0.625 * var(--homeward-rem));
    --hw-space-3: calc(0.9375 * var(--homeward-rem));
    --hw-space-4: calc(1.25 * var(--homeward-rem));
    --hw-space-6: calc(1.875 * var(--homeward-rem));
    --hw-space-8: calc(3.125 * var(--homeward-rem));

    /* Longest line that is easy to read. */
    --hw-measure: 38em;
    /* Smallest thing a finger or an unsteady hand is asked to hit (WCAG 2.2, 2.5.8 asks for 24 px). */
    --hw-target: calc(2.75 * var(--homeward-rem));
  }
`;
