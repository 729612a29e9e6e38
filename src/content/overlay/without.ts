import type { CountsFrom, Pack, QuestionId, Timetable } from '../../model/pack.ts';

/** `pack` without the questions in `left`, and without what is there for those alone; guidance comes by itself. */
export function without(pack: Pack, left: readonly QuestionId[]): Pack {
  const out = new Set(left);
  return {
    ...pack,
    questions: pack.questions.filter(({ id }) => !out.has(id)),
    timetable: timetableWithout(pack.timetable, out),
    // What is written for those questions alone has nothing to help with.
    articles: pack.articles.filter(
      ({ questions }) => questions.length === 0 || questions.some((question) => !out.has(question)),
    ),
    sections: pack.sections.map((section) => ({
      ...section,
      asks: section.asks.filter(({ question }) => !out.has(question)),
    })),
  };
}

/** Dates that nothing asks for any more stay, to be looked up; what was counted from or seen in a question goes with it. */
function timetableWithout(timetable: Timetable, out: ReadonlySet<string>): Timetable {
  const asked = (from: CountsFrom): boolean => 'date' in from || !out.has(from.question);
  return {
    ...timetable,
    steps: timetable.steps.filter((step) => !out.has(step)),
    notes: timetable.notes.filter(({ step }) => !out.has(step)),
    dates: timetable.dates.map(({ doneBy, ...date }) => ({
      ...date,
      from: date.from.filter(asked),
      ...(doneBy && asked(doneBy) ? { doneBy } : {}),
    })),
  };
}
