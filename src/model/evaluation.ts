import type { Answer, PlainDate } from './answer.ts';
import type { Assessment, Person, Place, PlaceKey } from './assessment.ts';
import { gapsOf, type Gap } from './gaps.ts';
import { packIndex } from './pack-index.ts';
import type { Asked, Question, Section, SectionId, Stage, StageId } from './pack.ts';
import { childrenInScope } from './people.ts';
import { parsePlaceKey, placeKey } from './place.ts';
import type { PlainReading } from './plain-reading.ts';

/** One question as it is asked now: of one person or the family, in one round. */
export interface Instance {
  readonly key: PlaceKey;
  readonly place: Place;
  readonly question: Question;
  readonly asked: Asked;
  readonly section: SectionId;
  readonly stage: StageId;
  /** Whom it is about; null for the family. */
  readonly person: Person | null;
  readonly answer: Answer | null;
  /** Counts in the progress: required, and its stage is open. */
  readonly counts: boolean;
  /** What keeps it from being ready; empty when it is, and for what need not be answered. */
  readonly gaps: readonly Gap[];
}

export interface Progress {
  /** Required questions that apply now. */
  readonly of: number;
  /** Those without a gap; `not known` counts as answered. */
  readonly answered: number;
}

/** Something said to be not known yet. */
export interface OpenMatter {
  readonly key: PlaceKey;
  readonly place: Place;
  readonly section: SectionId;
  readonly owner?: string;
  readonly by?: PlainDate;
}

/** A step that must not be taken yet for a child. */
export interface Stop {
  readonly stage: StageId;
  readonly child: Person;
  readonly words: string;
}

/** What follows from the answers. */
export interface Evaluation {
  /** Every question that applies, in the order of the pack; of repeated ones one per person. */
  readonly applies: readonly Instance[];
  readonly bySection: ReadonlyMap<SectionId, readonly Instance[]>;
  /** Answers that are kept but do not apply now: not counted, not printed. */
  readonly hidden: readonly PlaceKey[];
  readonly open: readonly OpenMatter[];
  /** Stages whose gaps count. */
  readonly openStages: ReadonlySet<StageId>;
  /** What must not happen yet, stage by stage and child by child. */
  readonly stops: readonly Stop[];
  /** Of each class that is a child's latest: the adults who came to count since it was said, where there are any. */
  readonly lookAgain: ReadonlyMap<PlaceKey, readonly Person[]>;
  /** The day it was made for. */
  readonly on: PlainDate;
  progress(which?: {
    readonly stage?: StageId;
    readonly section?: SectionId;
    readonly person?: string | null;
  }): Progress;
}

/** What keeps a class, or what hangs on one, from standing as it is; it notes in `lookAgain` whose class is to be looked at again. */
export type ClassGaps = (
  of: Pick<Instance, 'key' | 'question' | 'place' | 'answer' | 'counts'>,
  lookAgain: Map<PlaceKey, readonly Person[]>,
) => readonly Gap[];

const noClasses: ClassGaps = () => [];

/** What applies, what is missing and what is open on this day, as `reading` reads the answers; without `classGaps` while no class is given. */
export function evaluationBy(reading: PlainReading, on: PlainDate, classGaps: ClassGaps = noClasses): Evaluation {
  const { pack, assessment } = reading;
  const index = packIndex(pack);
  const applies: Instance[] = [];
  const bySection = new Map<SectionId, Instance[]>();
  const lookAgain = new Map<PlaceKey, readonly Person[]>();
  const openStages = new Set(
    pack.stages.filter(({ opens }) => !opens || reading.holds(opens, null, 0)).map(({ id }) => id),
  );
  for (const stage of pack.stages)
    for (const id of stage.sections) {
      const section = index.sections.get(id);
      if (!section) continue;
      const isOpenFor = openFor(stage, section.round, openStages.has(stage.id), reading);
      const instances = askedInSection(section, reading).map(({ asked, question, place, person }): Instance => {
        const key = placeKey(place);
        const answer = assessment.answers[key] ?? null;
        const counts = (asked.required ?? question.required) && isOpenFor(person);
        const gaps = [
          ...gapsOf(question, answer, assessment, counts),
          ...classGaps({ key, question, place, answer, counts }, lookAgain),
        ];
        return { key, place, question, asked, section: id, stage: stage.id, person, answer, counts, gaps };
      });
      bySection.set(id, instances);
      applies.push(...instances);
    }
  return {
    on,
    applies,
    bySection,
    openStages,
    lookAgain,
    hidden: hiddenKeys(assessment, applies),
    open: openMatters(applies),
    stops: pack.stages.filter(({ id }) => openStages.has(id)).flatMap((stage) => stopsOf(stage, assessment, reading)),
    progress: (which = {}) => progressOf(applies, which),
  };
}

/** Whether a stage is open for somebody: for a child by the child's own rule, where the stage has one, asked once (P5). */
function openFor(
  { opensForChild }: Stage,
  round: number,
  isOpen: boolean,
  reading: PlainReading,
): (person: Person | null) => boolean {
  if (!opensForChild) return () => isOpen;
  const children = new Map<string, boolean>();
  return (person) => {
    if (person?.role !== 'child') return isOpen;
    const known = children.get(person.id) ?? reading.holds(opensForChild, person.id, round);
    children.set(person.id, known);
    return known;
  };
}

/** The hard stops of an open stage that hold for a child the stage is open for (V12). */
function stopsOf(stage: Stage, assessment: Assessment, reading: PlainReading): readonly Stop[] {
  return childrenInScope(assessment)
    .filter((child) => !stage.opensForChild || reading.holds(stage.opensForChild, child.id, 0))
    .flatMap((child) =>
      stage.hardStops
        .filter(({ when }) => reading.holds(when, child.id, 0))
        .map(({ words }) => ({ stage: stage.id, child, words })),
    );
}

interface AskedOf {
  readonly asked: Asked;
  readonly question: Question;
  readonly place: Place;
  readonly person: Person | null;
}

function askedInSection(section: Section, reading: PlainReading): readonly AskedOf[] {
  const index = packIndex(reading.pack);
  return asksOf(section, reading).flatMap((asked) => {
    const question = index.questions.get(asked.question);
    if (!question) return [];
    return reading
      .subjectsOf(question)
      .filter((person) => reading.applies(question, person?.id ?? null, asked.round || section.round))
      .map((person) => ({
        asked,
        question,
        person,
        place: { question: question.id, subject: person?.id ?? null, round: asked.round },
      }));
  });
}

/** What a section asks; the last to ask a question with rounds asks it again in each round opened after that (V7). */
function asksOf(section: Section, { pack, assessment }: PlainReading): readonly Asked[] {
  if (assessment.rounds.length === 0) return section.asks;
  const { askedIn } = packIndex(pack);
  const again = section.asks.flatMap(({ question, round, required }): readonly Asked[] => {
    const last = Math.max(...(askedIn.get(question) ?? []).map(({ asked }) => asked.round));
    if (round === 0 || round < last) return [];
    return assessment.rounds
      .filter((opened) => opened.round > last)
      .map((opened) => ({ question, round: opened.round, ...(required === undefined ? {} : { required }) }));
  });
  return [...section.asks, ...again.sort((a, b) => a.round - b.round)];
}

function hiddenKeys(assessment: Assessment, applies: readonly Instance[]): readonly PlaceKey[] {
  const shown = new Set(applies.map(({ key }) => key));
  return Object.keys(assessment.answers).filter((key) => !shown.has(key) && parsePlaceKey(key) !== null);
}

/** What is said to be not known yet among these. */
export function openMatters(applies: readonly Instance[]): readonly OpenMatter[] {
  return applies.flatMap(({ key, place, section, answer }) =>
    answer?.is === 'not-known'
      ? [
          {
            key,
            place,
            section,
            ...(answer.owner ? { owner: answer.owner } : {}),
            ...(answer.by ? { by: answer.by } : {}),
          },
        ]
      : [],
  );
}

/** How many of these count, and how many of those are answered. */
export function progressOf(
  applies: readonly Instance[],
  which: { stage?: StageId; section?: SectionId; person?: string | null },
): Progress {
  let of = 0;
  let answered = 0;
  for (const { counts, stage, section, person, gaps } of applies) {
    if (!counts) continue;
    if (which.stage !== undefined && which.stage !== stage) continue;
    if (which.section !== undefined && which.section !== section) continue;
    if (which.person !== undefined && which.person !== (person?.id ?? null)) continue;
    of += 1;
    if (gaps.length === 0) answered += 1;
  }
  return { of, answered };
}
