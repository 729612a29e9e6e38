import type { PlainDate } from './answer.ts';
import type { Person } from './assessment.ts';
import { lastPublishedYear } from './calendar/bank-holidays.ts';
import { packIndex } from './pack-index.ts';
import type { DateRule, Pack, SectionId, StepNote } from './pack.ts';
import { dateWords, phrase, phraseRuns } from './phrases.ts';
import type { ReportBlock, Run, Runs } from './report.ts';
import type { TimetableDate } from './timetable.ts';

/** The dates of a section on paper: worked out, not agreed, since what is agreed stands among the answers (R10). */
export function sectionDates(pack: Pack, dates: readonly TimetableDate[], section: SectionId): readonly ReportBlock[] {
  const here = dates.filter(({ rule }) => rule.section === section && rule.certainty !== 'agreed');
  const children = [...new Set(here.map(({ child }) => child))];
  if (here.length === 0) return [];
  return [
    { kind: 'heading', level: 4, runs: [{ text: phrase(pack, 'dates') }] },
    { kind: 'paragraph', tone: 'quiet', runs: [{ text: datesAbout(pack) }] },
    ...children.flatMap((child): readonly ReportBlock[] => [
      ...(child
        ? [{ kind: 'paragraph', tone: 'quiet', runs: [{ ...nameOf(pack, child), strong: true }] } as const]
        : []),
      dateFacts(
        pack,
        here.filter((date) => date.child === child),
      ),
    ]),
  ];
}

/** What every list of dates says about itself. */
export const datesAbout = (pack: Pack): string => phrase(pack, 'dates-about', { year: String(lastPublishedYear) });

/** Dates as names and meanings: the day, how it is counted, the source, and what is to be checked. */
export function dateFacts(pack: Pack, dates: readonly TimetableDate[]): ReportBlock {
  return {
    kind: 'facts',
    rows: dates.map((date) => ({ name: [{ text: date.rule.label }], value: dateRuns(pack, date) })),
  };
}

const nameOf = (pack: Pack, { name }: Person): Run =>
  name.trim() ? { text: name, own: true } : { text: phrase(pack, 'name-not-known') };

function dateRuns(pack: Pack, date: TimetableDate): Runs {
  const { rule, from, done, ticked } = date;
  const counted = from !== null && rule.after ? phrase(pack, 'date-counted', { date: dateWords(pack, from) }) : '';
  const pieces: readonly Runs[] = [
    dayRuns(pack, date),
    ...(done
      ? [doneRuns(pack, date, done)]
      : ticked
        ? [[{ text: phrase(pack, 'date-ticked') }]]
        : comeRuns(pack, date)),
    [{ text: rule.rule }],
    ...(counted ? [[{ text: counted }]] : []),
    ...restsOn(pack, rule),
  ];
  return spaced(pieces);
}

/** What the law asks beside a step, with its source and what is to be checked. */
export const noteRuns = (pack: Pack, note: StepNote): Runs => spaced([[{ text: note.words }], ...restsOn(pack, note)]);

function restsOn(pack: Pack, { source, check }: Pick<DateRule, 'source' | 'check'>): readonly Runs[] {
  return [
    phraseRuns(pack, 'date-source', { source: { text: source } }),
    ...(check === undefined
      ? []
      : [[{ text: phrase(pack, 'date-check'), strong: true } as const, { text: ' ' }, { text: check }]]),
  ];
}

/** The day and whether it has passed; where it was worked out also the source, and that a lawyer is to be asked. */
export function dayInBrief(pack: Pack, date: TimetableDate): Runs {
  const { certainty, source, check } = date.rule;
  return spaced([
    dayRuns(pack, date),
    ...comeRuns(pack, date),
    ...(certainty === 'agreed' ? [] : [phraseRuns(pack, 'date-source', { source: { text: source } })]),
    ...(check === undefined ? [] : [[{ text: phrase(pack, 'date-check') }]]),
  ]);
}

const spaced = (pieces: readonly Runs[]): Runs =>
  pieces.flatMap((runs, index) => (index === 0 ? runs : [{ text: ' ' }, ...runs]));

function dayRuns(pack: Pack, { rule, date, place }: TimetableDate): Runs {
  const id = rule.certainty === 'agreed' ? 'date-agreed' : (`date-${rule.is}` as const);
  if (date !== null) return [{ text: phrase(pack, id, { date: dateWords(pack, date) }), strong: true }];
  const question = place && packIndex(pack).questions.get(place.question);
  return question
    ? phraseRuns(pack, 'date-missing', { question: { text: question.label } })
    : [{ text: phrase(pack, 'date-not-asked') }];
}

/** On which day it was done, and loudly where that was after the day by which it was due. */
function doneRuns(pack: Pack, { rule, date }: TimetableDate, done: PlainDate): Runs {
  const day = { date: dateWords(pack, done) };
  // What people agreed may be late without being a matter for a lawyer.
  const due = rule.certainty === 'agreed' ? null : date;
  const late = due !== null && (rule.is === 'last-day' ? done > due : rule.is === 'before-day' && done >= due);
  return late
    ? [{ text: phrase(pack, 'date-done-late', day), strong: true }]
    : [{ text: phrase(pack, 'date-done', day) }];
}

function comeRuns(pack: Pack, { rule, come }: TimetableDate): readonly Runs[] {
  if (!come) return [];
  return [[{ text: phrase(pack, rule.is === 'from-day' ? 'date-come' : 'date-passed'), strong: true }]];
}
