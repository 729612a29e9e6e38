import type { PartDate, Row, Unread } from './answer.ts';
import type { Assessment, Evidence, EvidenceId, PlaceKey, Support } from './assessment.ts';
import { isBlank, rowsOf } from './fits.ts';
import { packIndex } from './pack-index.ts';
import type { Pack, Question } from './pack.ts';
import { shownRows } from './people.ts';
import { parsePlaceKey } from './place.ts';

/** What a piece of evidence is. */
export const evidenceKinds = ['event', 'observation', 'report', 'record', 'child-words', 'others-words'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How sure it is: established, seen by the one who writes it, how somebody sees it, what somebody makes of it. */
export const evidenceMarks = ['fact', 'observation', 'view', 'opinion'] as const;
export type EvidenceMark = (typeof evidenceMarks)[number];

/** What a table or a text gives when it is pointed at as evidence. */
export type TakenWords = Pick<Evidence, 'words' | 'on' | 'from' | 'person'>;

/** One piece of evidence as it is shown now. */
export interface ShownEvidence {
  readonly evidence: Evidence;
  /** The row or answer it was taken from says nothing any more: the words are the last it had. */
  readonly gone: boolean;
  /** The row it was taken from is about somebody who was taken out: kept, not printed (A7). */
  readonly hidden: boolean;
}

/** What is supported, as one text: `<place>` or `<place>.<factor>`. */
export const supportKey = ({ at, factor }: Support): string => (factor === undefined ? at : `${at}.${factor}`);

/** Where evidence was taken from: the place, and the row of a table. */
export function takenFrom(text: string): { readonly key: PlaceKey; readonly row?: string } {
  const [key = '', row] = text.split('.');
  return row === undefined ? { key } : { key, row };
}

/** What the row or answer that `from` names gives as evidence now; null where there is nothing to take. */
export function takenWords(
  pack: Pack,
  assessment: Pick<Assessment, 'answers' | 'people'>,
  from: string,
): TakenWords | null {
  const { key, row: id } = takenFrom(from);
  const place = parsePlaceKey(key);
  const question = packIndex(pack).questions.get(place?.question ?? '');
  const answer = assessment.answers[key];
  if (!question?.evidence || !answer) return null;
  if (id === undefined)
    return answer.is === 'given' && typeof answer.value === 'string' && !isBlank(answer)
      ? { words: answer.value.trim(), ...(place?.subject ? { person: place.subject } : {}) }
      : null;
  const row = rowsOf(answer).find((each) => each.id === id);
  return row ? rowAsEvidence(question, row) : null;
}

/** What a row gives as evidence; null while the column for its words is empty. */
export function rowAsEvidence(
  { evidence }: Pick<Question, 'evidence'>,
  { cells, person: about }: Row,
): TakenWords | null {
  const textIn = (column: string | undefined): string => {
    const cell = column === undefined ? undefined : cells[column];
    return typeof cell === 'string' ? cell.trim() : '';
  };
  const words = textIn(evidence?.words);
  if (words === '') return null;
  const on = evidence?.on === undefined ? undefined : (cells[evidence.on] as PartDate | Unread | undefined);
  const from = textIn(evidence?.from);
  const person = evidence?.person === 'person' ? (about ?? textIn('person')) : textIn(evidence?.person);
  return {
    words,
    ...(on === undefined ? {} : { on }),
    ...(from === '' ? {} : { from }),
    ...(person === '' ? {} : { person }),
  };
}

/** A piece of evidence with the words its row has now (T3). */
export function shownEvidence(
  pack: Pack,
  assessment: Pick<Assessment, 'answers' | 'people'>,
  evidence: Evidence,
): ShownEvidence {
  if (evidence.takenFrom === undefined) return { evidence, gone: false, hidden: false };
  const words = takenWords(pack, assessment, evidence.takenFrom);
  if (!words) return { evidence, gone: true, hidden: false };
  const { key, row: id } = takenFrom(evidence.takenFrom);
  const hidden =
    id !== undefined && !shownRows(assessment, rowsOf(assessment.answers[key])).some((row) => row.id === id);
  return { evidence: withWords(evidence, words), gone: false, hidden };
}

/** `evidence` with other words, day, source and speaker. */
export function withWords(evidence: Evidence, words: TakenWords): Evidence {
  const { words: _words, on: _on, from: _from, person: _person, ...kept } = evidence;
  return { ...kept, ...words };
}

/** The evidence with this id, where there is one. */
export const evidenceById = ({ evidence = [] }: Pick<Assessment, 'evidence'>, id: EvidenceId): Evidence | undefined =>
  evidence.find((each) => each.id === id);
