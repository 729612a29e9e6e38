import type { PersonInput } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Locale, Pack, Question } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { questionCalled } from '../guidance/topic.ts';
import { packIn } from '../shared/pack-in.ts';

interface Found {
  readonly pack: Pack;
  readonly question: Question;
}

/** The question called `id` with its guidance: of `given`, or of the published questions where there is none. */
export async function fetchQuestion(id: string, given: Pack | null, language: Locale): Promise<Outcome<Found>> {
  const core = given ? outcome(given, []) : await packIn(language);
  if (!core.ok) return core;
  const question = questionCalled(core.value, id);
  if (!question) return problem('unknown-content', {}, `question ${id}`);
  if (given) return outcome({ pack: given, question }, []);
  const stages = (packIndex(core.value).askedIn.get(question.id) ?? []).map(({ section }) => section.stage);
  const pack = await packIn(language, [...new Set(stages)], true);
  return pack.ok ? outcome({ pack: pack.value, question }, []) : pack;
}

/** `pack` with nothing in it but this question, which no other answer decides about. */
export function alone(pack: Pack, question: Question): Outcome<Pack> {
  const { section, asked } = packIndex(pack).askedIn.get(question.id)?.[0] ?? {};
  if (!section || !asked) return problem('unknown-content', {}, `question ${question.id}`);
  const { showWhen, purposes, ...whatever } = question;
  return outcome({ ...pack, sections: [{ ...section, intro: '', asks: [asked] }], questions: [whatever] }, []);
}

/** Whom a question is asked about that is asked about each of several; null where it is about the family. */
export function somebody({ repeats }: Question): (PersonInput & { readonly id: string }) | null {
  if (repeats.includes('child')) return { id: 'child', name: '', role: 'child' };
  return repeats.includes('carer') ? { id: 'carer', name: '', role: 'parent', assessedAsCarer: true } : null;
}
