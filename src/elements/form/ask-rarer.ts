import { packIndex } from '../../model/pack-index.ts';
import type { Pack, QuestionId, QuestionKind, Section } from '../../model/pack.ts';
import { isRarer } from '../fields/rarer.ts';
import type { GivenAnswer } from './own-session.ts';

/** Whether sections ask a question of a rarer kind, or a class was given: that decides what else applies. */
export function askRarer(pack: Pack, sections: readonly Section[], given: readonly GivenAnswer[]): boolean {
  const { questions } = packIndex(pack);
  const is = (id: QuestionId, which: (kind: QuestionKind) => boolean): boolean => {
    const question = questions.get(id);
    return question !== undefined && which(question.kind);
  };
  return (
    given.some(({ question }) => is(question, (kind) => kind === 'risk-class')) ||
    sections.some(({ asks }) => asks.some(({ question }) => is(question, isRarer)))
  );
}
