import { unwrap } from 'idb';
import type { BlobRecord, Database, HeadRecord, PieceRecord, QuarantineRecord, StoreName } from './db.ts';
import type { KeyRecord } from './envelope.ts';
import type { VaultHeader } from './header.ts';
import { nameOf, within } from './patience.ts';
import { isSameHeader } from './same-header.ts';
import type { SigningKeyRecord } from './signing-keys.ts';

/**
 * One request of a write. `add` fails the whole write where the key, or a head's id, is taken, and
 * so does `over` where another header lies there than that one. */
export type WriteRequest =
  | { readonly to: 'head'; readonly add: HeadRecord }
  | { readonly to: 'journal' | 'snapshot'; readonly add: PieceRecord }
  | { readonly to: 'blob'; readonly put: BlobRecord }
  | { readonly to: 'quarantine'; readonly add: QuarantineRecord }
  | { readonly to: 'dek'; readonly add: KeyRecord }
  | { readonly to: 'meta'; readonly add: VaultHeader | SigningKeyRecord }
  | { readonly to: 'meta'; readonly put: SigningKeyRecord }
  | { readonly to: 'meta'; readonly put: VaultHeader; readonly over: VaultHeader }
  | { readonly to: StoreName; readonly remove: IDBKeyRange };

/** Why a write is not known to be durable. */
export interface Fault {
  /** A DOMException's name. */
  readonly name: string;
  /** The disk had no room: what storage acknowledges after that may be gone at the next start of the browser. */
  readonly noSpace: boolean;
}

export interface HowDurable {
  /** How long it may take, in milliseconds. */
  readonly patience: number;
  readonly commit: boolean;
  /** Strict is not every browser's default, and relaxed writes that were acknowledged do not survive a power cut. */
  readonly durability?: 'strict' | 'relaxed';
}

/**
 * Null once every request is on the disk, or with the system where it is relaxed; otherwise nothing was written.
 *
 * After a `TimeoutError` alone it is open whether it will be. All requests are issued before this returns, and where
 * `commit` says so the commit too: then nothing of ours has to run again for the write to end.
 */
export async function durably(
  db: Database,
  requests: readonly WriteRequest[],
  { patience, commit, durability = 'strict' }: HowDurable,
): Promise<Fault | null> {
  let transaction: IDBTransaction | undefined;
  try {
    const stores = [...new Set(requests.map(({ to }) => to))];
    transaction = unwrap(db).transaction(stores, 'readwrite', { durability });
    const end = endOf(transaction);
    for (const request of requests) issue(transaction.objectStore(request.to), request);
    const asksFirst = requests.some((request) => 'over' in request);
    if (commit && !asksFirst) transaction.commit();
    await within(end, patience);
    return null;
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    abandon(transaction);
    return { name: fault.name, noSpace: /NO_SPACE|disk is full/iu.test(fault.message) };
  }
}

function issue(store: IDBObjectStore, request: WriteRequest): void {
  if ('remove' in request) store.delete(request.remove);
  else if ('over' in request) putOver(store, request.put, request.over);
  else if ('put' in request) store.put(request.put);
  else store.add(request.add);
}

function putOver(store: IDBObjectStore, next: VaultHeader, over: VaultHeader): void {
  const asked = store.get(next.key) as IDBRequest<VaultHeader | undefined>;
  asked.addEventListener('success', () => {
    const found = asked.result;
    // `next` itself is there where a write that was given up came through.
    if (found && [over, next].some((each) => isSameHeader(found, each))) store.put(next);
    else for (const refused of [next, next]) store.add(refused); // one key twice: the whole write fails as a conflict
  });
}

/** Settles with the transaction, not with its requests: a request that succeeded is not yet on the disk. */
function endOf(transaction: IDBTransaction): Promise<void> {
  const end = new Promise<void>((resolve, reject) => {
    let first: DOMException | null = null; // WebKit and Firefox do not pass it on to a transaction committed by hand
    transaction.addEventListener('error', ({ target }) => {
      if (target instanceof IDBRequest) first ??= target.error;
    });
    transaction.addEventListener('complete', () => {
      if (first === null) resolve();
      else reject(first);
    });
    transaction.addEventListener('abort', () => {
      reject(first ?? transaction.error ?? new DOMException('The browser ended the transaction.', 'AbortError'));
    });
  });
  end.catch(() => undefined); // where issuing throws, nobody waits for this, and the throw is the report
  return end;
}

function abandon(transaction: IDBTransaction | undefined): void {
  try {
    transaction?.abort();
  } catch (fault) {
    if (nameOf(fault) !== 'InvalidStateError') throw fault; // it has ended, or can no longer be stopped
  }
}
