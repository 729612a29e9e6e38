/** What a page may set on any element of ours or above it; `src/design/tokens.ts` reads each. */
export const themeProperties = [
  ['--homeward-font-family', 'The typeface.', 'arial, helvetica, sans-serif'],
  ['--govuk-brand-colour', 'Lines of headings, rings of initials and other marks of the brand.', '#0b4f5c'],
  ['--govuk-link-colour', 'Links and buttons that read as links.', '#0b4f5c'],
  ['--govuk-text-colour', 'Text.', '#0b0c0c'],
  ['--govuk-secondary-text-colour', 'Hints and quiet words.', '#484949'],
  ['--govuk-body-background-colour', 'What everything stands on.', '#ffffff'],
  ['--govuk-surface-background-colour', 'Boxes that stand out a little.', '#f0f5f6'],
  ['--govuk-border-colour', 'Lines between things.', '#cecece'],
  ['--govuk-input-border-colour', 'The edge of boxes that take text.', '#0b0c0c'],
  ['--govuk-focus-colour', 'Behind what has the keyboard.', '#ffdd00'],
  ['--govuk-focus-text-colour', 'The words of what has the keyboard.', '#0b0c0c'],
  ['--govuk-error-colour', 'Errors and warnings.', '#ca3535'],
  ['--govuk-success-colour', 'What went well, and the button for the next step.', '#0f7a52'],
  ['--homeward-light-red', 'The red of the traffic lights, which always stand beside a word and a shape.', '#b3261e'],
  ['--homeward-light-amber', 'The amber of the traffic lights.', '#a86400'],
  ['--homeward-light-green', 'The green of the traffic lights.', '#0f7a52'],
].map(([name, description, value]) => ({ name, description, default: value }));
