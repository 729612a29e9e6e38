import type { PackFault } from './pack-fault.ts';
import type { Pack } from './pack.ts';

/** Questions that no section asks or that are asked twice in one round, and rounds that do not fit. */
export function askFaults(pack: Pack): readonly PackFault[] {
  const byId = new Map(pack.questions.map((question) => [question.id, question]));
  const asked = new Set<string>();
  const faults: PackFault[] = [];
  pack.sections.forEach(({ asks }, index) => {
    asks.forEach(({ question: id, round }, place) => {
      const question = byId.get(id);
      if (question === undefined) return;
      const at = ['sections', index, 'asks', place];
      const key = `${id}@${round}`;
      if (asked.has(key)) faults.push({ code: 'asked-twice', at, question: id, detail: key });
      asked.add(key);
      if (question.repeats.includes('round') !== round > 0) {
        faults.push({ code: 'round-mismatch', at, question: id, detail: round > 0 ? `round ${round}` : 'no round' });
      }
    });
  });
  const everAsked = new Set(pack.sections.flatMap(({ asks }) => asks.map(({ question }) => question)));
  pack.questions.forEach(({ id }, index) => {
    if (!everAsked.has(id)) faults.push({ code: 'never-asked', at: ['questions', index], question: id, detail: id });
  });
  return faults;
}
