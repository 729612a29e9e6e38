import type { QuestionId } from './pack.ts';

/**
 * When something applies. A closed vocabulary: adding a word is a design decision.
 *
 * `in` matches a single choice, any ticked value of a multi-choice answer, `yes` or `no`, and the word
 * `not-known` for the answer state of that name. `lowerThan` compares the order of choices, classes or points
 * with a number or with the same question one round before.
 */
export type Rule =
  | { readonly question: QuestionId; readonly in: readonly string[] }
  | { readonly question: QuestionId; readonly answered: true }
  | { readonly question: QuestionId; readonly lowerThan: number | 'previous-round' }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule };
