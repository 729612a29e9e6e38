import type { Key, Lock } from '../../exchange/age-file.ts';
import type { FileContent } from '../../exchange/read-file.ts';
import type { Pack } from '../../model/pack.ts';
import type { Outcome } from '../../model/problem.ts';
import type { SignedContent } from '../signed/read-signed.ts';

/** A key kept in a file of its own, and what opens that file. */
export interface KeptKey {
  readonly keptIn: Uint8Array;
  readonly passphrase: string;
}

/** The questions a file is compared with: those in hand, and all others that a draft may have been made with. */
interface Against {
  readonly pack: Pack;
  readonly others: readonly Pack[];
}

/** What the worker can be asked for. */
export type Job =
  | ({ readonly do: 'read'; readonly bytes: Uint8Array; readonly key: Key | KeptKey | null } & Against)
  | ({ readonly do: 'read-signed'; readonly bytes: Uint8Array } & Against)
  | { readonly do: 'enclose'; readonly bytes: Uint8Array; readonly lock: Lock | null }
  /** What the holder of a council's key needs of a locked vault's file. */
  | { readonly do: 'vault-code'; readonly bytes: Uint8Array; readonly key: KeptKey }
  | { readonly do: 'new-identity'; readonly passphrase: string };

export interface Answers {
  readonly read: FileContent;
  readonly 'read-signed': SignedContent;
  readonly enclose: Uint8Array<ArrayBuffer>;
  readonly 'vault-code': string;
  readonly 'new-identity': { readonly recipient: string; readonly file: Uint8Array<ArrayBuffer> };
}

export type Answered<J extends Job> = Outcome<Answers[J['do']]>;

/** What the worker says: that the slow work on a passphrase is done, or the answer. */
export type Told = { readonly opened: true } | { readonly answer: Outcome<Answers[Job['do']]> };
