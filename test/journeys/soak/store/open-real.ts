import type { LockableVault } from '../../../../src/session/ports.ts';
import { openVault } from '../../../../src/store/open-vault.ts';

/** The vault of real drafts. */
export async function openReal(): Promise<
  Pick<LockableVault, 'append' | 'load' | 'list'> & { ready(): Promise<string> }
> {
  const vault = await openVault('real');
  return {
    append: (...step) => vault.append(...step),
    load: (id) => vault.load(id),
    list: () => vault.list(),
    ready: () => Promise.resolve(vault.state),
  };
}
