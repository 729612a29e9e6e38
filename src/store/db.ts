import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import type { Assessment } from '../model/assessment.ts';
import type { Revision } from '../session/ports.ts';
import type { Envelope, KeyRecord } from './envelope.ts';
import type { VaultHeader } from './header.ts';
import type { SigningKeyRecord } from './signing-keys.ts';
import { migrations } from './migrations/migrations.ts';
import { within } from './patience.ts';

export type DraftKind = Assessment['kind'];

/**
 * Which revision a draft stands at, with its sealed summary; exactly one per draft, kept so by a unique index.
 *
 * Revision 0 without an envelope is what a removed draft leaves: it tells a writer in another tab that the draft is gone.
 */
export interface HeadRecord {
  readonly id: string;
  readonly revision: Revision;
  readonly envelope: Envelope | null;
}

/** In `journal`: the sealed edits of one write. In `snapshot`: the sealed assessment as that write left it. */
export interface PieceRecord {
  readonly id: string;
  readonly revision: Revision;
  readonly envelope: Envelope;
}

export interface BlobRecord {
  readonly id: string;
  readonly sha256: string;
  readonly envelope: Envelope;
}

/** A piece that could not be opened, as it was found, with where it lay (a file at revision 0). Never deleted but with its draft. */
export interface QuarantineRecord {
  readonly id: string;
  readonly from: 'head' | 'journal' | 'snapshot' | 'blob';
  readonly revision: Revision;
  readonly record: unknown;
}

export interface VaultSchema extends DBSchema {
  head: { key: [string, number]; value: HeadRecord; indexes: { id: string } };
  journal: { key: [string, number]; value: PieceRecord };
  snapshot: { key: [string, number]; value: PieceRecord };
  blob: { key: [string, string]; value: BlobRecord };
  quarantine: { key: number; value: QuarantineRecord };
  /** What opens the vault, and the signing keys that it keeps. Empty where nothing is encrypted. */
  meta: { key: string; value: VaultHeader | SigningKeyRecord };
  /** The wrapped key of each draft. */
  dek: { key: string; value: KeyRecord };
}

export type StoreName = 'head' | 'journal' | 'snapshot' | 'blob' | 'quarantine' | 'meta' | 'dek';
export type Database = IDBPDatabase<VaultSchema>;

/** Real and training drafts never share a database. Those without a number were the trial's: see `trial.ts`. */
export function databaseName(kind: DraftKind): string {
  return `homeward-${kind}-2`;
}

/** Every key of one draft, in any store. */
export function keysOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]); // an array sorts after every number and string
}

/** What may happen to an open database from outside. */
export interface Disturbances {
  /** A newer version, or with null a deletion, waits until this connection is closed. */
  asked(version: number | null): void;
  /** The browser ended the connection. */
  ended(): void;
}

export interface OpenedDatabase {
  readonly db: Database;
  /** True when there was no database before: on a device that had drafts, they are gone. */
  readonly fresh: boolean;
  /** True when the browser says that it threw a damaged one away. Only Chromium says so, and only this once. */
  readonly thrownAway: boolean;
}

/**
 * The database called `name`, brought up to date.
 *
 * Rejects with the browser's DOMException: `VersionError` when a newer program was here, `TimeoutError` after
 * `patience` milliseconds, which is how an old tab that will not close its connection shows.
 */
export async function openDatabase(
  name: string,
  disturbances: Disturbances,
  patience: number,
): Promise<OpenedDatabase> {
  let fresh = false;
  let thrownAway = false;
  const opening = openDB<VaultSchema>(name, migrations.length, {
    upgrade(db, from, _to, transaction, event) {
      fresh = from === 0;
      thrownAway = 'dataLoss' in event && event.dataLoss === 'total';
      for (const { to, up } of migrations) if (to > from) up(unwrap(db), unwrap(transaction));
    },
    blocking: (_current, asked) => {
      disturbances.asked(asked);
    },
    terminated: () => {
      disturbances.ended();
    },
  });
  try {
    return { db: await within(opening, patience), fresh, thrownAway };
  } catch (fault) {
    // Too late is too late: a connection nobody knows of would block the next version for ever.
    void opening.then(
      (db) => {
        db.close();
      },
      () => undefined, // the same fault, already on its way to the caller
    );
    throw fault;
  }
}
