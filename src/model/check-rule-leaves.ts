import type { PackFault, Step } from './pack-fault.ts';
import type { Question, QuestionId, RiskClass } from './pack.ts';
import type { Rule } from './rule.ts';

/** What a rule is judged against. */
export interface RuleGround {
  readonly questions: ReadonlyMap<QuestionId, Question>;
  readonly riskClasses: readonly RiskClass[];
  /** The order of the first stage that asks a question. */
  readonly stageOf: ReadonlyMap<QuestionId, number>;
  /** Questions whose own faults were told already: their choices are not judged. */
  readonly unsure: ReadonlySet<QuestionId>;
}

export type Leaf = Exclude<Rule, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>;

/** Leaves that are wrong wherever they stand: no such question or choice, or a comparison that is never true. */
export function leafFaults(
  rule: Rule,
  at: readonly Step[],
  ground: RuleGround,
  positive: boolean,
): readonly PackFault[] {
  if ('all' in rule)
    return rule.all.flatMap((each, index) => leafFaults(each, [...at, 'all', index], ground, positive));
  if ('any' in rule)
    return rule.any.flatMap((each, index) => leafFaults(each, [...at, 'any', index], ground, positive));
  if ('not' in rule) return leafFaults(rule.not, [...at, 'not'], ground, !positive);
  const question = ground.questions.get(rule.question);
  if (question === undefined) return [{ code: 'unknown-question', at: [...at, 'question'], detail: rule.question }];
  if (ground.unsure.has(question.id)) return [];
  if ('in' in rule) return choiceFaults(rule.in, question, at, ground);
  if ('fromSuggestion' in rule) return distanceFaults(rule.fromSuggestion, question, at, ground);
  if ('lowerThan' in rule) return comparisonFaults(rule.lowerThan, question, at, ground, positive);
  return [];
}

/** The words that `in` may name for a question; every question can be not known. */
export function matchable(question: Question, riskClasses: readonly RiskClass[]): readonly string[] {
  switch (question.kind) {
    case 'single-choice':
    case 'multi-choice':
      return [...(question.choices ?? []).map(({ id }) => id), 'not-known'];
    case 'yes-no-unknown':
      return ['yes', 'no', 'not-known'];
    case 'risk-class':
      return [...riskClasses.map(({ id }) => id), 'not-known'];
    case 'scale':
      return [...(question.anchors ?? []).map((_, point) => String(point)), 'not-known'];
    default:
      return ['not-known'];
  }
}

function choiceFaults(
  wanted: readonly string[],
  question: Question,
  at: readonly Step[],
  ground: RuleGround,
): readonly PackFault[] {
  if (wanted.length === 0) return [{ code: 'rule-empty', at: [...at, 'in'], detail: question.id }];
  const known = matchable(question, ground.riskClasses);
  return wanted.flatMap((choice, index) =>
    known.includes(choice)
      ? []
      : [{ code: 'rule-unknown-choice', at: [...at, 'in', index], detail: `${choice} of ${question.id}` }],
  );
}

function distanceFaults(
  classes: number,
  question: Question,
  at: readonly Step[],
  ground: RuleGround,
): readonly PackFault[] {
  const here = [...at, 'fromSuggestion'];
  if (question.kind !== 'risk-class')
    return [{ code: 'rule-no-order', at: here, detail: `${question.id} is ${question.kind}` }];
  return classes >= 1 && classes < ground.riskClasses.length
    ? []
    : [{ code: 'rule-below-scale', at: here, detail: `${classes} of ${question.id}` }];
}

function comparisonFaults(
  limit: number | 'previous-round',
  question: Question,
  at: readonly Step[],
  ground: RuleGround,
  positive: boolean,
): readonly PackFault[] {
  const here = [...at, 'lowerThan'];
  if (!['scale', 'single-choice', 'risk-class', 'number'].includes(question.kind)) {
    return [{ code: 'rule-no-order', at: here, detail: `${question.id} is ${question.kind}` }];
  }
  if (limit === 'previous-round') {
    return question.repeats.includes('round') ? [] : [{ code: 'rule-no-rounds', at: here, detail: question.id }];
  }
  const lowest = question.kind === 'risk-class' ? Math.min(...ground.riskClasses.map(({ order }) => order)) : 0;
  return positive && limit <= lowest
    ? [{ code: 'rule-below-scale', at: here, detail: `${limit} of ${question.id}` }]
    : [];
}

/**
 * Why `rule` can never hold when only answers up to `lastStage` can be there; nothing when it can.
 * A leaf on a later stage is no fault inside `any` beside a branch that can hold, nor inside `not`.
 */
export function neverHolds(
  rule: Rule,
  at: readonly Step[],
  ground: RuleGround,
  lastStage: number,
): readonly PackFault[] {
  if ('all' in rule)
    return rule.all.flatMap((each, index) => neverHolds(each, [...at, 'all', index], ground, lastStage));
  if ('any' in rule) {
    if (rule.any.length === 0) return [{ code: 'rule-empty', at: [...at, 'any'] }];
    const branches = rule.any.map((each, index) => neverHolds(each, [...at, 'any', index], ground, lastStage));
    return branches.every((faults) => faults.length > 0) ? branches.flat() : [];
  }
  if ('not' in rule) return [];
  const stage = ground.stageOf.get(rule.question);
  return stage !== undefined && stage > lastStage
    ? [{ code: 'rule-later-stage', at: [...at, 'question'], detail: rule.question }]
    : [];
}
