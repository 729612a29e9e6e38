import { HomewardError, type Problem } from '../model/problem.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Repair, Vault } from '../session/ports.ts';
import type { DraftKind } from './db.ts';
import type { Shelf } from './shelf.ts';

/**
 * What `openVault` gives: drafts, their signed files, and what a person should know about how they are kept.
 *
 * Fires `change` when `state` or `warnings` change, and `closing` at the last moment a write can begin before the
 * vault stops writing because a newer version of the program waits in another tab.
 */
export interface KeptVault extends Vault, Shelf {
  /**
   * `memory-only` (nothing outlives this page; detail says why), `drafts-gone` (the browser deleted drafts; detail
   * says how many; `data-loss` where it said so itself), `draft-older`, `damaged` and `newer-than-program` (detail names the draft), `no-sentinel` (a
   * deletion would not be noticed), `not-saved` (storage failed and is not trusted again), `mended`
   * (something damaged came back from the standing copy), and what it was told.
   * `list()` brings it up to date.
   */
  readonly warnings: readonly Problem[];
  /** Adds something a person should know about how drafts are kept, until they have seen it. */
  tell(problem: Problem): void;
  /** Ends that, and the warnings about drafts that are gone or older, once the person has seen them. */
  acceptLosses(): Promise<void>;
  /** A person says that the browser, which failed to write, was started again: believed once the page is loaded again. */
  trustAgain(): void;
  /** What helps with damaged drafts and failing storage; null where nothing outlives the page. Fetched when asked for. */
  repair(): Promise<Repair | null>;
  close(): void;
}

/** Throws where a draft would be written under another id, or real and training drafts would mix. */
export function insistItBelongs(id: string, kind: DraftKind, after: Assessment): void {
  if (after.id !== id)
    throw new HomewardError('wrong-draft', 'An assessment was handed over under another id than its own.');
  if (after.kind !== kind)
    throw new HomewardError('wrong-vault', `An assessment of kind ${after.kind} was handed to the ${kind} vault.`);
}
