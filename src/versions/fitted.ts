import type { Answer, Row, Value } from '../model/answer.ts';
import type { Assessment, Place } from '../model/assessment.ts';
import { cellFits, saysNothing, valueFits } from '../model/fits.ts';
import { packIndex } from '../model/pack-index.ts';
import { tableKinds, type Pack, type Question } from '../model/pack.ts';
import { isRecord } from '../model/shapes.ts';

/** Whether `pack` asks something at this place: of such a person, and in such a round. */
export function isAsked(pack: Pack, { people, rounds }: Assessment, { question: id, subject, round }: Place): boolean {
  const { questions, askedIn } = packIndex(pack);
  const question = questions.get(id);
  if (!question) return false;
  const ofChild = question.repeats.includes('child');
  const ofCarer = question.repeats.includes('carer');
  const person = people.find((each) => each.id === subject);
  const asksThem = person ? (person.role === 'child' ? ofChild : ofCarer) : subject === null && !ofChild && !ofCarer;
  if (!asksThem) return false;
  if (!question.repeats.includes('round')) return round === 0;
  return (
    rounds.some((opened) => opened.round === round) ||
    (askedIn.get(id) ?? []).some(({ asked }) => asked.round === round)
  );
}

/**
 * As much of `answer` as `pack` has a place for: all of it, the entries of a list that still fit, or null. The same value
 * where nothing is left out.
 */
export function fitted(pack: Pack, assessment: Assessment, place: Place, answer: Answer): Answer | null {
  const question = packIndex(pack).questions.get(place.question);
  if (!question || !isAsked(pack, assessment, place)) return null;
  if (answer.is !== 'given' || !Array.isArray(answer.value)) return keepsAll(pack, question, answer) ? answer : null;
  const entries: readonly unknown[] = answer.value;
  const left = entries.flatMap((entry) => fittedEntry(pack, question, entry));
  const same = left.length === entries.length && left.every((entry, index) => entry === entries[index]);
  if (same) return keepsAll(pack, question, answer) ? answer : null;
  const rest: Answer = { ...answer, value: left as unknown as Value };
  return keepsAll(pack, question, rest) && !saysNothing(rest) ? rest : null;
}

const keepsAll = (pack: Pack, question: Question, answer: Answer): boolean =>
  answer.is !== 'given' || valueFits(pack, question, answer.value);

/** An entry of a list as far as it fits; none where nothing of it does. */
function fittedEntry(pack: Pack, question: Question, entry: unknown): readonly unknown[] {
  if (tableKinds.includes(question.kind) && isRecord(entry) && isRecord(entry.cells))
    return [fittedRow(question, entry as unknown as Row)];
  if (question.kind === 'factor-rating') {
    const factor = isRecord(entry) ? packIndex(pack).factors.get(String(entry.factor)) : undefined;
    return factor && question.factorSets?.includes(factor.set) === true ? [entry] : [];
  }
  return valueFits(pack, question, [entry]) ? [entry] : [];
}

function fittedRow(question: Question, row: Row): Row {
  const columns = new Map((question.columns ?? []).map((column) => [column.id, column]));
  const cells = Object.entries(row.cells).filter(([id, cell]) => {
    const column = columns.get(id);
    return column !== undefined && column.property === undefined && cellFits(column, cell);
  });
  return cells.length === Object.keys(row.cells).length ? row : { ...row, cells: Object.fromEntries(cells) };
}
