import type { Answer, Row, Value } from '../model/answer.ts';
import { apply } from '../model/apply.ts';
import type { Assessment, Change, Edit, Place, PlaceKey } from '../model/assessment.ts';
import { rowsOf } from '../model/fits.ts';
import { remember } from '../model/history.ts';
import type { Pack, Question } from '../model/pack.ts';
import { parsePlaceKey, placeKey } from '../model/place.ts';
import { isRecord } from '../model/shapes.ts';

/**
 * A draft made with questions that are nowhere here, as it stands once its edits are followed (V7): what `pack` asks is
 * checked by its rules, and what it does not ask is taken as it was written, so that nothing is lost.
 */
export function followed(pack: Pack, snapshot: Assessment, edits: readonly Edit[]): Assessment {
  const known = withStandIns(pack, Object.keys(snapshot.answers), [snapshot.evidence, snapshot.comments, edits]);
  return edits.reduce((now, edit) => ({ ...after(known, now, edit), changedAt: edit.at }), snapshot);
}

function after(pack: Pack, assessment: Assessment, edit: Edit): Assessment {
  const next = apply(pack, assessment, edit);
  if (next.ok) return next.value;
  const { change } = edit;
  if (change.do === 'together')
    return change.changes.reduce((now, each) => after(pack, now, { ...edit, change: each }), assessment);
  if (!('at' in change)) return assessment;
  const key = placeKey(change.at);
  const was = assessment.answers[key] ?? null;
  const is = written(was, change);
  const { [key]: _was, ...others } = assessment.answers;
  return {
    ...assessment,
    answers: is ? { ...others, [key]: is } : others,
    history: remember(assessment.history, edit, { place: key }, was),
  };
}

/** What an answer to a question that is not here is once `change` is made to it. */
function written(was: Answer | null, change: Extract<Change, { at: Place }>): Answer | null {
  if (change.do === 'answer') return change.answer;
  const rows = rowsOf(was);
  const id = typeof change.row === 'string' ? change.row : change.row.id;
  const others = rows.filter((row) => row.id !== id);
  const put = (row: Row, index: number): readonly Row[] => [...others.slice(0, index), row, ...others.slice(index)];
  const row = rows.find((each) => each.id === id) ?? { id, cells: {} };
  const value = ((): readonly Row[] => {
    switch (change.do) {
      case 'add-row':
      case 'restore-row':
        return put(change.row, change.index ?? others.length);
      case 'remove-row':
        return others;
      case 'move-row':
        return put(row, change.index);
      case 'set-cell': {
        const { [change.column]: _cell, ...cells } = row.cells;
        const next = { ...row, cells: change.cell === null ? cells : { ...cells, [change.column]: change.cell } };
        return put(next, rows.includes(row) ? rows.indexOf(row) : others.length);
      }
    }
  })();
  const note = was?.note === undefined ? {} : { note: was.note };
  return value.length === 0 ? null : { is: 'given', value: value as Value, ...note };
}

/** `pack` with a question for each of `places`, and of those named in `parts`, that it does not have: evidence about them fits then. */
function withStandIns(pack: Pack, places: readonly PlaceKey[], parts: unknown): Pack {
  const found = new Map<string, Place>();
  const see = (place: Place | null): void => {
    if (place && !pack.questions.some(({ id }) => id === place.question)) found.set(place.question, place);
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value as readonly unknown[]) walk(each);
    else if (isRecord(value)) {
      const { at, place, takenFrom } = value;
      for (const key of [at, place, takenFrom])
        if (typeof key === 'string') see(parsePlaceKey(key.split('.')[0] ?? ''));
      if (isRecord(at) && typeof at.question === 'string') see(at as unknown as Place);
      for (const each of Object.values(value)) walk(each);
    }
  };
  for (const key of places) see(parsePlaceKey(key));
  walk(parts);
  const questions = [...found.values()].map(({ question, subject, round }): Question => ({
    ...{ id: question, kind: 'long-text', label: question, required: false, core: false, answeredBy: [], sources: [] },
    ...{
      supported: true,
      repeats: [...(subject === null ? [] : ['child' as const]), ...(round > 0 ? ['round' as const] : [])],
    },
  }));
  return questions.length > 0 ? { ...pack, questions: [...pack.questions, ...questions] } : pack;
}
