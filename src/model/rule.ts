import type { QuestionId } from './pack.ts';

/**
 * When something applies. A closed vocabulary: adding a word is a design decision.
 *
 * `in` matches, with a note where the rule says `noted`, a single choice, any ticked value of a multi-choice answer, `yes` or `no`, and the word
 * `not-known` for the answer state of that name. `lowerThan` compares the order of choices, classes or points
 * with a number or with the same question one round before. `fromSuggestion` holds of a class given in this round that
 * lies at least so many classes above or below the suggested one; never where none is suggested.
 */
export type Rule =
  | { readonly question: QuestionId; readonly in: readonly string[]; readonly noted?: true }
  | { readonly question: QuestionId; readonly answered: true }
  | { readonly question: QuestionId; readonly lowerThan: number | 'previous-round' }
  | { readonly question: QuestionId; readonly fromSuggestion: number }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule };
