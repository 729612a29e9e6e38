import type { Assessment, Edit } from '../model/assessment.ts';
import { outcome, type Outcome, type Problem } from '../model/problem.ts';
import type { Draft, DraftSummary, Repair, Revision, VaultState } from '../session/ports.ts';
import type { KeptVault } from '../store/kept-vault.ts';
import type { RealVault, Vaults } from '../store/open-vaults.ts';

export type DraftKind = DraftSummary['kind'];
type Bytes = Parameters<KeptVault['putBlob']>[2];

/**
 * Both vaults as one: lists what can be read now, and finds the right one for each draft, so that pages need not know.
 *
 * Fires what either of them fires.
 */
export class BothVaults extends EventTarget implements KeptVault {
  readonly training: KeptVault;
  readonly real: RealVault | null;
  /** Why there can be no real drafts here; null where there can. */
  readonly why: Problem | null;
  readonly #kinds = new Map<string, DraftKind>();
  #locked = 0;

  constructor({ training, real, why }: Vaults) {
    super();
    this.training = training;
    this.real = real;
    this.why = why;
    for (const vault of [training, real])
      for (const type of ['closing', 'change'])
        vault?.addEventListener(type, () => this.dispatchEvent(new Event(type)));
  }

  /** How all of it stands: `suspect` where either is; otherwise as training drafts, which are always at hand. */
  get state(): VaultState {
    return this.real?.state === 'suspect' ? 'suspect' : this.training.state;
  }

  /** Whether there are real drafts that nobody can read now. */
  get isLocked(): boolean {
    return this.real?.state === 'locked';
  }

  /** How many real drafts are locked, as `list()` found it. */
  get locked(): number {
    return this.#locked;
  }

  get warnings(): readonly Problem[] {
    return [...this.training.warnings, ...(this.real?.warnings ?? [])];
  }

  /** How drafts of `kind` are kept. */
  stateOf(kind: DraftKind): VaultState {
    return (kind === 'real' ? this.real : this.training)?.state ?? 'none';
  }

  /** What can be read now, the one changed last first: while real drafts are locked, only the others. */
  async list(): Promise<Outcome<readonly DraftSummary[]>> {
    const count = this.isLocked ? await this.real?.count() : undefined;
    this.#locked = count?.ok ? count.value : 0;
    const lists = await Promise.all([this.training.list(), ...(this.#readable ? [this.#readable.list()] : [])]);
    const drafts: DraftSummary[] = [];
    for (const list of lists) {
      if (list.ok) drafts.push(...list.value);
      // Locked while it was being listed: then it is not to be read now, which is no fault.
      else if (list.problems[0].code !== 'locked') return list;
    }
    for (const { id, kind } of drafts) this.#kinds.set(id, kind);
    return outcome(
      drafts.sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1)),
      [],
    );
  }

  /** Besides the vaults' own problems: `locked` for a draft that is not a training draft while real ones are locked. */
  async load(id: string): Promise<Outcome<Draft>> {
    const first = this.#kinds.get(id) === 'real' ? null : await this.training.load(id);
    if (first && !isUnknown(first)) {
      this.#kinds.set(id, 'training');
      return first;
    }
    const real = await this.#begun?.load(id);
    if (!real || isUnknown(real)) return { ok: false, problems: [this.#lost] };
    this.#kinds.set(id, 'real');
    return real;
  }

  // Not async: while a page goes away the vault must be reached before this returns.
  append(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>> {
    this.#kinds.set(id, after.kind);
    return this.#holding(id)?.append(id, expected, edits, after) ?? this.#nowhere();
  }

  remove(id: string): Promise<Outcome<null>> {
    return this.#holding(id)?.remove(id) ?? this.#nowhere();
  }

  putBlob(draft: string, sha256: string, bytes: Bytes): Promise<Outcome<null>> {
    return this.#holding(draft)?.putBlob(draft, sha256, bytes) ?? this.#nowhere();
  }

  getBlob(draft: string, sha256: string): Promise<Outcome<Bytes>> {
    return this.#holding(draft)?.getBlob(draft, sha256) ?? this.#nowhere();
  }

  tell(problem: Problem): void {
    this.training.tell(problem);
  }

  trustAgain(): void {
    this.training.trustAgain();
    this.real?.trustAgain();
  }

  async repair(): Promise<Repair | null> {
    const { BothRepair } = await import('./both-repair.ts');
    const [training, real] = await Promise.all([this.training.repair(), this.#readable?.repair() ?? null]);
    return training || real ? new BothRepair(training, real) : null;
  }

  async acceptLosses(): Promise<void> {
    await Promise.all([this.training.acceptLosses(), this.isLocked ? null : this.real?.acceptLosses()]);
  }

  close(): void {
    this.training.close();
    this.real?.close();
  }

  /** Why there is no such draft: where a browser threw drafts away, or opens none, nobody can know that it was not among them. */
  get #lost(): Problem {
    const lost =
      (this.#begun ? [] : (this.real?.warnings ?? [])).find(
        ({ code }) => code === 'drafts-gone' || code === 'data-loss',
      ) ??
      this.warnings.find(({ code, detail = '' }) =>
        code === 'memory-only' ? detail.endsWith('Error') : code === 'newer-than-program' && detail === '',
      );
    if (!lost) return { code: 'no-such-draft', place: {} };
    return { ...lost, code: lost.code === 'memory-only' ? 'not-read' : lost.code, place: {} };
  }

  /** The vault of real drafts, once it has been made. */
  get #begun(): RealVault | null {
    return this.real && this.real.state !== 'none' ? this.real : null;
  }

  get #readable(): RealVault | null {
    return this.isLocked ? null : this.#begun;
  }

  /** The vault of a draft that was listed, opened or written here before; any other is a training draft. */
  #holding(id: string): KeptVault | null {
    return this.#kinds.get(id) === 'real' ? this.real : this.training;
  }

  #nowhere<T>(): Promise<Outcome<T>> {
    return Promise.resolve({ ok: false, problems: [this.why ?? { code: 'no-secure-context', place: {} }] });
  }
}

function isUnknown(draft: Outcome<Draft>): boolean {
  return !draft.ok && draft.problems[0].code === 'no-such-draft';
}
