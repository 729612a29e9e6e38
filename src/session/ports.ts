import type { Assessment, Edit } from '../model/assessment.ts';
import type { Instant } from '../model/answer.ts';
import type { Outcome } from '../model/problem.ts';

/** How many times a draft has been written to; 0 means never. Order comes from this, never from a clock. */
export type Revision = number;

/**
 * `none`: no vault has been made yet; `locked`: there is one and it needs its passphrase; `open`: drafts are kept;
 * `suspect`: storage failed and is not trusted again in this run; `memory`: nothing outlives this page.
 */
export type VaultState = 'none' | 'locked' | 'open' | 'suspect' | 'memory';

/** What a list of drafts shows without opening them. */
export interface DraftSummary {
  readonly id: string;
  readonly kind: 'real' | 'training';
  readonly reference: string;
  /** Initials of the children, in the order they were entered. */
  readonly children: readonly string[];
  readonly pack: { readonly id: string; readonly version: number };
  readonly startedAt: Instant;
  readonly changedAt: Instant;
  readonly revision: Revision;
}

/** A draft as it rests: the newest snapshot and the edits made since. Replayed through `apply` by whoever opens it. */
export interface Draft {
  readonly snapshot: Assessment;
  readonly edits: readonly Edit[];
  readonly revision: Revision;
}

/** Where assessments rest. Fires `change` when its state changes. */
export interface Vault extends EventTarget {
  readonly state: VaultState;
  list(): Promise<Outcome<readonly DraftSummary[]>>;
  load(id: string): Promise<Outcome<Draft>>;
  /**
   * Writes `edits` as one durable step; `after` is the assessment once they are applied, or, where there are none, what it
   * is from then on. `expected` is the revision
   * the writer last knew (0 makes the draft). Fails with `conflict` when somebody else wrote in between, and with
   * `not-saved` when storage refused; nothing is half written. Resolves only when the step is durable.
   */
  append(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>>;
  remove(id: string): Promise<Outcome<null>>;
}

/** What opens the vault of real drafts. */
export type Secret = { readonly passphrase: string } | { readonly recoveryCode: string };

/** What a vault gives once, when its keys were made: it is stored nowhere and cannot be shown again. */
export interface RecoverySheet {
  /** 26 characters of Crockford's base 32 and a check character, in groups. */
  readonly recoveryCode: string;
}

/** What is left to show that something was deleted: no name, no answer, no key. */
export interface Receipt {
  /** Shortened hashes of the drafts, as the sentinel names them. */
  readonly drafts: readonly { readonly name: string; readonly revision: Revision }[];
  readonly at: Instant;
  /** Whether reading back showed that keys and pieces are gone. */
  readonly confirmed: boolean;
}

/**
 * The vault of real drafts, encrypted at rest. `state` is `none` until `create`, then `locked` or `open`.
 *
 * While it is not `open`, whatever reads or writes drafts fails with `locked`. Fires `change` when its state changes and
 * `closing` before it locks, while a write can still begin.
 */
export interface LockableVault extends Vault {
  /** Makes the keys. `recipient`: a council's age public key (`age1…`), which can then open the vault too. */
  create(passphrase: string, recipient?: string): Promise<Outcome<RecoverySheet>>;
  /** `wrong-passphrase`, `wrong-code`, `damaged`, `newer-than-program`. */
  unlock(secret: Secret): Promise<Outcome<null>>;
  /** How many drafts there are. Works while locked. */
  count(): Promise<Outcome<number>>;
  /** Drops every key and everything that was decrypted. Whoever holds answers flushes first, on `closing`. */
  lock(): void;
  /** A new passphrase; drafts are not touched. */
  changePassphrase(now: Secret, next: string): Promise<Outcome<null>>;
  /** A new recovery code in place of the old one. */
  renewRecovery(now: Secret): Promise<Outcome<RecoverySheet>>;
  /**
   * Lets whoever has the secret part of `recipient` (a council's age public key) open the vault too, in place of any council
   * before; null takes that away. `wrong-recipient` for no age key. Drafts are not touched.
   */
  changeCouncil(now: Secret, recipient: string | null): Promise<Outcome<null>>;
  /** Destroys the keys first, then the database and what remembers it. Works while locked. */
  wipe(): Promise<Outcome<Receipt>>;
  /** As `remove`, with proof. */
  shred(id: string): Promise<Outcome<Receipt>>;
}

/**
 * How a draft was found. `short`: it went on further than what is here; `gap`: a step in between is missing;
 * `bad-record`: a piece is here and cannot be read; `empty-but-sentinel`: nothing is here, and it was;
 * `data-loss`: the same, and the browser said that it threw a damaged store away; `draft-older`: whole, but a later
 * state was once saved here.
 */
export type Condition = 'ok' | 'short' | 'gap' | 'bad-record' | 'empty-but-sentinel' | 'data-loss' | 'draft-older';

/** The edits of one write that lie beyond what is missing. */
export interface LaterEdits {
  readonly revision: Revision;
  readonly edits: readonly Edit[];
}

/** Everything of a draft that can still be read. */
export interface Salvage {
  readonly condition: Condition;
  /** The furthest whole state that can be reached; null where there is none. */
  readonly draft: Draft | null;
  /** What was written after that and can be read, though a step before it is missing. */
  readonly beyond: readonly LaterEdits[];
  /** How far the draft had got, as far as anything here remembers. */
  readonly upTo: Revision;
  /** How many pieces are here and cannot be read. */
  readonly unreadable: number;
  /** For IT: numbers of revisions and nothing else. */
  readonly report: string;
}

/** What storage refused, as it was found in the rescue place after a restart. */
export interface Rescued {
  /** Names it in the rescue place. */
  readonly name: string;
  readonly draft: string;
  /** The revision its writer knew. */
  readonly expected: Revision;
  readonly at: Instant;
  readonly edits: readonly Edit[];
  readonly after: Assessment;
}

/** What can be done where a vault's drafts are damaged, or storage fails. Reading changes nothing. */
export interface Repair {
  /** What can still be read of draft `id`; `no-such-draft` where nobody knows it, `newer-than-program`. */
  salvage(id: string): Promise<Outcome<Salvage>>;
  /** Moves the pieces of a draft that cannot be read out of its way, deleting nothing; how many there were. */
  setAside(id: string): Promise<Outcome<number>>;
  /** Goes on with a draft that is older than it once was: it is no longer missed. */
  acceptOlder(id: string): Promise<Outcome<null>>;
  /** Puts what storage refused into another place of this browser. False where it has none or that failed too. */
  rescue(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<boolean>;
  /** What was rescued in earlier runs and is not put back yet. */
  rescued(): Promise<readonly Rescued[]>;
  /** Lets go of something rescued, once it is kept again. */
  letGo(name: string): Promise<void>;
}
