import type { Fingerprint } from '../model/verification.ts';

export interface TrustedList {
  readonly fingerprints: readonly Fingerprint[];
  /** How many lines hold something else, such as half a fingerprint. */
  readonly misread: number;
}

/** A list of fingerprints as somebody pastes it: one a line, with or without spaces and colons; null for an empty one. */
export function readTrustedList(text: string): TrustedList | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  const fingerprints = lines.map((line) => line.replace(/[\s:]/g, '').toLowerCase());
  const right = fingerprints.filter((each) => /^[0-9a-f]{64}$/.test(each));
  return { fingerprints: right, misread: fingerprints.length - right.length };
}
