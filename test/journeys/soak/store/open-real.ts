import type { RealVault } from '../../../../src/store/open-vaults.ts';
import { openRealVault } from '../../../../src/store/open-vaults.ts';

const passphrase = 'five words of the test';

/** The vault of real drafts, made or unlocked. */
export async function openReal(): Promise<
  Pick<RealVault, 'append' | 'load' | 'list' | 'trustAgain'> & { ready(): Promise<string> }
> {
  const vault = await openRealVault();
  if (vault === null) throw new Error('there is no secure context');
  return {
    append: (...step) => vault.append(...step),
    load: (id) => vault.load(id),
    list: () => vault.list(),
    trustAgain: () => {
      vault.trustAgain();
    },
    ready: async () => {
      const made = await (vault.state === 'none' ? vault.create(passphrase) : vault.unlock({ passphrase }));
      return made.ok ? vault.state : made.problems[0].code;
    },
  };
}
