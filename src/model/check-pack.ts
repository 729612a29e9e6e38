import { idFaults } from './check-ids.ts';
import { referenceFaults } from './check-references.ts';
import { askFaults } from './check-asks.ts';
import { ruleFaults } from './check-rules.ts';
import { shapeFaults } from './check-shape.ts';
import { timetableFaults } from './check-timetable.ts';
import { wordFaults } from './check-words.ts';
import { type PackFault, problemOf } from './pack-fault.ts';
import type { Pack, QuestionId } from './pack.ts';
import type { Problem } from './problem.ts';

/** Everything wrong with `pack`, all at once; nothing when it may be used. */
export function checkPack(pack: Pack): readonly Problem[] {
  return packFaults(pack).map(problemOf);
}

/**
 * The same with the way to each fault. `unsure` names questions whose own faults somebody has told already:
 * rules that look at their kind or choices are not judged, so that one slip is not told twice.
 */
export function packFaults(pack: Pack, unsure: ReadonlySet<QuestionId> = new Set()): readonly PackFault[] {
  const sure = ({ question }: PackFault): boolean => question === undefined || !unsure.has(question);
  return [
    ...idFaults(pack),
    ...referenceFaults(pack).filter(sure),
    ...askFaults(pack).filter(sure),
    ...shapeFaults(pack).filter(sure),
    ...wordFaults(pack).filter(sure),
    ...ruleFaults(pack, unsure),
    ...timetableFaults(pack),
  ];
}
