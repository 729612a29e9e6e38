import type { ColumnId, QuestionId } from '../model/pack.ts';

/** A question that leaves in a reduced copy, and how much of it. */
export interface SharedQuestion {
  readonly question: QuestionId;
  /** Of a table: the columns that leave; absent for all. */
  readonly columns?: readonly ColumnId[];
  /** A column that names people: in a copy for somebody only the rows that name them leave. */
  readonly of?: ColumnId;
  /** Of a text: so many words at most, ended after a sentence; what is left out is marked. */
  readonly words?: number;
  /** In a copy for a parent: only for one who is assessed as a carer. */
  readonly carers?: boolean;
}

export const copyKinds = ['partners', 'parents', 'child'] as const;
export type CopyKind = (typeof copyKinds)[number];

/** What leaves in each reduced copy, and the fixed words of copies and forms. */
export interface Outputs {
  readonly shared: Readonly<Record<CopyKind, readonly SharedQuestion[]>>;
  /** What tells where somebody can be found. */
  readonly whereabouts: readonly SharedQuestion[];
  /** By heading and id, such as `child/greeting`; `{name}` marks what is put in. */
  readonly words: Readonly<Record<string, string>>;
}

/** The headings of `outputs.<locale>.md`, by what their words are called. */
export const outputHeadings = {
  'All copies': 'all',
  Partners: 'partners',
  Parents: 'parents',
  Child: 'child',
  'Blank form': 'blank',
} as const;
