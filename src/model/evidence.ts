import type { Answer, PartDate, Row, Unread } from './answer.ts';
import type { Assessment, Evidence, EvidenceId, PlaceKey, Support } from './assessment.ts';
import { isBlank, rowsOf } from './fits.ts';
import { packIndex } from './pack-index.ts';
import type { FactorId, Pack, Question } from './pack.ts';
import { shownRows } from './people.ts';
import { parsePlaceKey, placeKey } from './place.ts';

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

const none: readonly Evidence[] = [];
const indexes = new WeakMap<readonly Evidence[], ReadonlyMap<string, readonly Evidence[]>>();

function bySupport(all: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const known = indexes.get(all);
  if (known) return known;
  const made = new Map<string, Evidence[]>();
  for (const evidence of all)
    for (const key of new Set(evidence.supports.map(supportKey))) made.set(key, [...(made.get(key) ?? []), evidence]);
  indexes.set(all, made);
  return made;
}

/**
 * The evidence that supports a judgement, in the order it was entered (W4): what names it, and of a rating also what
 * named it in earlier rounds, for as long as its status is the same.
 */
export function evidenceFor(
  { evidence = none, answers }: Pick<Assessment, 'evidence' | 'answers'>,
  support: Support,
): readonly Evidence[] {
  if (evidence.length === 0) return none;
  const index = bySupport(evidence);
  const own = index.get(supportKey(support)) ?? none;
  const { at, factor } = support;
  const place = parsePlaceKey(at);
  if (factor === undefined || !place || place.round < 2) return own;
  const found = new Set(own);
  let status = statusIn(answers[at], factor);
  for (let round = place.round - 1; round > 0; round -= 1) {
    const key = placeKey({ ...place, round });
    const before = statusIn(answers[key], factor);
    status ??= before;
    if (before !== undefined && before !== status) break;
    for (const each of index.get(supportKey({ at: key, factor })) ?? none) found.add(each);
  }
  return found.size === own.length ? own : evidence.filter((each) => found.has(each));
}

function statusIn(answer: Answer | undefined, factor: FactorId): string | undefined {
  if (answer?.is !== 'given' || typeof answer.value !== 'object') return undefined;
  for (const entry of answer.value)
    if (typeof entry === 'object' && 'factor' in entry && entry.factor === factor) return entry.status;
  return undefined;
}

/** Whether a question's answer may name what supports it: ratings always, others as the pack says. */
export const takesSupport = ({ kind, supported }: Pick<Question, 'kind' | 'supported'>): boolean =>
  kind === 'factor-rating' || supported === true;

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

/** A piece of evidence with the words its row has now (W3). */
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

/** A rating nothing is said to support, and where it is. */
export interface Unsupported {
  readonly at: PlaceKey;
  readonly factor: FactorId;
}

/** Statuses that say something is, or was, the case: only these need support. */
const claims: readonly string[] = ['active', 'reducing', 'past', 'evidenced'];

/**
 * The ratings of an answer that say something is the case while nothing supports them (W5): no evidence, and no words
 * of their own with a source.
 */
export function unsupportedRatings(
  assessment: Pick<Assessment, 'evidence' | 'answers'>,
  at: PlaceKey,
): readonly Unsupported[] {
  const answer = assessment.answers[at];
  if (answer?.is !== 'given' || typeof answer.value !== 'object') return [];
  return answer.value.flatMap((entry) => {
    if (typeof entry !== 'object' || !('factor' in entry) || !claims.includes(entry.status)) return [];
    if (entry.note?.trim() && entry.source?.trim()) return [];
    const { factor } = entry;
    return evidenceFor(assessment, { at, factor }).length > 0 ? [] : [{ at, factor }];
  });
}

/** The evidence with this id, where there is one. */
export const evidenceById = ({ evidence = none }: Pick<Assessment, 'evidence'>, id: EvidenceId): Evidence | undefined =>
  evidence.find((each) => each.id === id);
