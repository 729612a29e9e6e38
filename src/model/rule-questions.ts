import type { QuestionId } from './pack.ts';
import type { Rule } from './rule.ts';

/** The questions a rule reads. */
export function questionsOf(rule: Rule): readonly QuestionId[] {
  if ('all' in rule) return rule.all.flatMap(questionsOf);
  if ('any' in rule) return rule.any.flatMap(questionsOf);
  return 'not' in rule ? questionsOf(rule.not) : [rule.question];
}
