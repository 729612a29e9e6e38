import { local } from '../../content/packs.ts';
import { readTrustList, trustListText, type TrustedKey } from '../../exchange/trust-list.ts';
import { remembered } from '../remembered.ts';

const name = 'homeward-trusted-keys';

/** The council's list of keys as this computer keeps it, or else as its overlay has it; null where nobody has set one. */
export function trustedKeys(storage: Pick<Storage, 'getItem'> = remembered()): readonly TrustedKey[] | null {
  const theirs = local.inForce?.thresholds.trustedKeys ?? null;
  try {
    const kept = storage.getItem(name);
    const read = kept === null ? null : readTrustList(kept);
    if (!read?.ok) return theirs;
    return read.value.length === 0 && theirs === null ? null : read.value;
  } catch {
    return theirs; // storage that is closed to us keeps no list
  }
}

/** Whether the list is kept. An empty one is as none, but where it stands against that of the council's overlay. */
export function keepTrustedKeys(
  keys: readonly TrustedKey[],
  storage: Pick<Storage, 'setItem' | 'removeItem'> = remembered(),
): boolean {
  try {
    if (keys.length === 0 && !local.inForce?.thresholds.trustedKeys) storage.removeItem(name);
    else storage.setItem(name, trustListText(keys));
    return true;
  } catch {
    return false;
  }
}

/** The fingerprints alone, as `homeward-verify` takes them. */
export const trustedFingerprints = (): readonly string[] | null =>
  trustedKeys()?.map(({ fingerprint }) => fingerprint) ?? null;
