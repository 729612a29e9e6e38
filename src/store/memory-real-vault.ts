import { type Outcome, problem } from '../model/problem.ts';
import type { LockableVault, Receipt, RecoverySheet } from '../session/ports.ts';
import { MemoryVault } from './memory-vault.ts';
import { nameFor } from './sentinel.ts';

/** Real drafts where nothing outlives the page: there is nothing to encrypt, so nothing to unlock. */
export class MemoryRealVault extends MemoryVault implements LockableVault {
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

  async wipe(): Promise<Outcome<Receipt>> {
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
