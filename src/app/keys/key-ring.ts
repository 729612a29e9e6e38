import { outcome, type Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import type { Signer, SigningKey } from '../../signing/index.ts';
import type { KeyShelf } from '../../store/key-shelf.ts';
import { cardOf, detailsOf, isUsable, type KeyCard } from './key-card.ts';

/** Whose key it is to be, as they say themselves. */
export interface Owner extends Signer {
  readonly roleId: string;
}

/** The signing keys of one person, as their vault keeps them. Everything fails with `locked` while it is not open. */
export class KeyRing {
  readonly #shelf: KeyShelf;

  constructor(shelf: KeyShelf) {
    this.#shelf = shelf;
  }

  /** All of them, the newest first. */
  async cards(): Promise<Outcome<readonly KeyCard[]>> {
    const kept = await this.#shelf.listKeys();
    if (!kept.ok) return kept;
    const cards = kept.value.map(cardOf).filter((card) => card !== null);
    return outcome(
      cards.sort((one, other) => (one.keptAt < other.keptAt ? 1 : -1)),
      [],
    );
  }

  /** The one to sign with; null where there is none that can. */
  async current(): Promise<Outcome<KeyCard | null>> {
    const cards = await this.cards();
    return cards.ok ? outcome(cards.value.find((card) => isUsable(card, new Date())) ?? null, []) : cards;
  }

  /** A new key in place of the one before. */
  async make({ roleId, ...who }: Owner): Promise<Outcome<KeyCard>> {
    const { newSigningKey } = await import('../../signing/index.ts');
    return this.#keep(await newSigningKey(who, new Date(), 'to-keep'), 'made', roleId);
  }

  /** The key in a council's file, in place of the one before. Problems: those of `importP12`. */
  async takeIn(file: Uint8Array, password: string, roleId: string): Promise<Outcome<KeyCard>> {
    const { importP12 } = await import('../../signing/index.ts');
    const key = await importP12(file, password, 'to-keep');
    return key.ok ? this.#keep(key.value, 'file', roleId) : key;
  }

  /** The key itself, for one signature; it is not to be held on to. */
  async forSigning(card: KeyCard): Promise<Outcome<SigningKey>> {
    const taken = await this.#shelf.takeKey(card.id);
    if (!taken.ok) return taken;
    return outcome({ ...card, privateKey: taken.value, validUntil: new Date(card.validUntil) }, []);
  }

  async #keep(key: SigningKey, origin: KeyCard['origin'], roleId: string): Promise<Outcome<KeyCard>> {
    const { privateKey, validUntil, ...known } = key;
    const before = await this.cards();
    if (!before.ok) return before;
    const card = {
      ...known,
      origin,
      roleId,
      keptAt: deviceWorld.now(),
      validUntil: validUntil.toISOString(),
    };
    const id = deviceWorld.newId();
    const kept = await this.#shelf.keepKey(id, privateKey, detailsOf(card));
    if (!kept.ok) return kept;
    // Only now: somebody must never be left without a key because a new one could not be kept.
    for (const each of before.value.filter(({ signs }) => signs)) {
      const retired = await this.#shelf.retireKey(each.id);
      if (!retired.ok) return retired;
    }
    return outcome({ ...card, id, signs: true }, []);
  }
}

/** A key for one signature that is kept nowhere. Of a training assessment it says so in its name, whoever reads it. */
export async function keyForOnce({ name, ...who }: Signer, kind: 'real' | 'training'): Promise<SigningKey> {
  const { newSigningKey } = await import('../../signing/index.ts');
  return newSigningKey({ ...who, name: kind === 'training' ? `${name.trim()} (TRAINING)` : name });
}
