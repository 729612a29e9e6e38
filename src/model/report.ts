import type { Answer, Instant, PlainDate } from './answer.ts';
import type { Evidence, OpenedRound, Person, Version } from './assessment.ts';
import type { Locale, StageId } from './pack.ts';

/** Finished words, with their language where it differs from the report's, and whether they stand out. */
export interface Run {
  readonly text: string;
  readonly lang?: string;
  readonly strong?: true;
  /** Words a person wrote, of unknown direction: set apart on screen by `<bdi>`. */
  readonly own?: true;
}

export type Runs = readonly Run[];

export interface TableCell {
  readonly runs: Runs;
}

/** What can be read: one after the other, on screen and on paper alike. Painters add no word. */
export type ReportBlock =
  /** Levels 2 (stage), 3 (section or person) and 4 (question). The title is level 1. */
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly runs: Runs; readonly anchor?: string }
  /** A `quote` is what an answer rests on, in somebody's words; `cited` follows it and says whose and when. */
  | {
      readonly kind: 'paragraph';
      readonly runs: Runs;
      readonly tone?: 'quiet' | 'answer' | 'note' | 'gap' | 'quote' | 'cited';
      /** Of a form to fill in by hand: so many lines to write on follow it. */
      readonly lines?: number;
    }
  /** `boxes`: of a form to fill in by hand, each with a box to tick. */
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[]; readonly boxes?: true }
  /** A pair of words and meaning, such as Reference: 4471. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly name: Runs; readonly value: Runs }[] }
  /** `caption` may be empty; `head` names every column; the first cell of a row is its head when `rowHeads`. */
  | {
      readonly kind: 'table';
      readonly caption: Runs;
      readonly head: readonly Runs[];
      readonly rows: readonly (readonly TableCell[])[];
      readonly rowHeads: boolean;
      /** Of a form to fill in by hand: rows with room to write in. */
      readonly room?: true;
    }
  /** A panel: a class, a decision, a warning. */
  | {
      readonly kind: 'panel';
      readonly tone: 'plain' | 'warning';
      readonly title: Runs;
      readonly body: readonly Runs[];
    };

/** A place for one digital signature; empty until signed. */
export interface Signatory {
  /** A role id of the pack. */
  readonly role: string;
  /** The role in words, in the report's language. */
  readonly label: string;
  /** Who is expected to sign, where it is known. */
  readonly name?: string;
}

/** What is shown for reading and printed. */
export interface Report {
  readonly lang: Locale;
  readonly kind: 'real' | 'training';
  /** `blank`: a form to fill in by hand. */
  readonly output: 'full' | 'partners' | 'parents' | 'child' | 'blank';
  readonly stages: readonly StageId[];
  readonly on: PlainDate;
  /** Also the document's title: a reference, never a name. */
  readonly title: Runs;
  readonly subtitle: Runs;
  readonly body: readonly ReportBlock[];
  /** Who signs, and the words above the signature fields. */
  readonly signing: {
    readonly heading: Runs;
    readonly statement: readonly Runs[];
    readonly signatories: readonly Signatory[];
    /** Words the painter of a signature may need, by phrase id. */
    readonly words: Readonly<Record<string, string>>;
  } | null;
  /** Repeated on every page as an artifact; `page` holds `{n}` and `{m}`, and `foot` may hold `{id}`, the document's own. */
  readonly running: {
    /** Said beside what is printed again where an entry goes on on another page. */
    readonly continued?: string;
    readonly head: string;
    readonly foot: string;
    readonly page: string;
    /** `TRAINING`, on every page of a training assessment; empty for a real one. */
    readonly mark: string;
  };
  /** What paper has besides (`onPaper`); a screen shows the same pictures in its own way, or none. */
  readonly paper?: ReportPaper;
}

export interface ReportPaper {
  /** What stands on the cover under title and subtitle. */
  readonly cover: readonly ReportBlock[];
  /** The heading above the contents, which a short document does without. */
  readonly contents: Runs;
  readonly figures: readonly Figure[];
  /** The sign of the council whose overlay this is, on the cover; `alt` is its name. */
  readonly logo?: { readonly png: string; readonly width: number; readonly height: number; readonly alt: string };
}

/** A picture as data. Every word in it stands in the report as well; `alt` tells it to those who do not see it. */
export interface Figure {
  /** The anchor of a heading, and on which side of it the picture stands. */
  readonly anchor: string;
  readonly side: 'above' | 'below';
  /** The entry under that heading that the picture is a part of, from 0; it then stands in it, in place of `side`. */
  readonly entry?: number;
  /** Empty where the entry it stands in says what it is. */
  readonly title: Runs;
  readonly alt: string;
  readonly picture: Picture;
}

export type Picture =
  /** Rows of signs, each beside its word: no colour and no place says anything that no word says. */
  | {
      readonly is: 'grid';
      readonly columns: readonly string[];
      readonly groups: readonly {
        readonly title: string;
        readonly rows: readonly { readonly name: string; readonly cells: readonly (readonly SignedWords[])[] }[];
      }[];
    }
  /** Events along a line, from 0 to 1, and rows of those whom each of them is about. */
  | {
      readonly is: 'timeline';
      readonly ticks: readonly { readonly at: number; readonly words: string }[];
      readonly events: readonly { readonly at: number; readonly words: string }[];
      /** `events` by their index. */
      readonly lanes: readonly { readonly name: string; readonly events: readonly number[] }[];
    }
  /** A mark as it was drawn by hand: its strokes, each a list of x and y in a box of this size. */
  | {
      readonly is: 'mark';
      readonly width: number;
      readonly height: number;
      readonly strokes: readonly (readonly number[])[];
    };

export interface SignedWords {
  readonly sign: Sign;
  readonly words: string;
}

/** What stands beside a word in a picture: how a risk or a strength is rated, or the light of a goal. */
export type Sign =
  | 'active'
  | 'reducing'
  | 'past'
  | 'absent'
  | 'evidenced'
  | 'claimed'
  | 'not-known'
  | 'not-started'
  | 'red'
  | 'amber'
  | 'green';

export interface ReportChoice {
  readonly locale: Locale;
  readonly output: 'full' | 'partners' | 'parents' | 'child';
  /** Absent: every stage that has answers. */
  readonly stages?: readonly StageId[];
  readonly on: PlainDate;
}

/** What the attachment of a PDF holds: what the report prints, nothing hidden, no history. Plain JSON. */
export interface Published {
  readonly format: 'homeward-published/1';
  readonly pack: {
    readonly id: string;
    readonly version: number;
    readonly structureHash: string;
    readonly wordsHash: string;
    readonly locale: Locale;
  };
  readonly output: ReportChoice['output'];
  readonly stages: readonly StageId[];
  readonly on: PlainDate;
  readonly assessment: PublishedAssessment;
}

export interface PublishedAssessment {
  readonly id: string;
  readonly kind: 'real' | 'training';
  readonly route: string;
  readonly reference: string;
  readonly startedAt: Instant;
  readonly people: readonly Person[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly rounds: readonly OpenedRound[];
  readonly versions: readonly Version[];
  readonly evidence?: readonly Evidence[];
}
