import { type Outcome, problem } from '../model/problem.ts';
import type { LockableVault, Receipt, RecoverySheet } from '../session/ports.ts';
import type { Bytes } from './envelope.ts';
import { algorithmOf, kindOf, type KeptKey, type KeyShelf } from './key-shelf.ts';
import { MemoryVault } from './memory-vault.ts';
import { nameFor } from './sentinel.ts';

/** Real drafts where nothing outlives the page: there is nothing to encrypt, so nothing to unlock. */
export class MemoryRealVault extends MemoryVault implements LockableVault, KeyShelf {
  readonly #keys = new Map<string, { readonly details: Bytes; readonly secret: CryptoKey | null }>();

  create(): Promise<Outcome<RecoverySheet>> {
    return Promise.resolve(problem('memory-only'));
  }

  unlock(): Promise<Outcome<null>> {
    return Promise.resolve({ ok: true, value: null });
  }

  /** Locks nothing, for there is no key that could bring it back; whoever holds answers is told to flush all the same. */
  lock(): void {
    this.dispatchEvent(new Event('closing'));
  }

  async count(): Promise<Outcome<number>> {
    const listed = await this.list();
    return listed.ok ? { ok: true, value: listed.value.length } : listed;
  }

  changePassphrase(): Promise<Outcome<null>> {
    return Promise.resolve(problem('memory-only'));
  }

  renewRecovery(): Promise<Outcome<RecoverySheet>> {
    return Promise.resolve(problem('memory-only'));
  }

  changeCouncil(): Promise<Outcome<null>> {
    return Promise.resolve(problem('memory-only'));
  }

  council(): Promise<Outcome<null>> {
    return Promise.resolve({ ok: true, value: null });
  }

  async keepKey(id: string, key: CryptoKey, details: Bytes): Promise<Outcome<null>> {
    if (this.#keys.has(id)) return problem('conflict');
    const { subtle } = crypto;
    const bytes = new Uint8Array(await subtle.exportKey('pkcs8', key));
    const secret = await subtle.importKey('pkcs8', bytes, algorithmOf(kindOf(key)), false, ['sign']);
    bytes.fill(0);
    this.#keys.set(id, { details, secret });
    return { ok: true, value: null };
  }

  listKeys(): Promise<Outcome<readonly KeptKey[]>> {
    const value = [...this.#keys].map(([id, { details, secret }]) => ({ id, details, signs: secret !== null }));
    return Promise.resolve({ ok: true, value });
  }

  takeKey(id: string): Promise<Outcome<CryptoKey>> {
    const secret = this.#keys.get(id)?.secret ?? null;
    return Promise.resolve(secret === null ? problem('no-such-key') : { ok: true, value: secret });
  }

  retireKey(id: string): Promise<Outcome<null>> {
    const found = this.#keys.get(id);
    if (!found) return Promise.resolve(problem('no-such-key'));
    this.#keys.set(id, { ...found, secret: null });
    return Promise.resolve({ ok: true, value: null });
  }

  async wipe(): Promise<Outcome<Receipt>> {
    this.#keys.clear();
    const listed = await this.list();
    this.close();
    return this.#receipt(listed.ok ? listed.value : []);
  }

  async shred(id: string): Promise<Outcome<Receipt>> {
    const listed = await this.list();
    await this.remove(id);
    return this.#receipt(listed.ok ? listed.value.filter((each) => each.id === id) : []);
  }

  async #receipt(gone: readonly { readonly id: string; readonly revision: number }[]): Promise<Outcome<Receipt>> {
    const left = await this.list();
    const confirmed = left.ok && !left.value.some(({ id }) => gone.some((each) => each.id === id));
    const drafts = gone.map(({ id, revision }) => ({ name: nameFor(id), revision }));
    return { ok: true, value: { drafts, at: new Date().toISOString(), confirmed } };
  }
}
