import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { vaultContract } from '../../test/contracts/vault-contract.ts';
import { again, broken, inStorage } from './in-storage.suite.ts';
import { foundOpen, openedVault } from './sealed.suite.ts';
import { MemoryVault } from './memory-vault.ts';

const equal = (actual: unknown, expected: unknown): void => {
  expect(actual).toEqual(expected);
};

vaultContract(
  'a vault in memory',
  () => Promise.resolve(new MemoryVault('training', { code: 'memory-only', place: {} })),
  {
    describe,
    it: test,
    equal,
  },
);

vaultContract('a vault in IndexedDB', inStorage, { describe, it: test, equal, reopen: again, broken });

vaultContract('an encrypted vault', openedVault, { describe, it: test, equal, reopen: foundOpen, broken });
