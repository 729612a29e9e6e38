import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { codeOf, emptyDraft, opened } from '../../test/contracts/vault-contract.ts';
import type { RecoveryTools } from './recovery.suite.ts';
import { found, openedVault, passphrase } from './sealed.suite.ts';
import type { SealedVault } from './sealed-vault.ts';

const done = { ok: true, value: null } as const;
const draft = emptyDraft('draft-1');

/** What the holder of `identity` reads in the vault's file. */
async function codeIn(vault: SealedVault, identity: string): Promise<string> {
  const council = await vault.council();
  if (!council.ok || council.value === null) throw new Error('This vault has no council.');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(council.value.file, 'text');
}

/** A council's key in a vault that was made without one. Runs in Node and, unchanged, in each browser. */
export function councilSuite({ describe, it, equal }: RecoveryTools): void {
  describe('ST21 ST25 a council’s key', () => {
    it('is given to a vault with drafts in it, and opens them on the day the passphrase is lost', async () => {
      const identity = await generateX25519Identity();
      const recipient = await identityToRecipient(identity);
      const vault = await openedVault();
      await vault.append('draft-1', 0, [], draft);
      equal(await vault.council(), done);
      equal(codeOf(await vault.changeCouncil({ passphrase: 'wrong' }, recipient)), 'wrong-passphrase');
      equal(codeOf(await vault.changeCouncil({ passphrase }, 'age1notakey')), 'wrong-recipient');
      equal(await vault.council(), done);
      equal(await vault.changeCouncil({ passphrase }, ` ${recipient}\n`), done);

      const later = await found(vault);
      const council = await later.council(); // while it is locked
      equal(council.ok && council.value?.recipient, recipient);
      equal(await later.unlock({ recoveryCode: await codeIn(later, identity) }), done);
      equal(opened(await later.load('draft-1')), { assessment: draft, revision: 1 });
      later.lock();
      equal(await later.unlock({ passphrase }), done);
    });

    it('is replaced by another, which the one before does not open, and taken away', async () => {
      const [first, second] = [await generateX25519Identity(), await generateX25519Identity()];
      const vault = await openedVault();
      equal(await vault.changeCouncil({ passphrase }, await identityToRecipient(first)), done);
      equal(await vault.changeCouncil({ passphrase }, await identityToRecipient(second)), done);
      equal(await codeIn(vault, first).catch(() => 'shut'), 'shut');
      const code = await codeIn(vault, second);
      equal(await vault.changePassphrase({ recoveryCode: code }, 'next one'), done);
      equal(await codeIn(vault, second), code);
      equal(await vault.changeCouncil({ passphrase: 'next one' }, null), done);
      equal(await vault.council(), done);
      equal(await (await found(vault)).unlock({ passphrase: 'next one' }), done);
    });
  });
}
