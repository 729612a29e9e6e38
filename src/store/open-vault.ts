import type { Problem } from '../model/problem.ts';
import { commitsNow, type CommittingPage } from './commit.ts';
import type { ConnectionParts } from './connection.ts';
import { databaseName, type DraftKind } from './db.ts';
import { plainSeal } from './envelope.ts';
import type { KeptVault } from './kept-vault.ts';
import { nameOf } from './patience.ts';
import { bucketsOf } from './second-place.ts';
import { Sentinel, type SentinelStorage } from './sentinel.ts';
import { type Resting, type RestingPage, restWithPage } from './page-rest.ts';
import { Suspicion } from './suspicion.ts';
import { DiskVault } from './vault.ts';

/** How long storage may take over one transaction, or over opening, in milliseconds. */
const patience = 5_000;

/** The parts of the page that decide where drafts can rest. */
export interface Surroundings extends CommittingPage, RestingPage {
  readonly location: Pick<Location, 'protocol'>;
  readonly indexedDB?: IDBFactory;
  readonly localStorage: SentinelStorage;
  readonly isSecureContext?: boolean;
  readonly crypto?: { readonly subtle?: SubtleCrypto };
  readonly top?: { readonly location: { readonly href: string } } | null;
  readonly document?: { readonly visibilityState?: string; hasStorageAccess?(): Promise<boolean> };
}

/** What a vault on the disk is opened with. */
export interface RestParts extends ConnectionParts {
  readonly kind: DraftKind;
  readonly sentinel: Sentinel;
}

/**
 * The vault for drafts of `kind`, not encrypted: in IndexedDB, or else in memory with a warning that says why.
 *
 * The warning is `newer-than-program` where a newer version keeps its drafts here, and `memory-only` otherwise, with
 * detail `file`, `frame`, `no-indexeddb` or the DOMException's name (`TimeoutError`: another tab holds an older version open).
 */
export function openVault(kind: DraftKind, page: Surroundings = globalThis): Promise<KeptVault> {
  return whereItCanRest<KeptVault>(kind, page, {
    disk: (parts) => DiskVault.open({ ...parts, seal: plainSeal }),
    memory: async (why) => new (await import('./memory-vault.ts')).MemoryVault(kind, why),
  });
}

/** A vault of `kind` on the disk, or in memory where that cannot be. */
export async function whereItCanRest<V>(
  kind: DraftKind,
  page: Surroundings,
  { disk, memory }: { disk(parts: RestParts): Promise<V & Resting>; memory(why: Problem): V | Promise<V> },
): Promise<V> {
  // Chromium gives all local files one database between them: another page on the disk could read it.
  if (page.location.protocol === 'file:') return memory({ code: 'memory-only', place: {}, detail: 'file' });
  if (await inForeignFrame(page)) return memory({ code: 'memory-only', place: {}, detail: 'frame' });
  if (page.indexedDB === undefined) return memory({ code: 'memory-only', place: {}, detail: 'no-indexeddb' });
  try {
    const storage = storageOf(page);
    const sentinel = new Sentinel(kind, storage);
    const suspicion = new Suspicion(storage);
    const vault = await disk({
      kind,
      name: databaseName(kind),
      patience,
      commitsNow: commitsNow(page),
      sentinel,
      suspicion,
      buckets: bucketsOf(page.navigator),
      toldOf: (id) => sentinel.known(id),
      isHidden: () => page.document?.visibilityState === 'hidden',
    });
    restWithPage(vault, page);
    return vault;
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    if (fault.name === 'VersionError') return memory({ code: 'newer-than-program', place: {} });
    return memory({ code: 'memory-only', place: {}, detail: nameOf(fault) });
  }
}

export function storageOf(page: Surroundings): SentinelStorage | null {
  try {
    return page.localStorage;
  } catch {
    return null; // the getter itself throws where cookies are blocked; the vault warns `no-sentinel`
  }
}

/**
 * Whether another site shows this page in a frame. Its store is then another than that of the page opened by itself, and
 * browsers clear it at will: nobody would find a draft again where they look for it.
 */
async function inForeignFrame({ top, document }: Surroundings): Promise<boolean> {
  try {
    return top?.location.href === '';
  } catch {
    // Of a page elsewhere nothing may be read. One of the same site shares the store, and the browser knows which are.
    return !(await document?.hasStorageAccess?.());
  }
}
