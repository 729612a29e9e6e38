import type { PersonId, Row, RowId } from './answer.ts';
import type { PlaceKey } from './assessment.ts';
import { rowsOf } from './fits.ts';
import type { Pack } from './pack.ts';
import { packIndex } from './pack-index.ts';
import { placeKey } from './place.ts';
import { capacities, type Capacity } from './suggest-rules.ts';
import { onceFor, type Outlook } from './suggest-ratings.ts';

/** Months a change must have been kept up before it may be called sustained: the council's time for a lower class. */
const shortestSustained = ({ lowering }: Pack): number => lowering?.months ?? 6;

const question = 'change-evidence';

/** How far one adult's change has come, by one concern. */
export interface ConcernRated {
  readonly of: PersonId;
  readonly at: PlaceKey;
  readonly row: RowId;
  readonly capacity: Capacity;
}

/** What one adult's rows say. */
export interface ChangeOfAdult {
  /** The lowest rating among concerns still there, or where there are none among past ones; null for no rating. */
  readonly lowest: ConcernRated | null;
  /** Rows whose rating, or whose months where they matter, are not filled in. */
  readonly unfinished: readonly { readonly at: PlaceKey; readonly row: RowId; readonly cell: 'capacity' | 'months' }[];
  /** A concern still there has changed for less than the shortest time (caution C4). */
  readonly recent: boolean;
  /** Where the rows stand, or would stand in this round. */
  readonly at: PlaceKey;
}

/** What the change recorded for an adult says at this round (S6). */
export const changeOf = (outlook: Omit<Outlook, 'child'>, of: PersonId): ChangeOfAdult =>
  onceFor(outlook.reading, `${question}@${String(outlook.round)}~${of}`, () => readChange(outlook, of));

function readChange(outlook: Omit<Outlook, 'child'>, of: PersonId): ChangeOfAdult {
  const { pack, reading, round } = outlook;
  const shortest = shortestSustained(pack);
  const asked = packIndex(pack).questions.get(question);
  const repeated = asked?.repeats.includes('round') ?? false;
  const latest = asked && reading.asks(asked, of) ? reading.latest(asked, of, round) : null;
  const at = placeKey({ question, subject: of, round: latest?.round ?? (repeated ? Math.max(round, 1) : 0) });
  const rows = rowsOf(latest?.answer);
  const present = rows.filter(({ cells }) => cells.status === 'active' || cells.status === 'reducing');
  const concerns = present.length > 0 ? present : rows.filter(({ cells }) => cells.status === 'past');
  const rated = concerns.flatMap((row): readonly ConcernRated[] => {
    const capacity = capacityIn(row, shortest);
    return capacity ? [{ of, at, row: row.id, capacity }] : [];
  });
  return {
    lowest: capacities.flatMap((each) => rated.find(({ capacity }) => capacity === each) ?? [])[0] ?? null,
    unfinished: concerns.flatMap((row) => {
      const cell =
        capacityIn(row, shortest) === null ? 'capacity' : monthsMatter(row) && monthsIn(row) === null ? 'months' : null;
      return cell ? [{ at, row: row.id, cell }] : [];
    }),
    recent: present.some((row) => capacityIn(row, shortest) === 'shown' && (monthsIn(row) ?? 0) < shortest),
    at,
  };
}

const monthsIn = ({ cells }: Row): number | null => (typeof cells.months === 'number' ? cells.months : null);
const monthsMatter = ({ cells }: Row): boolean => cells.capacity === 'shown' || cells.capacity === 'sustained';

/** The rating of a row. What was not kept up long enough is shown, not sustained. */
function capacityIn(row: Row, shortest: number): Capacity | null {
  const capacity = capacities.find((each) => each === row.cells.capacity) ?? null;
  return capacity === 'sustained' && (monthsIn(row) ?? 0) < shortest ? 'shown' : capacity;
}
