import { expect } from '@open-wc/testing';
import { codeOf, emptyDraft, vaultContract } from '../../test/contracts/vault-contract.ts';
import { again, broken, inStorage } from './in-storage.suite.ts';
import { foundOpen, openedVault } from './sealed.suite.ts';

const equal = (actual: unknown, expected: unknown): void => {
  expect(actual).to.deep.equal(expected);
};

vaultContract('a vault in this browser', inStorage, { describe, it, equal, reopen: again, broken });
vaultContract('an encrypted vault in this browser', openedVault, { describe, it, equal, reopen: foundOpen, broken });

describe('ST7 a connection that the browser ended', () => {
  it('is not mistaken for the one that was opened instead', async () => {
    const vault = await inStorage();
    const { close } = IDBDatabase.prototype;
    const closed: IDBDatabase[] = [];
    IDBDatabase.prototype.close = function () {
      closed.push(this);
      close.call(this);
    };
    await broken(0, 0, 'throw', async () => {
      expect(codeOf(await vault.append('draft-1', 0, [], emptyDraft('draft-1')))).to.equal(null);
    });
    closed[0]?.dispatchEvent(new Event('close')); // the news comes late
    IDBDatabase.prototype.close = close;
    expect(closed).to.have.length(1);
    vault.close();
  });
});
