import { type Outcome, problem } from '../model/problem.ts';
import type { Connection } from './connection.ts';
import type { Bytes, Wrapped } from './envelope.ts';
import { algorithmOf, kindOf, type KeptKey, type SigningKind } from './key-shelf.ts';
import { randomBytes, unwrap, wrap } from './wrap.ts';

/** A signing key as it rests in `meta`. */
export interface SigningKeyRecord {
  readonly key: `signing/${string}`;
  readonly kind: SigningKind;
  /** The private part under the vault key; null once it was retired. */
  readonly secret: Wrapped | null;
  readonly details: Wrapped;
}

/**
 * Signing keys under the key of an open vault.
 *
 * A private part is wrapped and unwrapped inside Web Crypto: its bytes are never in the page. It does not rest as a
 * `CryptoKey`, which any script of this origin could use while the vault is locked. `docs/decisions/0042`.
 */
export class SigningKeys {
  readonly #connection: Connection;
  readonly #vault: string;
  readonly #vaultKey: CryptoKey;

  constructor(connection: Connection, vault: string, vaultKey: CryptoKey) {
    this.#connection = connection;
    this.#vault = vault;
    this.#vaultKey = vaultKey;
  }

  async keep(id: string, key: CryptoKey, details: Bytes): Promise<Outcome<null>> {
    const kind = kindOf(key);
    const iv = randomBytes(12);
    const closed = await crypto.subtle.wrapKey('pkcs8', key, this.#vaultKey, this.#closing(id, kind, iv));
    const record: SigningKeyRecord = {
      key: `signing/${id}`,
      kind,
      secret: { iv, bytes: new Uint8Array(closed) },
      details: await wrap(this.#vaultKey, this.#nameOf(id, 'details'), details),
    };
    const fault = await this.#connection.write([{ to: 'meta', add: record }]);
    return fault === null ? { ok: true, value: null } : { ok: false, problems: [fault] };
  }

  async list(): Promise<Outcome<readonly KeptKey[]>> {
    const found = await this.#connection.read((db) => db.getAll('meta'));
    if (!found.ok) return found;
    const records = found.value.filter((each): each is SigningKeyRecord => each.key !== 'header');
    const kept = records.map(async ({ key, secret, details }): Promise<KeptKey> => {
      const id = key.slice('signing/'.length);
      return {
        id,
        details: await unwrap(this.#vaultKey, this.#nameOf(id, 'details'), details),
        signs: secret !== null,
      };
    });
    return { ok: true, value: await Promise.all(kept) };
  }

  async take(id: string): Promise<Outcome<CryptoKey>> {
    const found = await this.#found(id);
    if (!found.ok) return found;
    const { kind, secret } = found.value;
    if (secret === null) return problem('no-such-key');
    try {
      const opening = this.#closing(id, kind, secret.iv);
      const { subtle } = crypto;
      return {
        ok: true,
        value: await subtle.unwrapKey('pkcs8', secret.bytes, this.#vaultKey, opening, algorithmOf(kind), false, [
          'sign',
        ]),
      };
    } catch {
      return problem('damaged', {}, 'signing key');
    }
  }

  async retire(id: string): Promise<Outcome<null>> {
    const found = await this.#found(id);
    if (!found.ok) return found;
    const fault = await this.#connection.write([{ to: 'meta', put: { ...found.value, secret: null } }]);
    return fault === null ? { ok: true, value: null } : { ok: false, problems: [fault] };
  }

  async #found(id: string): Promise<Outcome<SigningKeyRecord>> {
    const found = await this.#connection.read((db) => db.get('meta', `signing/${id}`));
    if (!found.ok) return found;
    return found.value === undefined || found.value.key === 'header'
      ? problem('no-such-key')
      : { ok: true, value: found.value };
  }

  #closing(id: string, kind: SigningKind, iv: Bytes): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(this.#nameOf(id, kind)) };
  }

  /** What a piece is bound to: a key put under another's name, or taken for another kind, does not open. */
  #nameOf(id: string, piece: SigningKind | 'details'): string {
    return `homeward/v1|signing-key|${this.#vault}|${id}|${piece}`;
  }
}
