import type { VaultHeader } from './header.ts';

/** Whether both are one header: each has a verifier of its own. Alone here, because every write may ask it. */
export function isSameHeader(one: VaultHeader, other: VaultHeader): boolean {
  return isSame(one.verifier.iv, other.verifier.iv) && isSame(one.verifier.bytes, other.verifier.bytes);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
