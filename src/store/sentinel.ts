import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Problem } from '../model/problem.ts';
import type { Revision } from '../session/ports.ts';
import type { DraftKind, HeadRecord } from './db.ts';

const key = 'homeward-sentinel';

export type SentinelStorage = Pick<Storage, 'getItem' | 'setItem'>;
type Revisions = Readonly<Record<string, Revision>>;

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

  note(id: string, revision: Revision): void {
    this.#write({ ...this.#revisions(), [nameFor(id)]: revision });
  }

  forget(id: string): void {
    const name = nameFor(id);
    this.#write(Object.fromEntries(Object.entries(this.#revisions()).filter(([each]) => each !== name)));
  }

  /** Takes `heads` for all there is: what is missing is no longer missed. */
  accept(heads: readonly HeadRecord[]): void {
    this.#write(
      Object.fromEntries(
        heads.filter(({ revision }) => revision > 0).map(({ id, revision }) => [nameFor(id), revision]),
      ),
    );
  }

  /**
   * What the database should hold and does not: `drafts-gone` with how many, `draft-older` with the draft's id;
   * `no-sentinel` where nothing can be remembered.
   */
  check(heads: readonly HeadRecord[]): readonly Problem[] {
    const found = new Map(heads.map((head) => [nameFor(head.id), head]));
    const expected = Object.entries(this.#revisions());
    const gone = expected.filter(([name]) => !found.has(name)).length;
    const older = expected.flatMap(([name, revision]) => {
      const head = found.get(name);
      return head !== undefined && head.revision > 0 && head.revision < revision ? [head.id] : [];
    });
    return [
      ...(gone > 0 ? [{ code: 'drafts-gone', place: {}, detail: String(gone) }] : []),
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
    try {
      this.#storage?.setItem(key, JSON.stringify({ ...this.#everything(), [this.#kind]: revisions }));
    } catch {
      this.#blind = true;
    }
  }
}

function nameFor(id: string): string {
  return bytesToHex(sha256(utf8ToBytes(id))).slice(0, 16);
}

function revisionsIn(value: unknown): Revisions {
  return Object.fromEntries(
    Object.entries(thing(value)).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1])),
  );
}

function thing(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
