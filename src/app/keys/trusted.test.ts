import { afterEach, expect, test } from 'vitest';
import { local } from '../../content/packs.ts';
import { pocket } from '../../store/in-storage.suite.ts';
import { keepTrustedKeys, trustedKeys } from './trusted.ts';

const key = { fingerprint: 'ab'.repeat(32), name: 'Head of practice' };
const unchanged = (read: never): never => read;
const inForce = (keys?: (typeof key)[]) => ({
  thresholds: keys ? { trustedKeys: keys } : {},
  core: unchanged,
  evidence: unchanged,
  guidance: unchanged,
});
const storage = () => {
  const kept = pocket();
  return { ...kept, removeItem: (name: string) => void kept.held.delete(name) };
};

afterEach(() => {
  delete local.inForce;
});

test('the last key of the council can be taken off, and stays off', () => {
  const kept = storage();
  local.inForce = inForce([key]);
  expect(trustedKeys(kept)).toEqual([key]);
  expect(keepTrustedKeys([], kept)).toBe(true);
  expect(trustedKeys(kept)).toEqual([]);
});

test('without a list of the council an empty one is none', () => {
  const kept = storage();
  keepTrustedKeys([key], kept);
  keepTrustedKeys([], kept);
  expect([trustedKeys(kept), kept.held.size]).toEqual([null, 0]);

  local.inForce = inForce([key]);
  keepTrustedKeys([], kept);
  local.inForce = inForce();
  expect(trustedKeys(kept)).toBeNull();
});
