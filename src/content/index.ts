/**
 * Packs for whoever embeds them. Elements import `packs.ts` and the others by name instead: this file brings
 * the YAML parser along.
 */
export { applyOverlay } from './overlay/overlay.ts';
export { articleIds, loadArticle } from './load-article.ts';
export { guidanceFor } from './pack-parts.ts';
export {
  caseIds,
  loadCase,
  loadFramework,
  loadGuidance,
  loadPack,
  loadPackCore,
  loadSources,
  loadTrainingCase,
  type PackId,
} from './packs.ts';
export { parsePack } from './parse-pack.ts';
export { readAssessment } from './read-assessment.ts';
export type { Article } from './articles.ts';
export type { Framework } from './framework.ts';
export type { Evidence } from './pack-parts.ts';
export type { ExpectedSuggestion, TrainingCase } from './training-case.ts';
