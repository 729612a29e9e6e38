import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, type Problem, problem } from '../model/problem.ts';
import type {
  Draft,
  DraftSummary,
  LockableVault,
  Receipt,
  RecoverySheet,
  Repair,
  Revision,
  Secret,
  VaultState,
} from '../session/ports.ts';
import { aesSeal, NoKeyError } from './aes-seal.ts';
import { Connection, type ConnectionParts } from './connection.ts';
import { type DraftKind, type HeadRecord, keysOf } from './db.ts';
import { OpenKeys } from './draft-keys.ts';
import { quarantined } from './draft-records.ts';
import type { Bytes } from './envelope.ts';
import { type Council, headerAmong, type VaultHeader } from './header.ts';
import { HeaderKeeper, type HeaderParts } from './header-keeper.ts';
import type { KeptVault } from './kept-vault.ts';
import type { KeptKey, KeyShelf } from './key-shelf.ts';
import type { Unlocked } from './key-schedule.ts';
import { nameFor } from './sentinel.ts';
import { SigningKeys } from './signing-keys.ts';
import { DiskVault } from './vault.ts';
import { wiped } from './wipe.ts';

export interface SealedVaultParts extends ConnectionParts, HeaderParts {
  readonly kind: DraftKind;
}

/** What a vault is found by. */
interface Standing {
  readonly header: VaultHeader | null;
  readonly heads: readonly HeadRecord[];
}

/** An open vault: what reads and writes while nobody locks it. */
interface Inside {
  readonly keys: OpenKeys;
  readonly signing: SigningKeys;
  readonly disk: DiskVault;
}

/** Drafts in IndexedDB, encrypted at rest: a `DiskVault` whose keys are there only between unlocking and locking. */
export class SealedVault extends EventTarget implements LockableVault, KeptVault, KeyShelf {
  readonly #parts: SealedVaultParts;
  #connection: Connection;
  readonly #headers: HeaderKeeper;
  #hasHeader: boolean;
  #inside: Inside | null = null;
  #missed: readonly Problem[] = [];
  /** Rises with each lock, so that an unlocking that took longer knows it came too late. */
  #locks = 0;

  /** Rejects with a DOMException where the browser gives no database. */
  static async open(parts: SealedVaultParts): Promise<SealedVault> {
    const connection = await Connection.open(parts);
    const look = (): Promise<Outcome<Standing>> =>
      connection.read(async (db) => ({
        header: headerAmong(await db.getAll('meta')),
        heads: await db.getAll('head'),
      }));
    let found = await look();
    // What opens drafts is gone, and they are not: the standing copy may have it.
    const isShut = found.ok && found.value.header === null && found.value.heads.length > 0;
    if (isShut && (await connection.isCopyInStep())) found = await look();
    if (!found.ok) throw new DOMException('The vault could not be read.', found.problems[0].detail);
    const { header, heads } = found.value;
    return new SealedVault(parts, connection, header, heads);
  }

  private constructor(
    parts: SealedVaultParts,
    connection: Connection,
    header: VaultHeader | null,
    heads: readonly HeadRecord[],
  ) {
    super();
    this.#parts = parts;
    this.#connection = connection;
    const know = (hasHeader: boolean): void => {
      this.#know(hasHeader);
    };
    this.#headers = new HeaderKeeper(parts, () => this.#connection, know);
    this.#hasHeader = header !== null;
    this.#miss(header, heads);
    this.#listen();
  }

  get state(): VaultState {
    if (this.#inside !== null) return this.#inside.disk.state;
    return this.#hasHeader ? 'locked' : 'none';
  }

  get warnings(): readonly Problem[] {
    const told = this.#inside?.disk.warnings ?? [];
    return [...told, ...this.#missed.filter(({ code }) => !told.some((each) => each.code === code))];
  }

  tell(problem: Problem): void {
    this.#missed = [...this.#missed, problem];
    this.dispatchEvent(new Event('change'));
  }

  async create(passphrase: string, recipient?: string): Promise<Outcome<RecoverySheet>> {
    if (this.#hasHeader) return problem('conflict');
    const made = await this.#headers.make(passphrase, recipient ?? null);
    if (!made.ok) return made;
    this.#enter(made.value);
    return { ok: true, value: { recoveryCode: made.value.recoveryCode } };
  }

  async unlock(secret: Secret): Promise<Outcome<null>> {
    if (this.#inside !== null) return { ok: true, value: null };
    const locks = this.#locks;
    const open = await this.#headers.open(secret);
    if (!open.ok) return open;
    if (locks !== this.#locks) return problem('locked');
    // Beside the passphrase's second, opening what a list shows is nothing; and it tells what is missing at once.
    await this.#enter(open.value).list();
    return locks === this.#locks ? { ok: true, value: null } : problem('locked');
  }

  async count(): Promise<Outcome<number>> {
    const heads = await this.#connection.read((db) => db.getAll('head'));
    return heads.ok ? { ok: true, value: heads.value.filter(({ revision }) => revision > 0).length } : heads;
  }

  lock(): void {
    this.#locks += 1;
    if (this.#inside === null) return;
    this.dispatchEvent(new Event('closing'));
    this.#leave();
    this.dispatchEvent(new Event('change'));
  }

  changePassphrase(now: Secret, next: string): Promise<Outcome<null>> {
    return this.#headers.changePassphrase(now, next);
  }

  renewRecovery(now: Secret): Promise<Outcome<RecoverySheet>> {
    return this.#headers.renewRecovery(now);
  }

  async changeCouncil(now: Secret, recipient: string | null): Promise<Outcome<null>> {
    const changed = await this.#headers.changeCouncil(now, recipient);
    if (changed.ok) this.dispatchEvent(new Event('change'));
    return changed;
  }

  council(): Promise<Outcome<Council | null>> {
    return this.#headers.council();
  }

  async wipe(): Promise<Outcome<Receipt>> {
    this.#locks += 1;
    this.#leave();
    const { receipt, connection } = await wiped(this.#connection, this.#parts);
    this.#connection = connection;
    this.#headers.startAnew();
    this.#missed = [];
    this.#listen();
    this.#know(!receipt.confirmed && (await this.#headers.read()).ok);
    return { ok: true, value: receipt };
  }

  async shred(id: string): Promise<Outcome<Receipt>> {
    const head = await this.#through(() => this.#connection.read((db) => db.getFromIndex('head', 'id', id)));
    if (!head.ok) return head;
    const revision = head.value?.revision ?? 0;
    const removed = await this.#through((disk) => disk.removeAll(id));
    if (!removed.ok) return removed;
    const left = await this.#connection.read(async (db) => {
      const range = keysOf(id);
      const counts = [db.count('journal', range), db.count('snapshot', range), db.count('blob', range)];
      const aside = quarantined(db, id).then((keys) => keys.length);
      return (await Promise.all([...counts, db.count('dek', id), aside])).reduce((sum, count) => sum + count);
    });
    const isCopyDone = await this.#connection.isCopyInStep();
    const confirmed = left.ok && left.value === 0 && removed.value === 0 && isCopyDone;
    return { ok: true, value: { drafts: [{ name: nameFor(id), revision }], at: new Date().toISOString(), confirmed } };
  }

  list(): Promise<Outcome<readonly DraftSummary[]>> {
    return this.#through((disk) => disk.list());
  }

  load(id: string): Promise<Outcome<Draft>> {
    return this.#through((disk) => disk.load(id));
  }

  append(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>> {
    return this.#through((disk) => disk.append(id, expected, edits, after));
  }

  remove(id: string): Promise<Outcome<null>> {
    return this.#through((disk) => disk.remove(id));
  }

  putBlob(draft: string, sha256: string, bytes: Bytes): Promise<Outcome<null>> {
    return this.#through((disk) => disk.putBlob(draft, sha256, bytes));
  }

  getBlob(draft: string, sha256: string): Promise<Outcome<Bytes>> {
    return this.#through((disk) => disk.getBlob(draft, sha256));
  }

  keepKey(id: string, key: CryptoKey, details: Bytes): Promise<Outcome<null>> {
    return this.#within((inside) => inside.signing.keep(id, key, details));
  }

  listKeys(): Promise<Outcome<readonly KeptKey[]>> {
    return this.#within((inside) => inside.signing.list());
  }

  takeKey(id: string): Promise<Outcome<CryptoKey>> {
    return this.#within((inside) => inside.signing.take(id));
  }

  retireKey(id: string): Promise<Outcome<null>> {
    return this.#within((inside) => inside.signing.retire(id));
  }

  trustAgain(): void {
    this.#connection.trustAgain();
  }

  async acceptLosses(): Promise<void> {
    const header = await this.#headers.read();
    if (header.ok) this.#parts.sentinel.noteVault(header.value.vault);
    else this.#parts.sentinel.forgetAll();
    this.#missed = [];
    await this.#inside?.disk.acceptLosses();
    this.dispatchEvent(new Event('change'));
  }

  repair(): Promise<Repair | null> {
    return this.#inside?.disk.repair() ?? Promise.resolve(null);
  }

  /** See `Connection.hurry`. */
  hurry(): void {
    this.#connection.hurry();
  }

  /** Lets writers write, then closes until it is asked again: see `Connection.rest`. */
  rest(): void {
    this.dispatchEvent(new Event('closing'));
    this.#connection.rest();
  }

  close(): void {
    this.#locks += 1;
    this.#leave();
    this.#connection.close();
  }

  #through<T>(work: (disk: DiskVault) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#within((inside) => work(inside.disk));
  }

  /** What `work` does with the open vault, or `locked`, also where it was locked meanwhile and that is why it failed. */
  async #within<T>(work: (inside: Inside) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const inside = this.#inside;
    if (inside === null) return problem('locked');
    try {
      const result = await work(inside);
      return !result.ok && this.#inside !== inside ? problem('locked') : result;
    } catch (fault) {
      if (fault instanceof NoKeyError) return problem('locked');
      throw fault;
    }
  }

  #enter({ header, vaultKey, list }: Unlocked): DiskVault {
    const keys = new OpenKeys(header.vault, vaultKey, list);
    const { kind, sentinel } = this.#parts;
    const disk = new DiskVault({ kind, sentinel, seal: aesSeal(keys) }, this.#connection);
    for (const type of ['closing', 'change']) disk.addEventListener(type, () => this.dispatchEvent(new Event(type)));
    if (sentinel.vault === null) sentinel.noteVault(header.vault);
    const signing = new SigningKeys(this.#connection, header.vault, vaultKey);
    this.#inside = { keys, signing, disk };
    this.#hasHeader = true;
    this.dispatchEvent(new Event('change'));
    return disk;
  }

  #leave(): void {
    this.#inside?.disk.leave();
    this.#inside?.keys.drop();
    this.#inside = null;
  }

  #know(hasHeader: boolean): void {
    if (hasHeader === this.#hasHeader) return;
    this.#hasHeader = hasHeader;
    this.dispatchEvent(new Event('change'));
  }

  /** Told while locked too: a browser that threw the vault away must not look like one that never had one. */
  #miss(header: VaultHeader | null, heads: readonly HeadRecord[]): void {
    const { sentinel } = this.#parts;
    const missed = sentinel.check(heads);
    const isAnother = sentinel.vault !== null && sentinel.vault !== (header && nameFor(header.vault));
    const isTold = missed.some(({ code }) => code === 'drafts-gone' || code === 'data-loss');
    this.#missed = isAnother && !isTold ? [{ code: 'drafts-gone', place: {}, detail: '0' }, ...missed] : missed;
  }

  #listen(): void {
    this.#connection.addEventListener('change', () => {
      if (this.#inside === null) this.dispatchEvent(new Event('change'));
    });
  }
}
