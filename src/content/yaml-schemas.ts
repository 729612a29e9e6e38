import * as v from 'valibot';
import { nations } from '../model/calendar/bank-holidays.ts';
import { isPlainDate } from '../model/dates.ts';
import { evidenceKinds, evidenceMarks } from '../model/evidence.ts';
import { columnKinds, personProperties, questionKinds } from '../model/pack-kinds.ts';
import { spanUnits } from '../model/pack-timetable.ts';
import type { Rule } from '../model/rule.ts';
import { certainties, milestoneKinds } from './framework.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'an id such as child-voice'));
const ids = v.array(id);
const filled = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** When something applies: one of the closed vocabulary of `src/model/rule.ts`. */
export const ruleSchema: v.GenericSchema<Rule> = v.lazy(() =>
  v.union([
    v.strictObject({
      question: id,
      in: v.pipe(v.array(v.string()), v.minLength(1)),
      noted: v.exactOptional(v.literal(true)),
    }),
    v.strictObject({ question: id, answered: v.literal(true) }),
    v.strictObject({ question: id, lowerThan: v.union([v.number(), v.literal('previous-round')]) }),
    v.strictObject({ question: id, fromSuggestion: v.number() }),
    v.strictObject({ all: v.pipe(v.array(ruleSchema), v.minLength(1)) }),
    v.strictObject({ any: v.pipe(v.array(ruleSchema), v.minLength(1)) }),
    v.strictObject({ not: ruleSchema }),
  ]),
);

export const columnSchema = v.strictObject({
  id,
  kind: v.picklist(columnKinds),
  /** Ids, or the name of a list in `pack.yaml`. */
  choices: v.exactOptional(v.union([id, ids])),
  /** Ids of roles, or the name of a group in `pack.yaml`. */
  roles: v.exactOptional(v.union([id, ids])),
  /** Only people in one of `roles` are offered, and not the first of them whom this question's table names. */
  besides: v.exactOptional(id),
  refersTo: v.exactOptional(ids),
  many: v.exactOptional(v.boolean()),
  property: v.exactOptional(v.picklist(personProperties)),
  required: v.exactOptional(v.boolean()),
});
export type ColumnEntry = v.InferOutput<typeof columnSchema>;

export const questionSchema = v.strictObject({
  id,
  kind: v.picklist(questionKinds),
  required: v.exactOptional(v.boolean()),
  core: v.exactOptional(v.boolean()),
  repeats: v.exactOptional(v.array(v.picklist(['child', 'carer', 'round']))),
  /** The round it is first asked in, where its section has none. */
  round: v.exactOptional(count),
  purposes: v.exactOptional(ids),
  showWhen: v.exactOptional(ruleSchema),
  answeredBy: ids,
  choices: v.exactOptional(v.union([id, ids])),
  /** Points of a scale, counted from 0: five points are 0 to 4. */
  points: v.exactOptional(count),
  items: v.exactOptional(ids),
  factorSets: v.exactOptional(ids),
  minWords: v.exactOptional(count),
  lists: v.exactOptional(ids),
  columns: v.exactOptional(v.array(columnSchema)),
  /** What the law asks for at least, of rows with a choice in a column. */
  minimums: v.exactOptional(
    v.array(
      v.strictObject({
        id,
        of: v.strictObject({ column: id, choice: id }),
        when: ruleSchema,
        check: v.exactOptional(v.boolean()),
        sources: ids,
      }),
    ),
  ),
  /** Its answer is a judgement that may name what supports it; ratings always may. */
  supported: v.exactOptional(v.literal(true)),
  /** What its rows, or its text, give when they are pointed at as evidence; columns by id. */
  evidence: v.exactOptional(
    v.strictObject({
      kind: v.picklist(evidenceKinds),
      mark: v.picklist(evidenceMarks),
      words: v.exactOptional(id),
      on: v.exactOptional(id),
      from: v.exactOptional(id),
      person: v.exactOptional(id),
    }),
  ),
  sources: ids,
  formerly: v.exactOptional(ids),
});
export type QuestionEntry = v.InferOutput<typeof questionSchema>;

/** A question of an earlier section, asked again in this section's round. */
export const againSchema = v.strictObject({
  again: id,
  round: v.exactOptional(count),
  required: v.exactOptional(v.boolean()),
});
export type AgainEntry = v.InferOutput<typeof againSchema>;

export const sectionSchema = v.strictObject({
  round: v.exactOptional(count),
  questions: v.array(v.union([questionSchema, againSchema])),
});

/** A section without a look into its questions, which are judged one by one. */
export const sectionFrameSchema = v.strictObject({ round: v.exactOptional(count), questions: v.array(v.unknown()) });

export const stageSchema = v.strictObject({
  id,
  folder: filled,
  opensRound: v.exactOptional(count),
  opens: v.exactOptional(ruleSchema),
  opensForChild: v.exactOptional(ruleSchema),
  hardStops: v.exactOptional(v.array(v.strictObject({ id, when: ruleSchema }))),
  /** Roles whose signature the stage asks for, in order. */
  signedBy: v.exactOptional(ids),
  sections: ids,
});

export const packSchema = v.strictObject({
  id,
  version: count,
  purposeQuestion: id,
  purposes: ids,
  roles: ids,
  roleGroups: v.optional(v.record(id, ids), {}),
  choiceLists: v.optional(v.record(id, ids), {}),
  riskClasses: ids,
  lowering: v.exactOptional(v.strictObject({ months: count, after: ids })),
  stages: v.array(stageSchema),
});
export type PackEntry = v.InferOutput<typeof packSchema>;

export const factorsSchema = v.record(
  id,
  v.array(v.strictObject({ id, serious: v.exactOptional(v.boolean()), sources: ids })),
);

export const sourcesSchema = v.array(
  v.strictObject({
    id,
    title: filled,
    publisher: v.string(),
    date: v.string(),
    url: v.exactOptional(v.pipe(v.string(), v.url())),
    licence: filled,
    usedFor: v.string(),
    strength: v.picklist(['law', 'guidance', 'review', 'study', 'local-practice', 'news', 'own-judgement']),
    read: v.picklist(['whole', 'part', 'second-hand', 'not-read']),
  }),
);

/** The articles in the order they are read in, and what each belongs to and rests on: `articles.yaml`. */
export const articlesSchema = v.array(v.strictObject({ id, stages: ids, questions: ids, sources: ids }));
export type ListedArticle = v.InferOutput<typeof articlesSchema>[number];
/** What the framework shows of each stage besides its questions: `framework.yaml`. */
export const frameworkSchema = v.strictObject({
  /** What the names and the order of the stages rest on. */
  sources: ids,
  stages: v.record(
    id,
    v.strictObject({
      milestones: v.array(v.strictObject({ id, kind: v.picklist(milestoneKinds), at: v.picklist(['start', 'end']) })),
      law: v.array(v.strictObject({ id, sources: v.pipe(ids, v.minLength(1)), certainty: v.picklist(certainties) })),
    }),
  ),
});

const sharedQuestions = v.array(
  v.strictObject({
    question: id,
    columns: v.optional(v.pipe(ids, v.minLength(1))),
    of: v.optional(id),
    words: v.optional(v.pipe(v.number(), v.integer(), v.minValue(10))),
    carers: v.optional(v.literal(true)),
  }),
);
/** What leaves in each reduced copy: `outputs.yaml`. */
export const outputsSchema = v.strictObject({
  partners: sharedQuestions,
  parents: sharedQuestions,
  child: sharedQuestions,
  whereabouts: sharedQuestions,
});

const reasoned = v.optional(v.array(v.strictObject({ name: filled, reason: filled })), []);

/** What the check of the words passes over, and what it wants in the glossary: `reading.yaml`. */
export const readingSchema = v.strictObject({
  /** Names that must be said in full: one easy word each in the reading grade. */
  easyNames: reasoned,
  /** Words in capitals that need no entry in the glossary. */
  plainCapitals: reasoned,
  /** Sentences that stand in many places on purpose. */
  standingSentences: reasoned,
  /** Terms the glossary must have once they are used. */
  glossaryTerms: v.optional(v.array(filled), []),
});
export type ReadingEntry = v.InferOutput<typeof readingSchema>;

const expected = v.strictObject({
  suggest: v.nullable(id),
  rule: id,
  floors: v.exactOptional(ids),
  cautions: v.exactOptional(ids),
});

const counted = v.strictObject({
  unknownShare: v.number(),
  activeRisk: v.number(),
  seriousActive: v.number(),
  protective: v.number(),
  capacity: v.picklist(['none', 'early', 'shown', 'sustained']),
  access: v.picklist(['yes', 'no', 'not-known']),
  harmAfterReturn: v.exactOptional(v.picklist(['yes', 'no', 'not-known'])),
});

export const suggestionSchema = v.strictObject({
  rules: v.array(v.strictObject({ id, suggests: id })),
  floors: v.array(v.strictObject({ id, atLeast: id })),
  cautions: v.array(v.strictObject({ id })),
  examples: v.array(v.strictObject({ name: filled, input: counted, expect: expected })),
});

/** A piece of evidence as a case writes it: taken from a row or text it needs no words, kind or mark of its own. */
const caseEvidence = v.strictObject({
  id,
  kind: v.exactOptional(v.picklist(evidenceKinds)),
  mark: v.exactOptional(v.picklist(evidenceMarks)),
  words: v.exactOptional(filled),
  on: v.exactOptional(filled),
  from: v.exactOptional(filled),
  person: v.exactOptional(id),
  takenFrom: v.exactOptional(filled),
  /** `<place>`, or `<place>.<factor>`. */
  supports: v.pipe(v.array(filled), v.minLength(1)),
});
export type CaseEvidence = v.InferOutput<typeof caseEvidence>;

/** A training case, `cases/<id>.yaml`. */
export const caseSchema = v.strictObject({
  route: v.picklist(['core', 'full']),
  reference: filled,
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  changedAt: v.pipe(v.string(), v.isoTimestamp()),
  stagesAnswered: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  people: v.array(v.looseObject({ id, name: filled, role: id })),
  answers: v.record(v.string(), v.unknown()),
  evidence: v.exactOptional(v.array(caseEvidence)),
  suggestions: v.array(v.strictObject({ child: id, round: count, input: counted, expect: expected, agreed: id })),
});
export type CaseEntry = v.InferOutput<typeof caseSchema>;

const aged = v.strictObject({ from: v.pipe(v.number(), v.integer()), to: v.pipe(v.number(), v.integer()) });

const countsFrom = v.union([
  v.strictObject({
    question: id,
    column: v.exactOptional(id),
    where: v.exactOptional(v.strictObject({ column: id, in: v.pipe(ids, v.minLength(1)) })),
    row: v.exactOptional(v.picklist(['first', 'last'])),
  }),
  /** The day another rule of this file leads to, further up. */
  v.strictObject({ date: id }),
]);

/** The decisions and approvals, and the dates that go with them: `timetable.yaml`. */
export const timetableSchema = v.strictObject({
  nation: v.picklist(nations),
  closures: v.optional(v.array(v.pipe(v.string(), v.check(isPlainDate))), []),
  /** Questions that hold a decision or an approval, in their order. */
  steps: ids,
  notes: v.array(
    v.strictObject({
      id,
      step: id,
      when: v.exactOptional(ruleSchema),
      aged: v.exactOptional(aged),
      sources: ids,
      certainty: v.picklist(['read', 'check']),
    }),
  ),
  dates: v.array(
    v.strictObject({
      id,
      section: id,
      when: v.exactOptional(ruleSchema),
      aged: v.exactOptional(aged),
      from: v.array(countsFrom),
      after: v.exactOptional(v.strictObject({ count, unit: v.picklist(spanUnits) })),
      is: v.picklist(['last-day', 'before-day', 'from-day']),
      /** Not listed once its day is over: what came before this work is looked up elsewhere. */
      lapses: v.exactOptional(v.boolean()),
      doneBy: v.exactOptional(v.union([countsFrom, v.strictObject({ question: id, item: id })])),
      sources: ids,
      certainty: v.picklist(['read', 'check', 'agreed']),
    }),
  ),
});
export type TimetableEntry = v.InferOutput<typeof timetableSchema>;
