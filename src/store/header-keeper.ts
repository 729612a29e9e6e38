import { type Outcome, type Problem, problem } from '../model/problem.ts';
import type { RecoverySheet, Secret } from '../session/ports.ts';
import type { Connection } from './connection.ts';
import { type Council, headerIn, type VaultHeader } from './header.ts';
import { argon2id, type Argon2id, calibrated, type KdfParameters } from './kdf.ts';
import { makeHeader, type Unlocked, unlocked, withCouncil, withPassphrase, withRecovery } from './key-schedule.ts';
import type { Sentinel } from './sentinel.ts';

export interface HeaderParts {
  readonly sentinel: Sentinel;
  /** How a passphrase becomes a key; tests hand in less work. */
  readonly slow?: Argon2id;
  /** How much work a new passphrase is; measured where left out. */
  readonly work?: KdfParameters;
  /** Waits that many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What was made of the header `from`. */
type Done<T> =
  (Extract<Outcome<T>, { ok: true }> & { readonly from: VaultHeader }) | Extract<Outcome<T>, { ok: false }>;

const forgiven = 3;
const longestWait = 30_000;

/** The header of a vault where it rests: made once, opened with a secret, and replaced when a secret or the council's key changes. */
export class HeaderKeeper {
  readonly #parts: HeaderParts;
  /** Where it rests now: a vault that was wiped rests behind another. */
  readonly #connection: () => Connection;
  /** Told whether there is a header, each time that was looked up. */
  readonly #know: (hasHeader: boolean) => void;
  #wrong = 0;

  constructor(parts: HeaderParts, connection: () => Connection, know: (hasHeader: boolean) => void) {
    this.#parts = parts;
    this.#connection = connection;
    this.#know = know;
  }

  /** The vault was wiped: another header may come, and nobody was wrong about it yet. */
  startAnew(): void {
    this.#wrong = 0;
  }

  async make(
    passphrase: string,
    recipient: string | null,
  ): Promise<Outcome<Unlocked & { readonly recoveryCode: string }>> {
    const { slow = argon2id, work = await calibrated(slow) } = this.#parts;
    const made = await makeHeader(passphrase, work, recipient, slow);
    if (!made.ok) return made;
    const fault = await this.#connection().write([{ to: 'meta', add: made.value.header }]);
    if (fault?.code === 'conflict') this.#know(true); // another tab was quicker
    return fault === null ? made : { ok: false, problems: [fault] };
  }

  open(secret: Secret): Promise<Outcome<Unlocked>> {
    return this.#with(secret, (header, slow) => unlocked(header, secret, slow));
  }

  async changePassphrase(now: Secret, next: string): Promise<Outcome<null>> {
    const made = await this.#with(now, (header, slow) => withPassphrase(header, now, next, slow));
    return made.ok ? this.#replace(made.from, made.value) : made;
  }

  async renewRecovery(now: Secret): Promise<Outcome<RecoverySheet>> {
    const made = await this.#with(now, (header, slow) => withRecovery(header, now, slow));
    if (!made.ok) return made;
    const { header, recoveryCode } = made.value;
    const kept = await this.#replace(made.from, header);
    return kept.ok ? { ok: true, value: { recoveryCode } } : kept;
  }

  async changeCouncil(now: Secret, recipient: string | null): Promise<Outcome<null>> {
    const made = await this.#with(now, (header, slow) => withCouncil(header, now, recipient, slow));
    return made.ok ? this.#replace(made.from, made.value) : made;
  }

  async council(): Promise<Outcome<Council | null>> {
    const header = await this.read();
    return header.ok ? { ok: true, value: header.value.organisation } : header;
  }

  async read(): Promise<Outcome<VaultHeader>> {
    const found = await this.#connection().read((db) => db.get('meta', 'header'));
    if (!found.ok) return found;
    this.#know(found.value !== undefined);
    if (found.value === undefined) return problem(this.#parts.sentinel.vault === null ? 'no-vault' : 'drafts-gone');
    return headerIn(found.value, this.#parts.work);
  }

  /** What `work` makes of the header with a secret. After three wrong ones it waits longer each time: comfort, no wall. */
  async #with<T>(secret: Secret, work: (header: VaultHeader, slow: Argon2id) => Promise<Outcome<T>>): Promise<Done<T>> {
    const { slow = argon2id, wait = realWait } = this.#parts;
    const header = await this.read();
    if (!header.ok) return header;
    if (this.#wrong >= forgiven) await wait(Math.min(longestWait, 1_000 * 2 ** (this.#wrong - forgiven)));
    const result = await work(header.value, slow);
    this.#wrong = result.ok ? 0 : this.#wrong + 1;
    return result.ok ? { ...result, from: header.value } : result;
  }

  /** `conflict` where another tab has replaced `over` meanwhile. */
  async #replace(over: VaultHeader, header: VaultHeader): Promise<Outcome<null>> {
    const fault: Problem | null = await this.#connection().write([{ to: 'meta', put: header, over }]);
    return fault === null ? { ok: true, value: null } : { ok: false, problems: [fault] };
  }
}

function realWait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
