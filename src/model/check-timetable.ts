import type { PackFault, Step } from './pack-fault.ts';
import { tableKinds, type CountsFrom, type DoneBy, type Pack } from './pack.ts';

interface Listed {
  readonly id: string;
  readonly sources: readonly string[];
  readonly check?: string;
}

/** Dates and notes that name what is not there, count from what is no date, or do not say what is to be checked. */
export function timetableFaults({ timetable, questions, sections, sources, complete }: Pack): readonly PackFault[] {
  const { steps, notes, dates } = timetable;
  const known = new Map(questions.map((question) => [question.id, question]));
  const unknownQuestion = (id: string, at: readonly Step[]): readonly PackFault[] =>
    known.has(id) ? [] : [{ code: 'unknown-question', at, detail: id }];

  const countedFrom = (from: CountsFrom, at: readonly Step[], before: readonly string[]): readonly PackFault[] => {
    if ('date' in from) return before.includes(from.date) ? [] : [{ code: 'unknown-date', at, detail: from.date }];
    const question = known.get(from.question);
    if (!question) return unknownQuestion(from.question, at);
    const columns = new Map((question.columns ?? []).map((column) => [column.id, column]));
    const dated =
      from.column === undefined
        ? question.kind === 'date' || question.kind === 'signature'
        : tableKinds.includes(question.kind) && columns.get(from.column)?.kind === 'date';
    const where = from.where && columns.get(from.where.column);
    const choices = where?.kind === 'yes-no' ? ['yes', 'no', 'not-known'] : where?.choices?.map(({ id }) => id);
    const strays = from.where?.in.filter((id) => !choices?.includes(id)) ?? [];
    return [
      ...(dated ? [] : [{ code: 'no-date', at, detail: from.column ?? from.question }]),
      ...strays.map((detail) => ({ code: 'unknown-choice', at, detail })),
    ];
  };

  const seenDone = (doneBy: DoneBy, at: readonly Step[], before: readonly string[]): readonly PackFault[] => {
    if (!('item' in doneBy)) return countedFrom(doneBy, at, before);
    const question = known.get(doneBy.question);
    if (!question) return unknownQuestion(doneBy.question, at);
    const ticked = question.kind === 'checklist' && question.items?.some(({ id }) => id === doneBy.item);
    return ticked ? [] : [{ code: 'unknown-item', at, detail: doneBy.item }];
  };

  const listed = (list: readonly (Listed & { readonly certainty: string })[], name: string): readonly PackFault[] =>
    list.flatMap(({ id, sources: named, certainty, check }, index): readonly PackFault[] => {
      const at: readonly Step[] = ['timetable', name, index];
      return [
        ...(list.findIndex((each) => each.id === id) < index ? [{ code: 'duplicate-id', at, detail: id }] : []),
        ...(named.length === 0 ? [{ code: 'missing-sources', at }] : []),
        ...(complete ? named.filter((source) => !sources.some((each) => each.id === source)) : []).map((detail) => ({
          code: 'unknown-source',
          at: [...at, 'sources'],
          detail,
        })),
        ...((certainty === 'check') === (check !== undefined) ? [] : [{ code: 'check-words', at, detail: id }]),
      ];
    });

  return [
    ...steps.flatMap((step, index) => unknownQuestion(step, ['timetable', 'steps', index])),
    ...notes.flatMap(({ step }, index) =>
      steps.includes(step) ? [] : [{ code: 'unknown-step', at: ['timetable', 'notes', index], detail: step }],
    ),
    ...listed(notes, 'notes'),
    ...listed(dates, 'dates'),
    ...dates.flatMap(({ section, from, doneBy }, index) => {
      const at: readonly Step[] = ['timetable', 'dates', index];
      const before = dates.slice(0, index).map(({ id }) => id);
      return [
        ...(sections.some(({ id }) => id === section) ? [] : [{ code: 'unknown-section', at, detail: section }]),
        ...from.flatMap((each, place) => countedFrom(each, [...at, 'from', place], before)),
        ...(doneBy ? seenDone(doneBy, [...at, 'doneBy'], before) : []),
      ];
    }),
  ];
}
