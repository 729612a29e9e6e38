/** The fixed words that only paper has. A pack without one of them does not compile. */
export const paperPhraseIds = [
  'initials',
  'document',
  'contents',
  'document-about',
  'document-about-title',
  'nothing-decides',
  'figure-events',
  'figure-events-alt',
  'figure-factors',
  'figure-factors-alt',
  'figure-goals',
  'figure-goals-alt',
  'set-parent-risk',
  'set-parent-protective',
  'set-child-risk',
  'set-child-protective',
  'set-family-risk',
  'set-family-protective',
] as const;
export type PaperPhraseId = (typeof paperPhraseIds)[number];
