import type { Question } from './pack.ts';

/** Whether a question's answer may name what supports it: ratings always, others as the pack says. */
export const takesSupport = ({ kind, supported }: Pick<Question, 'kind' | 'supported'>): boolean =>
  kind === 'factor-rating' || supported === true;
