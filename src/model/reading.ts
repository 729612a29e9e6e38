import type { Person } from './assessment.ts';
import { packIndex } from './pack-index.ts';
import type { Question } from './pack.ts';
import { placeKey } from './place.ts';
import { order, PlainReading } from './plain-reading.ts';
import { cameLater } from './signed-rounds.ts';
import { readInputs, spokenOf } from './suggest-inputs.ts';
import { suggestedOrders } from './suggested-orders.ts';

/** The answers of one assessment, read by rules, with what follows from signed rounds and suggested classes. */
export class Reading extends PlainReading {
  readonly #cameLater = new Map<string, boolean>();
  #orders: Map<string, number | null> | null = null;

  override cameLater(person: string, round: number): boolean {
    const key = `${person}@${String(round)}`;
    const known = this.#cameLater.get(key) ?? cameLater(this.pack, this.assessment, person, round);
    this.#cameLater.set(key, known);
    return known;
  }

  override fromSuggestion(question: Question, child: string, round: number): number | null {
    const person = this.children.find(({ id }) => id === child);
    const answer = this.assessment.answers[placeKey({ question: question.id, subject: child, round })];
    const given = answer ? order(question, this.pack, answer) : null;
    const suggestion = this.pack.questions.find(({ kind }) => kind === 'risk-suggestion');
    if (!person || given === null || !suggestion || !this.applies(suggestion, child, round)) return null;
    const suggested = this.#suggestedOrder(person, round);
    return suggested === null ? null : given - suggested;
  }

  #suggestedOrder(child: Person, round: number): number | null {
    const { pack, assessment } = this;
    this.#orders ??= suggestedOrders(pack, assessment);
    const key = `${child.id}@${String(round)}`;
    const known = this.#orders.get(key);
    if (known !== undefined) return known;
    // The day decides what is to be borne in mind, never the class.
    const day = assessment.changedAt.slice(0, 10);
    const { riskClass } = spokenOf(readInputs({ pack, assessment, reading: this, child, round }, day));
    const order = (riskClass === null ? undefined : packIndex(pack).riskClasses.get(riskClass)?.order) ?? null;
    this.#orders.set(key, order);
    return order;
  }
}
