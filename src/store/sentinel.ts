import type { Problem } from '../model/problem.ts';
import type { Revision } from '../session/ports.ts';
import type { DraftKind, HeadRecord } from './db.ts';
import { sha256Hex } from './sha256.ts';

/** The one without a number was the trial's. */
const key = 'homeward-sentinel-2';

export type SentinelStorage = Pick<Storage, 'getItem' | 'setItem'> & Partial<Pick<Storage, 'removeItem'>>;
export type Revisions = Readonly<Record<string, Revision>>;

/**
 * Remembers, outside the database, how many drafts there are and how far each had got.
 *
 * A browser that deletes or re-creates a damaged database does so silently; this is how we notice. Holds shortened
 * hashes of draft ids and revisions, nothing else.
 */
export class Sentinel {
  readonly #kind: DraftKind;
  readonly #storage: SentinelStorage | null;
  #blind: boolean;

  /** `storage` is null where the page may not use any. */
  constructor(kind: DraftKind, storage: SentinelStorage | null) {
    this.#kind = kind;
    this.#storage = storage;
    this.#blind = storage === null;
  }

  /** How far draft `id` had got; 0 where it is not known. */
  known(id: string): Revision {
    return this.#revisions()[nameFor(id)] ?? 0;
  }

  /** What is remembered now, for `check`: read before the heads, or a write in between would look like a loss. */
  recall(): Revisions {
    return this.#revisions();
  }

  /** Whether the browser once said that it threw the drafts away itself; forgotten once the losses are accepted. */
  get thrownAway(): boolean {
    return this.#everything()[thrown(this.#kind)] === true;
  }

  noteThrownAway(): void {
    this.#put({ [thrown(this.#kind)]: true });
  }

  /** The name of the encrypted vault that was made here; null where none is known. */
  get vault(): string | null {
    const known = this.#everything().vault;
    return typeof known === 'string' ? known : null;
  }

  noteVault(vault: string): void {
    this.#put({ vault: nameFor(vault) });
  }

  /** Forgets every draft of this kind, and the vault: somebody wiped them. */
  forgetAll(): void {
    this.#put({ [this.#kind]: undefined, [thrown(this.#kind)]: undefined, vault: undefined });
  }

  note(id: string, revision: Revision): void {
    this.#write({ ...this.#revisions(), [nameFor(id)]: revision });
  }

  forget(id: string): void {
    const name = nameFor(id);
    this.#write(Object.fromEntries(Object.entries(this.#revisions()).filter(([each]) => each !== name)));
  }

  /** Takes `heads` for all there is: what is missing is no longer missed. */
  accept(heads: readonly HeadRecord[]): void {
    this.#put({ [thrown(this.#kind)]: undefined });
    this.#write(
      Object.fromEntries(
        heads.filter(({ revision }) => revision > 0).map(({ id, revision }) => [nameFor(id), revision]),
      ),
    );
  }

  /**
   * What the database should hold and does not: `drafts-gone` with how many (`data-loss` where the browser said so
   * itself), `draft-older` with the draft's id; `no-sentinel` where nothing can be remembered.
   */
  check(heads: readonly HeadRecord[], remembered = this.#revisions()): readonly Problem[] {
    const found = new Map(heads.map((head) => [nameFor(head.id), head]));
    const expected = Object.entries(remembered);
    const gone = expected.filter(([name]) => !found.has(name)).length;
    const older = expected.flatMap(([name, revision]) => {
      const head = found.get(name);
      return head !== undefined && head.revision > 0 && head.revision < revision ? [head.id] : [];
    });
    return [
      ...(gone > 0 ? [{ code: this.thrownAway ? 'data-loss' : 'drafts-gone', place: {}, detail: String(gone) }] : []),
      ...older.map((id) => ({ code: 'draft-older', place: {}, detail: id })),
      ...(this.#blind ? [{ code: 'no-sentinel', place: {} }] : []),
    ];
  }

  #revisions(): Revisions {
    return revisionsIn(this.#everything()[this.#kind]);
  }

  #everything(): Readonly<Record<string, unknown>> {
    try {
      return thing(JSON.parse(this.#storage?.getItem(key) ?? '{}'));
    } catch {
      this.#blind = true; // storage is closed to us, or somebody else wrote there
      return {};
    }
  }

  #write(revisions: Revisions): void {
    this.#put({ [this.#kind]: revisions });
  }

  #put(more: Readonly<Record<string, unknown>>): void {
    try {
      this.#storage?.setItem(key, JSON.stringify({ ...this.#everything(), ...more }));
    } catch {
      this.#blind = true;
    }
  }
}

const thrown = (kind: DraftKind): string => `${kind}-thrown-away`;

/** What may be shown or kept of an id outside the database. */
export function nameFor(id: string): string {
  return sha256Hex(new TextEncoder().encode(id)).slice(0, 16);
}

function revisionsIn(value: unknown): Revisions {
  return Object.fromEntries(
    Object.entries(thing(value)).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1])),
  );
}

function thing(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
