import type { PackFault } from './pack-fault.ts';
import type { Pack, Question, QuestionId } from './pack.ts';
import type { Rule } from './rule.ts';

/**
 * Questions that their own purposes or route exclude: asked only for purposes for which nothing they depend on is
 * asked, or on the short route by a rule that rests on the long one.
 */
export function excludedFaults(pack: Pack): readonly PackFault[] {
  const reach = new Reach(pack);
  return pack.questions.flatMap((question, index): readonly PackFault[] => {
    const { id, showWhen } = question;
    if (showWhen === undefined) return [];
    const at = ['questions', index, 'showWhen'];
    const own = question.purposes ?? reach.everyPurpose;
    const faults: PackFault[] = [];
    const told = own.filter((purpose) => reach.purposesOfRule(showWhen).includes(purpose));
    if (told.length === 0)
      faults.push({
        code: 'rule-excluded',
        at,
        question: id,
        detail: `no purpose asks both ${id} and what it depends on`,
      });
    if (question.core && !reach.coreRule(showWhen))
      faults.push({ code: 'rule-excluded', at, question: id, detail: 'core depends on the full route' });
    return faults;
  });
}

/** For which purposes, and on which route, rules can come to hold. */
class Reach {
  readonly everyPurpose: readonly string[];
  readonly #questions: ReadonlyMap<QuestionId, Question>;
  readonly #purposeQuestion: QuestionId;
  readonly #known = new Map<QuestionId, readonly string[]>();

  constructor(pack: Pack) {
    this.everyPurpose = pack.purposes.map(({ id }) => id);
    this.#questions = new Map(pack.questions.map((question) => [question.id, question]));
    this.#purposeQuestion = pack.purposeQuestion;
  }

  purposesOfRule(rule: Rule): readonly string[] {
    if ('all' in rule)
      return rule.all.reduce<readonly string[]>(
        (left, each) => left.filter((id) => this.purposesOfRule(each).includes(id)),
        this.everyPurpose,
      );
    // A list with nothing in it is told as such.
    if ('any' in rule && rule.any.length === 0) return this.everyPurpose;
    if ('any' in rule) return [...new Set(rule.any.flatMap((each) => this.purposesOfRule(each)))];
    if ('not' in rule) return this.everyPurpose;
    if (rule.question === this.#purposeQuestion && 'in' in rule)
      return this.everyPurpose.filter((id) => rule.in.includes(id));
    return this.#purposesOf(rule.question);
  }

  /** Each link of a chain is checked by itself, so that only the link that breaks is told. */
  coreRule(rule: Rule): boolean {
    if ('all' in rule) return rule.all.every((each) => this.coreRule(each));
    if ('any' in rule) return rule.any.length === 0 || rule.any.some((each) => this.coreRule(each));
    if ('not' in rule) return true;
    return this.#questions.get(rule.question)?.core ?? true;
  }

  #purposesOf(id: QuestionId): readonly string[] {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const question = this.#questions.get(id);
    const own = question?.purposes ?? this.everyPurpose;
    // Stands while this question is being looked at: a rule that comes back here is told as a cycle.
    this.#known.set(id, own);
    if (question?.showWhen === undefined) return own;
    const rule = this.purposesOfRule(question.showWhen);
    const reached = own.filter((purpose) => rule.includes(purpose));
    // A question that is itself excluded is told there, not at everything that rests on it.
    const answer = reached.length > 0 ? reached : own;
    this.#known.set(id, answer);
    return answer;
  }
}
