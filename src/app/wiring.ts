import { contentLanguage } from '../i18n/locale.ts';
import { openVault } from '../store/open-vault.ts';
import { packIn } from './pack.ts';
import { papers } from './papers.ts';
import type { Services } from './services.ts';

/** The real parts, put together. Until drafts are encrypted only training assessments are made. */
export async function openServices(): Promise<Services> {
  return { vault: await openVault('training'), pack: () => packIn(contentLanguage()), papers };
}
