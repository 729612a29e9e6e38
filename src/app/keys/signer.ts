import type { Mark } from '../../model/answer.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import type { SigningKey } from '../../signing/index.ts';
import type { RealVault } from '../../store/open-vaults.ts';
import type { KeyCard } from './key-card.ts';
import { keyForOnce, KeyRing } from './key-ring.ts';

/** What somebody said before they signed. */
export interface Said {
  readonly name: string;
  /** A role id of the pack, and that role in words. */
  readonly role: string;
  readonly roleLabel: string;
  readonly organisation: string;
  readonly registration: string;
  readonly mark: Mark;
  /** The key they saw on the page; null where none was kept. */
  readonly card: KeyCard | null;
  /** The key of their council's file, opened for this signature alone; null where another signs. */
  readonly key: SigningKey | null;
}

/** The keys kept here that can be used now; null where none can be kept, or only once real drafts are unlocked. */
export function ringOf(real: RealVault | null): KeyRing | null {
  return real && (real.state === 'open' || real.state === 'memory') ? new KeyRing(real) : null;
}

/**
 * The key that `said` signs with. A real assessment is signed with the key kept on this computer, which is made the first
 * time; a training one, or on a computer that keeps none, with a key for this signature alone. A key of a file that they
 * chose comes before all.
 */
export async function keyFor(
  said: Said,
  kind: 'real' | 'training',
  real: RealVault | null,
): Promise<Outcome<SigningKey>> {
  if (said.key) return outcome(said.key, []);
  const { name, role, roleLabel, organisation, registration } = said;
  const who = { name, role: roleLabel, organisation, ...(registration === '' ? {} : { registration }) };
  const ring = kind === 'real' ? ringOf(real) : null;
  if (!ring) return outcome(await keyForOnce(who, kind), []);
  if (said.card) return ring.forSigning(said.card);
  const made = await ring.make({ ...who, roleId: role });
  return made.ok ? ring.forSigning(made.value) : made;
}
