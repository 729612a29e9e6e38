import type { PluginCreator, Rule } from 'postcss';

/**
 * What GOV.UK Frontend offers and nothing of ours shows, by how its classes begin: a third of its sheet, which a browser
 * would fetch, read and hold for every element. Whoever comes to need one takes it out of this list.
 */
export const leftOut: readonly string[] = [
  'govuk-back-link--inverse',
  'govuk-button--inverse',
  'govuk-button--start',
  'govuk-button__start-icon',
  'govuk-caption-m',
  'govuk-checkboxes__conditional',
  'govuk-checkboxes__divider',
  'govuk-clearfix',
  'govuk-drop-zone',
  'govuk-fieldset__legend--l',
  'govuk-fieldset__legend--xl',
  'govuk-fieldset__heading',
  'govuk-file-upload-button',
  'govuk-file-upload-wrapper',
  'govuk-input--extra-letter-spacing',
  'govuk-input__prefix',
  'govuk-input__suffix',
  'govuk-input__wrapper',
  'govuk-label--l',
  'govuk-label--xl',
  'govuk-label-wrapper',
  'govuk-link--inverse',
  'govuk-link--muted',
  'govuk-link--no-underline',
  'govuk-link--no-visited-state',
  'govuk-link--text-colour',
  'govuk-link-image',
  'govuk-main-wrapper--',
  'govuk-radios__conditional',
  'govuk-radios__divider',
  'govuk-skip-link-focused-element',
  'govuk-summary-card',
  'govuk-summary-list__actions',
  'govuk-summary-list__row--no-',
  'govuk-table--small-text-until-tablet',
  'govuk-table__caption--',
  'govuk-tag--magenta',
  'govuk-tag--pink',
  'govuk-tag--purple',
  'govuk-tag--red',
  'govuk-tag--teal',
  'govuk-tag--turquoise',
  'govuk-visually-hidden-focusable',
  'govuk-!-font-size-24',
  'govuk-!-font-size-27',
  'govuk-!-font-size-36',
  'govuk-!-font-size-48',
  'govuk-!-font-size-80',
  'govuk-!-font-tabular-numbers',
];

const names = (selector: string): readonly string[] =>
  selector.replaceAll('\\', '').match(/(?<=\.)govuk-[\w!-]+/g) ?? [];

const isLeftOut = (name: string): boolean => leftOut.some((start) => name.startsWith(start));

/** Takes rules out whose selectors all ask for a class nobody has. What they say to others stays as it is. */
export const withoutLeftOut: PluginCreator<never> = () => ({
  postcssPlugin: 'homeward-without-left-out',
  Once(root) {
    root.walkRules((rule: Rule) => {
      // A class within `:not()` is one that an element need not have.
      const kept = rule.selectors.filter((each) => !names(each.replaceAll(/:not\([^)]*\)/g, '')).some(isLeftOut));
      if (kept.length === 0) rule.remove();
      else if (kept.length < rule.selectors.length) rule.selectors = [...kept];
    });
  },
});
withoutLeftOut.postcss = true;
