import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, type Problem, problem } from '../model/problem.ts';
import type { Draft, DraftSummary, Repair, Revision, VaultState } from '../session/ports.ts';
import { Connection, type ConnectionParts } from './connection.ts';
import { type DraftKind, type HeadRecord, keysOf } from './db.ts';
import { opened, recordsOf } from './draft-records.ts';
import { type Bytes, recordId, type Seal } from './envelope.ts';
import { insistItBelongs, type KeptVault } from './kept-vault.ts';
import { isSummary, read } from './pieces.ts';
import type { Sentinel } from './sentinel.ts';
import { insistOn, unchanged } from './shelf.ts';
import { isDone, requestsOf, type Step } from './step.ts';

const conflict: Problem = { code: 'conflict', place: {} };

/** A snapshot is taken once this many edits lie beyond the newest one. */
const editsPerSnapshot = 100;

/** What the last write or load left: how far the draft is, and how far beyond its newest readable snapshot. */
interface Tail {
  readonly revision: Revision;
  readonly snapshot: Revision;
  readonly editsSince: number;
}

export interface DiskVaultParts extends ConnectionParts {
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
  #noticed: readonly Problem[] = [];
  #repair: Promise<Repair> | null = null;

  /** Rejects with a DOMException where the browser gives no database. */
  static async open(parts: DiskVaultParts): Promise<DiskVault> {
    return new DiskVault(parts, await Connection.open(parts));
  }

  private constructor({ kind, seal, sentinel }: DiskVaultParts, connection: Connection) {
    super();
    this.#kind = kind;
    this.#seal = seal;
    this.#sentinel = sentinel;
    this.#connection = connection;
    if (connection.thrownAway) sentinel.noteThrownAway();
    for (const type of ['closing', 'change'])
      connection.addEventListener(type, () => this.dispatchEvent(new Event(type)));
  }

  get state(): VaultState {
    return this.#connection.refusal === null ? 'open' : 'suspect';
  }

  get warnings(): readonly Problem[] {
    const refusal = this.#connection.refusal;
    return refusal === null ? this.#noticed : [refusal, ...this.#noticed];
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
    const known = this.#sentinel.known(id);
    const records = await this.#connection.read((db) => recordsOf(db, id));
    if (!records.ok) return records;
    const assembled = await opened(this.#seal, records.value);
    if (!assembled.ok) return assembled.problems[0].code === 'no-such-draft' ? this.#missing(known) : assembled;
    const { draft, from } = assembled.value;
    if (known > draft.revision) return problem('draft-older', {}, `${draft.revision} of ${known}`);
    this.#tails.set(id, { revision: draft.revision, snapshot: from, editsSince: draft.edits.length });
    return { ok: true, value: draft };
  }

  async append(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>> {
    insistItBelongs(id, this.#kind, after);
    const known = this.#tails.get(id);
    const tail = known?.revision === expected ? known : null;
    const editsSince = (tail?.editsSince ?? 0) + edits.length;
    const isKnown = tail !== null && editsSince < editsPerSnapshot;
    const step = { id, expected, edits, after, ...(isKnown ? {} : { snapshot: { keeps: tail?.snapshot ?? 0 } }) };
    // Where there is no head at all, nothing in the transaction would object to a revision that never was.
    const isStranger = tail === null && expected > 0 && !(await this.#isAt(id, expected));
    const fault = isStranger ? conflict : await this.#take(step);
    if (fault !== null && !(fault.code === 'conflict' && (await this.#isDone(step)))) {
      return { ok: false, problems: [fault] };
    }
    const revision = expected + 1;
    this.#tails.set(id, isKnown ? { ...tail, revision, editsSince } : { revision, snapshot: revision, editsSince: 0 });
    this.#sentinel.note(id, revision);
    return { ok: true, value: revision };
  }

  async remove(id: string): Promise<Outcome<null>> {
    const range = keysOf(id);
    const fault = await this.#connection.write([
      ...(['head', 'journal', 'snapshot', 'blob'] as const).map((to) => ({ to, remove: range })),
      { to: 'head', add: { id, revision: 0, envelope: null } },
    ]);
    if (fault !== null) return { ok: false, problems: [fault] };
    this.#tails.delete(id);
    this.#sentinel.forget(id);
    return { ok: true, value: null };
  }

  async putBlob(draft: string, sha256: string, bytes: Bytes): Promise<Outcome<null>> {
    insistOn(sha256, bytes);
    const head = await this.#connection.read((db) => db.getFromIndex('head', 'id', draft));
    if (!head.ok) return head;
    if (head.value === undefined || head.value.revision === 0) return problem('no-such-draft');
    const envelope = await this.#seal.enclose(recordId('blob', draft, sha256), bytes);
    const fault = await this.#connection.write([{ to: 'blob', put: { id: draft, sha256, envelope } }]);
    return fault === null ? { ok: true, value: null } : { ok: false, problems: [fault] };
  }

  async getBlob(draft: string, sha256: string): Promise<Outcome<Bytes>> {
    const record = await this.#connection.read((db) => db.get('blob', [draft, sha256]));
    if (!record.ok) return record;
    if (record.value === undefined) return problem('no-such-file');
    const bytes = await this.#seal.open(recordId('blob', draft, sha256), record.value.envelope);
    return bytes.ok ? unchanged(sha256, bytes.value) : bytes;
  }

  async acceptLosses(): Promise<void> {
    const heads = await this.#connection.read((db) => db.getAll('head'));
    if (!heads.ok) {
      this.#notice([...this.#noticed, ...heads.problems]);
      return;
    }
    this.#sentinel.accept(heads.value);
    await this.list();
  }

  repair(): Promise<Repair> {
    const parts = { kind: this.#kind, seal: this.#seal, sentinel: this.#sentinel, connection: this.#connection };
    this.#repair ??= import('./repair.ts').then(({ DiskRepair }) => new DiskRepair(parts));
    return this.#repair;
  }

  /** Lets writers write, then closes until it is asked again: see `Connection.rest`. */
  rest(): void {
    this.dispatchEvent(new Event('closing'));
    this.#connection.rest();
  }

  close(): void {
    this.#connection.close();
  }

  /** A draft that nothing here is left of: one that nobody knows, or one that this browser lost. */
  #missing(known: Revision): Outcome<Draft> {
    if (known === 0) return problem('no-such-draft');
    return problem(this.#sentinel.thrownAway ? 'data-loss' : 'drafts-gone');
  }

  /** Null once `step` is durable. */
  async #take(step: Step): Promise<Problem | null> {
    const requests = requestsOf(this.#seal, step);
    // Awaiting what is here already would cost a turn, and inside a page-hide event there may be no other.
    return this.#connection.write(requests instanceof Promise ? await requests : requests);
  }

  async #isAt(id: string, revision: Revision): Promise<boolean> {
    const head = await this.#connection.read((db) => db.getFromIndex('head', 'id', id));
    return !head.ok || head.value?.revision === revision; // where reading fails, writing says why
  }

  async #isDone(step: Step): Promise<boolean> {
    const records = await this.#connection.read((db) => recordsOf(db, step.id));
    return records.ok && isDone(this.#seal, step, records.value);
  }

  async #summary({ id, revision, envelope }: HeadRecord): Promise<Outcome<DraftSummary> | null> {
    if (revision === 0) return null;
    const bytes = await this.#seal.open(recordId('head', id, revision), envelope);
    const summary = bytes.ok ? read(bytes.value, isSummary) : bytes;
    return summary.ok ? summary : problem(summary.problems[0].code, {}, id);
  }

  #notice(problems: readonly Problem[]): void {
    const changed = JSON.stringify(problems) !== JSON.stringify(this.#noticed);
    this.#noticed = problems;
    if (changed) this.dispatchEvent(new Event('change'));
  }
}
