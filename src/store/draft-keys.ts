import type { KeysInHand } from './aes-seal.ts';
import type { Bytes, KeyRecord } from './envelope.ts';
import { randomBytes, unwrap, wrap } from './wrap.ts';

interface InHand {
  readonly key: Bytes;
  readonly record: KeyRecord;
}

/** The keys of the drafts somebody works on, unwrapped, until the vault is locked. */
export class OpenKeys implements KeysInHand {
  readonly #own: Bytes;
  readonly #vault: string;
  readonly #vaultKey: CryptoKey;
  readonly #inHand = new Map<string, InHand>();
  /** Two writers that make one draft at once must do so with one key. */
  readonly #making = new Map<string, Promise<KeyRecord>>();
  #dropped = false;

  constructor(vault: string, vaultKey: CryptoKey, own: Bytes) {
    this.#vault = vault;
    this.#vaultKey = vaultKey;
    this.#own = own;
  }

  get own(): Bytes | null {
    return this.#dropped ? null : this.#own;
  }

  of(draft: string): Bytes | null {
    return this.#inHand.get(draft)?.key ?? null;
  }

  begin(draft: string): KeyRecord | Promise<KeyRecord> {
    const known = this.#inHand.get(draft);
    if (known) return known.record;
    const making = this.#making.get(draft) ?? this.#make(draft);
    this.#making.set(draft, making);
    return making;
  }

  async learn(draft: string, found: KeyRecord | undefined): Promise<void> {
    if (found === undefined || isSame(this.#inHand.get(draft)?.record, found)) return;
    const key = await unwrap(this.#vaultKey, this.#nameOf(draft), found.wrapped);
    // One that does not open is left: what it closed will not open either, and that is where it is told.
    if (key === null) this.#inHand.delete(draft);
    else this.#keep(draft, { key, record: found });
  }

  forget(draft: string): void {
    this.#inHand.get(draft)?.key.fill(0);
    this.#inHand.delete(draft);
  }

  /** Overwrites every key. The browser may have copied them; more than this a page cannot do. */
  drop(): void {
    this.#dropped = true;
    for (const draft of [...this.#inHand.keys()]) this.forget(draft);
    this.#own.fill(0);
  }

  async #make(draft: string): Promise<KeyRecord> {
    const key = randomBytes(32);
    const record = { id: draft, wrapped: await wrap(this.#vaultKey, this.#nameOf(draft), key) };
    this.#making.delete(draft);
    this.#keep(draft, { key, record });
    return record;
  }

  #keep(draft: string, inHand: InHand): void {
    if (this.#dropped) inHand.key.fill(0);
    else this.#inHand.set(draft, inHand);
  }

  #nameOf(draft: string): string {
    return draftKeyName(this.#vault, draft);
  }
}

/** What a draft's wrapped key is bound to. */
export function draftKeyName(vault: string, draft: string): string {
  return `homeward/v1|dek|${vault}|${draft}`;
}

function isSame(one: KeyRecord | undefined, other: KeyRecord): boolean {
  return one !== undefined && String(one.wrapped.bytes) === String(other.wrapped.bytes);
}
