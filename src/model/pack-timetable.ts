import type { PlainDate } from './answer.ts';
import type { Nation } from './calendar/bank-holidays.ts';
import type { ChoiceId, ColumnId, QuestionId, SectionId, SourceId } from './pack.ts';
import type { Rule } from './rule.ts';

/** What a date is counted from: the answer to a date question, a signature, a date column of a table, or another date. */
export type CountsFrom =
  | {
      readonly question: QuestionId;
      readonly column?: ColumnId;
      /** Which rows count: those where this column says one of these. */
      readonly where?: { readonly column: ColumnId; readonly in: readonly ChoiceId[] };
      /** The earliest or the latest of the rows that count; absent: each row makes a date of its own. */
      readonly row?: 'first' | 'last';
    }
  | { readonly date: string };

/** Where it is seen that something was done: a day, or an item of a checklist that is ticked. */
export type DoneBy = CountsFrom | { readonly question: QuestionId; readonly item: string };

export const spanUnits = ['working-days', 'weeks', 'months'] as const;

/** A date that follows from answers by law, guidance or practice, or one that people agreed (SPEC.md section W). */
export interface DateRule {
  readonly id: string;
  /** The section whose paper prints it. */
  readonly section: SectionId;
  /** Judged for each child. */
  readonly when?: Rule;
  /** Only for a child who may be of this age, both ends counted. */
  readonly aged?: { readonly from: number; readonly to: number };
  /** The first of these that has a day counts; none where no question asks for it. */
  readonly from: readonly CountsFrom[];
  /** Absent: the day itself. */
  readonly after?: { readonly count: number; readonly unit: (typeof spanUnits)[number] };
  /** Something to be done by this day, something to be done before it, or something that holds from it on. */
  readonly is: 'last-day' | 'before-day' | 'from-day';
  /** Not listed once its day is over, because it lies before the work of the assessment. */
  readonly lapses?: boolean;
  /** Where it is seen that it was done. */
  readonly doneBy?: DoneBy;
  readonly sources: readonly SourceId[];
  /** `read` in the source itself, to `check` with a lawyer or against local practice, or `agreed` by people. */
  readonly certainty: 'read' | 'check' | 'agreed';
  readonly label: string;
  /** How it is counted, in a sentence. */
  readonly rule: string;
  /** The source with its regulation, finished words. */
  readonly source: string;
  /** What to ask, of what has to be checked. */
  readonly check?: string;
}

/** Something the law asks beside a decision or an approval. */
export interface StepNote {
  readonly id: string;
  /** The step it stands beside. */
  readonly step: QuestionId;
  readonly when?: Rule;
  readonly aged?: { readonly from: number; readonly to: number };
  readonly sources: readonly SourceId[];
  readonly certainty: 'read' | 'check';
  readonly words: string;
  readonly source: string;
  readonly check?: string;
}

/** The decisions and approvals in their order, and the dates that go with them. */
export interface Timetable {
  readonly nation: Nation;
  /** Days on which the council is closed besides weekends and bank holidays. */
  readonly closures: readonly PlainDate[];
  readonly steps: readonly QuestionId[];
  readonly notes: readonly StepNote[];
  readonly dates: readonly DateRule[];
}
