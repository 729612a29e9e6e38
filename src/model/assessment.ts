import type { Answer, Cell, Instant, PartDate, PersonId, PlainDate, Row, RowId, Unread } from './answer.ts';
import type { EvidenceKind, EvidenceMark } from './evidence.ts';
import type { FactorId, QuestionId, RouteId, StageId } from './pack.ts';

/** A person of the assessment: entered once, used everywhere. */
export interface Person {
  readonly id: PersonId;
  /** `child`, `parent`, `carer`, `household`, … : a role id of the pack. */
  readonly role: string;
  /** May be empty while it is not known. */
  readonly name: string;
  readonly born?: PartDate | { readonly unread: string };
  readonly relationship?: string;
  readonly relatedTo?: readonly PersonId[];
  readonly livesWith?: PersonId;
  readonly livingArrangement?: string;
  /** The children for whom this person has parental responsibility. */
  readonly parentalResponsibility?: readonly PersonId[];
  readonly inHousehold?: string;
  /** Of a child: whether the decision is about this child. `not-known` is kept as such. */
  readonly inScope?: boolean | 'not-known';
  readonly assessedAsCarer?: boolean | 'not-known';
  readonly agency?: string;
  readonly agencyKind?: string;
  readonly post?: string;
  /** A line for the reader. */
  readonly detail?: string;
  /** Taken out; answers about them are kept and come back with them. */
  readonly removed?: true;
  /** Found to be the same person as this one. */
  readonly mergedInto?: PersonId;
}

export type PersonInput = Omit<Person, 'id' | 'removed' | 'mergedInto'> & { readonly id?: PersonId };

/** Where an answer lives. `round` is 0 for a question without rounds, `subject` null for one that does not repeat by person. */
export interface Place {
  readonly question: QuestionId;
  readonly subject: PersonId | null;
  readonly round: number;
}

/** `<question>[@<round>][~<person>]`: the name of a place, made by `placeKey`. */
export type PlaceKey = string;

/** One change; the closed list. SPEC.md section E says what each does and what undoes it. */
export type Change =
  | { readonly do: 'answer'; readonly at: Place; readonly answer: Answer | null }
  | {
      readonly do: 'set-cell';
      readonly at: Place;
      readonly row: RowId;
      readonly column: string;
      readonly cell: Cell | null;
    }
  | { readonly do: 'add-row'; readonly at: Place; readonly row: Row; readonly index?: number }
  | { readonly do: 'remove-row'; readonly at: Place; readonly row: RowId }
  | { readonly do: 'restore-row'; readonly at: Place; readonly row: Row; readonly index: number }
  | { readonly do: 'move-row'; readonly at: Place; readonly row: RowId; readonly index: number }
  | { readonly do: 'add-person'; readonly person: Person }
  | { readonly do: 'change-person'; readonly person: PersonId; readonly set: PersonChanges }
  | { readonly do: 'remove-person'; readonly person: PersonId }
  | { readonly do: 'restore-person'; readonly person: PersonId }
  | { readonly do: 'merge-person'; readonly person: PersonId; readonly into: PersonId }
  | { readonly do: 'change-details'; readonly set: Details }
  | { readonly do: 'open-round'; readonly round: OpenedRound }
  | { readonly do: 'close-round'; readonly round: number }
  | { readonly do: 'sign-version'; readonly version: Version }
  | { readonly do: 'add-evidence'; readonly evidence: Evidence; readonly index?: number }
  | { readonly do: 'change-evidence'; readonly evidence: EvidenceId; readonly set: EvidenceChanges }
  | { readonly do: 'remove-evidence'; readonly evidence: EvidenceId }
  | { readonly do: 'add-comment'; readonly comment: Comment; readonly index?: number }
  | { readonly do: 'settle-comment'; readonly comment: string; readonly settled: boolean }
  | { readonly do: 'remove-comment'; readonly comment: string }
  | { readonly do: 'set-aside'; readonly aside: Aside }
  | { readonly do: 'settle'; readonly aside: string; readonly take: boolean }
  | { readonly do: 'remember'; readonly entries: readonly HistoryEntry[] }
  | { readonly do: 'together'; readonly changes: readonly Change[] };

/** `null` takes a property away. */
export type PersonChanges = { readonly [K in keyof Omit<Person, 'id' | 'removed' | 'mergedInto'>]?: Person[K] | null };

/** `null` takes a property away; words are only ever emptied. */
export type EvidenceChanges = { readonly [K in keyof Omit<Evidence, 'id'>]?: Evidence[K] | null };

export interface Edit {
  readonly id: string;
  readonly at: Instant;
  /** Who made it, as they called themselves; empty where nobody said. */
  readonly by: string;
  readonly change: Change;
  /** Present when this edit takes back (`undo`) or brings again (`redo`) another. */
  readonly undoes?: string;
  readonly redoes?: string;
  /** The clock of the device stood before the draft's last change: `at` cannot be relied on. */
  readonly clockBack?: true;
}

/** What may have happened that a round is opened for; of these, all but `other` touch earlier ratings (S12). */
export const roundEvents = ['harm', 'adult', 'breakdown', 'other'] as const;
export type RoundEvent = (typeof roundEvents)[number];

/** A classification round beyond those the stages open. */
export interface OpenedRound {
  readonly round: number;
  readonly reason: string;
  readonly on: PlainDate;
  /** Absent where nobody has said. */
  readonly event?: RoundEvent;
}

/** What signing made. The PDF's bytes rest beside the assessment, found by `sha256`. */
export interface Version {
  readonly id: string;
  readonly sha256: string;
  readonly stages: readonly StageId[];
  readonly packs: readonly {
    readonly id: string;
    readonly version: number;
    readonly structureHash: string;
    readonly wordsHash: string;
  }[];
  /** The time stated by this device. */
  readonly statedTime: Instant;
  readonly signatories: readonly { readonly name: string; readonly role: string }[];
  readonly fingerprint?: string;
  /** SHA-256 of the version before. */
  readonly before?: string;
}

export type EvidenceId = string;

/** A judgement that evidence supports: an answer, or one rating in it. */
export interface Support {
  readonly at: PlaceKey;
  /** Of a list of ratings: which of them. */
  readonly factor?: FactorId;
}

/** A piece of evidence: entered once, pointed at by every judgement it supports. */
export interface Evidence {
  readonly id: EvidenceId;
  /** Absent while nobody has said. */
  readonly kind?: EvidenceKind;
  readonly mark?: EvidenceMark;
  /** May be empty while somebody is writing. Taken from a row: what it says, kept in step. */
  readonly words: string;
  readonly on?: PartDate | Unread;
  /** Where it is written, in words. */
  readonly from?: string;
  /** Who said or saw it. */
  readonly person?: PersonId;
  /** The row (`<place>.<row>`) or answer (`<place>`) it was taken from, so that nothing is typed twice. */
  readonly takenFrom?: string;
  readonly supports: readonly Support[];
}

/** What a reader said about an answer, or about the draft as a whole. It is no answer and is never printed. */
export interface Comment {
  readonly id: string;
  readonly at: Instant;
  /** As the reader called themselves. */
  readonly by: string;
  /** The answer it is about; absent for the draft as a whole. */
  readonly place?: PlaceKey;
  readonly text: string;
  /** Of an answer to a comment: that comment's id. */
  readonly to?: string;
  /** Present once somebody has dealt with it. */
  readonly settled?: true;
}

/** Where a draft came from when it was taken in from a file. */
export interface Origin {
  /** SHA-256 of the assessment as the file held it. */
  readonly sha256: string;
  /** Who made the file, as they called themselves; empty where nobody said. */
  readonly from: string;
  /** When the file was made; absent where it does not say. */
  readonly madeAt?: Instant;
  /** How often the draft had been written to where the file was made. */
  readonly revision?: number;
}

/** One entry per answer, person or piece of evidence and sitting: what it was before the sitting began. */
export interface HistoryEntry {
  /** When the sitting's first edit was made, and its last. */
  readonly from: Instant;
  readonly to: Instant;
  readonly by: string;
  readonly place?: PlaceKey;
  readonly person?: PersonId;
  readonly evidence?: EvidenceId;
  /** Of an entry that says where the whole draft came from; such an entry names nothing else. */
  readonly origin?: Origin;
  readonly was: Answer | Person | Evidence | null;
  /** The device's clock stood before the draft's last change when this sitting began (H4). */
  readonly clockBack?: true;
  /** Of an entry about the draft as a whole: what it was made from (H5). */
  readonly salvaged?: Salvaged;
  /** Of an entry about the draft as a whole: it was moved to other questions (H6). */
  readonly moved?: PackMove;
}

/** From which questions to which a draft was moved, and the SHA-256 of what it was before, in one writing. */
export interface PackMove {
  readonly from: Assessment['pack'];
  readonly to: Assessment['pack'];
  readonly before: string;
}

/** A draft made from what could be read of a damaged one, or from what was rescued when storage failed. */
export interface Salvaged {
  readonly how: 'read' | 'rescued';
  /** The id of the draft before, and how far what was taken from it had got. */
  readonly draft: string;
  readonly revision: number;
}

/**
 * What was said in another place at the same time, kept beside what the assessment says until somebody decides (K1).
 *
 * About an answer, a person, a piece of evidence, or else the assessment's own details.
 */
export interface Aside {
  readonly id: string;
  /** When it was set aside. */
  readonly at: Instant;
  /** Who had said it; empty where nobody said. */
  readonly by: string;
  readonly place?: PlaceKey;
  readonly person?: PersonId;
  readonly evidence?: EvidenceId;
  readonly details?: Details;
  /** Null where the other side took it away. Of details always null. */
  readonly said: Answer | Person | Evidence | null;
}

export interface Details {
  readonly reference?: string;
  readonly route?: RouteId;
  /** Always whole; null takes it away. */
  readonly sharing?: Sharing | null;
}

/** Why an answer is kept out of copies. */
export const keptReasons = ['third-party', 'confidential', 'safety'] as const;
export type KeptReason = (typeof keptReasons)[number];

/** A drafted passage of a copy as somebody changed it, and the draft they had before them. */
export interface Passage {
  readonly text: string;
  readonly from: string;
}

/** Somebody a family can call. */
export interface Contact {
  readonly name: string;
  readonly reach: string;
}

/** What somebody settled about one copy for the family. */
export interface FamilyCopy {
  /** Of a child: the name they are called by. */
  readonly name?: string;
  /** Of a parent: the children it is about. */
  readonly children?: readonly PersonId[];
  readonly passages?: Readonly<Record<string, Passage>>;
  readonly contacts?: readonly Contact[];
}

/** What leaves in no reduced copy, and the copies as people changed them. Nothing of this is in any copy. */
export interface Sharing {
  /** By place, or by place and row, joined by a dot. */
  readonly kept?: Readonly<Record<string, KeptReason>>;
  /** Those whose whereabouts are kept. */
  readonly addresses?: readonly PersonId[];
  /** Words that stand in no reduced copy. */
  readonly words?: readonly string[];
  /** By `parents~<person>` or `child~<person>`. */
  readonly copies?: Readonly<Record<string, FamilyCopy>>;
}

/** The stored thing. Plain JSON. */
export interface Assessment {
  readonly format: 1;
  readonly id: string;
  readonly kind: 'real' | 'training';
  /** Of a draft begun from a training case: which one, so that its model answers can be shown beside it. */
  readonly case?: string;
  readonly pack: { readonly id: string; readonly version: number; readonly structureHash: string };
  readonly route: RouteId;
  /** A case reference, never a name. */
  readonly reference: string;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
  readonly people: readonly Person[];
  readonly answers: Readonly<Record<PlaceKey, Answer>>;
  readonly rounds: readonly OpenedRound[];
  readonly versions: readonly Version[];
  readonly history: readonly HistoryEntry[];
  /** Absent while there is none. */
  readonly evidence?: readonly Evidence[];
  /** What readers said; absent while there is none. */
  readonly comments?: readonly Comment[];
  /** What awaits a decision; absent while there is nothing. */
  readonly asides?: readonly Aside[];
  /** Absent while nobody said anything about copies. */
  readonly sharing?: Sharing | null;
}

/** What the pure model needs from outside. */
export interface World {
  now(): Instant;
  today(): PlainDate;
  newId(): string;
}
