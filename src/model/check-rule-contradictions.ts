import { type Leaf, type RuleGround, matchable } from './check-rule-leaves.ts';
import type { PackFault, Step } from './pack-fault.ts';
import type { Question } from './pack.ts';
import type { Rule } from './rule.ts';

interface Condition {
  readonly leaf: Leaf;
  readonly positive: boolean;
}

/** Ways in which a rule could hold are listed up to this many; a rule with more is not judged. */
const mostWays = 512;

/**
 * Parts of a rule that ask one single answer to be two things at once.
 *
 * Told of the smallest part that is impossible, so that a branch beside others is found too. `subjects` says what
 * the asking question repeats by: the answer of a question that repeats otherwise may be any person's, and two
 * people may well have given two answers.
 */
export function contradictions(
  rule: Rule,
  at: readonly Step[],
  ground: RuleGround,
  subjects: readonly string[],
): readonly PackFault[] {
  const inside = within(rule, at).flatMap(([part, where]) => contradictions(part, where, ground, subjects));
  if (inside.length > 0 || !('all' in rule)) return inside;
  const ways = waysOf(rule, true);
  if (ways === null || ways.length === 0) return [];
  const clashes = ways.map((way) => clashOf(way, ground, subjects));
  const first = clashes[0];
  return first !== undefined && clashes.every((clash) => clash !== undefined)
    ? [{ code: 'rule-contradiction', at: [...at, 'all'], detail: first }]
    : [];
}

function within(rule: Rule, at: readonly Step[]): readonly (readonly [Rule, readonly Step[]])[] {
  if ('all' in rule) return rule.all.map((each, index) => [each, [...at, 'all', index]]);
  if ('any' in rule) return rule.any.map((each, index) => [each, [...at, 'any', index]]);
  return [];
}

/** Every way in which a rule could hold, each a list of conditions; null when there are too many. */
function waysOf(rule: Rule, positive: boolean): readonly (readonly Condition[])[] | null {
  if ('not' in rule) return waysOf(rule.not, !positive);
  if (!('all' in rule) && !('any' in rule)) return [[{ leaf: rule, positive }]];
  const parts = ('all' in rule ? rule.all : rule.any).map((each) => waysOf(each, positive));
  const together = 'all' in rule === positive;
  let ways: readonly (readonly Condition[])[] = together ? [[]] : [];
  for (const part of parts) {
    if (part === null) return null;
    ways = together ? ways.flatMap((way) => part.map((more) => [...way, ...more])) : [...ways, ...part];
    if (ways.length > mostWays) return null;
  }
  return ways;
}

/** The question that one way of holding asks to be two things at once. */
function clashOf(way: readonly Condition[], ground: RuleGround, subjects: readonly string[]): string | undefined {
  const left = new Map<string, readonly string[]>();
  for (const { leaf, positive } of way) {
    const question = ground.questions.get(leaf.question);
    if (question === undefined || !('in' in leaf) || ground.unsure.has(question.id) || !single(question)) continue;
    // Without `not` about the same person, each condition may be met by somebody else.
    if (!sameSubject(question, subjects)) continue;
    const possible = left.get(question.id) ?? [...matchable(question, ground.riskClasses), 'unanswered'];
    const still = possible.filter((value) => leaf.in.includes(value) === positive);
    if (still.length === 0) return question.id;
    left.set(question.id, still);
  }
  return undefined;
}

function single({ kind }: Question): boolean {
  return kind === 'single-choice' || kind === 'yes-no-unknown' || kind === 'risk-class' || kind === 'scale';
}

function sameSubject(question: Question, subjects: readonly string[]): boolean {
  return question.repeats.every((each) => each === 'round' || subjects.includes(each));
}
