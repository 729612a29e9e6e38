import type { EvidenceKind, EvidenceMark } from './evidence.ts';
import type { PackOverlay } from './pack-overlay.ts';
import type { ColumnKind, PersonProperty, QuestionKind } from './pack-kinds.ts';
import type { Timetable } from './pack-timetable.ts';
import type { RichText } from './rich-text.ts';
import type { Rule } from './rule.ts';

export type * from './pack-kinds.ts';
export type * from './pack-overlay.ts';
export type * from './pack-timetable.ts';

export type Locale = 'en' | 'cy';
export type StageId = string;
export type SectionId = string;
export type QuestionId = string;
export type ChoiceId = string;
export type ColumnId = string;
export type FactorId = string;
export type SourceId = string;
export type RiskClassId = string;
export type RouteId = 'core' | 'full';

/** Kinds whose value is a list of rows with typed columns. */
export const tableKinds: readonly QuestionKind[] = [
  'person-table',
  'chronology-table',
  'table',
  'goals-table',
  'schedule-table',
  'traffic-light',
];

export interface Choice {
  readonly id: ChoiceId;
  readonly label: string;
  /** What the choice means, where two workers could read it differently. */
  readonly definition?: string;
}

export interface Column {
  readonly id: ColumnId;
  readonly kind: ColumnKind;
  readonly label: string;
  readonly hint?: string;
  /** Without it a row is worthless. */
  readonly required: boolean;
  /** Of kinds `single-choice` and `multi-choice`; `yes-no` and `traffic-light` bring their own. */
  readonly choices?: readonly Choice[];
  /** For `person` and `question-ref`: a list of ids instead of one. */
  readonly many?: boolean;
  /** For `person`: the roles offered first. */
  readonly roles?: readonly string[];
  /** For `person`: nobody outside these roles is offered, nor the first in one of them whom this table names. */
  readonly besides?: QuestionId;
  /** For `question-ref`: the questions whose rows may be pointed at. */
  readonly refersTo?: readonly QuestionId[];
  readonly property?: PersonProperty;
}

/** A fixed row of a checklist or rating matrix. */
export interface FixedItem {
  readonly id: string;
  readonly label: string;
}

/** What a question gives when its rows, or its text, are pointed at as evidence; columns by their ids. */
export interface EvidenceColumns {
  readonly kind: EvidenceKind;
  readonly mark: EvidenceMark;
  /** Of a table: the column with the words. */
  readonly words?: ColumnId;
  readonly on?: ColumnId;
  readonly from?: ColumnId;
  /** Who said or saw it. */
  readonly person?: ColumnId;
}

export type Repeat = 'child' | 'carer' | 'round';

export interface Question {
  readonly id: QuestionId;
  readonly kind: QuestionKind;
  readonly label: string;
  /** Other wording for one purpose. */
  readonly labelByPurpose?: Readonly<Record<string, string>>;
  readonly hint?: string;
  /** Counts as a gap while it has no answer and its stage is open. */
  readonly required: boolean;
  /** Part of the shorter route. */
  readonly core: boolean;
  readonly repeats: readonly Repeat[];
  /** Purposes it is asked for; absent means every purpose. */
  readonly purposes?: readonly string[];
  readonly showWhen?: Rule;
  readonly answeredBy: readonly string[];
  readonly choices?: readonly Choice[];
  /** Of kinds `scale` and `rating-matrix`: the words for 0, 1, 2, … */
  readonly anchors?: readonly string[];
  /** What each of those points means, where two workers could read it differently; as many as `anchors`, or absent. */
  readonly anchorMeanings?: readonly string[];
  readonly columns?: readonly Column[];
  readonly items?: readonly FixedItem[];
  readonly factorSets?: readonly string[];
  /** Words below which the answer counts as a gap. */
  readonly minWords?: number;
  /** For a person table: the roles whose people it lists; a new row makes a person of the first. */
  readonly lists?: readonly string[];
  /** The least that the law asks for, shown beside the rows that plan it and never filled in. */
  readonly minimums?: readonly Minimum[];
  /** The answer is a judgement that may name what supports it; ratings always may. */
  readonly supported?: true;
  readonly evidence?: EvidenceColumns;
  readonly sources: readonly SourceId[];
  /** Ids this question had before, still found. */
  readonly formerly?: readonly QuestionId[];
}

/** The least the law asks for of one kind of row, while a rule holds for the child. */
export interface Minimum {
  readonly id: string;
  /** The rows it is about: those with this choice in this column. */
  readonly of: { readonly column: ColumnId; readonly choice: ChoiceId };
  readonly when: Rule;
  readonly words: string;
  /** Where it stands in the law, in words. */
  readonly law: string;
  /** Somebody who may say so has to look at the current text first. */
  readonly check: boolean;
  readonly sources: readonly SourceId[];
}

/** A question as a section asks it: in one round, with that round's own words where it has them. */
export interface Asked {
  readonly question: QuestionId;
  /** The round whose answer this section asks for; 0 for a question that has no rounds. */
  readonly round: number;
  readonly label?: string;
  readonly labelByPurpose?: Readonly<Record<string, string>>;
  readonly hint?: string;
  /** Differs from the question's own where a later round asks for less. */
  readonly required?: boolean;
}

export interface Section {
  readonly id: SectionId;
  readonly stage: StageId;
  readonly title: string;
  readonly intro: string;
  /** The classification round its repeated questions belong to; 0 for none. */
  readonly round: number;
  readonly asks: readonly Asked[];
}

export interface Stage {
  readonly id: StageId;
  /** 1 to 5. */
  readonly order: number;
  readonly name: string;
  /** The name in plain words. */
  readonly plain: string;
  readonly summary: string;
  /** When its gaps begin to count. Absent: from the start. Soft: nothing is ever locked. */
  readonly opens?: Rule;
  /** The same, judged for one child, for questions that repeat by child. */
  readonly opensForChild?: Rule;
  /** What must not happen for a child while a rule holds: said wherever the stage is worked on, checked or signed. */
  readonly hardStops: readonly HardStop[];
  /** Rounds of classification this stage opens. */
  readonly opensRound?: number;
  /** The roles whose signature the stage asks for, in order. */
  readonly signedBy: readonly string[];
  readonly sections: readonly SectionId[];
}

/** A step the law forbids for now. Nothing that is typed is ever blocked by it. */
export interface HardStop {
  readonly id: string;
  /** Judged for each child. */
  readonly when: Rule;
  readonly words: string;
}

export interface Purpose {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export interface Role {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
}

export interface Factor {
  readonly id: FactorId;
  readonly set: string;
  readonly label: string;
  /** A serious factor that is active sets a floor (F2). Strengths are never serious. */
  readonly serious: boolean;
  readonly sources: readonly SourceId[];
}

export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url?: string;
  readonly licence: string;
  readonly usedFor: string;
  readonly strength: 'law' | 'guidance' | 'review' | 'study' | 'local-practice' | 'news' | 'own-judgement';
  readonly read: 'whole' | 'part' | 'second-hand' | 'not-read';
}

export interface RiskClass {
  readonly id: RiskClassId;
  /** 1 is the lowest. */
  readonly order: number;
  readonly label: string;
  readonly alternativeLabels: readonly string[];
  readonly definition: string;
  readonly implies: string;
}

/** What to do when a rule of the suggestion speaks; words are content. */
export interface SuggestionWords {
  readonly rules: Readonly<Record<string, string>>;
  readonly floors: Readonly<Record<string, string>>;
  readonly cautions: Readonly<Record<string, string>>;
}

/** The help beside a question. */
export interface Guidance {
  readonly why: RichText;
  readonly goodEvidence: RichText;
  readonly whatToDo: RichText;
}

/** A longer piece to read, without its text, and what it is about. */
export interface ArticleEntry {
  readonly id: string;
  readonly title: string;
  readonly stages: readonly StageId[];
  /** Questions whose help names it as further reading. */
  readonly questions: readonly QuestionId[];
  readonly sources: readonly SourceId[];
}

export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  readonly meaning: RichText;
}

/**
 * A versioned set of stages, sections and questions in one language. A `Pack` in hand has been checked.
 *
 * `guidance`, `sources`, `glossary` and `articles` may still be empty: the first load brings structure and labels only
 * (`complete` says which).
 */
export interface Pack {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Said on every output: own wording, nobody's official form. */
  readonly notice: string;
  readonly locale: Locale;
  /** Lower-case hex SHA-256 of the canonical structure (ids, kinds, rules; no words). */
  readonly structureHash: string;
  /** Lower-case hex SHA-256 of the canonical words of this locale. */
  readonly wordsHash: string;
  readonly complete: boolean;
  readonly stages: readonly Stage[];
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly purposes: readonly Purpose[];
  readonly roles: readonly Role[];
  readonly factors: readonly Factor[];
  readonly riskClasses: readonly RiskClass[];
  /** How long a change has lasted to count as sustained, and for a class to come down from one of these without a reason. */
  readonly lowering?: { readonly months: number; readonly after: readonly RiskClassId[] };
  readonly suggestion: SuggestionWords;
  readonly timetable: Timetable;
  /** Every fixed word a report can hold, by id; `{name}` marks what is put in. */
  readonly phrases: Readonly<Record<string, string>>;
  /** The single-choice question whose answer is the purpose. */
  readonly purposeQuestion: QuestionId;
  readonly sources: readonly Source[];
  readonly guidance: Readonly<Record<QuestionId, Guidance>>;
  readonly glossary: readonly GlossaryEntry[];
  readonly articles: readonly ArticleEntry[];
  /** What a council put on top of it; absent: it is as it was published. */
  readonly overlay?: PackOverlay;
}
