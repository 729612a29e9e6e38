import { contentLanguage } from '../i18n/locale.ts';
import { openVaults } from '../store/open-vaults.ts';
import { BothVaults } from './both-vaults.ts';
import { packIn } from './pack.ts';
import { papers } from './papers.ts';
import type { Services } from './services.ts';

/** The real parts, put together. */
export async function openServices(): Promise<Services> {
  return { vault: new BothVaults(await openVaults()), pack: () => packIn(contentLanguage()), papers };
}
