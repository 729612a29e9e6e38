import { commitsNow, type CommittingPage } from './commit.ts';
import { databaseName, type DraftKind } from './db.ts';
import { plainSeal } from './envelope.ts';
import type { KeptVault } from './kept-vault.ts';
import { MemoryVault } from './memory-vault.ts';
import { nameOf } from './patience.ts';
import { Sentinel, type SentinelStorage } from './sentinel.ts';
import { type RestingPage, restWithPage } from './page-rest.ts';
import { DiskVault } from './vault.ts';

/** How long storage may take over one transaction, or over opening, in milliseconds. */
const patience = 5_000;

/** The parts of the page that decide where drafts can rest. */
export interface Surroundings extends CommittingPage, RestingPage {
  readonly location: Pick<Location, 'protocol'>;
  readonly indexedDB?: IDBFactory;
  readonly localStorage: SentinelStorage;
}

/**
 * The vault for drafts of `kind`: in IndexedDB, or else in memory with a warning that says why.
 *
 * The warning is `newer-than-program` where a newer version keeps its drafts here, and `memory-only` otherwise, with
 * detail `file`, `no-indexeddb` or the DOMException's name (`TimeoutError`: another tab holds an older version open).
 */
export async function openVault(kind: DraftKind, page: Surroundings = globalThis): Promise<KeptVault> {
  // Chromium gives all local files one database between them: another page on the disk could read it.
  if (page.location.protocol === 'file:')
    return new MemoryVault(kind, { code: 'memory-only', place: {}, detail: 'file' });
  if (page.indexedDB === undefined)
    return new MemoryVault(kind, { code: 'memory-only', place: {}, detail: 'no-indexeddb' });
  try {
    const vault = await DiskVault.open({
      kind,
      name: databaseName(kind),
      patience,
      commitsNow: commitsNow(page),
      seal: plainSeal,
      sentinel: new Sentinel(kind, storageOf(page)),
    });
    restWithPage(vault, page);
    return vault;
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    if (fault.name === 'VersionError') return new MemoryVault(kind, { code: 'newer-than-program', place: {} });
    return new MemoryVault(kind, { code: 'memory-only', place: {}, detail: nameOf(fault) });
  }
}

function storageOf(page: Surroundings): SentinelStorage | null {
  try {
    return page.localStorage;
  } catch {
    return null; // the getter itself throws where cookies are blocked; the vault warns `no-sentinel`
  }
}
