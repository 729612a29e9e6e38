import type { PackFault } from './pack-fault.ts';
import type { Pack, QuestionId } from './pack.ts';
import { questionsOf } from './rule-questions.ts';

/** Rules that come back to their own question. Each round trip is told once, at its first question. */
export function cycleFaults(pack: Pack): readonly PackFault[] {
  const looksAt = new Map(
    pack.questions.map(({ id, showWhen }) => [id, showWhen === undefined ? [] : questionsOf(showWhen)]),
  );
  const done = new Set<QuestionId>();
  const faults: PackFault[] = [];
  const visit = (id: QuestionId, way: readonly QuestionId[]): void => {
    const start = way.indexOf(id);
    if (start >= 0) {
      const round = way.slice(start);
      const first = pack.questions.findIndex((question) => round.includes(question.id));
      faults.push({
        code: 'rule-cycle',
        at: ['questions', first, 'showWhen'],
        question: pack.questions[first]?.id ?? id,
        detail: [...round, id].join(' > '),
      });
      return;
    }
    if (done.has(id)) return;
    for (const next of looksAt.get(id) ?? []) visit(next, [...way, id]);
    done.add(id);
  };
  for (const { id } of pack.questions) visit(id, []);
  return faults;
}
