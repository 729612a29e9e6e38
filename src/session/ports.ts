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
   * Writes `edits` as one durable step; `after` is the assessment once they are applied. `expected` is the revision
   * the writer last knew (0 makes the draft). Fails with `conflict` when somebody else wrote in between, and with
   * `not-saved` when storage refused; nothing is half written. Resolves only when the step is durable.
   */
  append(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>>;
  remove(id: string): Promise<Outcome<null>>;
}
