import type { PartDate } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { isPartDate } from './dates.ts';
import { rowsOf } from './fits.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { childrenInScope, shownRows } from './people.ts';
import { dateWords, phrase } from './phrases.ts';
import { idsIn } from './progress-cells.ts';
import { parsePlaceKey } from './place.ts';
import type { Figure } from './report.ts';

interface Event {
  /** Its number among the rows, as the report counts them. */
  readonly number: string;
  readonly on: PartDate;
  /** The children it is about, by index. */
  readonly about: readonly number[];
}

/** Each chronology as a line of events, with a row for every child. Rows without a day that can be read are left to the words. */
export function chronologyFigures(pack: Pack, assessment: Assessment, anchors: readonly string[]): readonly Figure[] {
  const { questions } = packIndex(pack);
  return anchors.flatMap((anchor) => {
    const question = questions.get(parsePlaceKey(anchor)?.question ?? '');
    if (question?.kind !== 'chronology-table') return [];
    const column = (kind: 'date' | 'person'): string => question.columns?.find((each) => each.kind === kind)?.id ?? '';
    const [dateColumn, childColumn] = [column('date'), column('person')];
    const children = childrenInScope(assessment);
    const events = shownRows(assessment, rowsOf(assessment.answers[anchor])).flatMap((row, index): readonly Event[] => {
      const on = row.cells[dateColumn];
      if (typeof on !== 'string' || !isPartDate(on)) return [];
      const ids = idsIn(row, childColumn);
      const about = children.flatMap(({ id }, child) => (ids.includes(id) ? [child] : []));
      return [{ number: String(index + 1), on, about }];
    });
    return events.length < 2
      ? []
      : [
          figure(
            pack,
            anchor,
            children.map(({ name }) => name.trim() || phrase(pack, 'name-not-known')),
            events,
          ),
        ];
  });
}

function figure(pack: Pack, anchor: string, names: readonly string[], events: readonly Event[]): Figure {
  const years = events.map(({ on }) => Number(on.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const step = Math.ceil((last - first) / 10);
  const at = (on: PartDate): number => (yearsOf(on) - first) / (last - first);
  const told = events.map(({ number, on, about }) => {
    const whom = about.map((child) => names[child] ?? '').join(', ');
    return `${number}: ${dateWords(pack, on)}${whom && `, ${whom}`}`;
  });
  return {
    anchor,
    side: 'below',
    title: [{ text: phrase(pack, 'figure-events') }],
    alt: phrase(pack, 'figure-events-alt', { events: told.join('; ') }),
    picture: {
      is: 'timeline',
      ticks: Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => ({
        at: (index * step) / (last - first),
        words: String(first + index * step),
      })),
      events: events.map(({ number, on }) => ({ at: at(on), words: number })),
      lanes: names.map((name, child) => ({
        name,
        events: events.flatMap(({ about }, index) => (about.includes(child) ? [index] : [])),
      })),
    },
  };
}

/** A day as years and their parts. What has no month stands in the middle of its year. */
function yearsOf(on: PartDate): number {
  const [year = 0, month, day] = on.split('-').map(Number);
  return month === undefined ? year + 0.5 : year + (month - 1) / 12 + ((day ?? 15) - 1) / 372;
}
