import type { Answer } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';
import { isBlank } from './plain-fits.ts';
import { packIndex, type PackIndex } from './pack-index.ts';
import type { Pack, Question } from './pack.ts';
import { carers, childrenInScope } from './people.ts';
import { placeKey } from './place.ts';
import type { Rule } from './rule.ts';

/**
 * The answers of one assessment, read by rules. Remembers what it worked out, so it is made anew for each evaluation.
 *
 * A rule sees an answer only where its question applies: what is hidden is kept but switches nothing on (V4).
 *
 * This much is enough while no class has been given and no version signed; what follows from those, `Reading` adds. A form
 * of ordinary questions then need not fetch it.
 */
export class PlainReading {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly #index: PackIndex;
  protected readonly children: readonly Person[];
  readonly #carers: ReadonlyMap<string, { readonly person: Person; readonly short: boolean }>;
  readonly #adults: readonly Person[];
  readonly #purpose: string | null;
  readonly #applies = new Map<string, boolean>();
  readonly #rounds = new Map<string, readonly number[]>();

  constructor(pack: Pack, assessment: Assessment) {
    this.pack = pack;
    this.assessment = assessment;
    this.#index = packIndex(pack);
    this.children = childrenInScope(assessment);
    this.#carers = new Map(carers(assessment).map((carer) => [carer.person.id, carer]));
    this.#adults = Array.from(this.#carers.values(), ({ person }) => person);
    const purpose = assessment.answers[pack.purposeQuestion];
    this.#purpose = purpose?.is === 'given' && typeof purpose.value === 'string' ? purpose.value : null;
  }

  /** The people a question is asked about; `[null]` for the family. */
  subjectsOf(question: Question): readonly (Person | null)[] {
    if (question.repeats.includes('child')) return this.children;
    if (question.repeats.includes('carer')) return this.#adults;
    return theFamily;
  }

  /** Whether a question is one that is asked about this person (null: about the family). */
  asks(question: Question, subject: string | null): boolean {
    return this.subjectsOf(question).some((person) => (person?.id ?? null) === subject);
  }

  /**
   * Whether a question applies to a person (V1–V4): its route, its purposes, the short set of a household adult, its
   * rule. A suggestion is nothing to answer, so it makes no route longer.
   */
  applies(question: Question, subject: string | null, round: number): boolean {
    const key = placeKey({ question: question.id, subject, round });
    const known = this.#applies.get(key);
    if (known !== undefined) return known;
    // A rule that comes back to itself is refused by the pack's check; here it must only not run for ever.
    this.#applies.set(key, false);
    const applies =
      (question.core ||
        question.kind === 'risk-suggestion' ||
        (this.assessment.route === 'full' && !(subject !== null && this.#carers.get(subject)?.short))) &&
      (question.purposes === undefined || this.#purpose === null || question.purposes.includes(this.#purpose)) &&
      !(question.repeats.includes('round') && subject !== null && this.cameLater(subject, round)) &&
      (question.showWhen === undefined || this.holds(question.showWhen, subject, round));
    this.#applies.set(key, applies);
    return applies;
  }

  /** Whether somebody came to count only after a round was signed: then it neither asks about them nor counts them (V15). */
  cameLater(_person: string, _round: number): boolean {
    return false;
  }

  /** Whether a rule holds for a person (null: the family) in a round. Unanswered questions make every leaf false (V5). */
  holds(rule: Rule, subject: string | null, round: number): boolean {
    if ('all' in rule) return rule.all.every((each) => this.holds(each, subject, round));
    if ('any' in rule) return rule.any.some((each) => this.holds(each, subject, round));
    if ('not' in rule) return !this.holds(rule.not, subject, round);
    const question = this.#index.questions.get(rule.question);
    if (!question) return false;
    // The same person where the question has an answer for them, any instance otherwise (V6).
    const subjects = this.subjectsOf(question).map((person) => person?.id ?? null);
    const asked = subjects.includes(subject) ? [subject] : subjects;
    return asked.some((each) => this.#leafHolds(rule, question, each, round));
  }

  /** The answer that counts: of a question with rounds the latest at or before `round` (0: the latest of all); null where it does not apply. */
  latest(
    question: Question,
    subject: string | null,
    round: number,
  ): { readonly answer: Answer; readonly round: number } | null {
    if (!this.applies(question, subject, round)) return null;
    const rounds = question.repeats.includes('round') ? this.#roundsUpTo(question, round) : [0];
    for (const each of rounds) {
      const answer = this.assessment.answers[placeKey({ question: question.id, subject, round: each })];
      if (answer && !isBlank(answer)) return { answer, round: each };
    }
    return null;
  }

  /** How many classes the one given in a round lies above the suggested one, or (negative) below; null without either (S11). */
  fromSuggestion(_question: Question, _child: string, _round: number): number | null {
    return null;
  }

  /** Rounds in which a question is asked, the latest first, none after `round` (0: all). */
  #roundsUpTo(question: Question, round: number): readonly number[] {
    const key = `${question.id}@${String(round)}`;
    const known = this.#rounds.get(key);
    if (known) return known;
    const asked = (this.#index.askedIn.get(question.id) ?? []).map(({ asked }) => asked.round);
    const opened = this.assessment.rounds.map((each) => each.round);
    const rounds = [...new Set([...asked, ...opened])]
      .filter((each) => round === 0 || each <= round)
      .sort((a, b) => b - a);
    this.#rounds.set(key, rounds);
    return rounds;
  }

  #leafHolds(
    rule: Exclude<Rule, { all: unknown } | { any: unknown } | { not: unknown }>,
    question: Question,
    subject: string | null,
    round: number,
  ): boolean {
    const found = this.latest(question, subject, round);
    if (!found) return false;
    const { answer } = found;
    if ('answered' in rule) return answer.is === 'given';
    if ('in' in rule) {
      if (rule.noted && !answer.note?.trim()) return false;
      if (answer.is === 'not-known') return rule.in.includes('not-known');
      return answer.is === 'given' && wordsIn(answer.value).some((word) => rule.in.includes(word));
    }
    if ('fromSuggestion' in rule) {
      if (subject === null || (round !== 0 && found.round !== round)) return false;
      return Math.abs(this.fromSuggestion(question, subject, found.round) ?? 0) >= rule.fromSuggestion;
    }
    const now = order(question, this.pack, answer);
    if (rule.lowerThan !== 'previous-round') return now !== null && now < rule.lowerThan;
    // Only a class that was given in this very round can be lower than the one before it.
    if (round !== 0 && found.round !== round) return false;
    const before = found.round > 1 ? this.latest(question, subject, found.round - 1) : null;
    const then = before ? order(question, this.pack, before.answer) : null;
    return now !== null && then !== null && now < then;
  }
}

const theFamily: readonly null[] = [null];

const wordsIn = (value: Extract<Answer, { is: 'given' }>['value']): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return value.filter((each): each is string => typeof each === 'string');
};

/** Where a value stands among its like: a point or number itself, a class or choice by its place in the list. */
export function order(question: Question, pack: Pack, answer: Answer): number | null {
  if (answer.is !== 'given') return null;
  if (typeof answer.value === 'number') return answer.value;
  if (typeof answer.value !== 'string') return null;
  const { value } = answer;
  if (question.kind === 'risk-class') return pack.riskClasses.find(({ id }) => id === value)?.order ?? null;
  const place = (question.choices ?? []).findIndex(({ id }) => id === value);
  return place < 0 ? null : place;
}
