import * as v from 'valibot';
import { isPartDate, isPlainDate } from '../model/dates.ts';
import { roundEvents } from '../model/assessment.ts';
import { keptReasons } from '../model/assessment.ts';
import { evidenceKinds, evidenceMarks } from '../model/evidence.ts';
import type { QuestionKind } from '../model/pack.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,200}$/));
const ids = v.array(id);
const text = v.string();
const plainDate = v.pipe(v.string(), v.check(isPlainDate));
const partDate = v.pipe(v.string(), v.check(isPartDate));
const instant = v.pipe(v.string(), v.isoTimestamp());
const unread = v.strictObject({ unread: text });
const yesOrNotKnown = v.union([v.boolean(), v.literal('not-known')]);

export const personSchema = v.strictObject({
  id,
  role: id,
  name: text,
  born: v.exactOptional(v.union([partDate, unread])),
  relationship: v.exactOptional(text),
  relatedTo: v.exactOptional(ids),
  livesWith: v.exactOptional(id),
  livingArrangement: v.exactOptional(text),
  parentalResponsibility: v.exactOptional(ids),
  inHousehold: v.exactOptional(text),
  inScope: v.exactOptional(yesOrNotKnown),
  assessedAsCarer: v.exactOptional(yesOrNotKnown),
  agency: v.exactOptional(text),
  agencyKind: v.exactOptional(text),
  post: v.exactOptional(text),
  detail: v.exactOptional(text),
  removed: v.exactOptional(v.literal(true)),
  mergedInto: v.exactOptional(id),
});

const row = v.strictObject({
  id,
  person: v.exactOptional(id),
  cells: v.record(id, v.union([v.string(), v.number(), v.array(v.string()), unread])),
});
const checklistEntry = v.strictObject({
  item: id,
  state: v.picklist(['done', 'not-done', 'not-applicable']),
  note: v.exactOptional(text),
});
const matrixEntry = v.strictObject({
  row: id,
  rating: v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.literal('not-known')]),
  note: v.exactOptional(text),
});
const rating = v.strictObject({
  factor: id,
  of: v.nullable(id),
  status: v.picklist(['active', 'reducing', 'past', 'absent', 'not-known', 'evidenced', 'claimed']),
  trend: v.exactOptional(v.picklist(['rising', 'steady', 'falling', 'not-known'])),
  note: v.exactOptional(text),
  source: v.exactOptional(text),
  date: v.exactOptional(partDate),
  guards: v.exactOptional(v.array(v.strictObject({ risk: id, of: v.nullable(id), child: id }))),
});
const mark = v.union([
  v.strictObject({ kind: v.literal('typed'), text }),
  v.strictObject({
    kind: v.literal('drawn'),
    width: v.pipe(v.number(), v.finite(), v.minValue(1)),
    height: v.pipe(v.number(), v.finite(), v.minValue(1)),
    strokes: v.array(v.array(v.pipe(v.number(), v.finite()))),
  }),
]);
const signatureEntry = v.strictObject({
  person: v.nullable(id),
  name: v.exactOptional(text),
  role: id,
  date: plainDate,
  statement: text,
  mark: v.exactOptional(mark),
});

/** The shape of a given value by the kind of its question; what it names is judged elsewhere. */
export function valueSchema(kind: QuestionKind): v.GenericSchema {
  switch (kind) {
    case 'number':
    case 'scale':
      return v.number();
    case 'multi-choice':
      return v.array(v.string());
    case 'checklist':
      return v.array(checklistEntry);
    case 'rating-matrix':
      return v.array(matrixEntry);
    case 'factor-rating':
      return v.array(rating);
    case 'signature':
      return v.array(signatureEntry);
    case 'text':
    case 'long-text':
    case 'date':
    case 'single-choice':
    case 'yes-no-unknown':
    case 'risk-class':
      return v.string();
    case 'risk-suggestion':
      return v.never();
    default:
      return v.array(row);
  }
}

const noted = { note: v.exactOptional(text), copiedFrom: v.exactOptional(text) };
const value = v.union([v.string(), v.pipe(v.number(), v.finite()), v.array(v.union([v.string(), v.looseObject({})]))]);

const suggestedThen = v.strictObject({ riskClass: v.nullable(id), reasons: v.pipe(ids, v.maxLength(20)) });

/** An answer whose value has not been compared with its question yet. */
export const answerSchema = v.variant('is', [
  v.strictObject({ is: v.literal('given'), value, suggested: v.exactOptional(suggestedThen), ...noted }),
  v.strictObject({ is: v.literal('unread'), text, ...noted }),
  v.strictObject({
    is: v.literal('not-known'),
    reason: v.exactOptional(text),
    owner: v.exactOptional(text),
    by: v.exactOptional(plainDate),
    ...noted,
  }),
  v.strictObject({ is: v.literal('declined'), reason: text, ...noted }),
  v.strictObject({ is: v.literal('not-applicable'), reason: text, ...noted }),
]);

/** So that a file from outside cannot make the form show more than a person could have entered. */
const most = { evidence: 5000, supports: 500, comments: 5000, asides: 5000 } as const;
const evidence = v.strictObject({
  id,
  kind: v.exactOptional(v.picklist(evidenceKinds)),
  mark: v.exactOptional(v.picklist(evidenceMarks)),
  words: text,
  on: v.exactOptional(v.union([partDate, unread])),
  from: v.exactOptional(text),
  person: v.exactOptional(id),
  takenFrom: v.exactOptional(text),
  supports: v.pipe(v.array(v.strictObject({ at: text, factor: v.exactOptional(id) })), v.maxLength(most.supports)),
});
const allEvidence = v.pipe(v.array(evidence), v.maxLength(most.evidence));

const openedRound = v.strictObject({
  round: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  reason: text,
  on: plainDate,
  event: v.exactOptional(v.picklist(roundEvents)),
});
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const packRef = { id, version: v.pipe(v.number(), v.integer(), v.minValue(1)), structureHash: hash };
const version = v.strictObject({
  id,
  sha256: hash,
  stages: ids,
  packs: v.array(v.strictObject({ ...packRef, wordsHash: hash })),
  statedTime: instant,
  signatories: v.array(v.strictObject({ name: text, role: text })),
  fingerprint: v.exactOptional(text),
  before: v.exactOptional(hash),
});
const origin = v.strictObject({
  sha256: hash,
  from: text,
  madeAt: v.exactOptional(instant),
  revision: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});
const historyEntry = v.strictObject({
  from: instant,
  to: instant,
  by: text,
  place: v.exactOptional(text),
  person: v.exactOptional(id),
  evidence: v.exactOptional(id),
  origin: v.exactOptional(origin),
  was: v.nullable(v.union([answerSchema, personSchema, evidence])),
  clockBack: v.exactOptional(v.literal(true)),
  salvaged: v.exactOptional(
    v.strictObject({ how: v.picklist(['read', 'rescued']), draft: id, revision: v.pipe(v.number(), v.safeInteger()) }),
  ),
  moved: v.exactOptional(v.strictObject({ from: v.strictObject(packRef), to: v.strictObject(packRef), before: hash })),
});

const aside = v.strictObject({
  id,
  at: instant,
  by: text,
  place: v.exactOptional(text),
  person: v.exactOptional(id),
  evidence: v.exactOptional(id),
  details: v.exactOptional(
    v.strictObject({ reference: v.exactOptional(text), route: v.exactOptional(v.picklist(['core', 'full'])) }),
  ),
  said: v.nullable(v.union([answerSchema, personSchema, evidence])),
});

const shared = {
  id,
  kind: v.picklist(['real', 'training']),
  reference: text,
  startedAt: instant,
  people: v.array(personSchema),
  answers: v.record(v.string(), answerSchema),
  rounds: v.array(openedRound),
  versions: v.array(version),
  evidence: v.exactOptional(allEvidence),
};
const route = v.picklist(['core', 'full']);

/** What a reader said. */
export const commentSchema = v.strictObject({
  id,
  at: instant,
  by: text,
  place: v.exactOptional(text),
  text,
  to: v.exactOptional(id),
  settled: v.exactOptional(v.literal(true)),
});
const comments = v.pipe(v.array(commentSchema), v.maxLength(most.comments));

const mostCopies = { kept: 5000, addresses: 500, words: 200, copies: 200, passages: 100, contacts: 20 } as const;
const named = <T extends v.GenericSchema>(
  value: T,
  entries: number,
): v.GenericSchema<Record<string, v.InferOutput<T>>> => v.pipe(v.record(v.string(), value), v.maxEntries(entries));
const sharing = v.strictObject({
  kept: v.exactOptional(named(v.picklist(keptReasons), mostCopies.kept)),
  addresses: v.exactOptional(v.pipe(v.array(id), v.maxLength(mostCopies.addresses))),
  words: v.exactOptional(v.pipe(v.array(text), v.maxLength(mostCopies.words))),
  copies: v.exactOptional(
    named(
      v.strictObject({
        name: v.exactOptional(text),
        children: v.exactOptional(v.pipe(v.array(id), v.maxLength(mostCopies.addresses))),
        passages: v.exactOptional(named(v.strictObject({ text, from: text }), mostCopies.passages)),
        contacts: v.exactOptional(
          v.pipe(v.array(v.strictObject({ name: text, reach: text })), v.maxLength(mostCopies.contacts)),
        ),
      }),
      mostCopies.copies,
    ),
  ),
});

/** The stored thing, as `src/model/assessment.ts` has it. */
export const assessmentSchema = v.strictObject({
  format: v.literal(1),
  ...shared,
  case: v.exactOptional(id),
  pack: v.strictObject(packRef),
  route,
  changedAt: instant,
  history: v.array(historyEntry),
  comments: v.exactOptional(comments),
  asides: v.exactOptional(v.pipe(v.array(aside), v.maxLength(most.asides))),
  sharing: v.exactOptional(v.nullable(sharing)),
});

/** What the attachment of a PDF holds, as `src/model/report.ts` has it. */
export const publishedSchema = v.strictObject({
  format: v.literal('homeward-published/1'),
  pack: v.strictObject({ ...packRef, wordsHash: hash, locale: v.picklist(['en', 'cy']) }),
  output: v.picklist(['full', 'partners', 'parents', 'child']),
  stages: ids,
  on: plainDate,
  assessment: v.strictObject({ ...shared, route }),
});
