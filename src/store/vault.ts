import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, type Problem, problem } from '../model/problem.ts';
import type { Draft, DraftSummary, Revision, VaultState } from '../session/ports.ts';
import { type Link, linkIn } from './chain.ts';
import { Connection, type ConnectionParts } from './connection.ts';
import { type DraftKind, type HeadRecord, keysOf } from './db.ts';
import { opened, recordsOf } from './draft-records.ts';
import { areSame, type Bytes, isSealed, recordId, type Seal, type SealedEnvelope } from './envelope.ts';
import { insistItBelongs, type KeptVault } from './kept-vault.ts';
import { isSummary, read } from './pieces.ts';
import type { DiskRepair } from './repair.ts';
import type { Sentinel } from './sentinel.ts';
import { insistOn, unchanged } from './shelf.ts';
import { isDone, sealed, type Step } from './step.ts';

const conflict: Problem = { code: 'conflict', place: {} };

/** A snapshot is taken once this many edits lie beyond the newest one. */
const editsPerSnapshot = 100;

/** What the last write or load left: how far the draft is, and how far beyond its newest readable snapshot. */
interface Tail {
  readonly revision: Revision;
  readonly snapshot: Revision;
  readonly editsSince: number;
  /** The journal entry at `revision`. */
  readonly link: Link;
}

export interface DiskVaultParts {
  readonly kind: DraftKind;
  readonly seal: Seal;
  readonly sentinel: Sentinel;
}

/** Drafts in IndexedDB. SPEC.md says what holds for them. */
export class DiskVault extends EventTarget implements KeptVault {
  readonly #kind: DraftKind;
  readonly #seal: Seal;
  readonly #sentinel: Sentinel;
  readonly #connection: Connection;
  readonly #tails = new Map<string, Tail>();
  /** What encrypted heads opened to, by draft: opening a thousand takes longer than everything else about a list. */
  readonly #shown = new Map<string, { readonly envelope: SealedEnvelope; readonly summary: Outcome<DraftSummary> }>();
  /** Drafts that opened although a piece of them cannot be read. */
  readonly #hurt = new Set<string>();
  readonly #gone = new AbortController();
  #noticed: readonly Problem[] = [];
  #told: readonly Problem[] = [];
  #repair: Promise<DiskRepair> | null = null;

  /** Rejects with a DOMException where the browser gives no database. */
  static async open(parts: DiskVaultParts & ConnectionParts): Promise<DiskVault> {
    return new DiskVault(parts, await Connection.open(parts));
  }

  /** On a connection that is open already, and may outlive it. */
  constructor({ kind, seal, sentinel }: DiskVaultParts, connection: Connection) {
    super();
    this.#kind = kind;
    this.#seal = seal;
    this.#sentinel = sentinel;
    this.#connection = connection;
    if (connection.thrownAway) sentinel.noteThrownAway();
    for (const type of ['closing', 'change'])
      connection.addEventListener(type, () => this.dispatchEvent(new Event(type)), { signal: this.#gone.signal });
  }

  get state(): VaultState {
    return this.#connection.refusal === null ? 'open' : 'suspect';
  }

  get warnings(): readonly Problem[] {
    const refusal = this.#connection.refusal;
    return [...(refusal === null ? [] : [refusal]), ...this.#told, ...this.#noticed];
  }

  tell(problem: Problem): void {
    this.#told = [...this.#told, problem];
    this.dispatchEvent(new Event('change'));
  }

  async list(): Promise<Outcome<readonly DraftSummary[]>> {
    const remembered = this.#sentinel.recall();
    const heads = await this.#connection.read((db) => db.getAll('head'));
    if (!heads.ok) return heads;
    const summaries = await Promise.all(heads.value.map((head) => this.#summary(head)));
    // One draft that cannot be read must not hide the others.
    const unread = summaries.flatMap((summary) => (summary === null || summary.ok ? [] : summary.problems));
    this.#notice([...this.#sentinel.check(heads.value, remembered), ...unread]);
    return { ok: true, value: summaries.flatMap((summary) => (summary?.ok ? [summary.value] : [])) };
  }

  async load(id: string): Promise<Outcome<Draft>> {
    const found = await this.#load(id);
    // What the database lacks may be in its standing copy, which is compared only after opening.
    const isLess = !found.ok && ['draft-older', 'drafts-gone', 'data-loss'].includes(found.problems[0].code);
    if (isLess && (await this.#connection.isCopyInStep())) return this.#load(id);
    const isHurt = found.ok ? this.#hurt.has(id) : found.problems[0].code === 'damaged';
    return isHurt && (await this.#heals((repair) => repair.heal(id))) ? this.#load(id) : found;
  }

  async append(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>> {
    insistItBelongs(id, this.#kind, after);
    const known = this.#tails.get(id);
    const tail = known?.revision === expected ? known : null;
    const editsSince = (tail?.editsSince ?? 0) + edits.length;
    // Without edits there is nothing that would lead to `after`: it is written whole.
    const isKnown = tail !== null && edits.length > 0 && editsSince < editsPerSnapshot;
    const snapshot = isKnown ? {} : { snapshot: { keeps: tail?.snapshot ?? 0 } };
    const follows = tail?.link ?? (expected === 0 ? '' : await this.#linkAt(id, expected));
    const step = { id, expected, edits, after, ...snapshot };
    let link = typeof follows === 'string' ? await this.#take({ ...step, link: follows }) : follows;
    if (typeof link !== 'string' && link.code === 'conflict') link = (await this.#linkIfDone(step)) ?? link;
    if (typeof link !== 'string') return { ok: false, problems: [link] };
    const revision = expected + 1;
    const now = isKnown ? { ...tail, editsSince } : { snapshot: revision, editsSince: 0 };
    this.#tails.set(id, { ...now, revision, link });
    this.#sentinel.note(id, revision);
    return { ok: true, value: revision };
  }

  async remove(id: string): Promise<Outcome<null>> {
    const removed = await this.removeAll(id);
    return removed.ok ? { ok: true, value: null } : removed;
  }

  /** As `remove`; how many pieces that lay aside would not go. */
  async removeAll(id: string): Promise<Outcome<number>> {
    const range = keysOf(id);
    const fault = await this.#connection.write([
      { to: 'dek', remove: IDBKeyRange.only(id) }, // first: without it the rest is noise
      ...(['head', 'journal', 'snapshot', 'blob'] as const).map((to) => ({ to, remove: range })),
      { to: 'head', add: { id, revision: 0, envelope: null } },
    ]);
    if (fault !== null) return { ok: false, problems: [fault] };
    this.#tails.delete(id);
    this.#seal.keys?.forget(id);
    this.#sentinel.forget(id);
    // Only now: the write above must begin at once, for the page may be going away.
    const aside = await this.repair().then(
      (repair) => repair.letGoOf(id),
      () => 1, // not to be fetched now, so nobody knows
    );
    return { ok: true, value: aside };
  }

  async putBlob(draft: string, sha256: string, bytes: Bytes): Promise<Outcome<null>> {
    insistOn(sha256, bytes);
    const head = await this.#headOf(draft);
    if (!head.ok) return head;
    if (head.value === undefined || head.value.revision === 0) return problem('no-such-draft');
    const envelope = await this.#seal.enclose(recordId('blob', draft, sha256), bytes);
    const fault = await this.#connection.write([{ to: 'blob', put: { id: draft, sha256, envelope } }]);
    return fault === null ? { ok: true, value: null } : { ok: false, problems: [fault] };
  }

  async getBlob(draft: string, sha256: string, mayHeal = true): Promise<Outcome<Bytes>> {
    const record = await this.#connection.read((db) => db.get('blob', [draft, sha256]));
    if (!record.ok) return record;
    if (record.value === undefined) return problem('no-such-file');
    const head = await this.#headOf(draft);
    if (!head.ok) return head;
    const bytes = await this.#seal.open(recordId('blob', draft, sha256), record.value.envelope);
    const file = bytes.ok ? unchanged(sha256, bytes.value) : bytes;
    const isHurt = mayHeal && !file.ok && file.problems[0].code === 'damaged';
    if (!isHurt || !(await this.#heals((repair) => repair.healFile(draft, sha256)))) return file;
    return this.getBlob(draft, sha256, false);
  }

  trustAgain(): void {
    this.#connection.trustAgain();
  }

  async acceptLosses(): Promise<void> {
    const heads = await this.#connection.read((db) => db.getAll('head'));
    if (!heads.ok) {
      this.#notice([...this.#noticed, ...heads.problems]);
      return;
    }
    this.#sentinel.accept(heads.value);
    this.#told = [];
    await this.list();
  }

  repair(): Promise<DiskRepair> {
    const parts = { kind: this.#kind, seal: this.#seal, sentinel: this.#sentinel, connection: this.#connection };
    this.#repair ??= import('./repair.ts').then(({ DiskRepair }) => new DiskRepair(parts));
    return this.#repair;
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

  /** Lets go of its connection, which stays open. */
  leave(): void {
    this.#gone.abort();
  }

  close(): void {
    this.#connection.close();
  }

  /** Whether the standing copy had what was damaged; the person is told. */
  async #heals(work: (repair: DiskRepair) => Promise<boolean>): Promise<boolean> {
    const isHealed = await this.repair().then(work, () => false);
    if (isHealed && !this.#told.some(({ code }) => code === 'mended')) this.tell({ code: 'mended', place: {} });
    return isHealed;
  }

  async #load(id: string): Promise<Outcome<Draft>> {
    const known = this.#sentinel.known(id);
    const records = await this.#connection.read((db) => recordsOf(db, id));
    if (!records.ok) return records;
    const assembled = await opened(this.#seal, records.value);
    if (!assembled.ok) return assembled.problems[0].code === 'no-such-draft' ? this.#missing(known) : assembled;
    const { draft, from, isWhole } = assembled.value;
    if (isWhole) this.#hurt.delete(id);
    else this.#hurt.add(id);
    if (known > draft.revision) return problem('draft-older', {}, `${draft.revision} of ${known}`);
    const link = linkIn(records.value.head?.envelope ?? null);
    this.#tails.set(id, { revision: draft.revision, snapshot: from, editsSince: draft.edits.length, link });
    return { ok: true, value: draft };
  }

  /** A draft that nothing here is left of: one that nobody knows, or one that this browser lost. */
  #missing(known: Revision): Outcome<Draft> {
    if (known === 0) return problem('no-such-draft');
    return problem(this.#sentinel.thrownAway ? 'data-loss' : 'drafts-gone');
  }

  /** The link to the entry of `step` once it is durable, or why it is not. */
  async #take(step: Step): Promise<Link | Problem> {
    const soon = sealed(this.#seal, step);
    // Awaiting what is here already would cost a turn, and inside a page-hide event there may be no other.
    const { requests, link } = soon instanceof Promise ? await soon : soon;
    return (await this.#connection.write(requests)) ?? link;
  }

  /** The link to the entry of `step` where it had been given up as lost and came through; otherwise null. */
  async #linkIfDone(step: Omit<Step, 'link'>): Promise<Link | null> {
    const records = await this.#connection.read((db) => recordsOf(db, step.id));
    const isOurs = records.ok && (await isDone(this.#seal, step, records.value));
    return isOurs ? linkIn(records.value.head?.envelope ?? null) : null;
  }

  /** The link to the entry at `revision` for a writer who has not loaded the draft, or why nothing can follow it. */
  async #linkAt(id: string, revision: Revision): Promise<Link | Problem> {
    if (this.#connection.refusal !== null) return this.#connection.refusal;
    const head = await this.#headOf(id);
    if (!head.ok) return { ...head.problems[0], code: 'not-saved' };
    // Where there is no head at all, nothing in the transaction would object to a revision that never was.
    return head.value?.revision === revision ? linkIn(head.value.envelope) : conflict;
  }

  /** The head of a draft, whose key is then in hand. */
  async #headOf(id: string): Promise<Outcome<HeadRecord | undefined>> {
    const found = await this.#connection.read(async (db) => {
      const transaction = db.transaction(['head', 'dek'], 'readonly');
      return Promise.all([
        transaction.objectStore('head').index('id').get(id),
        transaction.objectStore('dek').get(id),
        transaction.done,
      ]);
    });
    if (!found.ok) return found;
    const [head, key] = found.value;
    await this.#seal.keys?.learn(id, key);
    return { ok: true, value: head };
  }

  async #summary({ id, revision, envelope }: HeadRecord): Promise<Outcome<DraftSummary> | null> {
    if (revision === 0) return null;
    const shown = this.#shown.get(id);
    if (shown && areSame(shown.envelope, envelope)) return shown.summary;
    const bytes = await this.#seal.open(recordId('head', id, revision), envelope);
    const summary = bytes.ok ? read(bytes.value, isSummary) : bytes;
    if (!summary.ok) return problem(summary.problems[0].code, {}, id);
    if (isSealed(envelope)) this.#shown.set(id, { envelope, summary });
    return summary;
  }

  #notice(problems: readonly Problem[]): void {
    const changed = JSON.stringify(problems) !== JSON.stringify(this.#noticed);
    this.#noticed = problems;
    if (changed) this.dispatchEvent(new Event('change'));
  }
}
