/** A calendar day, `YYYY-MM-DD`. */
export type PlainDate = string;
/** EDTF level 0: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartDate = string;
/** An instant, ISO 8601 in UTC. */
export type Instant = string;
export type PersonId = string;
export type RowId = string;

/** Typed into a cell but not understood, such as an impossible date: kept as typed, a gap until mended. */
export interface Unread {
  readonly unread: string;
}

/** What one cell of a row holds; a cell without a value is left out. Shapes follow the column's kind. */
export type Cell = string | number | readonly string[] | Unread;

/** One row of a table. Columns with a `property` rest with the person and are not in the row. */
export interface Row {
  readonly id: RowId;
  /** Of a person table: whom the row is about. */
  readonly person?: PersonId;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface ChecklistEntry {
  readonly item: string;
  readonly state: 'done' | 'not-done' | 'not-applicable';
  readonly note?: string;
}

export interface MatrixEntry {
  readonly row: string;
  readonly rating: number | 'not-known';
  readonly note?: string;
}

/** A factor's status for one person (`of`) or the family (null). */
export interface Rating {
  readonly factor: string;
  readonly of: PersonId | null;
  readonly status: string;
  readonly trend?: string;
  readonly note?: string;
  readonly source?: string;
  readonly date?: PartDate;
  readonly guards?: readonly { readonly risk: string; readonly of: PersonId | null; readonly child: PersonId }[];
}

/** A mark made by a person beside the words they agreed to. */
export interface SignatureEntry {
  readonly person: PersonId | null;
  /** Where the signer is not a person of the assessment. */
  readonly name?: string;
  readonly role: string;
  readonly date: PlainDate;
  readonly statement: string;
  readonly mark?: TypedMark | DrawnMark;
  /** Who saw them agree, and on which day. */
  readonly witness?: Witness;
}

export interface Witness {
  readonly name: string;
  readonly date: PlainDate;
}

export interface TypedMark {
  readonly kind: 'typed';
  readonly text: string;
}

/** Pointer strokes, each a list of x, y pairs in a box `width` by `height`, y downwards. */
export interface DrawnMark {
  readonly kind: 'drawn';
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly (readonly number[])[];
}

export type Mark = TypedMark | DrawnMark;

/**
 * A given value, by question kind: text, long-text, single-choice, risk-class: string; date: `PlainDate`;
 * number, scale: number; multi-choice: choice ids; yes-no-unknown: `yes` or `no`; tables: rows;
 * checklist, rating-matrix, factor-rating, signature: lists of the entries above.
 */
export type Value =
  | string
  | number
  | readonly string[]
  | readonly Row[]
  | readonly ChecklistEntry[]
  | readonly MatrixEntry[]
  | readonly Rating[]
  | readonly SignatureEntry[];

interface Noted {
  /** The evidence note. */
  readonly note?: string;
  /** Set while a copied answer has not been touched: where it came from. */
  readonly copiedFrom?: string;
}

/** What was suggested when a class was chosen: the class, or none, and what spoke for it by its ids (`R4`, `F1`, `C2`, `again-harm`). */
export interface SuggestedThen {
  readonly riskClass: string | null;
  readonly reasons: readonly string[];
}

/** What was said for (question, subject, round). No answer at all is `null` wherever an answer may be taken back. */
export type Answer =
  | ({
      readonly is: 'given';
      readonly value: Value;
      /** Of a class, and absent where nobody kept it: then nothing is claimed (S13). */
      readonly suggested?: SuggestedThen;
    } & Noted)
  | ({ readonly is: 'unread'; readonly text: string } & Noted)
  | ({ readonly is: 'not-known'; readonly reason?: string; readonly owner?: string; readonly by?: PlainDate } & Noted)
  | ({ readonly is: 'declined'; readonly reason: string } & Noted)
  | ({ readonly is: 'not-applicable'; readonly reason: string } & Noted);

export type AnswerState = Answer['is'];
