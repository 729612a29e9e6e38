import type { PersonId, RowId } from './answer.ts';
import type { Assessment, PlaceKey } from './assessment.ts';
import type { Evaluation } from './evaluate.ts';
import type { ChoiceId, QuestionId } from './pack.ts';
import { dayIn, idIn, idsIn, inOrder, rowsIn, textIn, type Day, type PlacedRow } from './progress-cells.ts';

/** How a missing support stands; null where nobody has said. */
export const gapStatuses = ['asked', 'offered', 'waiting', 'not-available', null] as const;
export type GapStatus = (typeof gapStatuses)[number];

/** Support that is needed and not there. */
export interface SupportGap {
  readonly at: PlaceKey;
  readonly row: RowId;
  /** `support-gaps`, or the table of support whose row says that it waits or cannot be had. */
  readonly of: QuestionId;
  /** Whom the support is for, where its table says so. */
  readonly about: PersonId | null;
  readonly what: string;
  readonly status: GapStatus;
  readonly effect: string;
  readonly owners: readonly PersonId[];
  readonly raisedBy: PersonId | null;
  readonly raisedWith: string;
  readonly raisedOn: Day;
  readonly reply: ChoiceId | null;
  readonly due: Day;
  readonly interim: string;
  /** Weeks of waiting, as written. */
  readonly weeks: string;
  /** When it began after all. */
  readonly closed: Day;
}

export interface SupportGaps {
  /** Those still open, by how they stand; statuses without any are left out. */
  readonly open: readonly { readonly status: GapStatus; readonly gaps: readonly SupportGap[] }[];
  readonly closed: readonly SupportGap[];
}

const supportTables: readonly QuestionId[] = ['support-parents', 'support-child', 'return-support'];

/** What is missing, by status: the gaps written down, and support that waits or cannot be had and is in none of them (G4). */
export function supportGapsOf(evaluation: Evaluation, assessment: Assessment): SupportGaps {
  const written = rowsIn(evaluation, assessment, 'support-gaps');
  const covered = new Set(written.flatMap(({ row }) => idIn(row, 'service') ?? []));
  const begun = new Map(
    rowsIn(evaluation, assessment, 'services-delivered').map(({ row }) => [
      idIn(row, 'service') ?? '',
      dayIn(row, 'started'),
    ]),
  );
  const unwritten = supportTables
    .flatMap((question) => rowsIn(evaluation, assessment, question))
    .filter(({ at, row }) => isMissing(idIn(row, 'status')) && !covered.has(`${at}.${row.id}`));
  const all = [
    ...written.map(writtenGap),
    ...unwritten.map((placed) => unwrittenGap(placed, begun.get(`${placed.at}.${placed.row.id}`) ?? null)),
  ];
  const open = all.filter(({ closed }) => closed === null);
  return {
    open: gapStatuses
      .map((status) => ({
        status,
        gaps: inOrder(
          open.filter((gap) => gap.status === status),
          ({ raisedOn }) => raisedOn,
        ),
      }))
      .filter(({ gaps }) => gaps.length > 0),
    closed: inOrder(
      all.filter(({ closed }) => closed !== null),
      ({ closed }) => closed,
    ),
  };
}

const isMissing = (status: string | null): boolean => status === 'waiting' || status === 'not-available';

const statusIn = (id: string | null): GapStatus => gapStatuses.find((status) => status === id) ?? null;

function writtenGap({ at, place, row }: PlacedRow): SupportGap {
  return {
    at,
    row: row.id,
    of: place.question,
    about: place.subject,
    what: textIn(row, 'gap'),
    status: statusIn(idIn(row, 'status')),
    effect: textIn(row, 'effect'),
    owners: idsIn(row, 'owner'),
    raisedBy: idIn(row, 'raised-by'),
    raisedWith: textIn(row, 'raised-with'),
    raisedOn: dayIn(row, 'raised-on'),
    reply: idIn(row, 'reply'),
    due: dayIn(row, 'due'),
    interim: textIn(row, 'interim'),
    weeks: '',
    closed: dayIn(row, 'closed-on'),
  };
}

function unwrittenGap({ at, place, row }: PlacedRow, closed: Day): SupportGap {
  return {
    at,
    row: row.id,
    of: place.question,
    about: place.subject,
    what: textIn(row, 'service'),
    status: statusIn(idIn(row, 'status')),
    effect: textIn(row, 'need'),
    owners: idsIn(row, 'chased-by'),
    raisedBy: null,
    raisedWith: textIn(row, 'provider'),
    raisedOn: null,
    reply: null,
    due: null,
    interim: textIn(row, 'waiting-plan') || textIn(row, 'backup'),
    weeks: textIn(row, 'weeks-waiting'),
    closed,
  };
}
